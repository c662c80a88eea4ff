"""`explained.json`: differences from the official engines that are none of the platform, and why.

An entry names the suite, the library, the component (`*` for any), a regular expression for the difference, and the
reason. Suites: `templates`, `components`, `events`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any


@cache
def explanations() -> tuple[dict[str, str], ...]:
    """All entries."""
    entries: list[dict[str, Any]] = json.loads((Path(__file__).parent / "explained.json").read_text("utf-8"))
    return tuple(entries)


def unexplained(suite: str, library: str, component: str, differences: Iterable[str]) -> list[str]:
    """The differences for which there is no reason, with the component's path in front."""
    reasons = [
        re.compile(entry["differs"])
        for entry in explanations()
        if entry["suite"] == suite and entry["library"] == library and entry["component"] in ("*", component)
    ]
    return [
        f"{component}: {difference}"
        for difference in differences
        if not any(reason.search(difference) for reason in reasons)
    ]
