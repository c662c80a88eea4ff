"""Writes the page that tells readers what Handset does with each built-in component, from the table.

`python -m tests.support.coverage_page` writes it; a test holds page and table together.
"""

from __future__ import annotations

from pathlib import Path

from runtime.platform.components import Support
from runtime.platform.wechat import WECHAT

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
        f"| `{tag}` | {_state(support)} | {_missing(support)} |" for tag, support in sorted(table.components.items())
    ]
    return "\n".join([HEAD, "| tag | state | without effect |", "| --- | --- | --- |", *rows, ""])


def _state(support: Support) -> str:
    return "plain box" if support.state == "plain" else support.state


def _missing(support: Support) -> str:
    values = [f'{name}="{value}"' for name, found in sorted(support.values.items()) for value in sorted(found)]
    parts = [*sorted(support.attributes), *values, *(f"bind:{event}" for event in sorted(support.events))]
    return ", ".join(parts)


if __name__ == "__main__":
    PAGE.write_text(coverage_page(), encoding="utf-8")
