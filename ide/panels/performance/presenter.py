"""What Performance does, without Qt: tells the start in phases, records what takes time, writes it to a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ide.models.console.quantities import milliseconds, size
from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.performance.asked import Memory
from ide.models.performance.heap import Heap, compared
from ide.models.performance.slices import LANES, Recording, Slice
from ide.models.performance.start_up import Phase, StartUp
from ide.models.performance.trace_file import trace_text
from simulator.bridge.record import Record
from simulator.debug.profile import Profile, Ran, cpuprofile_text

MOST_HEAVY = 8
"""Functions that are named when a profile has been made."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel draws beside the recording. `hints`: what can be mended at the start."""

    phases: Sequence[Phase]
    hints: Sequence[str]
    summary: str
    is_recording: bool
    is_profiling: bool = False


class PerformanceView(Protocol):
    """What the presenter asks of the panel."""

    def show_performance(self, shown: Shown, recording: Recording) -> None:
        """Draws everything."""

    def show_details(self, lines: Sequence[str], link: str) -> None:
        """Tells of one slice; `link` is the place in the source, if there is one."""

    def show_profile(self, profile: Profile | None) -> None:
        """Draws a profile, or none."""

    def show_heap(self, heap: Heap) -> None:
        """Tells what the program holds."""

    def stirred(self) -> None:
        """What is shown may be something else soon."""


class PerformancePresenter(PanelPresenter[PerformanceView]):
    """Of one project."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self.recording = Recording()
        self.chosen: Slice | None = None
        self.profile: Profile | None = None
        self.heap: Heap | None = None
        self._is_profiling = False
        self._place: tuple[str, int, int] | None = None
        self._start = StartUp()
        self._measures = desk.target.measures

    def receive(self, records: Sequence[Record]) -> None:
        """The start is followed whether or not somebody looks."""
        launch = next((number for number, record in enumerate(records) if record.code == "launch"), None)
        if launch is not None:
            self._start.launched(records[launch], self._measures.asked_at_ms())
            self.heap = None
        has_news = self._start.receive(records) or launch is not None
        if (self.recording.receive(records) or has_news) and self.is_seen:
            self._tell(lambda view: view.stirred())

    def refresh(self) -> None:
        """Shows what is known."""
        phases = self._start.phases()
        texts = self._desk.appearance.texts
        hints = [texts(f"performance.hint.{phase.name}") for phase in phases if phase.is_slow]
        shown = Shown(phases, hints, self.summary, self.recording.is_on, self._is_profiling)
        self._tell(lambda view: view.show_performance(shown, self.recording))

    def record(self, *, is_on: bool) -> None:
        """Begins a recording, or ends it."""
        if is_on:
            self.recording.begin()
            self.choose(None)
            self.sample()
        else:
            self.recording.is_on = False
        # Frames are measured, and calls told, while somebody watches.
        self._desk.target.updates.watch("performance", is_on=is_on)
        self.refresh()

    def clear(self) -> None:
        """Forgets the recording."""
        self.recording.clear()
        self.choose(None)
        self.refresh()

    def sample(self) -> None:
        """Measures the memory, while recording."""
        if self.recording.is_on:
            self._measures.memory(self._measured)

    def choose(self, one: Slice | None) -> None:
        """Tells of a slice."""
        self.chosen = one
        self._tell_of(self._details(one) if one else [], one.place if one else None)

    def choose_call(self, one: Ran | None) -> None:
        """Tells of a call in the profile, and of its function."""
        profile = self.profile
        if one is None or profile is None:
            self._tell_of([], None)
            return
        function, texts = profile.functions[one.function], self._desk.appearance.texts
        _, count, own_us, whole_us = next(total for total in profile.totals() if total[0] is function)
        facts = {"count": count, "own": milliseconds(own_us / 1000), "whole": milliseconds(whole_us / 1000)}
        lines = [function.name, milliseconds(one.length_us / 1000), texts("performance.function", **facts)]
        self._tell_of(lines, (function.file, function.line, function.column))

    def open_chosen(self) -> None:
        """Shows where the program asked for it."""
        if self._place is not None:
            self._desk.open_source(*self._place)

    def profile_logic(self, *, is_on: bool) -> None:
        """Begins a profile of the logic layer, or ends it; either starts the program again where it is."""
        if is_on and not self._is_profiling:
            self._is_profiling = True
            self._measures.begin_profile(self._profile_began)
        elif not is_on and self._is_profiling:
            self._is_profiling = False
            self._measures.end_profile(self._profiled)
        self.refresh()

    def look_for_leaks(self) -> None:
        """Names the pages that were unloaded and are still held."""
        self._measures.left_pages(self._left)

    def count_heap(self) -> None:
        """Counts what the program holds, by constructor."""
        self._measures.heap(self._counted)

    def save(self, path: Path) -> None:
        """Writes the recording as a trace of Chrome's. Raises OSError."""
        path.write_text(trace_text(self.recording), "utf-8")

    def save_profile(self, path: Path) -> None:
        """Writes the profile for Chrome or VS Code. Raises OSError."""
        if self.profile is not None:
            path.write_text(cpuprofile_text(self.profile), "utf-8")

    def close(self) -> None:
        """The project is closed."""
        if self.recording.is_on:
            self._desk.target.updates.watch("performance", is_on=False)
        super().close()

    def lines(self) -> list[str]:
        """The phases of the start, and the slices."""
        texts = self._desk.appearance.texts
        phases = [
            f"{texts(f'performance.phase.{one.name}')}: {milliseconds(one.length_ms)}" for one in self._start.phases()
        ]
        return [*phases, *(f"{one.lane}: {one.name} {milliseconds(one.length_ms)}" for one in self.recording.slices)]

    @property
    def summary(self) -> str:
        """What a recording holds."""
        texts, recording = self._desk.appearance.texts, self.recording
        if not recording.slices:
            return texts("performance.recording" if recording.is_on else "performance.how")
        counts = {lane: 0 for lane in LANES}
        for one in recording.slices:
            counts[one.lane] += 1
        first_ms, last_ms = recording.span_ms
        parts = [texts(f"performance.count.{lane}", count=count) for lane, count in counts.items() if count]
        if recording.memory:
            newest = recording.memory[-1]
            sizes = {"logic": f"{newest.logic_mb:.0f}", "view": f"{newest.view_mb:.0f}"}
            parts.append(texts("performance.memory", total=f"{newest.total_mb:.0f}", **sizes))
        if recording.lost:
            parts.append(texts("performance.lost", count=recording.lost))
        return "  ·  ".join([milliseconds(last_ms - first_ms), *parts])

    def _profile_began(self, obstacle: str) -> None:
        if obstacle:
            self._is_profiling = False
            self._desk.say(self._desk.appearance.texts("performance.not_profiled"))
            self.refresh()

    def _profiled(self, profile: Profile | None) -> None:
        self.profile = profile
        if profile is None:
            self._desk.say(self._desk.appearance.texts("performance.profile_gone"))
        self._tell(lambda view: view.show_profile(profile))
        self._tell_of(self._heaviest(), None)
        self.refresh()

    def _counted(self, found: Heap) -> None:
        self.heap = heap = compared(found, self.heap)
        self._tell(lambda view: view.show_heap(heap))

    def _left(self, pages: Sequence[tuple[str, str]]) -> None:
        texts = self._desk.appearance.texts
        if not pages:
            self._tell_of([texts("performance.no_leaks")], None)
            return
        unknown = texts("performance.way_unknown")
        counts = Counter(pages)
        lines = [f"{path} ×{count}  ←  {way or unknown}" for (path, way), count in counts.most_common(MOST_HEAVY)]
        self._tell_of([texts("performance.leaked", count=len(pages)), *lines, texts("performance.mend_leak")], None)

    def _heaviest(self) -> list[str]:
        """The functions in which most of the time was spent."""
        texts, profile = self._desk.appearance.texts, self.profile
        if profile is None or not profile.calls:
            return []
        lines = [
            f"{milliseconds(own_us / 1000)}  {function.name}  {function.file}:{function.line}"
            for function, _, own_us, _ in profile.totals()[:MOST_HEAVY]
        ]
        lost = [texts("performance.lost_calls", count=profile.lost)] if profile.lost else []
        return [texts("performance.heaviest"), *lines, *lost]

    def _tell_of(self, lines: Sequence[str], place: tuple[str, int, int] | None) -> None:
        self._place = place
        link = f"{place[0]}:{place[1]}" if place else ""
        self._tell(lambda view: view.show_details(lines, link))

    def _measured(self, memory: Memory | None) -> None:
        if memory is not None and self.recording.is_on:
            self.recording.memory.append(memory)
            self._tell(lambda view: view.stirred())

    def _details(self, one: Slice) -> list[str]:
        texts = self._desk.appearance.texts
        lines = [one.name, f"{texts(f'performance.lane.{one.lane}')}  {milliseconds(one.length_ms)}"]
        lines += [f"{texts(f'performance.part.{name}')}  {milliseconds(length)}" for name, length in one.parts]
        if one.page and one.page != one.name:
            lines.append(one.page)
        if one.size_bytes:
            lines.append(size(one.size_bytes))
        if one.has_failed:
            lines.append(texts("performance.has_failed"))
        return lines
