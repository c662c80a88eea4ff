"""What is on the phone's screen: pictures of it, and the dialogs and bars around the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter

from runtime.protocol import automation
from simulator.automation.driver.driven import DrivenProgram
from simulator.automation.driver.elements import Element, place_of
from simulator.automation.driver.inquiries import Inquiries
from simulator.automation.driver.outcome import Done, Failure, after, then

SHELL = 0
LONGEST_PICTURE_PX = 16_000


class Screen:
    """Pictures are `QImage`s in px of the phone. They are taken when animations that end soon have ended."""

    def __init__(self, program: DrivenProgram, inquiries: Inquiries) -> None:
        self._program = program
        self._inquiries = inquiries

    def picture(self, done: Done[QImage]) -> None:
        """Of the whole phone."""
        capture = lambda _none: self._capture(done)  # noqa: E731
        self._inquiries.ask_page(SHELL, automation.Settled(), after(done, capture))

    def element_picture(self, element: Element, done: Done[QImage]) -> None:
        """Of one element of the visible page, as far as it can be seen."""
        cut = lambda shot: self._cut(element, shot, done)  # noqa: E731
        self._inquiries.ask_page(element.page_id, automation.Rect(**place_of(element)), after(done, cut))

    def page_picture(self, done: Done[QImage]) -> None:
        """Of all of the visible page, however long. It is scrolled through, and back; what is fixed shows each time."""
        page = self._program.page
        if page is None:
            done(Failure("no page is open"))
            return
        _LongPicture(self._inquiries, self._capture, page.page_id, done).start()

    def tap(self, selector: str, done: Done[None], *, index: int = 0) -> None:
        """Taps something of the phone around the page: `.modal-confirm`, `.navigation-back`, `.tab`."""
        self._inquiries.ask_page(SHELL, automation.Tap(selector, index), then(done, lambda _value: None))

    def is_shown(self, selector: str, done: Done[bool]) -> None:
        """Whether something of the phone around the page can be seen."""

        def look(outcome: Any) -> None:
            done(not isinstance(outcome, Failure) and bool(outcome["visible"]))

        self._inquiries.ask_page(SHELL, automation.Rect(selector), look)

    def _capture(self, done: Done[QImage]) -> None:
        self._program.phone.capture(self._inquiries.open(done))

    def _cut(self, element: Element, rect: Any, done: Done[QImage]) -> None:
        def with_frame(frame: Any) -> None:
            if frame["pageId"] != element.page_id:
                done(Failure("the page of the element is not visible"))
                return
            area = _area(frame).intersected(_area(rect).translated(_area(frame).topLeft()))
            if area.isEmpty():
                done(Failure("nothing of the element can be seen"))
                return
            self.picture(then(done, lambda image: image.copy(area)))

        self._inquiries.ask_page(SHELL, automation.Frame(), after(cast(Done[object], done), with_frame))


class _LongPicture:
    """Screen after screen of one page, put together."""

    def __init__(
        self, inquiries: Inquiries, capture: Callable[[Done[QImage]], None], page_id: int, done: Done[QImage]
    ) -> None:
        self._inquiries = inquiries
        self._capture = capture
        self._page_id = page_id
        self._done = done
        self._tops: Iterator[int] = iter(())
        self._frame = QRect()
        self._former_top = 0.0
        self._picture = QImage()

    def start(self) -> None:
        """Measures, then scrolls."""
        self._inquiries.ask_page(SHELL, automation.Frame(), after(self._done, self._framed))

    def _framed(self, frame: Any) -> None:
        self._frame = _area(frame)
        self._inquiries.ask_page(self._page_id, automation.Extent(), after(self._done, self._measured))

    def _measured(self, extent: Any) -> None:
        height = min(int(max(extent["scrollHeight"], self._frame.height())), LONGEST_PICTURE_PX)
        self._former_top = extent["scrollTop"]
        self._picture = QImage(QSize(self._frame.width(), height), QImage.Format.Format_RGB32)
        self._tops = iter(range(0, height, max(1, self._frame.height())))
        self._next()

    def _next(self) -> None:
        top = next(self._tops, None)
        if top is None:
            back = automation.Scroll(top=self._former_top)
            self._inquiries.ask_page(self._page_id, back, then(self._done, lambda _none: self._picture))
            return
        at = min(top, self._picture.height() - self._frame.height())
        scroll = automation.Scroll(top=at)
        self._inquiries.ask_page(self._page_id, scroll, after(self._done, lambda _none: self._settle(at)))

    def _settle(self, top: int) -> None:
        shoot = lambda _none: self._capture(after(self._done, lambda shot: self._add(shot, top)))  # noqa: E731
        self._inquiries.ask_page(SHELL, automation.PaintedNow(), after(self._done, shoot))

    def _add(self, shot: QImage, top: int) -> None:
        painter = QPainter(self._picture)
        painter.drawImage(QPoint(0, top), shot.copy(self._frame))
        painter.end()
        self._next()


def _area(rect: Any) -> QRect:
    left, top = round(rect["left"]), round(rect["top"])
    right, bottom = round(rect["left"] + rect["width"]), round(rect["top"] + rect["height"])
    return QRect(left, top, right - left, bottom - top)
