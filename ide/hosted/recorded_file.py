"""A test that is recorded from the start of a program on into a file, which is always as far as the user is."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from ide.hosted.user_tests import HostedUserTests
from simulator.running.program import RunningProgram


def record_into(path: Path, tests: HostedUserTests, program: RunningProgram) -> None:
    """Begins with the first page. What the disk refuses is said once, on the standard error stream."""
    complaints: list[str] = []

    def write() -> None:
        try:
            path.write_text(tests.script(path.stem), "utf-8")
        except OSError as error:
            if not complaints:
                complaints.append(f"handset: {path}: {error.strerror or error}")
                print(*complaints, file=sys.stderr, flush=True)

    def begin() -> None:
        tests.changed.connect(lambda _nothing: write())
        tests.begin()

    # The page is shown in the midst of a start, and a record begins with another one.
    program.page_shown.connect(
        lambda _page: QTimer.singleShot(0, program, begin), Qt.ConnectionType.SingleShotConnection
    )
