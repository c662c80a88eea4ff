"""Wxml: the tree of the visible page, element by element, with what each one carries (see `panel`)."""
