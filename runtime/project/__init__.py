"""The project model: configuration files, pages, packages and files of one mini program."""
