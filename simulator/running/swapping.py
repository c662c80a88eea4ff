"""Puts changed code into the running program without starting it again, or says why it must be started again.

First the program is asked which scripts a change concerns, then those are looked over for what cannot be evaluated
anew, then the changed parts are sent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw

from runtime.protocol import logic, view
from simulator.bridge.notices import Notices
from simulator.running.logic_questions import LogicQuestions
from simulator.running.starting import Start, compiled_program
from simulator.session.session import Session

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from runtime.compiler.changes import Changes
    from runtime.compiler.swaps import ScriptObstacle
    from runtime.project.model import Project

Judge = Callable[["Project", Sequence[str], Callable[["ScriptObstacle | None"], None]], None]
"""Looks for what stands in the way of evaluating scripts anew; see `swap_judge`."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A change from the build that runs (`applied`) to another. `scripts` are evaluated anew."""

    applied: BuildResult
    result: BuildResult
    changes: Changes
    scripts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SwapEnds:
    """Which of them is called, once, at the end of a swap; none, if the program has been started anew meanwhile."""

    swapped: Callable[[], None]
    broken: Callable[[logic.Patched], None]
    refused: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class SwappingParts:
    """`send` takes style sheets to the phone; `latest_start` tells whether it is still the same run."""

    session: Session
    questions: LogicQuestions
    judge: Judge
    send: Callable[[view.HostToView], None]
    notices: Notices
    latest_start: Callable[[], Start | None]


class Swapping:
    """For one program."""

    def __init__(self, parts: SwappingParts) -> None:
        self._parts = parts

    def swap(self, swap: Swap, ends: SwapEnds) -> None:
        """Begins; styles are there at once."""
        self._parts.session.use_program(compiled_program(swap.result))
        self._swap_styles(swap)
        if swap.scripts:
            start = self._parts.latest_start()
            self._parts.questions.ask_dependents(list(swap.scripts), partial(self._judge, swap, ends, start))
        elif swap.changes.templates or swap.changes.wxs:
            self._patch(swap, ends)
        else:
            ends.swapped()

    def add(self, before: BuildResult, result: BuildResult) -> None:
        """Gives the program what `before` did not have yet; what it shows stays, but for templates that turned out
        otherwise (style sheets of other pages may select by data of theirs)."""
        self._parts.session.use_program(compiled_program(result))
        shown = [path for path in result.changes(before).templates if path in before.program["templates"]]
        self._parts.questions.patch(
            result.changed_program(before), lambda _answer: None, templates=shown, scripts=(), is_rest=True
        )

    def _judge(self, swap: Swap, ends: SwapEnds, start: Start | None, answer: logic.Inspected) -> None:
        evaluated = msgspec.json.decode(answer.value, type=list[str])
        if swap.applied.program["app_script"] in evaluated:
            self._patch(swap, ends)  # app.js itself is what the program finds in the way
            return

        def judged(obstacle: ScriptObstacle | None) -> None:
            if start is not self._parts.latest_start():
                return  # the program has been started anew since, with what this would bring
            if obstacle is None:
                self._patch(swap, ends)
                return
            ends.refused(self._words(swap, obstacle.code, obstacle.file, name=obstacle.name, line=str(obstacle.line)))

        self._parts.judge(swap.applied.project, evaluated, judged)

    def _patch(self, swap: Swap, ends: SwapEnds) -> None:
        def patched(answer: logic.Patched) -> None:
            if answer.ok:
                ends.swapped()
            elif answer.is_broken:
                ends.broken(answer)
            elif answer.obstacle is None:
                ends.refused(answer.reason)
            else:
                obstacle = answer.obstacle
                ends.refused(self._words(swap, obstacle.code, obstacle.file, name=obstacle.name))

        changed = swap.result.changed_program(swap.applied)
        self._parts.questions.patch(changed, patched, templates=swap.changes.templates, scripts=swap.scripts)

    def _words(self, swap: Swap, code: str, file: str, **words: str) -> str:
        return self._parts.notices.text(f"reload.{code}", file=swap.applied.project.files.outer(file), **words)

    def _swap_styles(self, swap: Swap) -> None:
        wanted = set(swap.changes.styles)
        if not wanted:
            return
        pages = self._parts.session.pages
        sent: set[str] = set()
        for page in (*pages.stack, *pages.dangling):
            for sheet in swap.result.page_styles(page.path):
                if sheet.path in wanted and sheet.path not in sent:
                    sent.add(sheet.path)
                    self._parts.send(view.ReplaceStyle(sheet))
        for path in wanted - sent:
            # A sheet that was removed: nothing of it may stay.
            gone = view.StyleSheet(path, Raw(msgspec.json.encode([])), "component")
            self._parts.send(view.ReplaceStyle(gone))
