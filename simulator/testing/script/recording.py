"""The steps of a recording as they grow: what belongs together is one step, and can be undone as one.

Knows neither programs nor elements: steps come ready made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from simulator.testing.script import steps as does

LOST = does.Remark("Something was done here that no locator reaches")


@dataclass(frozen=True)
class _Entry:
    """A step; `follows`: it is there because of the one before."""

    step: does.Step
    follows: bool = False


class ScriptRecording:
    """`changed` is called after each change."""

    def __init__(self, changed: Callable[[], object] = lambda: None) -> None:
        self._changed = changed
        self._entries: tuple[_Entry, ...] = ()

    @property
    def steps(self) -> tuple[does.Step, ...]:
        """In the order in which they were done."""
        return tuple(entry.step for entry in self._entries)

    def add(self, step: does.Step) -> None:
        """The user has done something, or wants something to be so."""
        last = self._entries[-1].step if self._entries else None
        if isinstance(step, does.Leave) and not (isinstance(last, does.Fill) and last.way == step.way):
            return
        if last is not None and (joined := _joined(last, step)) is not None:
            self._become((*self._entries[:-1], replace(self._entries[-1], step=joined)))
        else:
            self._become((*self._entries, _Entry(step)))

    def page_shown(self, url: str, *, tab: str = "") -> None:
        """Another page is on top; `tab` is its path if it is one of a tab.

        A tab bar that the program draws itself lies outside of all pages: what was lost there led to this tab."""
        entry = _Entry(does.ExpectPage(url), follows=True)
        if tab and self._entries and self._entries[-1].step == LOST:
            self._entries = (*self._entries[:-1], _Entry(does.SwitchTab(tab)))
        if self._entries and isinstance(self._entries[-1].step, does.ExpectPage) and self._entries[-1].follows:
            self._become((*self._entries[:-1], entry))
        else:
            self._become((*self._entries, entry))

    def undo(self) -> None:
        """Without the last thing that was done, and what followed from it."""
        entries = self._entries
        while entries and entries[-1].follows:
            entries = entries[:-1]
        if entries != self._entries or entries:
            self._become(entries[:-1])

    def clear(self) -> None:
        """From the beginning."""
        self._become(())

    def _become(self, entries: tuple[_Entry, ...]) -> None:
        self._entries = entries
        self._changed()


def _joined(last: does.Step, step: does.Step) -> does.Step | None:
    """Both as one step; None if they are two."""
    match last, step:
        case does.Fill(way, text, False), does.Fill(other, later, confirms) if way == other:
            return does.Fill(way, later, confirms) if not confirms or later == text else None
        case does.SetValue(way), does.SetValue(other) if way == other:
            return step
        case does.Scroll(way), does.Scroll(other) if way == other:
            return step
        case does.SetWorld(name), does.SetWorld(other_name) if name == other_name:
            return step
        case _:
            return None
