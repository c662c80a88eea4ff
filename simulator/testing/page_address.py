"""Path and query of a page as tests write them: `pages/goods/goods?id=7`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

Query = Mapping[str, Any]


def page_address(path: str, query: Query) -> str:
    """What is no text is written as JSON."""
    if not query:
        return path
    return f"{path}{'&' if '?' in path else '?'}{urlencode({name: _text(value) for name, value in query.items()})}"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
