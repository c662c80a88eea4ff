"""Writes the page that tells readers what Handset does with each built-in component, from the table.

`python -m tests.support.coverage_page` writes it; a test holds page and table together.
"""

from __future__ import annotations

from pathlib import Path

from runtime.platform.components import Support
from runtime.platform.wechat import WECHAT
from tests.support.api_page import why_not

PAGE = Path(__file__).resolve().parents[2] / "resources" / "docs" / "components.md"
HEAD = """# Built-in components

What the simulator does with each tag, made from `resources/spec/component_support.json`; *works*: attributes, events
and looks as documented. *Partly*: what is listed has no effect. *Plain box*: an element without behaviour; the
console is told once. `wx.canIUse` is false for plain boxes and what is listed.
"""


def coverage_page() -> str:
    """The page as Markdown."""
    table = WECHAT.support
    rows = [
        f"| `{tag}` | {_state(support)} | {', '.join(missing_of(support))} |"
        for tag, support in sorted(table.components.items())
    ]
    why = why_not({name for name in WECHAT.reasons.by_name if name.startswith("<")})
    head = [HEAD, "| tag | state | without effect |", "| --- | --- | --- |"]
    return "\n".join([*head, *rows, "", "## Why not", "", *why, ""])


def _state(support: Support) -> str:
    return "plain box" if support.state == "plain" else support.state


def missing_of(support: Support) -> list[str]:
    """What of a tag has no effect, as reasons name it."""
    values = [f'{name}="{value}"' for name, found in sorted(support.values.items()) for value in sorted(found)]
    return [*sorted(support.attributes), *values, *(f"bind:{event}" for event in sorted(support.events))]


if __name__ == "__main__":
    PAGE.write_text(coverage_page(), encoding="utf-8")
