"""Test: what the user does on the phone becomes a script, which is saved and run (see `panel`)."""
