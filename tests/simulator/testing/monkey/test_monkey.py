"""Monkeys let loose on programs with known faults, and on such that want to wear them out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from simulator.bridge import silence
from simulator.testing.monkey.exploring import Bounds, Found
from simulator.testing.monkey.monkey import Plan, let_loose, try_again
from simulator.testing.monkey.report import Failure, MonkeyReport
from simulator.testing.monkey.shortest_way import Patience
from simulator.testing.settings import RunSettings
from tests.support.monkey_programs import GO, write_program

pytestmark = pytest.mark.usefixtures("qapp")

SHOP = {
    "list": (
        '<input bindinput="typed" value="{{name}}"/><view class="row" wx:for="{{3}}" data-id="{{item}}" bindtap="open">'
        'tea {{item}}</view><button bindtap="later">Later</button><view>{{n}}</view>',
        """Page({
  data: { n: 0, name: '' },
  typed(event) { this.setData({ name: event.detail.value }) },
  open(event) { wx.navigateTo({ url: `/pages/tea/tea?id=${event.currentTarget.dataset.id}` }) },
  later() { setTimeout(() => this.setData({ n: Math.floor(Math.random() * 1000) + Date.now() % 7 }), 300) },
})""",
    ),
    "tea": (
        '<view>{{id}}</view><switch bindchange="turn"/><button class="buy" bindtap="buy">Buy</button>',
        """Page({
  data: { id: '' },
  onLoad(query) { this.setData({ id: query.id }) },
  turn(event) { this.isGift = event.detail.value },
  buy() { if (this.isGift) throw new Error(`no gifts of ${this.data.id} today`) },
})""",
    ),
}  # fmt: skip


def run(
    folder: Path,
    pages: Mapping[str, tuple[str, str]],
    *,
    steps: int = 25,
    seed: int = 1,
    attempts: int = 0,
    **app: object,
) -> MonkeyReport:
    """Of few steps, and as it was found unless there are `attempts`."""
    settings = RunSettings(write_program(folder, pages, **app), network="closed")
    plan = Plan(seed, Bounds(steps, 600), Patience(attempts, 600))
    told: list[Found] = []
    report = let_loose(settings, plan, told.append)
    kinds = [found.finding.kind for found in told]
    assert len(kinds) - kinds.count("environment") == len(report.failures)
    return report


def only(report: MonkeyReport) -> Failure:
    (failure,) = report.failures
    return failure


def test_a_fault_behind_several_steps_is_found_and_its_way_made_short(tmp_path: Path) -> None:
    report = run(tmp_path, SHOP, steps=60, attempts=60)
    failure = only(report)
    assert (failure.kind, failure.what, failure.file, failure.line) == ("program", "error", "pages/tea/tea.js", 5)
    assert failure.page == "pages/tea/tea"
    assert failure.is_repeatable
    assert [step.does for step in failure.steps] == ["Tap", "Tap", "Tap"]
    assert [step.page for step in failure.steps] == ["pages/list/list", "pages/tea/tea", "pages/tea/tea"]
    assert failure.steps[-1].code == 'page.locator(".buy").tap()'
    assert report.pages == ["pages/list/list", "pages/tea/tea"]
    assert report.tried == report.places == 5
    [(again, is_there)] = try_again(RunSettings(Path(report.project)), report)
    assert is_there
    assert again == failure


def test_the_same_seed_does_and_finds_the_same(tmp_path: Path) -> None:
    reports = [msgspec.json.encode(run(tmp_path, SHOP, steps=40, seed=3)) for _ in range(5)]
    assert len(set(reports)) == 1
    assert msgspec.json.encode(run(tmp_path, SHOP, steps=40, seed=4)) != reports[0]


def test_what_is_thrown_at_each_tap_is_told_once(tmp_path: Path) -> None:
    throws = (
        '<view wx:for="{{5}}" bindtap="go">{{item}}</view>',
        "Page({ go() { throw new Error(`${Math.random()}`) } })",
    )
    assert only(run(tmp_path, {"a": throws})).what == "error"


def test_what_is_wrong_at_the_start_needs_no_steps(tmp_path: Path) -> None:
    failure = only(run(tmp_path, {"a": (GO, "Page({ onLoad() { undefined.x }, go() {} })")}, attempts=9))
    assert failure.steps == []
    assert failure.is_repeatable


def test_a_handler_that_never_returns_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silence, "HANG_AFTER_S", 1.0)
    hangs = GO + '<button class="x" bindtap="x">X</button>', "Page({ go() { for (;;); }, x() {} })"
    report = run(tmp_path, {"a": hangs}, attempts=2)
    failure = only(report)
    assert (failure.kind, failure.what, failure.file) == ("program", "hang", "pages/a/a.js")
    assert [step.code for step in failure.steps] == ['page.locator(".go").tap()']
    assert report.steps == 25


def test_a_page_that_no_way_back_leads_out_of(tmp_path: Path) -> None:
    back = "onShow() { if (this.was) this.go(); this.was = true }"
    pages = {
        "a": (GO, f"Page({{ go() {{ wx.navigateTo({{ url: '/pages/b/b' }}) }}, {back} }})"),
        "b": ("<view>b</view>", "Page({})"),
    }
    failure = only(run(tmp_path, pages, attempts=12))
    assert failure.what == "stuck"
    assert failure.message == "pages/b/b cannot be left: each way back leads to it again"
    assert [step.does for step in failure.steps] == ["Tap", "GoBack", "GoBack", "GoBack"]


def test_dialogs_without_end(tmp_path: Path) -> None:
    asks = "Page({ go() { const ask = () => wx.showModal({ title: 'Rate us', complete: ask }); ask() } })"
    failure = only(run(tmp_path, {"a": (GO, asks)}))
    assert failure.what == "dialogs"
    answers = [step.values["confirms"] for step in failure.steps if step.does == "AnswerDialog"]
    assert {True, False} == set(answers)


def test_pages_that_send_their_user_on_without_end(tmp_path: Path) -> None:
    pages = {
        name: (GO, f"Page({{ onShow() {{ wx.redirectTo({{ url: '/pages/{to}/{to}' }}) }}, go() {{}} }})")
        for name, to in (("b", "c"), ("c", "b"))
    }
    start = GO, "Page({ go() { wx.navigateTo({ url: '/pages/b/b' }) } })"
    assert only(run(tmp_path, {"a": start, **pages})).what in ("circle", "restless")


def test_a_page_that_removes_all_it_has_is_blank(tmp_path: Path) -> None:
    empties = (
        f'<block wx:if="{{{{on}}}}">{GO}</block>',
        "Page({ data: { on: true }, go() { this.setData({ on: false }) } })",
    )
    failure = only(run(tmp_path, {"a": empties}))
    assert (failure.what, failure.message) == ("blank", "pages/a/a shows nothing")


def test_a_page_that_is_blank_without_the_network_is_no_fault_of_the_program(tmp_path: Path) -> None:
    asks = """Page({ data: {}, onLoad() {
  wx.request({ url: 'https://tea.test/x', success: (res) => this.setData({ on: true }) })
} })"""
    report = run(tmp_path, {"a": ('<view wx:if="{{on}}">here</view>', asks)})
    assert report.failures == []
    assert report.surroundings == 1


def test_ten_thousand_rows_are_one_thing_to_try(tmp_path: Path) -> None:
    many = (
        '<view class="row" wx:for="{{rows}}" wx:key="*this" data-id="{{item}}" bindtap="go">row {{item}}</view>',
        "Page({ data: { rows: Array.from({ length: 10000 }, (_, i) => i) }, go() {} })",
    )
    report = run(tmp_path, {"a": many}, steps=6)
    assert (report.steps, report.missed, report.places, report.failures) == (6, 0, 1, [])


def test_getters_in_what_elements_carry(tmp_path: Path) -> None:
    carries = (
        '<view class="row" data-x="{{x}}" bindtap="go">row</view><picker range="{{x}}" bindchange="go">p</picker>',
        """const x = [1, 2, 3]
Object.defineProperty(x, 1, { get() { return Date.now() }, enumerable: true })
Page({ data: { x }, go() {} })""",
    )
    report = run(tmp_path, {"a": carries})
    assert (report.steps, report.tried, report.failures) == (25, 2, [])


def test_a_program_that_starts_itself_anew_goes_on(tmp_path: Path) -> None:
    report = run(tmp_path, {"a": (GO, "Page({ go() { wx.restartMiniProgram({ path: '/pages/a/a' }) } })")}, steps=8)
    assert (report.steps, report.failures) == (8, [])


def test_tabs_pull_downs_ends_of_pages_and_the_background_are_used(tmp_path: Path) -> None:
    hears = """const note = (name) => { getApp()[name] = (getApp()[name] || 0) + 1; console.log(name) }
Page({ onTabItemTap() { note('tab') }, onPullDownRefresh() { note('pull') }, onReachBottom() { note('end') },
  onHide() { note('hide') }, onResize() { note('resize') }, onShow() { note('show') },
  onLoad() { wx.onNetworkStatusChange(() => note('network')) } })"""
    tabs = {"list": [{"pagePath": f"pages/{name}/{name}", "text": name} for name in "ab"]}
    pages = {name: ("<view>x</view>", hears) for name in "ab"}
    heard: set[str] = set()

    def listen(app: object) -> None:
        app.run.program.recorder.subscribe(  # type: ignore[attr-defined]
            lambda records: heard.update(record.title for record in records if record.kind == "log")
        )

    window = {"enablePullDownRefresh": True, "pageOrientation": "auto"}
    settings = RunSettings(write_program(tmp_path, pages, tabBar=tabs, window=window), network="closed")
    let_loose(settings, Plan(1, Bounds(60, 600), Patience(0), listen), lambda _found: None)
    assert heard >= {"tab", "pull", "end", "hide", "show", "network"}


def test_a_project_that_is_none(tmp_path: Path) -> None:
    report = run(tmp_path, {}, steps=3)
    assert report.steps == 0
    assert {failure.kind for failure in report.failures} == {"program"}
