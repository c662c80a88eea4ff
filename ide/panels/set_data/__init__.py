"""setData: what each page and component sends to its view, and what of it is in vain (see `panel`)."""
