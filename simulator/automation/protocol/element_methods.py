"""Methods `Element.*`: one element, found before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from runtime.protocol.automation import Finger
from simulator.automation.driver import Element
from simulator.automation.driver.outcome import NO_SUCH_ELEMENT, after, then
from simulator.automation.protocol.app_methods import picture_told
from simulator.automation.protocol.params import BadParams, number_at
from simulator.automation.protocol.request import Method, Request

PUBLIC_PROPERTIES = "__propPublic"
"""What the automator asks first: an object whose keys are the properties that there are."""
Phase = Literal["start", "move", "end", "cancel"]


def get_element(request: Request) -> None:
    """The first below it that a selector finds; of a component in its shadow tree."""
    element = request.element()
    request.driver.elements.find(element.page_id, request.params.text("selector"), request.one(), within=element)


def get_elements(request: Request) -> None:
    """All below it."""
    element = request.element()
    request.driver.elements.find(element.page_id, request.params.text("selector"), request.all(), within=element)


def get_dom_properties(request: Request) -> None:
    """Of its element in the view."""
    names, done = request.params.texts("names"), request.gives("properties")
    request.driver.elements.dom_properties(request.element(), names, done)


def get_styles(request: Request) -> None:
    """Computed ones."""
    request.driver.elements.styles(request.element(), request.params.texts("names"), request.gives("styles"))


def get_attributes(request: Request) -> None:
    """By the names that templates have for them."""
    names = request.params.texts("names")

    def chosen(attributes: dict[str, str]) -> Mapping[str, Any]:
        return {"attributes": [attributes.get(name) for name in names]}

    request.driver.elements.attributes(request.element(), then(request.answer, chosen))


def get_properties(request: Request) -> None:
    """Of the component."""
    element, names = request.element(), request.params.texts("names")
    if names == [PUBLIC_PROPERTIES]:
        request.driver.elements.property_names(element, then(request.answer, _public))
    else:
        request.driver.elements.properties(element, names, request.gives("properties"))


def get_offset(request: Request) -> None:
    """Where it lies in the page."""
    request.driver.elements.place(request.element(), then(request.answer, _corner))


def get_wxml(request: Request) -> None:
    """What stands inside, or with its own tag."""
    is_outer = request.params.value("type") == "outer"
    request.driver.elements.markup(request.element(), request.gives("wxml"), outer=is_outer)


def capture_screenshot(request: Request) -> None:
    """A picture of it alone; Handset's own method."""
    request.driver.screen.element_picture(request.element(), then(request.answer, picture_told))


def tap(request: Request) -> None:
    """A finger that comes and goes."""
    request.driver.hands.tap(request.element(), request.nothing())


def touch(phase: Phase) -> Method:
    """One phase of the fingers that have changed; without any, of one in the middle."""

    def carry_out(request: Request) -> None:
        element, params = request.element(), request.params
        changed = [_members(one) for one in params.values("changedTouches") or params.values("touches")]
        if not changed:
            request.driver.hands.touch(element, phase, request.nothing())
        elif any("clientX" not in one and "pageX" in one for one in changed):
            names = ["scrollX", "scrollY"]

            def use(scrolled: list[Any]) -> None:
                _touch_at(request, element, phase, changed, scrolled)

            request.driver.elements.window_properties(element.page_id, names, after(request.answer, use))
        else:
            _touch_at(request, element, phase, changed, [0, 0])

    return carry_out


def _touch_at(request: Request, element: Element, phase: Phase, changed: list[Any], scrolled: list[float]) -> None:
    fingers = [_finger(one, scrolled) for one in changed]
    request.driver.hands.touch(element, phase, request.nothing(), fingers)


def _finger(given: dict[str, Any], scrolled: list[float]) -> Finger:
    identifier = given.get("identifier", 0)
    x, y = given.get("clientX"), given.get("clientY")
    if x is None and isinstance(given.get("pageX"), int | float):
        x = given["pageX"] - scrolled[0]
    if y is None and isinstance(given.get("pageY"), int | float):
        y = given["pageY"] - scrolled[1]
    if not isinstance(identifier, int) or not all(one is None or isinstance(one, int | float) for one in (x, y)):
        raise BadParams("params.changedTouches: expected numbers")
    return Finger(identifier, x, y)


def trigger_event(request: Request) -> None:
    """An event of code."""
    params = request.params
    request.driver.hands.trigger(request.element(), params.text("type"), params.value("detail"), request.nothing())


def dispatch_event(request: Request) -> None:
    """An event of the view, of it or of what a selector finds in it; a `scroll` with a place scrolls."""
    params, element = request.params, request.element()
    data = params.members("eventData") or {name: params.value(name) for name in ("touches", "changeTouches", "detail")}
    name = params.text("eventName")

    def carry_out(target: Element) -> None:
        hands, scroll = request.driver.hands, data.get("scrollDetail")
        if name == "scroll" and isinstance(scroll, dict):
            hands.scroll(
                target, request.nothing(), top=_number(scroll, "scrollTop"), left=_number(scroll, "scrollLeft")
            )
            return
        touches, changed = _list(data, "touches"), _list(data, "changeTouches")
        hands.dispatch(target, name, data.get("detail"), request.nothing(), touches=touches, changed=changed)

    selector = params.value("$")
    if not selector:
        carry_out(element)
        return

    def first(found: list[Element]) -> None:
        if found:
            carry_out(found[0])
        else:
            request.fail(NO_SUCH_ELEMENT)

    take = after(request.answer, first)
    request.driver.elements.find(element.page_id, params.text("$"), take, within=element)


def call_function(request: Request) -> None:
    """What a client can do with a built-in component, by name."""
    name = request.params.text("functionName")
    function = FUNCTIONS.get(name)
    if function is None:
        request.fail(f"Element.callFunction {name} unimplemented")
    else:
        function(request, request.element(), request.params.values("args"))


def get_data(request: Request) -> None:
    """Of a component."""
    request.driver.values.data(request.element(), request.gives("data"), path=request.params.text("path", ""))


def set_data(request: Request) -> None:
    """Of a component."""
    request.driver.values.set_data(request.element(), request.params.members("data"), request.nothing())


def call_method(request: Request) -> None:
    """Of a component."""
    params = request.params
    name, args = params.text("method"), params.values("args")
    request.driver.values.call_method(request.element(), name, args, request.gives("result"))


def call_context_method(request: Request) -> None:
    """Of what rules a component, such as a VideoContext."""
    params = request.params
    name, args = params.text("method"), params.values("args")
    request.driver.hands.call_context(request.element(), name, args, request.gives("result"))


Function = Callable[[Request, Element, list[Any]], None]


def _enter(request: Request, element: Element, args: list[Any]) -> None:
    text = str(args[0]) if args else ""
    confirms = len(args) > 1 and args[1] is True
    request.driver.hands.enter(element, text, request.nothing(), confirms=confirms)


def _scroll_to(request: Request, element: Element, args: list[Any]) -> None:
    left, top = number_at(args, 0, 0), number_at(args, 1, 0)
    request.driver.hands.scroll(element, request.nothing(), top=top, left=left)


def _extent(name: str) -> Function:
    def tell(request: Request, element: Element, _args: list[Any]) -> None:
        def chosen(extent: dict[str, float]) -> Mapping[str, Any]:
            return {"result": extent[name]}

        request.driver.elements.extent(element, then(request.answer, chosen))

    return tell


FUNCTIONS: dict[str, Function] = {
    "input.input": _enter,
    "textarea.input": _enter,
    "scroll-view.scrollTo": _scroll_to,
    "scroll-view.scrollTop": _extent("scrollTop"),
    "scroll-view.scrollLeft": _extent("scrollLeft"),
    "scroll-view.scrollWidth": _extent("scrollWidth"),
    "scroll-view.scrollHeight": _extent("scrollHeight"),
    "swiper.swipeTo": lambda request, element, args: request.driver.hands.swipe_to(
        element, int(number_at(args, 0)), request.nothing()
    ),
    "movable-view.moveTo": lambda request, element, args: request.driver.hands.move_to(
        element, number_at(args, 0), number_at(args, 1), request.nothing()
    ),
    "slider.slideTo": lambda request, element, args: request.driver.hands.slide_to(
        element, number_at(args, 0), request.nothing()
    ),
    "switch.tap": lambda request, element, _args: request.driver.hands.tap(element, request.nothing()),
}


def _public(names: list[str]) -> Mapping[str, Any]:
    return {"properties": [dict.fromkeys(names, True)]}


def _corner(place: dict[str, float]) -> Mapping[str, Any]:
    return {"left": place["left"], "top": place["top"]}


def _members(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise BadParams("params.changedTouches: expected objects")
    return given


def _number(members: dict[str, Any], name: str) -> float | None:
    found = members.get(name)
    return found if isinstance(found, int | float) and not isinstance(found, bool) else None


def _list(members: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = members.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


METHODS: dict[str, Method] = {
    "Element.getElement": get_element,
    "Element.getElements": get_elements,
    "Element.getDOMProperties": get_dom_properties,
    "Element.getStyles": get_styles,
    "Element.getAttributes": get_attributes,
    "Element.getProperties": get_properties,
    "Element.getOffset": get_offset,
    "Element.getWXML": get_wxml,
    "Element.captureScreenshot": capture_screenshot,
    "Element.tap": tap,
    "Element.touchstart": touch("start"),
    "Element.touchmove": touch("move"),
    "Element.touchend": touch("end"),
    "Element.touchcancel": touch("cancel"),
    "Element.triggerEvent": trigger_event,
    "Element.dispatchEvent": dispatch_event,
    "Element.callFunction": call_function,
    "Element.getData": get_data,
    "Element.setData": set_data,
    "Element.callMethod": call_method,
    "Element.callContextMethod": call_context_method,
}
