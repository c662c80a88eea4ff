"""How the phone shows the tab bar that a program declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import UNSET

from runtime.protocol import shell
from simulator.session.facts import ProgramFacts

_STYLE = ("color", "selectedColor", "backgroundColor", "borderStyle")


def tab_bar_call(facts: ProgramFacts) -> shell.SetTabBar | None:
    """What the phone is told; None for a program without tabs."""
    tab_bar = facts.app.get("tabBar")
    if not tab_bar:
        return None
    dark = facts.app.get("tabBarDark") if facts.follows_theme else None
    looks = _looks(tab_bar)
    return shell.SetTabBar(
        items=looks.items,
        style=looks.style,
        position="top" if tab_bar.get("position") == "top" else "bottom",
        custom=facts.has_custom_tab_bar,
        dark=_looks(dark) if dark else UNSET,
    )


def _looks(tab_bar: Mapping[str, Any]) -> shell.TabBarLooks:
    style = {key: tab_bar[key] for key in _STYLE if key in tab_bar}
    return shell.TabBarLooks(tab_bar.get("list") or [], style)
