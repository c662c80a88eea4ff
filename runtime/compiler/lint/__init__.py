"""Advice about sources that compile: mistakes that show on a phone only, slips of spelling, limits.

One small module a rule, in the folder of what it looks at; `rules` lists them, `lint` runs them. What a single file
says is kept from build to build; what needs several files is put together again each time.
"""
