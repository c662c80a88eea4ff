"""The same test with and without a screen; and what only a screen can show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.testing.app import App
from simulator.testing.expectations import expect
from simulator.testing.failure import DeadlineFailure, TestFailure
from simulator.testing.programs import Programs
from simulator.testing.settings import RunSettings
from simulator.testing.snapshot_files import Snapshots

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def seen(qapp: object, settings: RunSettings) -> Iterator[Programs]:
    programs = Programs()
    yield programs
    programs.close()


@pytest.fixture
def shown(seen: Programs, settings: RunSettings) -> App:
    return seen.app(replace(settings, tier="full"))


def use(app: App) -> None:
    """A list, a dialog, a form, another page: what a user does."""
    page = app.page
    page.locator(".row").filter(has_text="Sencha").locator(".more").tap()
    expect(page.locator(".note")).to_have_text("more of 2: 1")
    page.call("ask")
    app.dialogs.wait("Sure?").confirm()
    expect(page.locator(".note")).to_have_text("true")
    page.call("choose")
    app.dialogs.wait().choose("Green")
    expect(page.locator(".note")).to_have_text("1")
    page.locator(".open").tap()
    expect(page).to_have_url("pages/detail/detail?id=7")
    expect(page).to_have_title("Detail")
    page.goto("pages/form/form")
    page.locator(".name").fill("Ann", confirm=True)
    expect(page).to_have_data({"typed": "Ann!"})
    page.locator(".black").tap()
    expect(page).to_have_data({"chosen": ["black", "green"]})
    page.locator(".fresh").tap()
    expect(page.locator(".fresh")).to_be_checked()
    page.locator(".large").tap()
    page.locator(".about").fill("sweet")
    page.locator(".send").tap()
    sent = {"name": "Ann", "about": "sweet", "fresh": True, "kinds": ["black", "green"], "size": "l"}
    expect(page).to_have_data(sent, path="sent")


def test_the_same_on_both_tiers(tea: App, shown: App) -> None:
    use(tea)
    use(shown)
    assert tea.unexpected_errors == shown.unexpected_errors == []


def test_places_and_what_cannot_be_seen(shown: App) -> None:
    box = shown.page.locator(".head").bounding_box()
    assert box["width"] == shown.device.width
    assert box["height"] > 0
    shown.page.evaluate("() => this.setData({ note: '' })")
    expect(shown.page.locator(".note")).to_be_hidden()
    shown.page.locator(".row").first.long_press()
    shown.page.locator(".row").first.swipe(0, -20)


def test_a_tap_waits_until_nothing_lies_over_the_element(shown: App) -> None:
    page = shown.page
    page.set_data({"veiled": True})
    with pytest.raises(DeadlineFailure, match=r"<view\.veil> lies over its middle"):
        page.locator(".row").first.locator(".more").tap(timeout=0.05)
    page.evaluate("() => { setTimeout(() => this.setData({ veiled: false }), 50) }")
    page.locator(".row").first.locator(".more").tap()
    expect(page.locator(".note")).to_have_text("more of 1: 1")


def test_pictures_are_kept_compared_and_their_difference_written(shown: App, tmp_path: Path) -> None:
    run = shown.run
    run.snapshots = Snapshots(tmp_path / "kept", tmp_path / "results")
    with pytest.raises(TestFailure, match="there was no picture"):
        expect(shown.page).to_match_screenshot("list")
    expect(shown.page).to_match_screenshot("list")
    shown.page.call("add", "Oolong", 9)
    expect(shown.page.locator(".row")).to_have_count(3)
    with pytest.raises(TestFailure, match=r"pixels differ \(\d+\.\d+%; 0\.100% may\)"):
        expect(shown.page).to_match_screenshot("list", timeout=0.1)
    assert {file.name for file in (tmp_path / "results").iterdir()} == {
        "list.kept.png",
        "list.found.png",
        "list.difference.png",
    }
    expect(shown.page).to_match_screenshot("list", share=1)
    run.snapshots = Snapshots(tmp_path / "kept", tmp_path / "results", updates=True)
    expect(shown.page).to_match_screenshot("list")
    run.snapshots = Snapshots(tmp_path / "kept", tmp_path / "results")
    expect(shown.page).to_match_screenshot("list")
    (tmp_path / "kept" / "list.png").write_bytes(b"no picture")
    with pytest.raises(TestFailure, match="is damaged: it is no PNG"):
        expect(shown.page).to_match_screenshot("list")


def test_a_component_alone_is_drawn(seen: Programs, settings: RunSettings) -> None:
    mounts = seen.mounts(replace(settings, tier="full"))
    card = mounts("components/card/card", {"title": "Mint"})
    expect(card.locator(".title")).to_be_visible()
    card.locator(".more").tap()
    expect(card).to_have_emitted("more", {"taps": 1})
