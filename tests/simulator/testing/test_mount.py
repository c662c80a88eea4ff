"""Components alone: given properties and slots, watched and changed."""

from __future__ import annotations

import pytest

from simulator.testing.expectations import expect
from simulator.testing.failure import TestFailure
from simulator.testing.mount import MOST_PAGES, Emitted, Mounts
from simulator.testing.programs import Programs
from simulator.testing.settings import RunSettings

CARD = "components/card/card"


@pytest.fixture
def mounts(programs: Programs, settings: RunSettings) -> Mounts:
    return programs.mounts(settings)


def test_properties_slots_and_events(mounts: Mounts) -> None:
    card = mounts(CARD, {"title": "Mint", "count": 3}, "<text class='in'>{{word}}</text>", data={"word": "hi"})
    expect(card.locator(".title")).to_have_text("Mint")
    expect(card.locator(".in")).to_have_text("hi")
    expect(card).to_have_data({"count": 3, "taps": 0})
    card.locator(".more").tap()
    card.get_by_text("More").tap()
    expect(card).to_have_emitted("more", {"taps": 2})
    expect(card).not_.to_have_emitted("less")
    assert card.events == [Emitted("more", {"taps": 1}), Emitted("more", {"taps": 2})]
    assert card.call("double", 4) == 8


def test_properties_are_changed_later(mounts: Mounts) -> None:
    card = mounts(f"/{CARD}", {"title": "a"})
    card.set_properties({"title": "b"})
    expect(card.locator(".title")).to_have_text("b")
    with pytest.raises(TestFailure, match="count: mount the component with these"):
        card.set_properties({"count": 2})
    card.set_data({"title": "c"})
    expect(card.locator(".title")).to_have_text("c")
    card.unmount()
    assert card.host.count() == 0


def test_other_components_in_a_named_slot(mounts: Mounts) -> None:
    card = mounts(CARD, slots={"": "<other title='inside'/>"}, using={"other": CARD}, events=[])
    expect(card.locator("other >>> .title")).to_have_text("inside")
    assert card.events == []


def test_each_mount_is_a_fresh_one_and_pages_do_not_add_up(mounts: Mounts) -> None:
    for number in range(MOST_PAGES + 2):
        card = mounts(CARD, {"title": str(number)})
        card.locator(".more").tap()
        expect(card).to_have_data({"taps": 1, "title": str(number)})
    again = mounts(CARD, {"title": "0"})
    expect(again).to_have_data({"taps": 0})
    build = mounts.app.run.program.build
    assert build is not None
    assert len(build.project.pages) == MOST_PAGES + 1


def test_what_cannot_be_mounted_says_why(mounts: Mounts) -> None:
    with pytest.raises(TestFailure, match="components/none/none"):
        mounts("components/none/none")
    with pytest.raises(TestFailure, match="is no name of a property"):
        mounts(CARD, {'a"b': 1})
    with pytest.raises(TestFailure, match="does not compile"):
        mounts(CARD, slots="<view>{{ 1 + }}</view>")
    expect(mounts(CARD, {"title": "after"}).locator(".title")).to_have_text("after")


def test_the_project_itself_does_not_run(mounts: Mounts) -> None:
    mounts(CARD)
    assert mounts.app.evaluate("getApp().globalData") == {}
