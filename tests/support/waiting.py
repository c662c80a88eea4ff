"""Waiting in tests: a condition with a name and a deadline, looked at while Qt goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

DEADLINE_S = 60.0
LOOK_MS = 5


def wait_until(
    condition: Callable[[], object],
    what: str,
    timeout_s: float = DEADLINE_S,
    instead: Callable[[], object] = lambda: "nothing more is known",
) -> None:
    """Runs the event loop until `condition` is true; fails with `what`, and what is there `instead`, otherwise.

    What was true once counts: whatever else is due in the same turn of the loop may make it untrue again.
    """
    if condition():
        return
    loop = QEventLoop()
    is_so = False

    def look_again() -> None:
        nonlocal is_so
        is_so = bool(condition())
        if is_so:
            loop.quit()
        else:
            look.start()

    deadline = QTimer(singleShot=True, interval=int(timeout_s * 1000))
    deadline.timeout.connect(loop.quit)
    # A condition may wait itself, so the next look begins when this one has ended.
    look = QTimer(singleShot=True, interval=LOOK_MS)
    look.timeout.connect(look_again)
    deadline.start()
    look.start()
    loop.exec()
    look.stop()
    deadline.stop()
    assert is_so or condition(), f"waited {timeout_s:g} s for {what}; instead: {instead()}"
