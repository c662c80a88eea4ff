"""Mock: the project's mock rules, edited and tried (see `panel`)."""
