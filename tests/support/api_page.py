"""Writes the page that tells readers which functions of `wx` there are, from the registry.

`python -m tests.support.api_page` writes it; a test holds page and registry together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from runtime.api.texts import reason_text
from runtime.coverage.states import states_of
from runtime.platform.wechat import WECHAT

PAGE = Path(__file__).resolve().parents[2] / "resources" / "docs" / "coverage.md"
STATES = ("works", "simulated", "unsupported")
HEAD = """# Functions of wx

Made from the registry; `handset coverage` prints the same, and for a project what it uses that is not there. *Works*:
as documented. *Simulated*: world values (`world-values.md`) or a dialog on the phone stand for another app or a
service. *Unsupported*: fails in the documented form with one notice on the console, which says why; `wx.canIUse` is
false. Components are in `components.md`.
"""


def api_page() -> str:
    """The page as Markdown."""
    states = states_of(WECHAT)
    lines = [HEAD, "| | works | simulated | unsupported |", "| --- | --- | --- | --- |"]
    for title, names in (("functions", states.apis), ("members of objects", states.members)):
        counts = [sum(state == one for state in names.values()) for one in STATES]
        lines.append(f"| {title} | {' | '.join(map(str, counts))} |")
    categories = {name: api.category.partition("/")[0] or "other" for name, api in WECHAT.catalogue.functions()}
    lines += ["", "## Functions", "", *_grouped({name: categories[name] for name in states.apis}, states.apis)]
    owners = {name: name.rpartition(".")[0] for name in states.members}
    lines += ["", "## Members of objects", "", *_grouped(owners, states.members)]
    lines += ["", "## Why not", "", *why_not({*states.apis, *states.members, *owners_of(states.members)})]
    return "\n".join([*lines, ""])


def owners_of(members: Iterable[str]) -> set[str]:
    """`Object.*` of each object: how a reason names all its methods."""
    return {f"{name.rpartition('.')[0]}.*" for name in members}


def why_not(names: Collection[str]) -> list[str]:
    """The reasons of those names, each with the names that it has."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, reason in WECHAT.reasons.by_name.items():
        if name in names:
            found[reason].append(name)
    return [
        f"- {reason_text(reason)}: {', '.join(f'`{name}`' for name in written)}" for reason, written in found.items()
    ]


def _grouped(groups: Mapping[str, str], states: Mapping[str, str]) -> list[str]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, group in groups.items():
        found[group][states[name]].append(name.rpartition(".")[2])
    lines = []
    for group, by_state in sorted(found.items()):
        parts = [f"{state}: {', '.join(sorted(by_state[state]))}" for state in STATES if by_state[state]]
        lines.append(f"- **{group}**: {'; '.join(parts)}")
    return lines


if __name__ == "__main__":
    PAGE.write_text(api_page(), encoding="utf-8")
