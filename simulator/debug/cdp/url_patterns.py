"""Patterns of addresses that clients send, as far as trying them ends: it is done in the window's thread."""

from __future__ import annotations

import re

from simulator.debug.cdp.commands import CdpError

MOST_CHARACTERS = 10_000
_REPEATED_GROUP = re.compile(r"\)[*+{]")
"""What can make a pattern take for ever."""


def url_pattern(text: str) -> re.Pattern[str]:
    """The pattern of a text. Raises CdpError if it is none, or none that may be tried."""
    if len(text) > MOST_CHARACTERS or _REPEATED_GROUP.search(text):
        raise CdpError("A pattern that is very long, or repeats a group, is not taken")
    try:
        return re.compile(text)
    except (re.error, RecursionError, OverflowError) as error:
        raise CdpError(f"This is no pattern: {error}") from error
