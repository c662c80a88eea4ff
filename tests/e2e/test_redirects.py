"""Pages that send their user on before they have been drawn, as every login guard does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from handset.testing import expect, launch
from PySide6.QtWidgets import QApplication

from simulator.cli.main import main
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

TABS = '"tabBar": {"list": [{"pagePath": "pages/home/home", "text": "a"}, {"pagePath": "pages/tab/tab", "text": "b"}]}'

# Page -> its script. Where each leads is in `ENDS`.
GUARDS = {
    "load-redirect": "Page({onLoad() { wx.redirectTo({url: '/pages/plain/plain'}) }})",
    "load-relaunch": "Page({onLoad() { wx.reLaunch({url: '/pages/plain/plain'}) }})",
    "load-tab": "Page({onLoad() { wx.switchTab({url: '/pages/tab/tab'}) }})",
    "load-open": "Page({onLoad() { wx.navigateTo({url: '/pages/plain/plain'}) }})",
    "show-redirect": "Page({onShow() { wx.redirectTo({url: '/pages/plain/plain'}) }})",
    "twice": "Page({onLoad() { this.onShow() }, onShow() { wx.redirectTo({url: '/pages/plain/plain'}) }})",
    "chain": "Page({onLoad() { wx.redirectTo({url: '/pages/load-redirect/load-redirect'}) }})",
    "attached": "Component({lifetimes: {attached() { wx.redirectTo({url: '/pages/plain/plain'}) }}})",
    "timer": "Page({onLoad() { setTimeout(() => wx.redirectTo({url: '/pages/plain/plain'})) }})",
    "promise": "Page({async onLoad() { await null; wx.redirectTo({url: '/pages/plain/plain'}) }})",
    "data-first": "Page({onLoad() { this.setData({a: 1}, () => {}); wx.reLaunch({url: '/pages/plain/plain'}) }})",
    "asks-first": "Page({onLoad() { wx.createSelectorQuery().select('.x').boundingClientRect().exec(); "
    "wx.reLaunch({url: '/pages/plain/plain'}) }})",
    "missing": "Page({onLoad() { wx.redirectTo({url: '/pages/none/none', fail() {}}) }})",
    "back": "Page({onLoad() { wx.navigateBack({fail() {}}) }})",
}
PLAIN = ("home", "tab", "plain")
ENDS = {name: "pages/tab/tab" if name == "load-tab" else "pages/plain/plain" for name in GUARDS}
ENDS |= {"missing": "", "back": ""}


def project(tmp_path: Path, app: str = "App({})") -> Path:
    names = [*PLAIN, *GUARDS]
    pages = json.dumps([f"pages/{name}/{name}" for name in names])
    files = {"app.json": f'{{"pages": {pages}, {TABS}}}', "app.js": app}
    for name in names:
        files[f"pages/{name}/{name}.wxml"] = f'<view class="x">{name}</view>'
        files[f"pages/{name}/{name}.js"] = GUARDS.get(name, "Page({})")
    return write_project(tmp_path / "project", files)


def test_a_tour_says_where_pages_lead(qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.json"
    # Nothing may wait for the end of the time, which is far off.
    assert main(["tour", str(project(tmp_path)), "--report", str(report), "--timeout", "60"]) == 0
    told = json.loads(report.read_text())
    pages = {page["page"].split("/")[1]: page for page in told["pages"]}
    assert {name: page["went_to"] for name, page in pages.items()} == dict.fromkeys(PLAIN, "") | ENDS
    assert [page["page"] for page in told["pages"] if page["errors"]] == []
    assert all(pages[name]["ready"] for name in (*PLAIN, "missing", "back"))
    assert told["totals"]["ready"] + told["totals"]["passed"] == len(pages)
    assert "pages/chain/chain: not drawn, went on to pages/plain/plain" in capsys.readouterr().out


@pytest.mark.parametrize("api", ["reLaunch", "redirectTo", "navigateTo"])
@pytest.mark.parametrize("moment", ["onLaunch", "onShow"])
def test_an_app_may_send_its_user_elsewhere_at_its_start(
    qapp: QApplication, tmp_path: Path, moment: str, api: str
) -> None:
    script = f"App({{ {moment}() {{ wx.{api}({{url: '/pages/plain/plain'}}) }} }})"
    with launch(project(tmp_path, script), deadline=60) as app:
        expect(app.page.locator(".x")).to_have_text("plain")
        below = ["pages/home/home"] if api == "navigateTo" else []
        assert [page.path for page in app.pages] == [*below, "pages/plain/plain"]


def test_a_picture_is_of_the_page_that_an_app_sends_its_user_to(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = "App({ onLaunch() { wx.redirectTo({url: '/pages/plain/plain'}) } })"
    assert main(["shot", str(project(tmp_path, app)), "--timeout", "60"]) == 0
    assert capsys.readouterr().err == "handset: pages/home/home went on to pages/plain/plain\n"


def test_pages_that_go_round_in_circles_are_stopped_and_named(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    for name, other in (("plain", "twice"), ("twice", "plain")):
        script = f"Page({{onLoad() {{ wx.redirectTo({{url: '/pages/{other}/{other}'}}) }}}})"
        (root / f"pages/{name}/{name}.js").write_text(script)
    assert main(["shot", str(root), "--page", "pages/twice/twice", "--timeout", "60"]) == 3
    assert "drawn: pages/twice/twice → pages/plain/plain → pages/twice/twice" in capsys.readouterr().err
    report = tmp_path / "report.json"
    assert main(["tour", str(root), "--report", str(report), "--timeout", "60"]) == 3
    told = {page["page"]: page for page in json.loads(report.read_text())["pages"]}
    assert [error["kind"] for error in told["pages/twice/twice"]["errors"]] == ["program"]
    assert told["pages/missing/missing"]["ready"]
