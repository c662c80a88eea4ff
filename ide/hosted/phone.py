"""The phone in the window: where elements are, what is marked, where the user points."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF

from ide.hosted.shown_program import ShownProgram
from ide.models.debug_target import Box, PageFrame, Pointing, Ref


class HostedPhone:
    """Implements `ide.models.debug_target.Phone`."""

    def __init__(self, program: ShownProgram) -> None:
        self._program = program
        self._questions = program.phone_questions
        self._hears: Pointing | None = None
        picker = program.phone.picker
        picker.moved.connect(lambda point: self._point(point, lambda hears: hears.pointed))
        picker.picked.connect(lambda point: self._point(point, lambda hears: hears.picked))
        picker.left.connect(self._left)

    def measure(self, ref: Ref, styles: Sequence[str], done: Callable[[Mapping[str, Any] | None], None]) -> None:
        """In the visible page."""
        page = self._program.page
        if page:
            self._questions.measure(page.page_id, ref, styles, done)
        else:
            done(None)

    def frame(self, done: Callable[[PageFrame | None], None]) -> None:
        """As the phone's shell has laid it out."""
        self._questions.frame(lambda found: done(_frame(found)))

    def element_at(self, x: float, y: float, done: Callable[[Ref | None], None]) -> None:
        """In the visible page."""

        def framed(frame: PageFrame | None) -> None:
            if frame is None:
                done(None)
            else:
                inside = (x - frame.box.left, y - frame.box.top)
                self._questions.element_at(*inside, frame.page_id, lambda found: done(_ref(found)))

        self.frame(framed)

    def mark(self, boxes: Sequence[Box], label: str = "") -> None:
        """Over what the program draws."""
        self._program.phone.mark([QRectF(one.left, one.top, one.width, one.height) for one in boxes], label)

    def start_pointing(self, hears: Pointing) -> None:
        """Whoever heard before hears no more."""
        self._hears = hears
        self._program.phone.picker.start()

    def stop_pointing(self) -> None:
        """The picker goes away."""
        self._hears = None
        self._program.phone.picker.stop()

    def _point(self, point: QPointF, way: Callable[[Pointing], Callable[[float, float], None]]) -> None:
        if self._hears:
            place = self._program.phone.to_phone(point)
            way(self._hears)(place.x(), place.y())

    def _left(self) -> None:
        if self._hears:
            self._hears.left()


def _frame(found: Mapping[str, Any] | None) -> PageFrame | None:
    if found is None:
        return None
    return PageFrame(int(found["pageId"]), Box(found["left"], found["top"], found["width"], found["height"]))


def _ref(found: Mapping[str, Any] | None) -> Ref | None:
    return (int(found["id"]), int(found["node"])) if found else None
