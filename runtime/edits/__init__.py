"""Small changes of a project's files that a panel makes: a declaration of a style, an attribute, a text.

Each is a function from the file's present text to `Change`s, or to None where the text no longer has what was shown:
nothing is guessed, and nothing else in the file is touched. Who reads and writes the files is the window's matter.
"""
