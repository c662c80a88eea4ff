"""The audits panel's presenter: scores, rows, sizes, and what a run adds."""

from __future__ import annotations

import msgspec

from ide.models.audits.sizes import bars
from ide.panels.audits.presenter import AuditsPresenter, Shown
from runtime.audit.report import AuditReport, PackageWeight, Verdict
from runtime.diagnostics import Diagnostic, Span
from runtime.protocol.stacks import StackFrame
from simulator.bridge.record import Direction, Record
from tests.support.debug_target import FakeDesk, FakeTarget, launched, record

TIMER = Diagnostic("audit/timer-not-cleared", Span("pages/a/a.js", 3, 5))
KB = 1024
REPORT = AuditReport(
    (Verdict("audit/timer-not-cleared", "practice", 3, (TIMER,)), Verdict("audit/http-address", "practice", 1, ())),
    (
        PackageWeight("", 300 * KB, (("images/a.png", 200 * KB), ("app.js", 100 * KB)), 2 * KB * KB),
        PackageWeight("shop", 3 * KB * KB, (("shop/pages/list/list.js", 3 * KB * KB),), 2 * KB * KB),
    ),
)


class View:
    def __init__(self) -> None:
        self.shown: Shown | None = None
        self.stirs = 0

    def show_audit(self, shown: Shown) -> None:
        self.shown = shown

    def stirred(self) -> None:
        self.stirs += 1

    def rows(self) -> list[str]:
        assert self.shown is not None
        return [row.indented() for row in self.shown.rows]


def opened() -> tuple[AuditsPresenter, View, FakeDesk]:
    desk, view = FakeDesk(FakeTarget(**{"pages/a/a": {}})), View()
    presenter = AuditsPresenter(desk.panel_desk)
    presenter.attach(view)
    presenter.is_seen = True
    presenter.refresh()
    return presenter, view, desk


def dom(sequence: int, time_ms: float = 1e12, **fields: object) -> Record:
    """An update of a page on its way to the view."""
    made = Record(sequence, time_ms, "bridge", "dom U×1", Direction.LOGIC_TO_HOST, outcome="pending", page="pages/a/a")
    return msgspec.structs.replace(made, **fields)


def test_who_looks_for_the_first_time_gets_an_audit_and_a_score() -> None:
    presenter, view, desk = opened()
    presenter.refresh()
    (answer,) = desk.target.audits.waiting
    answer(REPORT)
    assert view.shown is not None
    assert view.shown.scores == [("Score", 25), ("Best practice", 25)]
    assert view.rows() == ["Timers end with their page  1  −3 of 3", "Passed (1)"]
    assert presenter.lines()[:2] == ["Score: 25", "Best practice: 25"]


def test_a_finding_leads_to_its_place_and_says_how_to_mend_it() -> None:
    presenter, view, desk = opened()
    desk.target.audits.waiting[0](REPORT)
    presenter.toggle(("audit/timer-not-cleared",))
    presenter.toggle(("passed",))
    assert view.rows()[1].strip().startswith("pages/a/a.js:3  This timer goes on")
    assert view.rows()[2].strip().startswith("→ Keep its number")
    assert view.rows()[-1] == "  Addresses are encrypted (HTTPS)"
    for row in view.shown.rows if view.shown else ():
        presenter.open(row.path)
    assert desk.opened == [("pages/a/a.js", 3, 5)]


def test_an_audit_that_could_not_be_done_says_so_and_is_not_asked_for_again_by_itself() -> None:
    presenter, view, desk = opened()
    desk.target.audits.waiting[0](None)
    presenter.refresh()
    assert view.shown is not None
    assert "could not" in view.shown.summary
    assert len(desk.target.audits.waiting) == 1
    presenter.run()
    assert len(desk.target.audits.waiting) == 2


def test_a_build_makes_the_audit_old() -> None:
    _presenter, view, desk = opened()
    desk.target.audits.waiting[0](REPORT)
    desk.problems.replace(())
    assert view.shown is not None
    assert "audit again" in view.shown.summary


def test_bars_lead_from_packages_to_files() -> None:
    presenter, view, desk = opened()
    desk.target.audits.waiting[0](REPORT)
    assert view.shown is not None
    assert [(bar.name, bar.is_too_large) for bar in view.shown.bars] == [("main package", False), ("shop", True)]
    presenter.go(view.shown.bars[0])
    assert [(bar.name, bar.size_bytes // KB) for bar in view.shown.bars] == [("images/", 200), ("app.js", 100)]
    presenter.go(view.shown.bars[0])
    presenter.go(view.shown.bars[0])
    assert desk.opened == [("images/a.png", 0, 0)]
    assert view.shown.way == "main package / images"
    presenter.go_up()
    presenter.go_up()
    assert view.shown.way == "Packages"
    assert not view.shown.can_go_up


def test_a_folder_that_holds_only_a_folder_is_no_step() -> None:
    assert [bar.name for bar in bars(REPORT.packages, ("shop",))] == ["shop/pages/list/list.js"]
    assert bars(REPORT.packages, ("gone",)) == []


def test_a_run_is_judged_by_its_records() -> None:
    presenter, view, desk = opened()
    desk.target.audits.waiting[0](REPORT)
    records = desk.target.records
    place = (StackFrame("load", "pages/a/a.js", 7, 3),)
    records.pass_on(launched())
    records.pass_on(dom(2, size_bytes=300 * KB), dom(2, outcome="ok", duration_ms=6000.0))
    records.pass_on(*(dom(number, 1e12 + number) for number in range(3, 30)))
    records.pass_on(dom(30, outcome="ok", duration_ms=700.0))
    call = record("api", "request", payload=b'{"url": "https://a.example/b?c=1"}', stack=place)
    records.pass_on(msgspec.structs.replace(call, outcome="ok", duration_ms=1500.0))
    failed = msgspec.structs.replace(call, outcome="fail", result=b'{"errMsg": "request:fail timeout"}')
    records.pass_on(failed, failed)
    records.pass_on(*[msgspec.structs.replace(call, outcome="pending")] * 11)
    records.pass_on(Record(50, 1e12, "error", "TypeError: x", stack=place))
    records.pass_on(Record(51, 1e12, "notice", "busy", code="busy", detail={"what": "a onTap", "ms": "1200"}))
    assert view.stirs > 0
    presenter.refresh()
    for name in ("audit/failed-call", "audit/exception"):
        presenter.toggle((name,))
    text = "\n".join(view.rows())
    for title in ("5 s", "256 kB", "updates a second", "painted within", "busy for long", "requests a second", "1 s"):
        assert title in text, title
    assert "pages/a/a.js:7  wx.request failed 2 times: request:fail timeout https://a.example/b?c=1" in text
    records.pass_on(launched())
    presenter.refresh()
    assert "wx.request" not in "\n".join(view.rows())


def test_a_page_with_too_many_nodes() -> None:
    presenter, view, desk = opened()
    desk.target.pages.nodes = [{"tag": "view", "children": [{"tag": "text", "children": ["a"]}] * 1000}]
    desk.target.records.pass_on(launched())
    desk.target.audits.waiting[0](REPORT)
    presenter.refresh()
    assert "Pages have fewer than 1000 nodes  1  −3 of 3" in view.rows()


def test_records_before_the_audit_count_and_hostile_ones_do_no_harm() -> None:
    _presenter, view, desk = opened()
    desk.target.records.pass_on(launched())
    broken = record("api", "request", payload=b'{"url": ', outcome="fail", result=b"[" * 5000)
    desk.target.records.pass_on(*(msgspec.structs.replace(broken, title="request") for _ in range(100)))
    desk.target.records.pass_on(*(Record(n, 1e12, "error", f"Error: {n}") for n in range(500)))
    desk.target.audits.waiting[0](REPORT)
    assert "No exception is uncaught  50  −5 of 5" in view.rows()
