"""Tests as text: what a user did, as a declared list of steps, and the Python script that does it again.

`steps` declares what a user can do and expect, `ways` how a script says which element is meant; `choosing` finds a
short and lasting way to an element of a page's tree, `writer` makes the script. All of it is pure: no program runs
here, and Qt is not loaded. Who watches a user, or makes steps in another manner, stands on it.
"""
