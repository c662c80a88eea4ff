"""What a running program has shown against the platform's limits: read off the records, kept until the next launch."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Sequence

from ide.models.audits import limits
from ide.models.updates.ledger import CALLS_A_SECOND, LARGE_SIZE
from runtime.audit.report import Category, Verdict
from runtime.diagnostics import Diagnostic, Span
from simulator.bridge.record import Record, own_frames

MOST_FINDINGS = 50
"""Of one rule; the worst a place has shown counts, further places are left out."""
_NETWORK = frozenset({"request", "downloadFile", "uploadFile"})
_RULES: tuple[tuple[str, Category, int], ...] = (
    ("audit/slow-start", "performance", 4),
    ("audit/large-update", "performance", 4),
    ("audit/frequent-updates", "performance", 4),
    ("audit/slow-update", "performance", 3),
    ("audit/large-page", "performance", 3),
    ("audit/long-task", "performance", 3),
    ("audit/many-requests", "experience", 2),
    ("audit/slow-request", "experience", 2),
    ("audit/failed-call", "practice", 3),
    ("audit/exception", "practice", 5),
)


class RunRules:
    """Of one program; `has_run` tells whether there is anything to judge."""

    def __init__(self) -> None:
        self.has_run = False
        self._begin()

    def verdicts(self) -> tuple[Verdict, ...]:
        """A verdict for each rule, none before the first launch."""
        if not self.has_run:
            return ()
        return tuple(
            Verdict(name, category, weight, tuple(found for found, _ in self._found.get(name, {}).values()))
            for name, category, weight in _RULES
        )

    def receive(self, records: Sequence[Record]) -> bool:
        """What has passed; whether a finding has come of it."""
        self._has_news = False
        for record in records:
            if record.code == "launch":
                self._begin()
                self.has_run = self._has_news = True
                self._launched_ms = record.time_ms
            elif record.kind == "bridge" and record.title.startswith("dom ") and record.page:
                self._update(record)
            elif record.kind == "api" and record.title in _NETWORK:
                self._call(record)
            elif record.kind == "error" and record.origin == "program":
                frame = next(iter(own_frames(record.stack)), None)
                place = Span(frame.file, frame.line, frame.column) if frame else Span("")
                self._find("audit/exception", record.title, 1, place, message=record.title)
            elif record.code == "busy":
                what, duration_ms = record.detail.get("what", ""), float(record.detail.get("ms", 0))
                self._find("audit/long-task", what, duration_ms, Span(""), what=what, duration=f"{duration_ms:.0f}")
        return self._has_news

    def page_seen(self, page: str, nodes: int) -> None:
        """How many nodes a page has now."""
        if nodes >= limits.MOST_NODES:
            self._find(
                "audit/large-page", page, nodes, _page(page), page=page, count=str(nodes), most=str(limits.MOST_NODES)
            )

    def _begin(self) -> None:
        self._found: dict[str, dict[str, tuple[Diagnostic, float]]] = {}
        self._launched_ms = 0.0
        self._has_painted = self._has_news = False
        self._updates: dict[str, deque[float]] = {}
        self._requests: deque[float] = deque()
        self._failures: dict[str, int] = {}

    def _update(self, record: Record) -> None:
        page = record.page
        if record.is_final:
            self._painted(record)
            return
        if record.size_bytes > LARGE_SIZE:
            size, most = f"{record.size_bytes / 1024:.0f}", str(LARGE_SIZE // 1024)
            self._find("audit/large-update", page, record.size_bytes, _page(page), page=page, size=size, most=most)
        count = _within_a_second(self._updates.setdefault(page, deque()), record.time_ms)
        if count > CALLS_A_SECOND:
            most = str(CALLS_A_SECOND)
            self._find("audit/frequent-updates", page, count, _page(page), page=page, count=str(count), most=most)

    def _painted(self, record: Record) -> None:
        duration_ms, page = record.duration_ms or 0.0, record.page
        if not self._has_painted and self._launched_ms:
            self._has_painted = True
            start_ms = record.time_ms + duration_ms - self._launched_ms
            if start_ms > limits.MOST_START_MS:
                most = f"{limits.MOST_START_MS:.0f}"
                self._find("audit/slow-start", "", start_ms, Span("app.js"), duration=f"{start_ms:.0f}", most=most)
        elif duration_ms > limits.MOST_UPDATE_MS:
            words = {"page": page, "duration": f"{duration_ms:.0f}", "most": f"{limits.MOST_UPDATE_MS:.0f}"}
            self._find("audit/slow-update", page, duration_ms, _page(page), **words)

    def _call(self, record: Record) -> None:
        frame = next(iter(own_frames(record.stack)), None)
        place = Span(frame.file, frame.line, frame.column) if frame else Span("")
        if not record.is_final:
            count = _within_a_second(self._requests, record.time_ms)
            if count > limits.MOST_REQUESTS_A_SECOND:
                most = str(limits.MOST_REQUESTS_A_SECOND)
                self._find("audit/many-requests", "", count, place, count=str(count), most=most)
            return
        address, duration_ms = _member(record.payload, "url"), record.duration_ms or 0.0
        if record.outcome == "ok" and duration_ms > limits.MOST_REQUEST_MS:
            words = {"name": f"wx.{record.title}", "duration": f"{duration_ms:.0f}", "address": address}
            self._find("audit/slow-request", address.partition("?")[0], duration_ms, place, **words)
        if record.outcome == "fail":
            reason = f"{_member(record.result, 'errMsg')} {address}".strip()
            count = self._failures.get(reason, 0) + 1
            if count > 1 or len(self._failures) < MOST_FINDINGS:
                self._failures[reason] = count
            words = {"name": f"wx.{record.title}", "count": str(count), "reason": reason}
            self._find("audit/failed-call", reason, count, place, **words)

    def _find(self, code: str, key: str, amount: float, place: Span, **words: str) -> None:
        """The worst of each key stays."""
        found = self._found.setdefault(code, {})
        if amount > found[key][1] if key in found else len(found) < MOST_FINDINGS:
            found[key] = Diagnostic(code, place, words), amount
            self._has_news = True


def _within_a_second(times: deque[float], now_ms: float) -> int:
    times.append(now_ms)
    while times[0] < now_ms - 1000:
        times.popleft()
    return len(times)


def _page(path: str) -> Span:
    return Span(f"{path}.wxml")


def _member(payload: bytes, name: str) -> str:
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError):
        return ""
    return str(value.get(name, ""))[:300] if isinstance(value, dict) else ""
