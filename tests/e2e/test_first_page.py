"""A start on a page that does not exist, and the end of a route, on a real phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.running.headless import headless_program
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

PAGES = {
    "app.json": '{"pages":["p/p","q/q"]}',
    "p/p.wxml": "p",
    "p/p.js": """Page({ data: { done: [] }, onRouteDone() { this.setData({ done: this.data.done.concat('p') }); } })""",
    "q/q.wxml": "q",
    "q/q.js": "Page({})",
}
REDIRECTS = "App({ onPageNotFound({ path, isEntryPage }) { wx.redirectTo({ url: `/q/q?${path}=${isEntryPage}` }); } })"
TIMEOUT_S = 30.0


def test_a_missing_first_page_shows_an_error(tmp_path: Path) -> None:
    with headless_program(write_project(tmp_path, {**PAGES, "app.js": "App({})"})) as phone:
        phone.launch("old/page", timeout_s=TIMEOUT_S)
        assert (phone.program.state, phone.why_stopped) == ("stopped", 'page "old/page" is not found')


def test_the_program_may_go_elsewhere_instead(tmp_path: Path) -> None:
    with headless_program(write_project(tmp_path, {**PAGES, "app.js": REDIRECTS})) as phone:
        phone.launch("old/page", timeout_s=TIMEOUT_S)
        phone.until_rested(TIMEOUT_S)
        assert phone.program.state == "running"
        page = phone.program.page
        assert page is not None
        assert (page.path, page.query) == ("q/q", {"old/page": "true"})


def test_the_end_of_a_transition_reaches_the_page(tmp_path: Path) -> None:
    with headless_program(write_project(tmp_path, {**PAGES, "app.js": "App({})"})) as phone:
        phone.launch(timeout_s=TIMEOUT_S)
        phone.until_rested(TIMEOUT_S)
        assert b'"p"' in bytes(phone.evaluate("page.data.done").value)
