"""The phone as a page sees it: the snapshot behind wx.getSystemInfoSync and its relatives."""

from __future__ import annotations

from typing import Any

from simulator.device import AppFacts, Device
from simulator.session.facts import ProgramFacts
from simulator.session.routes import Page

SIMULATOR_PLATFORM = "devtools"
"""What `wx.getSystemInfoSync().platform` says in a simulator; programs and test tools look for it."""


def system_information(device: Device, facts: ProgramFacts, page: Page | None) -> dict[str, Any]:
    """For the page on top (None: the entry page)."""
    page_facts = facts.pages.get(page.path if page else facts.entry_path)
    navigation = "custom" if page_facts and page_facts.window.get("navigationStyle") == "custom" else "default"
    has_tab_bar = bool(page_facts and page_facts.tab_index >= 0 and not facts.has_custom_tab_bar)
    app = AppFacts(platform=SIMULATOR_PLATFORM, is_debug=True)
    known = device.system_info(app, "custom" if navigation == "custom" else "default", has_tab_bar=has_tab_bar)
    if not facts.follows_theme:
        # Source: reference, getSystemInfo: a program that does not follow the theme is not told of it.
        del known["theme"]
    return known
