"""Sources: the files of the program as they are loaded, to be read and searched (see `panel`)."""
