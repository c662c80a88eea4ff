"""The debugger of one program, and how scripts that run without probes get them: evaluated anew with their state kept,
as after a save, or by a start on the same pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.bridge.notices import Notices
from simulator.debug.program_debugger import DebuggerParts, ProgramDebugger
from simulator.debug.sides import DebugSides
from simulator.running.logic_link import LogicLink
from simulator.running.logic_questions import LogicQuestions
from simulator.running.swapping import Swap, SwapEnds, Swapping

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


@dataclass(frozen=True, slots=True)
class Arming:
    """`restart` starts the program again where it is."""

    swapping: Swapping
    notices: Notices
    build: Callable[[], BuildResult | None]
    restart: Callable[[], None]

    def debugger(
        self,
        sides: DebugSides,
        questions: LogicQuestions,
        link: LogicLink,
        page_id: Callable[[], int],
    ) -> ProgramDebugger:
        """The debugger of the program whose logic process this link leads to; `page_id` is the visible page's."""
        parts = DebuggerParts(
            send=sides.send,
            leave=sides.run_ends,
            questions=questions,
            is_running=lambda: link.is_up,
            arm=self._arm,
            say=lambda code: self.notices.say(f"debugger.{code}", "warn"),
            outer=self._outer,
            text_of=self._text_of,
            words=lambda code: self.notices.text(f"debugger.{code}"),
            page_id=page_id,
        )
        debugger = ProgramDebugger(parts)
        sides.heard = debugger.from_logic
        return debugger

    def _arm(self, scripts: Sequence[str]) -> None:
        # With the compiler, which the window does not wait for.
        from runtime.compiler.changes import Changes

        build = self.build()
        if build is None:
            return
        ends = SwapEnds(lambda: None, broken=lambda answer: self._start_again(answer.reason), refused=self._start_again)
        self.swapping.swap(Swap(build, build, Changes(), tuple(scripts)), ends)

    def _start_again(self, reason: str) -> None:
        self.notices.say("debugger.restarted", detail={"why": reason})
        self.restart()

    def _outer(self, path: str) -> str:
        build = self.build()
        return build.project.files.outer(path) if build is not None else path

    def _text_of(self, file: str) -> str:
        build = self.build()
        inner = build.project.files.inner(file) if build is not None else None
        return (build.project.files.text(inner) or "") if build is not None and inner is not None else ""
