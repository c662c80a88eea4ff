"""What the logic process is told at its start besides the program: the device as a page sees it, and settings."""

from __future__ import annotations

from typing import Any

from simulator.device import AppFacts, Device
from simulator.session.facts import ProgramFacts
from simulator.session.routes import Page

SIMULATOR_PLATFORM = "devtools"
"""What `wx.getSystemInfoSync().platform` says in a simulator; programs and test tools look for it."""


def system_information(device: Device, facts: ProgramFacts | None, page: Page | None) -> dict[str, Any]:
    """The snapshot behind wx.getSystemInfoSync and its relatives, for the page on top (None: the entry page)."""
    path = page.path if page else facts.entry_path if facts else ""
    page_facts = facts.pages.get(path) if facts else None
    navigation = "custom" if page_facts and page_facts.window.get("navigationStyle") == "custom" else "default"
    has_tab_bar = bool(page_facts and page_facts.tab_index >= 0 and facts and not facts.has_custom_tab_bar)
    app = AppFacts(platform=SIMULATOR_PLATFORM, is_debug=True)
    return device.system_info(app, "custom" if navigation == "custom" else "default", has_tab_bar=has_tab_bar)
