"""What a user does to one element: the same on a phone with a screen, where it is real input, and on one without, where
it is the events that the program would hear of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Raw

from runtime.protocol import automation, codec, view
from runtime.protocol.events import ViewEvent
from runtime.protocol.program_questions import FoundNode
from simulator.automation.driver import Element
from simulator.testing.controls import BROUGHT, TYPED, WITH_VALUE, Controls
from simulator.testing.failure import NotHere, TestFailure
from simulator.testing.nodes import Ref, find_nodes
from simulator.testing.run import Run

__tracebackhide__ = True

Position = tuple[float, float]
FULL_TIER = "run the test with a screen: --handset-tier full, or @pytest.mark.handset(tier='full')"


class Finger:
    """Acts on elements of one run."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._hands = run.door.hands
        self._controls: tuple[int, Controls] | None = None

    def tap(self, page_id: int, node: FoundNode, position: Position | None = None) -> None:
        """A tap in its middle, or at px of it."""
        if position is not None:
            self._need_screen("a tap at a position")
            at = {"x": position[0], "y": position[1]}
            self._run.do(lambda done: self._hands.tap(element_of(page_id, node), done, **at), "a tap")
            return
        target = self._touched(page_id, node)
        self._run.do(lambda done: self._hands.tap(element_of(page_id, target), done), "a tap")
        if not self._run.has_screen:
            self._send(page_id, self._controls_of(page_id).tapped(target))

    def long_press(self, page_id: int, node: FoundNode) -> None:
        """A finger that stays."""
        target = self._touched(page_id, node)
        self._run.do(lambda done: self._hands.long_press(element_of(page_id, target), done), "a long press")

    def fill(self, page_id: int, node: FoundNode, text: str, *, confirms: bool) -> None:
        """Types a text over what is in a field."""
        if node.tag not in TYPED:
            raise TestFailure(f"<{node.tag}> takes no text: fill an input or a textarea")
        if self._run.has_screen:
            field = element_of(page_id, node)
            self._run.do(lambda done: self._hands.enter(field, text, done, confirms=confirms), "typing")
        else:
            self._send(page_id, self._controls_of(page_id).typed(node, text, confirms=confirms))

    def leave(self, page_id: int, node: FoundNode) -> None:
        """The field loses the focus."""
        if self._run.has_screen:
            self._run.do(lambda done: self._run.door.inquiries.ask_page(page_id, automation.Blur(), done), "a blur")
        else:
            self._send(page_id, self._controls_of(page_id).left(node))

    def value(self, page_id: int, node: FoundNode) -> Any:
        """What a control stands at."""
        if node.tag not in WITH_VALUE:
            return node.attr.get("value")
        if self._run.has_screen:
            asked = automation.Value(id=node.ref[0], node=node.ref[1])
            return self._run.do(lambda done: self._run.door.inquiries.ask_page(page_id, asked, done), "a value")
        return self._controls_of(page_id).value(node)

    def bring(self, page_id: int, node: FoundNode, value: Any) -> None:
        """A control that is brought to a value by several movements."""
        if node.tag not in BROUGHT:
            raise TestFailure(f"<{node.tag}> is brought to no value; {', '.join(BROUGHT)} are")
        if not self._run.has_screen:
            self._send(page_id, self._controls_of(page_id).brought(node, value))
            return
        control, hands = element_of(page_id, node), self._hands
        if node.tag == "slider":
            self._run.do(lambda done: hands.slide_to(control, value, done), "sliding")
        elif node.tag == "swiper":
            self._run.do(lambda done: hands.swipe_to(control, value, done), "swiping")
        else:
            self._run.do(lambda done: hands.bring(control, value, done), "picking")

    def swipe(self, page_id: int, node: FoundNode, dx: float, dy: float) -> None:
        """A finger that moves by px."""
        self._need_screen("swipe")
        self._run.do(lambda done: self._hands.swipe(element_of(page_id, node), dx, dy, done), "a swipe")

    def scroll(self, page_id: int, node: FoundNode, top: float, left: float) -> None:
        """Scrolls a scroll-view."""
        self._need_screen("scroll_to")
        area = element_of(page_id, node)
        self._run.do(lambda done: self._hands.scroll(area, done, top=top, left=left), "scrolling")

    def scroll_page(self, page_id: int, top: float, left: float) -> None:
        """Scrolls the page itself."""
        self._need_screen("scroll_to")
        page = Element(page_id, "page", None)
        self._run.do(lambda done: self._hands.scroll(page, done, top=top, left=left), "scrolling")

    def scroll_to_end(self, page_id: int) -> None:
        """Scrolls the page as far as there is something of it."""
        if not self._run.has_screen:
            self._say(view.PageSignal(page_id, "onReachBottom", Raw(b"{}")))
            return
        page, elements = Element(page_id, "page", None), self._run.door.elements
        extent = self._run.do(lambda done: elements.extent(page, done), "the size of the page")
        self.scroll_page(page_id, extent["scrollHeight"], 0)

    def box(self, page_id: int, node: FoundNode) -> dict[str, float]:
        """Where it is on the page, px: `left`, `top`, `width`, `height`."""
        self._need_screen("bounding_box")
        element, elements = element_of(page_id, node), self._run.door.elements
        found: dict[str, float] = self._run.do(lambda done: elements.place(element, done), "a place")
        return found

    def trigger(self, page_id: int, node: FoundNode, type_: str, detail: Any) -> None:
        """An event of the element: of a component as its `triggerEvent` makes it, of others as if it had happened."""
        self._run.do(lambda done: self._hands.trigger(element_of(page_id, node), type_, detail, done), "an event")

    def forget(self) -> None:
        """Another test begins."""
        self._controls = None

    def _touched(self, page_id: int, node: FoundNode) -> FoundNode:
        """What a finger on an element touches: of a component something that it shows. Without a screen nobody knows
        what is in its middle; it is the first element of its template."""
        while node.name and not self._run.has_screen:
            inside = find_nodes(self._run, page_id, "*", [node.ref])
            if not inside:
                break
            node = inside[0]
        return node

    def _send(self, page_id: int, found: Sequence[ViewEvent]) -> None:
        """As if the page had told of them."""
        if found:
            self._say(view.Events(page_id, Raw(msgspec.json.encode(list(found)))))

    def _say(self, message: view.ViewToHost) -> None:
        self._run.program.phone.message.emit(codec.encode(message).decode())

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


def element_of(page_id: int, node: FoundNode) -> Element:
    """A node as the driver of the program has it."""
    return Element(page_id, node.tag, node.ref, node.name)
