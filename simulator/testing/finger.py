"""What a user does to one element: the same on a phone with a screen, where it is real input, and on one without, where
it is the events that the program would hear of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Raw

from runtime.protocol import automation, codec, view
from runtime.protocol.events import ViewEvent
from runtime.protocol.logic import Evaluated
from runtime.protocol.program_questions import FoundNode
from simulator.testing.controls import TYPED, WITH_VALUE, Controls
from simulator.testing.failure import NotHere, TestFailure
from simulator.testing.nodes import Ref, find_nodes
from simulator.testing.run import Run

__tracebackhide__ = True
FULL_TIER = "run the test with a screen: --handset-tier full, or @pytest.mark.handset(tier='full')"


class Finger:
    """Acts on elements of one run."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._controls: tuple[int, Controls] | None = None

    def tap(self, page_id: int, node: FoundNode) -> None:
        """A tap in its middle."""
        self._act(page_id, automation.Tap(id=node.ref[0], node=node.ref[1]))
        if not self._run.has_screen:
            self._send(page_id, self._controls_of(page_id).tapped(node))

    def long_press(self, page_id: int, node: FoundNode) -> None:
        """A finger that stays."""
        self._act(page_id, automation.LongPress(id=node.ref[0], node=node.ref[1]))

    def fill(self, page_id: int, node: FoundNode, text: str, *, confirms: bool) -> None:
        """Types a text over what is in a field."""
        if self._run.has_screen:
            self._act(page_id, automation.Input(id=node.ref[0], node=node.ref[1], value=text, confirm=confirms))
            return
        if node.tag not in TYPED:
            raise TestFailure(f"<{node.tag}> takes no text: fill an input or a textarea")
        self._send(page_id, self._controls_of(page_id).typed(node, text, confirms=confirms))

    def leave(self, page_id: int, node: FoundNode) -> None:
        """The field loses the focus."""
        if self._run.has_screen:
            self._act(page_id, automation.Blur())
        else:
            self._send(page_id, self._controls_of(page_id).left(node))

    def value(self, page_id: int, node: FoundNode) -> Any:
        """What a control stands at."""
        if node.tag not in WITH_VALUE:
            return node.attr.get("value")
        if self._run.has_screen:
            return self._act(page_id, automation.Value(id=node.ref[0], node=node.ref[1]))
        return self._controls_of(page_id).value(node)

    def swipe(self, page_id: int, node: FoundNode, dx: float, dy: float) -> None:
        """A finger that moves by px."""
        self._need_screen("swipe")
        self._act(page_id, automation.Swipe(id=node.ref[0], node=node.ref[1], dx=dx, dy=dy))

    def scroll(self, page_id: int, node: FoundNode, top: float, left: float) -> None:
        """Scrolls a scroll-view."""
        self._need_screen("scroll_to")
        self._act(page_id, automation.Scroll(id=node.ref[0], node=node.ref[1], top=top, left=left))

    def box(self, page_id: int, node: FoundNode) -> dict[str, float]:
        """Where it is on the page, px."""
        self._need_screen("bounding_box")
        found: dict[str, float] = self._act(page_id, automation.Rect(id=node.ref[0], node=node.ref[1]))
        return found

    def trigger(self, page_id: int, node: FoundNode, type_: str, detail: Any) -> None:
        """An event of the element: of a component as its `triggerEvent` makes it, of others as if it had happened."""
        if node.name:
            code = f"this.triggerEvent({json.dumps(type_)}, {json.dumps(detail)})"
            self.evaluate_in(page_id, node.ref, code)
            return
        self._send(page_id, [ViewEvent(type_, *node.ref, exact=True, ts=1.0, bubbles=False, detail=detail)])

    def evaluate_in(self, page_id: int, ref: Ref | None, code: str) -> Any:
        """The value of an expression in a page, or a component of it (`this`)."""
        questions = self._run.program.logic_questions
        answer = self._run.ask(
            Evaluated,
            lambda done: questions.evaluate(code, done, page_id=page_id, ref=ref or (), form="json"),
            "an answer",
        )
        if answer.error:
            raise TestFailure(answer.error)
        return msgspec.json.decode(answer.json) if answer.json else None

    def forget(self) -> None:
        """Another test begins."""
        self._controls = None

    def _act(self, page_id: int, action: automation.AutomationAction) -> Any:
        run = self._run
        what = f"the phone to {type(action).__name__.lower()}"
        reply = run.ask(view.Reply, lambda done: run.program.phone_questions.automate(action, page_id, done), what)
        if reply.error:
            raise TestFailure(reply.error)
        return msgspec.json.decode(reply.result)

    def _send(self, page_id: int, found: Sequence[ViewEvent]) -> None:
        """As if the page had told of them."""
        if found:
            told = view.Events(page_id, Raw(msgspec.json.encode(list(found))))
            self._run.program.phone.message.emit(codec.encode(told).decode())

    def _controls_of(self, page_id: int) -> Controls:
        if self._controls is None or self._controls[0] != page_id:

            def find(selector: str, ref: Ref) -> list[FoundNode]:
                return find_nodes(self._run, page_id, selector, [ref])

            def node(ref: Ref) -> FoundNode | None:
                return next(iter(find("", ref)), None)

            self._controls = (page_id, Controls(find, node))
        return self._controls[1]

    def _need_screen(self, what: str) -> None:
        if not self._run.has_screen:
            raise NotHere(f"{what} needs places on the screen, of which the logic tier has none; {FULL_TIER}")
