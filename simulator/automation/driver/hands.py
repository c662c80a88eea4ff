"""Input on a page, as a user makes it: real pointer, key and wheel events, with one or two fingers; and the events that
code makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from runtime.protocol import automation, view_calls
from runtime.protocol.automation import Finger
from runtime.protocol.driving import TriggerEvent
from runtime.protocol.element_calls import Invoke
from simulator.automation.driver.driven import DrivenProgram
from simulator.automation.driver.elements import Element, place_of
from simulator.automation.driver.inquiries import Inquiries
from simulator.automation.driver.outcome import Done, then

Phase = Literal["start", "move", "end", "cancel"]
BUBBLES = frozenset({"tap", "longpress", "longtap", "touchstart", "touchmove", "touchend", "touchcancel"})


class Hands:
    """`done` is called with None when the input has been taken; what it leads to comes after."""

    def __init__(self, program: DrivenProgram, inquiries: Inquiries) -> None:
        self._program = program
        self._inquiries = inquiries

    def tap(self, element: Element, done: Done[None], *, x: float | None = None, y: float | None = None) -> None:
        """At px of the element, its middle if not said. Scrolls there first; what lies over the point is hit."""
        self._act(element, automation.Tap(**place_of(element), x=x, y=y), done)

    def long_press(self, element: Element, done: Done[None]) -> None:
        """A finger that stays 400 ms."""
        self._act(element, automation.LongPress(**place_of(element)), done)

    def touch(self, element: Element, phase: Phase, done: Done[None], fingers: Sequence[Finger] = ()) -> None:
        """Fingers come down on an element, move, or leave; px of what is seen of the page. Without any, it is one in
        the middle of the element."""
        self._act(element, automation.Touch(**place_of(element), phase=phase, fingers=list(fingers)), done)

    def swipe(self, element: Element, dx: float, dy: float, done: Done[None]) -> None:
        """A finger that moves by px."""
        self._act(element, automation.Swipe(**place_of(element), dx=dx, dy=dy), done)

    def pinch(self, element: Element, scale: float, done: Done[None], *, rotation: float = 0) -> None:
        """Two fingers that come to lie `scale` times as far apart, turned by `rotation` degrees."""
        self._act(element, automation.Pinch(**place_of(element), scale=scale, rotation=rotation), done)

    def enter(self, element: Element, text: str, done: Done[None], *, confirms: bool = False) -> None:
        """Types a text over what is there; `confirms` presses the keyboard's button after it."""
        self._act(element, automation.Input(**place_of(element), value=text, confirm=confirms), done)

    def scroll(
        self, element: Element, done: Done[None], *, top: float | None = None, left: float | None = None
    ) -> None:
        """Scrolls an area, or the page, to px."""
        self._act(element, automation.Scroll(**place_of(element), top=top, left=left), done)

    def swipe_to(self, element: Element, index: int, done: Done[None]) -> None:
        """Brings an item of a swiper to the front."""
        self._operate(element, "swipeTo", [index], done)

    def slide_to(self, element: Element, value: float, done: Done[None]) -> None:
        """Brings the thumb of a slider to a value."""
        self._operate(element, "slideTo", [value], done)

    def bring(self, element: Element, value: Any, done: Done[None]) -> None:
        """Brings a picker or picker-view to a value, as its `change` event has it."""
        self._act(element, automation.Bring(**place_of(element), value=value), done)

    def move_to(self, element: Element, x: float, y: float, done: Done[None]) -> None:
        """Brings a movable-view to px of its area."""
        self._operate(element, "moveTo", [x, y], done)

    def dispatch(
        self,
        element: Element,
        type: str,
        detail: Any,
        done: Done[None],
        *,
        touches: Sequence[Mapping[str, Any]] = (),
        changed: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """An event as the element or a finger makes it, with handlers in wxs; what is of fingers bubbles."""
        all_touches, their = [dict(one) for one in touches], [dict(one) for one in changed or touches]
        event = automation.Dispatch(
            **place_of(element), type=type, detail=detail or {}, touches=all_touches, changedTouches=their
        )
        self._act(element, event, done)

    def trigger(self, element: Element, type: str, detail: Any, done: Done[None]) -> None:
        """An event as `triggerEvent` of the component makes it; of any other element as if the view had told it."""
        page_id, ref = element.page_id, list(element.ref or ())
        bubbles = type in BUBBLES

        def make(number: int) -> TriggerEvent:
            return TriggerEvent(number, page_id, ref, type, detail, bubbles)

        self._inquiries.ask_logic(make, then(done, lambda _json: None))

    def call_context(self, element: Element, method: str, arguments: Sequence[Any], done: Done[Any]) -> None:
        """Calls a method of what rules a component, such as `play` of a VideoContext; the result is what it answers."""
        invoke = Invoke(method, list(arguments))
        call = view_calls.ElementMethod(*(element.ref or (0, 0)), call=invoke)
        self._inquiries.call_view(element.page_id, call, done)

    def _operate(
        self, element: Element, method: Literal["swipeTo", "slideTo", "moveTo"], numbers: list[float], done: Done[None]
    ) -> None:
        self._act(element, automation.Operate(**place_of(element), method=method, numbers=numbers), done)

    def _act(self, element: Element, action: automation.AutomationAction, done: Done[None]) -> None:
        self._inquiries.ask_page(element.page_id, action, then(done, lambda _value: None))
