"""A person at the phone of a running program: looks, taps, types, drags, all with real mouse and key events.

Works on any `RunningProgram`, on an invisible phone or inside the window. Waits are named and have a deadline.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from runtime.protocol import automation, logic, view
from simulator.bridge.record import Record
from simulator.running.program import RunningProgram
from tests.support.waiting import wait_until

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
DRAG_STEPS = 6


class PhoneUser:
    """`records` holds everything that passed the tap since the person came."""

    def __init__(self, program: RunningProgram) -> None:
        self.program = program
        self.records: list[Record] = []
        self._starts = 0
        program.recorder.subscribe(self._take)

    # ------------------------------------------------------------ the program

    def start(self, path: str = "", query: str = "") -> None:
        """Launches the program and waits for its first page."""
        self.launch(path, query)
        self.see_page(path)

    def launch(self, path: str = "", query: str = "") -> None:
        """Launches the program and waits until it runs, or says why not."""
        self.program.launch(path, query)
        wait_until(lambda: self.program.state != "starting", "the build")

    def overlay(self) -> str:
        """What the error over the screen says, once it is there."""
        self.see_in_shell(".error-card")
        return str(self.ask("text", ".error-card", in_shell=True))

    def see_page(self, path: str = "") -> None:
        """Waits until a page (any, if empty) is in front, drawn, and nothing is under way."""

        def is_seen() -> bool:
            page = self.program.page
            return page is not None and page.path.endswith(path) and page.page_id in self.program.first_render_ms

        program = self.program
        wait_until(
            is_seen, f"page {path or 'of the program'} to be seen",
            instead=lambda: (program.state, program.page, program.activity.pending(), self.errors()),
        )  # fmt: skip
        self.rest()

    def see_advice(self) -> None:
        """Waits until the findings about the project are complete: advice comes behind the first paint."""
        wait_until(lambda: self.program.build and self.program.build.lint_units is not None, "the advice")

    def see_again(self, before: int, path: str) -> None:
        """Waits until the program has come back on a page; `before` is the page id of the run that ended."""
        wait_until(lambda: self.program.page and self.program.page.page_id > before, "the program to come back")
        self.see_page(path)

    @property
    def page_id(self) -> int:
        """The visible page's number, unique over all runs."""
        return self.program.page.page_id if self.program.page else 0

    def rest(self) -> None:
        """Waits until what was done so far has reached the page and the program, and nothing is under way."""
        self.ask("painted")
        self.evaluate("0")
        wait_until(
            lambda: self.program.activity.is_quiet(time.perf_counter() * 1000),
            "the program to rest",
            instead=lambda: self.program.activity.pending(),
        )

    @property
    def page_path(self) -> str:
        """The visible page."""
        return self.program.page.path if self.program.page else ""

    @property
    def stack(self) -> list[str]:
        """The page stack, bottom first."""
        return [page.path for page in self.program.session.pages.stack]

    def evaluate(self, code: str) -> Any:
        """The value of source text in the visible page, as the console would show it. Asked again if the program
        starts anew before it has answered."""
        answers: list[logic.Evaluated] = []
        starts = -1

        def is_answered() -> bool:
            nonlocal starts
            if starts != self._starts:
                starts = self._starts
                self.program.evaluate(code, answers.append)
            return bool(answers)

        wait_until(is_answered, f"the value of {code}")
        assert not answers[0].error, answers[0].error
        return plain(msgspec.json.decode(answers[0].value))

    def data(self, name: str) -> Any:
        """One member of the visible page's data."""
        return self.evaluate(f"getCurrentPages().slice(-1)[0].data.{name}")

    # ------------------------------------------------------------ looking

    def ask(self, method: str, selector: str = "", *, in_shell: bool = False, **params: Any) -> Any:
        """A question to the visible page or to the phone around it."""
        replies: list[view.Reply] = []
        page = self.program.page
        page_id = 0 if in_shell or page is None else page.page_id
        members = {"name": method, **({"selector": selector} if selector else {}), **params}
        action: automation.AutomationAction = msgspec.convert(members, automation.AutomationAction)
        self.program.phone_questions.automate(action, page_id, replies.append)
        wait_until(lambda: replies, f"the phone's answer to {method} {selector}")
        assert not replies[0].error, replies[0].error
        found = msgspec.json.decode(replies[0].result)
        msgspec.convert(found, automation.AUTOMATION_ANSWERS.get(type(action), Any))
        return found

    def text(self, selector: str, index: int = 0) -> str:
        """The text of an element of the page."""
        return str(self.ask("text", selector, index=index))

    def texts(self, selector: str) -> list[str]:
        """The texts of all elements of the page that a selector finds."""
        return [self.text(selector, index) for index in range(self.count(selector))]

    def count(self, selector: str) -> int:
        """How many elements of the page a selector finds."""
        return int(self.ask("count", selector))

    def exists_in_shell(self, selector: str) -> bool:
        """Whether the phone around the page shows something."""
        replies: list[view.Reply] = []
        self.program.phone_questions.automate(automation.Rect(selector), 0, replies.append)
        wait_until(lambda: replies, f"the phone's answer about {selector}")
        return not replies[0].error and bool(msgspec.json.decode(replies[0].result)["visible"])

    def see(self, condition: Callable[[], object], what: str) -> None:
        """Waits for something that the person expects to see."""
        wait_until(condition, what)

    def see_text(self, selector: str, text: str, index: int = 0) -> None:
        """Waits until an element shows a text."""
        wait_until(
            lambda: self.count(selector) > index and self.text(selector, index) == text,
            f"{selector} to say {text!r}",
            instead=lambda: self.texts(selector),
        )

    def see_in_shell(self, selector: str) -> None:
        """Waits for a dialog, a toast, a sheet."""
        wait_until(lambda: self.exists_in_shell(selector), f"{selector} on the phone")

    def color(self, selector: str, index: int = 0) -> str:
        """The colour in the middle of an element, as #rrggbb."""
        point = self.place(selector, index)
        return QColor(self.program.phone.screenshot().pixel(point)).name()

    def place(self, selector: str, index: int = 0, *, in_shell: bool = False) -> QPoint:
        """The middle of an element on the phone's screen, in px of the phone."""
        rect = self.ask("rect", selector, index=index, in_shell=in_shell)
        frame = {"left": 0, "top": 0} if in_shell else self.ask("frame")
        x, y = (rect["left"] + rect["right"]) / 2, (rect["top"] + rect["bottom"]) / 2
        point = QPoint(round(frame["left"] + x), round(frame["top"] + y))
        device = self.program.device
        assert 0 <= point.y() < device.height, f"{selector} is not on the screen: {point}"
        return point

    # ------------------------------------------------------------ acting

    def tap(self, selector: str, index: int = 0, *, in_shell: bool = False) -> None:
        """A click in the middle of an element, and what comes of it."""
        self.click(selector, index, in_shell=in_shell)
        self.rest()

    def click(self, selector: str, index: int = 0, *, in_shell: bool = False) -> None:
        """A click in the middle of an element."""
        point = self._desktop(self.place(selector, index, in_shell=in_shell))
        QTest.mouseClick(self.hand, LEFT, NO_KEYS, point)

    def press(self, selector: str, index: int = 0) -> QPoint:
        """The button goes down on an element; `lift` lets it up at the returned point."""
        point = self.place(selector, index)
        QTest.mousePress(self.hand, LEFT, NO_KEYS, self._desktop(point))
        return point

    def lift(self, point: QPoint) -> None:
        """The button goes up."""
        QTest.mouseRelease(self.hand, LEFT, NO_KEYS, self._desktop(point))
        self.rest()

    def drag(self, selector: str, dx: int, dy: int, index: int = 0) -> None:
        """Drags from the middle of an element."""
        self.drag_from(self.place(selector, index), dx, dy)

    def drag_from(self, start: QPoint, dx: int, dy: int) -> None:
        """Drags from a point of the phone."""
        QTest.mousePress(self.hand, LEFT, NO_KEYS, self._desktop(start))
        for step in range(1, DRAG_STEPS + 1):
            there = start + QPoint(dx * step // DRAG_STEPS, dy * step // DRAG_STEPS)
            QTest.mouseMove(self.hand, self._desktop(there))
            # The page paints between two moves of a hand.
            self.ask("painted")
        # A hand that stops before it lifts does not throw.
        self.rest()
        QTest.mouseRelease(self.hand, LEFT, NO_KEYS, self._desktop(start + QPoint(dx, dy)))
        self.rest()

    def type(self, text: str) -> None:
        """Types on the keyboard."""
        QTest.keyClicks(self.hand, text)
        self.rest()

    def key(self, key: Qt.Key) -> None:
        """Presses one key."""
        QTest.keyClick(self.hand, key)
        self.rest()

    @property
    def hand(self) -> QWidget:
        """What the mouse and the keyboard go to."""
        return self.program.phone.input_widget

    # ------------------------------------------------------------ what was said

    def errors(self) -> list[str]:
        """Titles of all errors so far."""
        return [record.title for record in self.records if record.kind == "error"]

    def error(self, part: str) -> Record:
        """Waits for an error whose title has `part`."""
        return self.record("error", part)

    def record(self, kind: str, part: str) -> Record:
        """Waits for a record of a kind whose title has `part`."""

        def found() -> Sequence[Record]:
            return [record for record in self.records if record.kind == kind and part in record.title]

        wait_until(found, f"{kind} {part!r}", instead=lambda: [r.title for r in self.records if r.kind == kind])
        return found()[-1]

    def _take(self, records: Sequence[Record]) -> None:
        self.records.extend(records)
        self._starts += sum(record.code == "launch" for record in records)

    def _desktop(self, point: QPoint) -> QPoint:
        return point * self.program.phone.zoom


def plain(preview: dict[str, Any] | None) -> Any:
    """The value behind a preview of the console."""
    if preview is None:
        return None
    match preview["t"]:
        case "array":
            return [plain(item) for item in preview["items"]]
        case "object":
            return {key: plain(value) for key, value in preview["props"]}
        case _:
            return preview.get("v")
