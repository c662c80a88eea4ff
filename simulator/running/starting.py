"""Starts a built program: afresh, on a page, or again where it was."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from runtime.protocol.launch import Settings
from simulator.running.run_state import RunState
from simulator.session.commands import Command
from simulator.session.facts import ProgramFacts
from simulator.session.routes import RouteFailure
from simulator.session.session import CompiledProgram, LaunchRequest, Session

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult

Scripts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Start:
    """One start, told apart from any other by `is`: of which build, and when (seconds of the starter's clock)."""

    build: BuildResult
    at_s: float


@dataclass(frozen=True, slots=True)
class StartingParts:
    """What a start goes through: `clear_away` ends what the former run has left, `device` and `settings` are what the
    logic process is told, `refused` hears why there is no page to start on."""

    session: Session
    state: RunState
    clear_away: Callable[[BuildResult], None]
    device: Callable[[], dict[str, Any]]
    settings: Callable[[BuildResult, LaunchRequest], Settings]
    carry_out: Callable[[list[Command]], None]
    refused: Callable[[str], None]


class Starter:
    """`request` is how the user started the program last; `latest` the last start, None before the first."""

    def __init__(self, parts: StartingParts, clock: Callable[[], float] = time.perf_counter) -> None:
        self.request = LaunchRequest()
        self.latest: Start | None = None
        self._parts = parts
        self._clock = clock

    def start(self, build: BuildResult, request: LaunchRequest, scripts: Scripts | None = None) -> None:
        """In a fresh logic process; with these `scripts` in place of those of the build, by path."""
        parts = self._parts
        parts.session.use_program(compiled_program(build, scripts))
        parts.clear_away(build)
        settings = parts.settings(build, request)
        self.latest = Start(build, self._clock())
        outcome = parts.session.launch(request, parts.device(), settings)
        if isinstance(outcome, RouteFailure):
            parts.refused(outcome.reason)
            return
        parts.carry_out(outcome)
        parts.state.enter("running")

    def restart(self, build: BuildResult, *, keep_stack: bool, scripts: Scripts | None = None) -> None:
        """As the user started it last, on the same pages or from the first one."""
        stack = self._parts.session.stack_urls() if keep_stack else ()
        self.start(build, replace(self.request, former_stack=stack), scripts)

    def runs_for_ms(self) -> float:
        """How long ago the last start was."""
        return (self._clock() - self.latest.at_s) * 1000 if self.latest else 0.0


def compiled_program(build: BuildResult, scripts: Scripts | None = None) -> CompiledProgram:
    """A build in the form in which the session wants it."""
    program = build.program
    if scripts is not None:
        program = {**program, "scripts": {**program["scripts"], **scripts}}
    facts = ProgramFacts.from_program(program, build.project.name)
    return CompiledProgram(lambda: Raw(msgspec.json.encode(program)), facts, build.page_styles, build.has_page)
