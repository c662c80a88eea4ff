"""Profiles the logic layer of a program: starts it with functions that report, and reads what they have told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from ide.models.performance.profile import Function, Profile, profile_of
from runtime.protocol.logic import Evaluated
from simulator.running.program import RunningProgram

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from runtime.compiler.debugging.profiled import ProfiledScripts


class _Taken(msgspec.Struct):
    began: float
    calls: list[int]
    lost: int


class Profiler(QObject):
    """One profile at a time."""

    _made = Signal(object, object, object)

    def __init__(self, program: RunningProgram) -> None:
        super().__init__(program)
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
