"""Names that belong to an environment of the cloud, for those who do without the database behind it: loading that
takes as long as a window's own modules.
"""

from __future__ import annotations

SIMPLE_RULES = ("READONLY", "PRIVATE", "ADMINWRITE", "ADMINONLY")
"""The rules of a collection that are a word; what they allow is in `rules`."""
USUAL_RULE = "READONLY"

SEEDS_FOLDER = "cloud-data"
"""In a project: what its collections begin with."""
RULES_FILE = "rules.json"
"""There: their rules."""
