"""What an address says, also where it is none."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from simulator.traffic.exchange import Headers


def query_of(url: str) -> Headers:
    """The members of its query, decoded."""
    try:
        return tuple(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    except ValueError:
        return ()
