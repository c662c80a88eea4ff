"""Page URLs as the route APIs take them: `../detail/detail?id=3`."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageUrl:
    """A resolved page URL. `query` values stay as written: the program decodes them itself."""

    path: str
    query: dict[str, str]


def parse_page_url(url: str, base_path: str = "") -> PageUrl:
    """Resolves `url` against the page `base_path` (no leading slash); a leading slash means the project root."""
    path, _, query_text = url.partition("?")
    query_text = query_text.partition("#")[0]
    if not path:
        path = base_path
    elif path.startswith("/"):
        path = path.lstrip("/")
    else:
        path = posixpath.join(posixpath.dirname(base_path), path)
    path = posixpath.normpath(path) if path else ""
    while path.startswith("../"):
        path = path[3:]
    path = path.removesuffix(".html").removesuffix(".wxml")
    return PageUrl(path, parse_query(query_text))


def parse_query(text: str) -> dict[str, str]:
    """`a=1&b` as a mapping; a key without `=` has an empty value, a later key wins."""
    pairs = (part.partition("=") for part in text.split("&") if part)
    return {key: value for key, _, value in pairs}


def format_query(query: dict[str, str]) -> str:
    """The inverse of `parse_query`."""
    return "&".join(f"{key}={value}" for key, value in query.items())
