"""The table of what each built-in component does here, beside the catalogue of what the platform documents."""

from __future__ import annotations

import pytest

from runtime.platform.wechat import WECHAT
from tests.support.coverage_page import PAGE, coverage_page

TABLE = WECHAT.support.components
ELEMENTS = {"cover-view"}
"""A place for their children is all that they must be."""


def test_every_documented_tag_has_a_state_and_no_other() -> None:
    assert list(TABLE) == list(WECHAT.components)


@pytest.mark.parametrize("tag", TABLE)
def test_what_has_no_effect_is_documented(tag: str) -> None:
    support, entry = TABLE[tag], WECHAT.components[tag]
    assert support.attributes <= set(entry.get("attributes", {}))
    assert support.events <= set(entry.get("events", {}))
    for name, values in support.values.items():
        assert name not in support.attributes
        documented = {str(one.get("value")) for one in entry["attributes"][name].get("enum", ())}
        assert not documented or values <= documented


@pytest.mark.parametrize("tag", TABLE)
def test_only_what_is_partly_there_lists_what_is_missing(tag: str) -> None:
    support = TABLE[tag]
    lists = bool(support.attributes or support.events or support.values)
    assert lists == (support.state == "partly")


def test_something_of_a_partly_supported_tag_works() -> None:
    for tag, support in TABLE.items():
        entry = WECHAT.components[tag]
        working = {*entry.get("attributes", {})} - support.attributes | {*entry.get("events", {})} - support.events
        assert support.state != "partly" or working or tag in ELEMENTS, tag


def test_events_that_no_element_sends() -> None:
    support = TABLE["video"]
    assert WECHAT.support.sends(support, "play")
    assert not WECHAT.support.sends(support, "castinginterrupt")


def test_readers_are_told_what_the_table_says() -> None:
    assert PAGE.read_text("utf-8") == coverage_page(), "run: python -m tests.support.coverage_page"
