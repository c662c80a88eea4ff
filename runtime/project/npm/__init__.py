"""Builds npm: packages of `node_modules` in the form in which a mini program can require them."""
