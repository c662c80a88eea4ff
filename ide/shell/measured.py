"""What a window does for whoever measures it from outside, if its environment asks for it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from simulator.running.options import FIRST_PAGE_VARIABLE, REST_VARIABLE
from simulator.running.program import RunningProgram

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


def be_measured(
    program: RunningProgram, application: QApplication, environment: Mapping[str, str] = os.environ
) -> None:
    """Ends at the first page, or says when all is at rest."""
    if FIRST_PAGE_VARIABLE in environment:
        program.painted.connect(lambda *_: application.exit(0))
    if REST_VARIABLE in environment:
        quiet = QTimer(program, singleShot=True, interval=int(float(environment[REST_VARIABLE]) * 1000))
        quiet.timeout.connect(lambda: print("at rest", flush=True))

        def built(result: BuildResult) -> None:
            if result.lint_units is not None:
                quiet.start()

        program.built.connect(built)
