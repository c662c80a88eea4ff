"""What the console does, without Qt: takes records in, decides what is shown, answers to the toolbar and to clicks."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal, Protocol, TextIO

import msgspec

from ide.models.console.completion import Wanted, known_names
from ide.models.console.content import RowState, content_of
from ide.models.console.errors import ConsoleErrors
from ide.models.console.filters import Filter, Group, LevelGroup
from ide.models.console.history import History
from ide.models.console.lines import Action, Content, Source, Toggle, ToggleGroup, source_span
from ide.models.console.live import LiveExpressions
from ide.models.console.mended import MendedFindings
from ide.models.console.opened import Opened
from ide.models.console.timeline import Change, Timeline
from ide.models.console.values import frame_line
from ide.models.console.values_at import first_object, preview_at
from ide.models.mocks.from_answers import add_rule, can_mock_call, rule_of_call
from ide.models.panel_presenter import Badge, PanelDesk, PanelPresenter
from ide.models.problems import Problems
from ide.models.texts import Texts
from simulator.bridge.ndjson import write_records
from simulator.bridge.preview import Preview, plain_text
from simulator.bridge.record import Record, own_frames
from simulator.debug.debugger import Evaluation

MAX_WAITING = 100_000


class ConsoleView(Protocol):
    """What the presenter needs of the widget."""

    def rows_changed(self, change: Change) -> None: ...
    def row_changed(self, index: int) -> None: ...
    def state_changed(self) -> None: ...
    def live_changed(self) -> None: ...
    def live_stirred(self) -> None: ...
    def shows_end(self) -> bool:
        """Whether the newest row is before somebody's eyes."""

    def stirred(self) -> None: ...


class ConsolePresenter(PanelPresenter[ConsoleView]):
    """Owner of the console's state. `receive` may be called at any rate; `flush` brings what came to the view."""

    def __init__(self, desk: PanelDesk, timeline: Timeline | None = None) -> None:
        self.timeline = timeline if timeline is not None else Timeline()
        self.history = History()
        self.errors = ConsoleErrors()
        self.mended = MendedFindings()
        self.is_paused = False
        self.is_preserving = False
        self.is_stamped = False
        self._waiting: list[Record] = []
        self._opened: dict[int, Opened] = {}
        self._local = itertools.count(-1, -1)
        self._told_errors = 0
        self.live = LiveExpressions(desk.target.values, self._live_changed)
        super().__init__(desk)
        self._leave_problems = desk.problems.changed.connect(self._built)

    @property
    def texts(self) -> Texts:
        """The words, in the present language."""
        return self._desk.appearance.texts

    # ------------------------------------------------------------ records

    def receive(self, records: Sequence[Record]) -> None:
        """Takes what has passed. It waits until the view, which knows how often it can be read, calls `flush`."""
        self.errors.take(records)
        self.mended.take(records)
        if any(record.code == "launch" for record in records):
            self.live.start_afresh()
        # What evaluating them leaves is routine, and no reason to evaluate them again.
        if self.live.listed and not all(record.routine for record in records):
            self._tell(lambda view: view.live_stirred())
        self._waiting.extend(records)
        if len(self._waiting) > 2 * MAX_WAITING:
            del self._waiting[:-MAX_WAITING]
        if self._views:
            self._tell(lambda view: view.stirred())
        else:
            self.flush()

    @property
    def waiting(self) -> int:
        """How many records wait."""
        return len(self._waiting)

    def flush(self) -> None:
        """Shows what has come, unless paused."""
        if self._waiting and not self.is_paused:
            records, self._waiting = self._waiting, []
            self._show(self.timeline.extend(records, preserve=self.is_preserving))
        elif self._waiting:
            self._state_changed()
        self.look()

    def look(self) -> None:
        """Errors are on the tab until somebody has the end of the rows before their eyes, with errors in it."""
        is_clear = not self.is_paused and self.timeline.filter.shows_errors
        if is_clear and any(view.shows_end() for view in self._views):
            self.errors.forget()
        if self.errors.count != self._told_errors:
            self._told_errors = self.errors.count
            self.badged.emit(Badge(self._told_errors, is_bad=True))

    # ------------------------------------------------------------ rows

    def content(self, index: int) -> Content:
        """What the row shows now."""
        row = self.timeline.row(index)
        opened, record = self._opened.get(row.first) or Opened(), self.timeline.record(index)
        is_closed, is_mended = self.timeline.is_closed(record.opens), record.sequence in self.mended
        state = RowState(row.count, self.is_stamped, is_closed, is_mended)
        return content_of(record, state, opened, self.texts)

    def click(self, index: int, action: Action) -> None:
        """The user clicked a span that has an action."""
        if isinstance(action, Source):
            self._desk.open_source(action.file, action.line, action.column)
            return
        if isinstance(action, ToggleGroup):
            self._show(self.timeline.toggle_group(action.number))
            return
        sequence = self.timeline.row(index).first
        self._toggle(sequence, self._opened.setdefault(sequence, Opened()), action)

    def place_of(self, index: int) -> Source | None:
        """Where in the project the row comes from."""
        spans = (source_span(frame) for frame in own_frames(self.timeline.record(index).stack))
        return next((span.action for span in spans if span and isinstance(span.action, Source)), None)

    def _toggle(self, sequence: int, opened: Opened, action: Toggle) -> None:
        opened.toggle(action.path)
        if action.object_id:
            opened.fetch(
                action.path,
                action.object_id,
                action.start,
                self._desk.target.values.members,
                lambda: self._sequence_changed(sequence),
            )
        self._sequence_changed(sequence)

    # ------------------------------------------------------------ toolbar

    def clear(self) -> None:
        """Forgets all records, those that wait too."""
        self._waiting = []
        self.errors.forget()
        self.mended.forget()
        self._show(self.timeline.clear())
        self.look()

    def close(self) -> None:
        """The project is closed."""
        self._leave_problems()
        super().close()

    def set_paused(self, paused: bool) -> None:
        """Holds new records back, or shows them again."""
        self.is_paused = paused
        self.flush()
        self._state_changed()

    def set_preserving(self, preserving: bool) -> None:
        """Whether a launch keeps what came before it."""
        self.is_preserving = preserving
        self._state_changed()

    def set_stamped(self, stamped: bool) -> None:
        """Whether rows show their time."""
        self.is_stamped = stamped
        self._show(Change(reset=True))

    def toggle_group(self, group: Group) -> None:
        """Shows or hides logs, bridge messages or API calls; with the messages, calls of setData are told of."""
        self._set_filter(replace(self.timeline.filter, groups=self.timeline.filter.groups ^ {group}))
        self._desk.target.updates.watch("console", is_on="bridge" in self.timeline.filter.groups)

    def toggle_level(self, level: LevelGroup) -> None:
        """Shows or hides a level of logs."""
        self._set_filter(replace(self.timeline.filter, levels=self.timeline.filter.levels ^ {level}))

    def set_routine(self, routine: bool) -> None:
        """Shows or hides forwarded copies, acknowledgements and heartbeats."""
        self._set_filter(replace(self.timeline.filter, routine=routine))

    def set_text(self, text: str) -> None:
        """Shows only what contains the text."""
        self._set_filter(replace(self.timeline.filter, text=text))

    def _set_filter(self, chosen: Filter) -> None:
        self._show(self.timeline.set_filter(chosen))
        self.look()

    # ------------------------------------------------------------ out

    def copied(self, indices: Sequence[int]) -> str:
        """The rows as plain text."""
        return "\n".join(self.content(index).text() for index in indices)

    def stack_of(self, index: int) -> str:
        """What a row says and the calls that led to it, as text; empty without any."""
        record = self.timeline.record(index)
        if not record.stack:
            return ""
        return "\n".join([record.title, *(frame_line(frame, 2).text() for frame in record.stack)])

    def can_mock(self, index: int) -> bool:
        """Whether a row is a call whose answer can be given again."""
        return can_mock_call(self.timeline.record(index))

    def mock(self, index: int) -> None:
        """The API is answered from now on as this call was."""
        rule = rule_of_call(self.timeline.record(index))
        self._desk.say(add_rule(self._desk.target.mocks, rule, self.texts))

    def value_in(self, index: int, action: Action | None) -> Preview | None:
        """The value that was clicked in a row, or else its first object."""
        row, record = self.timeline.row(index), self.timeline.record(index)
        opened = self._opened.get(row.first) or Opened()
        path = action.path if isinstance(action, Toggle) else first_object(record)
        return preview_at(record, path, opened) or preview_at(record, first_object(record), opened)

    def copy_json(self, value: Preview, copy: Callable[[str], None]) -> None:
        """Hands over the value as JSON text, perhaps later; says why there is none."""
        if value.get("id"):
            self._desk.target.values.write(
                int(value["id"]), lambda text, why: copy(text) if text else self._desk.say(why)
            )
        else:
            copy(json.dumps(value.get("v"), ensure_ascii=False))

    def store(self, value: Preview) -> None:
        """Makes the value a global variable and shows it under its name."""
        self._desk.target.values.store(int(value["id"]), self._stored)

    def _stored(self, name: str, why: str) -> None:
        if name:
            self.evaluate(name)
        else:
            self._desk.say(why)

    def export(self, stream: TextIO) -> int:
        """Writes the records that pass the filter as NDJSON; returns how many."""
        return write_records(self.timeline.visible_records(), stream)

    def lines(self) -> list[str]:
        """The rows that pass the filter."""
        return [self.content(index).text() for index in range(len(self.timeline))]

    # ------------------------------------------------------------ evaluator

    def evaluate(self, code: str) -> None:
        """Runs the text in the current page and shows it with its result."""
        if not code.strip():
            return
        self.history.add(code)
        self._add(self._record("input", code.strip().splitlines()[0], code.encode()))
        chosen = self._desk.target.pages.chosen or ()
        self._desk.target.values.evaluate(code, self._evaluated, chosen=chosen, keeps=True)

    def complete(self, wanted: Wanted, offer: Callable[[Wanted, Sequence[str]], None]) -> None:
        """Finds names for the evaluator line; `offer` gets them, perhaps later."""
        known = known_names(wanted)
        if known is not None:
            offer(wanted, known)
            return

        self._desk.target.values.names(
            wanted.chain,
            wanted.prefix,
            lambda names: offer(wanted, [name for name in names if name != wanted.prefix]),
        )

    def _evaluated(self, answer: Evaluation) -> None:
        if answer.error:
            record = self._record("result", answer.error, b"")
            self._add(msgspec.structs.replace(record, level="error", stack=answer.stack))
        else:
            self._add(self._record("result", plain_text([answer.value]), msgspec.json.encode([answer.value])))

    def _record(self, kind: Literal["input", "result"], title: str, payload: bytes) -> Record:
        return Record(next(self._local), time.time() * 1000, kind, title, payload=payload)

    def _add(self, record: Record) -> None:
        self.flush()
        self._show(self.timeline.extend([record]))

    # ------------------------------------------------------------ view

    def _show(self, change: Change) -> None:
        if change.reset or change.removed_first:
            self._forget_gone()
        if change:
            self._tell(lambda view: view.rows_changed(change))
        self._state_changed()

    def _forget_gone(self) -> None:
        """Rows that a filter hides stay open; those whose records are gone are forgotten."""
        for sequence in [sequence for sequence in self._opened if not self.timeline.knows(sequence)]:
            del self._opened[sequence]

    def _live_changed(self) -> None:
        self._tell(lambda view: view.live_changed())

    def _built(self, problems: Problems) -> None:
        if self.mended.built(problems.diagnostics):
            self._show(Change(reset=True))

    def _sequence_changed(self, sequence: int) -> None:
        index = self.timeline.index_of(sequence)
        if index is not None:
            self._tell(lambda view: view.row_changed(index))

    def _state_changed(self) -> None:
        self._tell(lambda view: view.state_changed())
