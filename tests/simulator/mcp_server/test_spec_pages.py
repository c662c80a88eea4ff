"""Pages about components and functions for agents."""

from __future__ import annotations

import pytest

from runtime.platform.wechat import WECHAT
from simulator.mcp_server.desk import Refused
from simulator.mcp_server.spec_pages import SpecPages


def test_every_component_and_every_function_has_a_page() -> None:
    pages = SpecPages(WECHAT)
    for tag in WECHAT.components:
        assert pages.component(tag).startswith(f"# {tag}\n")
    for name, entry in WECHAT.registry.entries.items():
        assert f"Here: {entry.state}" in pages.function(name)


def test_a_page_says_types_what_is_required_and_what_may_be_given() -> None:
    page = SpecPages(WECHAT).function("showModal")
    assert "- title: string" in page
    assert "- url: string, required" in SpecPages(WECHAT).function("request")
    assert "enum: default, mini" in SpecPages(WECHAT).component("button")


def test_unknown_names_are_told() -> None:
    with pytest.raises(Refused, match="no component nosuch"):
        SpecPages(WECHAT).component("nosuch")
    with pytest.raises(Refused, match=r"no wx\.nosuch"):
        SpecPages(WECHAT).function("nosuch")
