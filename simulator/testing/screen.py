"""Pictures of the phone under test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.running.steps import ActionFailed, Deadline
from simulator.testing.failure import NotHere, TestFailure
from simulator.testing.run import Run

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

__tracebackhide__ = True


def take_picture(run: Run) -> QImage:
    """What the screen shows, when animations have ended. Raises NotHere, TestFailure."""
    if not run.has_screen:
        raise NotHere(
            "a picture needs a screen, of which the logic tier has none: --handset-tier full, "
            "or @pytest.mark.handset(tier='full')"
        )
    try:
        return run.driver.screenshot()
    except (ActionFailed, Deadline) as problem:
        raise TestFailure(f"no picture could be taken: {problem}") from None


def png_of(image: QImage) -> bytes:
    """The picture as the content of a file."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
