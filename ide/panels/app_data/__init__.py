"""AppData: the data of every open page, live, and to be edited (see `panel`)."""
