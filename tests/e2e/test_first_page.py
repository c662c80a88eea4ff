"""A start from a link, also to a page that does not exist, and the end of a route on a real phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from handset.testing import App, Page, ProgramFailure, TestFailure, expect, launch

from tests.support.project_folder import write_project

PAGES = {
    "app.json": '{"pages":["p/p","q/q"]}',
    "app.js": "App({})",
    "p/p.wxml": "p",
    "p/p.js": """Page({ data: { done: [] }, onRouteDone() { this.setData({ done: this.data.done.concat('p') }); } })""",
    "q/q.wxml": "q",
    "q/q.js": "Page({})",
}
REDIRECTS = "App({ onPageNotFound({ path, isEntryPage }) { wx.redirectTo({ url: `/q/q?${path}=${isEntryPage}` }); } })"


@pytest.fixture(scope="module")
def handset_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("project"), PAGES)


def test_a_link_leads_to_its_page_and_is_told(app: App, page: Page) -> None:
    app.restart(url="q/q?id=7", scene=1044)
    assert [one.url for one in app.pages] == ["q/q?id=7"]
    told = app.call_wx("getLaunchOptionsSync")
    assert (told["path"], told["query"], told["scene"]) == ("q/q", {"id": "7"}, 1044)


def test_the_next_start_is_a_usual_one(app: App, page: Page) -> None:
    app.restart(url="q/q?id=7", scene=1044)
    app.restart()
    expect(page).to_have_url("p/p")
    told = app.call_wx("getLaunchOptionsSync")
    assert (told["path"], told["query"], told["scene"]) == ("p/p", {}, 1001)


@pytest.mark.parametrize("scene", ["1044", -1])
def test_a_scene_that_is_none_is_refused_and_the_program_stays(app: App, page: Page, scene: Any) -> None:
    with pytest.raises(TestFailure, match="is no scene"):
        app.restart(scene=scene)
    expect(page).to_have_url("p/p")


def test_a_missing_first_page_shows_an_error(app: App) -> None:
    with pytest.raises(ProgramFailure, match='page "old/page" is not found'):
        app.restart(url="old/page")


def test_the_program_may_go_elsewhere_instead(qapp: object, tmp_path: Path) -> None:
    with launch(write_project(tmp_path, {**PAGES, "app.js": REDIRECTS}), deadline=60) as app:
        app.restart(url="old/page")
        expect(app.page).to_have_url("q/q")
        assert app.page.query == {"old/page": "true"}


@pytest.mark.browser
@pytest.mark.handset(tier="full")
def test_the_end_of_a_transition_reaches_the_page(page: Page) -> None:
    expect(page).to_have_data({"done": ["p"]})
