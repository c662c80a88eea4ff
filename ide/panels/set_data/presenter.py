"""What the setData panel does, without Qt: watches the calls, adds them up, lists them with what should be mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from ide.models.console.lines import Span
from ide.models.console.quantities import milliseconds, size
from ide.models.panel_presenter import Badge, PanelDesk, PanelPresenter
from ide.models.stirring import is_launch
from ide.models.tree_rows import Path, TreeRow
from ide.models.updates.calls import Call, call_of, timing_of
from ide.models.updates.frame import FrameFlame, flame_of
from ide.models.updates.ledger import Advice, KeyTotal, Ledger, Total
from simulator.bridge.record import Record

SHOWN_CALLS = 30
_BAD: frozenset[Advice] = frozenset(("too-large", "large", "often"))


class SetDataView(Protocol):
    """What the presenter asks of the widget."""

    def show_rows(self, rows: Sequence[TreeRow], flame: FrameFlame) -> None:
        """Draws the list, and where the time of one frame went."""

    def stirred(self) -> None:
        """There is something new."""


class SetDataPresenter(PanelPresenter[SetDataView]):
    """Calls are watched from the moment the panel is looked at, until the user stops it."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self.is_watching = False
        self._ledger = Ledger()
        self._texts = desk.appearance.texts
        self._open: set[Path] = set()
        self._chosen: Call | None = None
        self._calls: dict[Path, Call] = {}
        self._now_ms = 0.0
        self._was_seen = False

    def receive(self, records: Sequence[Record]) -> None:
        """Adds up what has come."""
        for record in records:
            if is_launch(record):
                self._ledger.clear()
                self._chosen = None
            self._now_ms = max(self._now_ms, record.time_ms)
            if call := call_of(record):
                self._ledger.add(call)
            elif drawn := timing_of(record):
                self._ledger.drawn(*drawn)
        if self.is_watching:
            self.badged.emit(Badge(sum(1 for total in self._ledger.totals if total.advice())))
            self._tell(lambda view: view.stirred())

    def watch(self, *, is_on: bool) -> None:
        """The user begins or stops."""
        self.is_watching = is_on
        self._desk.target.updates.watch("set_data", is_on=is_on)
        self.refresh()

    def refresh(self) -> None:
        """Lists again; the first look begins the watch."""
        if self.is_seen and not self._was_seen:
            self._was_seen = True
            self.watch(is_on=True)
            return
        rows, flame = self.rows(), self._flame()
        self._tell(lambda view: view.show_rows(rows, flame))

    def clear(self) -> None:
        """Begins to count anew."""
        self._ledger.clear()
        self._chosen = None
        self.badged.emit(Badge(0))
        self.refresh()

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row."""
        self._open ^= {path}
        self.refresh()

    def choose(self, path: Path) -> None:
        """A call that was chosen shows where its frame's time went."""
        if call := self._calls.get(path):
            self._chosen = call
            self.refresh()

    def open(self, path: Path) -> None:
        """Shows the line that made a call."""
        if call := self._calls.get(path):
            self.open_call(call)

    def open_call(self, call: Call) -> None:
        """Shows the line that made it."""
        if call.place:
            self._desk.open_source(call.place.file, call.place.line, call.place.column)

    def close(self) -> None:
        """The project is closed."""
        if self.is_watching:
            self._desk.target.updates.watch("set_data", is_on=False)
        super().close()

    def lines(self) -> list[str]:
        """The rows, each as deep as it is."""
        return [row.indented() for row in self.rows()]

    def rows(self) -> list[TreeRow]:
        """Everything that is open."""
        self._calls.clear()
        rows: list[TreeRow] = []
        for total in self._ledger.totals:
            path = (total.path,)
            is_open = path in self._open
            rows.append(TreeRow(path, self._head(total), is_open))
            rows += [self._advice_row(path, advice, words) for advice, words in total.advice()]
            if is_open:
                rows += self._key_rows(path, total)
                rows += self._call_rows(path, total)
        return rows

    def _flame(self) -> FrameFlame:
        """Of the frame that shows the call that was chosen; empty if there is none yet, or nobody knows any more."""
        timing = self._ledger.timing(self._chosen) if self._chosen else None
        if self._chosen is None or timing is None:
            return FrameFlame()
        return flame_of(timing, self._ledger.calls_in(self._chosen.batch))

    def _head(self, total: Total) -> tuple[Span, ...]:
        numbers = self._texts(
            "set_data.total", calls=total.calls, now=total.calls_in_last_second(self._now_ms),
            most=total.most_in_a_second, size=size(total.size), largest=size(total.largest),
            ms=milliseconds(total.logic_ms),
        )  # fmt: skip
        wasted = self._texts("set_data.wasted", size=size(total.wasted)) if total.wasted else ""
        return (Span(total.path, "name"), Span(f"  {numbers}", "dim"), Span(f"  {wasted}", "warn"))

    def _advice_row(self, path: Path, advice: Advice, words: dict[str, str]) -> TreeRow:
        text = self._texts(f"set_data.advice.{advice}", **words)
        return TreeRow((*path, f"\0{advice}"), (Span(text, "fail" if advice in _BAD else "warn"),), None, None, 1)

    def _key_rows(self, path: Path, total: Total) -> Iterator[TreeRow]:
        for name, key in sorted(total.keys.items(), key=lambda item: -item[1].size):
            yield TreeRow((*path, f"\0key {name}"), (Span(name, "key"), *self._key_spans(key)), None, None, 1)

    def _key_spans(self, key: KeyTotal) -> Iterator[Span]:
        yield Span("  " + self._texts("set_data.key", calls=key.calls, size=size(key.size)), "dim")
        if key.unread:
            yield Span("  " + self._texts("set_data.unread"), "warn")
        if key.unchanged:
            yield Span("  " + self._texts("set_data.unchanged", count=key.unchanged), "warn")

    def _call_rows(self, path: Path, total: Total) -> Iterator[TreeRow]:
        for number, call in enumerate(reversed(list(total.recent)[-SHOWN_CALLS:])):
            row = (*path, f"\0call {total.calls - number}")
            self._calls[row] = call
            yield TreeRow(row, self._call_spans(call), None, None, 1)

    def _call_spans(self, call: Call) -> tuple[Span, ...]:
        keys = ", ".join(key.key for key in call.keys[:4]) + (" …" if call.count > 4 else "")
        place = f"{call.place.file.rpartition('/')[2]}:{call.place.line}" if call.place else ""
        drawn = self._ledger.timing(call)
        view = f" + {milliseconds(drawn.wire_ms)} + {milliseconds(drawn.seen_ms)}" if drawn else ""
        return (
            Span("setData", "method"), Span(f" {{{keys}}}  "), Span(place, "link"),
            Span(f"  {size(call.size)}  {milliseconds(call.logic_ms)}{view}", "dim"),
        )  # fmt: skip
