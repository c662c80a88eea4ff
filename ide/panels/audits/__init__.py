"""Audits: how good the program is by the platform's rules, and what its packages weigh (see `panel`)."""
