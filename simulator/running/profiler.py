"""Profiles the logic layer of a program: starts it with functions that report, and reads what they have told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from runtime.protocol.logic import Evaluated
from simulator.debug.profile import Function, Profile, profile_of
from simulator.running.logic_questions import LogicQuestions

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from runtime.compiler.debugging.profiled import ProfiledScripts


class _Taken(msgspec.Struct):
    began: float
    calls: list[int]
    lost: int


class Profiled(Protocol):
    """What is needed of the running program."""

    logic_questions: LogicQuestions

    @property
    def build(self) -> BuildResult | None: ...
    def restart(self, *, keep_stack: bool, scripts: Mapping[str, Any] | None = None) -> None: ...


class Profiler(QObject):
    """One profile at a time. Implements `simulator.debug.debuggee.Profiler`."""

    _made = Signal(object, object, object)

    def __init__(self, program: Profiled, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._functions: tuple[Function, ...] = ()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._made.connect(self._start, Qt.ConnectionType.QueuedConnection)

    def begin(self, began: Callable[[str], None]) -> None:
        """The scripts are made in a thread."""
        build = self._program.build
        if build is None:
            began("not-built")
            return

        def make() -> None:
            from runtime.compiler.debugging.profiled import profiled

            scripts = profiled(build.program["scripts"])
            # Whoever asked may have gone meanwhile.
            with suppress(RuntimeError):
                self._made.emit(build, scripts, began)

        self._pool.start(make)

    def end(self, done: Callable[[Profile | None], None]) -> None:
        """The recorder is read, and the program starts as it was built."""
        from runtime.compiler.debugging.profiled import TAKE

        functions = self._functions

        def taken(answer: Evaluated) -> None:
            profile = None
            with suppress(msgspec.MsgspecError):
                told = msgspec.json.decode(answer.json, type=_Taken)
                profile = profile_of(told.began, told.calls, told.lost, functions)
            done(profile)
            self._program.restart(keep_stack=True)

        self._program.logic_questions.evaluate(TAKE, taken, form="json")

    def _start(self, build: BuildResult, made: ProfiledScripts, began: Callable[[str], None]) -> None:
        if self._program.build is not build:
            self.begin(began)
            return
        outer = build.project.files.outer
        self._functions = tuple(Function(one.name, outer(one.path), one.line, one.column) for one in made.functions)
        self._program.restart(keep_stack=True, scripts=made.scripts)
        began("")
