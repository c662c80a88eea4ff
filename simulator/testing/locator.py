"""Locators: a way to elements that is followed anew each time, in the manner of Playwright.

`page.locator(".row").filter(has_text="tea").locator(".buy").tap()` waits until there is exactly one such element that
can be seen and is not disabled, then acts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from runtime.protocol.program_questions import FoundNode
from simulator.automation.driver import Element
from simulator.testing.failure import DeadlineFailure, TestFailure
from simulator.testing.finger import element_of
from simulator.testing.nodes import find_nodes
from simulator.testing.page_scope import PageScope
from simulator.testing.patterns import TextPattern, has_text, is_text, shown, words
from simulator.testing.reach import Reach
from simulator.testing.tree_text import excerpt, tree_lines

__tracebackhide__ = True


@dataclass(frozen=True)
class Step:
    """One part of the way: what a selector finds, of that what fits, of that one by its number."""

    selector: str
    is_deep: bool = False
    own_text: TextPattern | None = None
    is_exact: bool = False
    filters: tuple[Filter, ...] = ()
    number: int | None = None

    def shown(self) -> str:
        """As it was written."""
        if self.own_text is not None:
            said = f"get_by_text({shown(self.own_text)}{', exact=True' if self.is_exact else ''})"
        else:
            said = f"locator({self.selector!r})"
        said += "".join(f".filter({one.shown()})" for one in self.filters)
        return said if self.number is None else f"{said}.nth({self.number})"


@dataclass(frozen=True)
class Filter:
    """What an element must have, or must not."""

    has_text: TextPattern | None = None
    has_not_text: TextPattern | None = None
    has: Locator | None = None
    has_not: Locator | None = None

    def shown(self) -> str:
        """As it was written."""
        given = {"has_text": self.has_text, "has_not_text": self.has_not_text, "has": self.has, "has_not": self.has_not}
        return ", ".join(
            f"{name}={one if isinstance(one, Locator) else shown(one)}"
            for name, one in given.items()
            if one is not None
        )


class Locator:
    """A way to elements of a page. Making one asks nothing."""

    def __init__(self, page: PageScope, steps: tuple[Step, ...]) -> None:
        self._page = page
        self._steps = steps

    def __str__(self) -> str:
        return ".".join(("page", *(step.shown() for step in self._steps)))

    __repr__ = __str__

    @property
    def page(self) -> PageScope:
        """The page that it is about."""
        return self._page

    # ------------------------------------------------------------ the way

    def locator(self, selector: str) -> Locator:
        """Elements inside; of a component those of its own tree, too."""
        return Locator(self._page, (*self._steps, Step(selector)))

    def get_by_text(self, text: TextPattern, *, exact: bool = False) -> Locator:
        """Elements inside, in components too, in which this text stands itself."""
        return Locator(self._page, (*self._steps, Step("*", True, text, exact)))

    def filter(
        self,
        *,
        has_text: TextPattern | None = None,
        has_not_text: TextPattern | None = None,
        has: Locator | None = None,
        has_not: Locator | None = None,
    ) -> Locator:
        """Those of them that show a text, or have an element inside; or that do not."""
        *before, last = self._steps
        if last.number is not None:
            raise TestFailure(f"{self} is one element: filter before nth")
        kept = Filter(has_text, has_not_text, has, has_not)
        return Locator(self._page, (*before, replace(last, filters=(*last.filters, kept))))

    def nth(self, number: int) -> Locator:
        """One of them, counted from 0; from the end with -1, -2 …"""
        *before, last = self._steps
        return Locator(self._page, (*before, replace(last, number=number)))

    @property
    def first(self) -> Locator:
        """The first of them."""
        return self.nth(0)

    @property
    def last(self) -> Locator:
        """The last of them."""
        return self.nth(-1)

    # ------------------------------------------------------------ what is there now

    def nodes(self) -> list[FoundNode]:
        """The elements as they are now, without waiting."""
        return self.nodes_within(None)

    def nodes_within(self, start: list[FoundNode] | None) -> list[FoundNode]:
        """The same, from elements on instead of from the page."""
        run, page_id, found = self._page.run, self._page.page_id, start
        for step in self._steps:
            within = None if found is None else [node.ref for node in found]
            found = find_nodes(run, page_id, step.selector, within, is_deep=step.is_deep)
            found = [node for node in found if _has_own_text(step, node)]
            for one in step.filters:
                found = [node for node in found if self._fits(one, node)]
            if step.number is not None:
                found = found[step.number :][:1] if step.number != -1 else found[-1:]
        return found or []

    def count(self) -> int:
        """How many there are now."""
        return len(self.nodes())

    def all(self) -> list[Locator]:
        """One locator for each that is there now."""
        return [self.nth(number) for number in range(self.count())]

    def all_texts(self) -> list[str]:
        """What each of them shows now."""
        return [words(node.text) for node in self.nodes()]

    def text(self, *, timeout: float | None = None) -> str:
        """What the element shows."""
        return words(self._one("text", timeout).text)

    def attribute(self, name: str, *, timeout: float | None = None) -> Any:
        """What it has by a name (`data-id`, `src`, a property of a component); None if nothing."""
        return attribute_of(self._one("attribute", timeout), name)

    def value(self, *, timeout: float | None = None) -> Any:
        """What a control stands at."""
        return self._page.finger.value(self._page.page_id, self._one("value", timeout))

    def data(self, path: str = "", *, timeout: float | None = None) -> Any:
        """Data of the component, or what is at a path of it."""
        return self._page.data_of(self._element(self._component("data", timeout)), path)

    def is_visible(self) -> bool:
        """Whether there is one now, and it can be seen."""
        found = self.nodes()
        return len(found) == 1 and self._page.is_seen(found[0])

    def bounding_box(self, *, timeout: float | None = None) -> dict[str, float]:
        """Where it is in the page, px: left, top, width, height. Full tier only."""
        return self._page.finger.box(self._page.page_id, self._one("bounding_box", timeout))

    # ------------------------------------------------------------ what a user does

    def tap(self, *, position: tuple[float, float] | None = None, timeout: float | None = None) -> None:
        """Taps it in its middle, or at px from its left upper corner (full tier only)."""
        self._page.finger.tap(self._page.page_id, self._actionable("tap", timeout), position)

    def long_press(self, *, timeout: float | None = None) -> None:
        """Lets the finger stay on it."""
        self._page.finger.long_press(self._page.page_id, self._actionable("long_press", timeout))

    def fill(self, text: str, *, confirm: bool = False, timeout: float | None = None) -> None:
        """Types a text over what is in the field; `confirm` presses the keyboard's button after it."""
        node = self._actionable("fill", timeout)
        self._page.finger.fill(self._page.page_id, node, text, confirms=confirm)

    def set_value(self, value: Any, *, timeout: float | None = None) -> None:
        """Brings a slider, picker, picker-view or swiper to a value, as a user does by several movements.

        Of a picker it is what its `change` event has: an index, a list of them, a date, a time, a region; of a swiper
        the index of its item."""
        self._page.finger.bring(self._page.page_id, self._actionable("set_value", timeout), value)

    def blur(self, *, timeout: float | None = None) -> None:
        """Takes the focus from the field."""
        self._page.finger.leave(self._page.page_id, self._one("blur", timeout))

    def swipe(self, dx: float = 0, dy: float = 0, *, timeout: float | None = None) -> None:
        """Moves a finger on it by px. Full tier only."""
        self._page.finger.swipe(self._page.page_id, self._actionable("swipe", timeout), dx, dy)

    def scroll_to(self, top: float = 0, left: float = 0, *, timeout: float | None = None) -> None:
        """Scrolls it. Full tier only."""
        self._page.finger.scroll(self._page.page_id, self._one("scroll_to", timeout), top, left)

    # ------------------------------------------------------------ what code does

    def trigger(self, type: str, detail: Any = None, *, timeout: float | None = None) -> None:
        """An event of the element: of a component as its own `triggerEvent` makes it."""
        node = self._one("trigger", timeout)
        self._page.finger.trigger(self._page.page_id, node, type, {} if detail is None else detail)

    def set_data(self, data: Mapping[str, Any], *, timeout: float | None = None) -> None:
        """Calls setData of the component."""
        self._page.set_data_of(self._element(self._component("set_data", timeout)), data)

    def call(self, method: str, *args: Any, timeout: float | None = None) -> Any:
        """What a method of the component returns, or its promise comes to."""
        return self._page.call_of(self._element(self._component("call", timeout)), method, args)

    def wait_for(self, *, state: str = "visible", timeout: float | None = None) -> None:
        """Waits until it is `visible`, `hidden` (or gone), `attached` or `detached`."""
        wanted: dict[str, Callable[[], bool]] = {
            "visible": self.is_visible,
            "hidden": lambda: not self.is_visible(),
            "attached": lambda: self.count() > 0,
            "detached": lambda: self.count() == 0,
        }
        if state not in wanted:
            raise TestFailure(f"{state!r} is no state: {', '.join(wanted)}")
        patience_s = self._page.patience_s(timeout)
        if not self._page.run.eventually(wanted[state], patience_s):
            raise DeadlineFailure(f"{self} is not {state} after {patience_s:g} s{self.around()}")

    # ------------------------------------------------------------ within

    def around(self) -> str:
        """The tree around what is found, as the end of a failure's text."""
        page = self._page
        found = self.nodes()
        lines = excerpt(tree_lines(page.tree(), [node.ref for node in found], cuts=True))
        return "\n".join(["", f"  in {page.path or 'no page'}:", *(f"    {line}" for line in lines)])

    def _fits(self, one: Filter, node: FoundNode) -> bool:
        return (
            (one.has_text is None or has_text(node.text, one.has_text))
            and (one.has_not_text is None or not has_text(node.text, one.has_not_text))
            and (one.has is None or bool(one.has.nodes_within([node])))
            and (one.has_not is None or not one.has_not.nodes_within([node]))
        )

    def _one(
        self, what: str, timeout: float | None, is_ready: Callable[[FoundNode], str] = lambda node: ""
    ) -> FoundNode:
        """The one element, as soon as it is there and `is_ready` has nothing to say against it."""
        found: list[FoundNode] = []
        obstacle = ""

        def look() -> bool:
            nonlocal found, obstacle
            found = self.nodes()
            obstacle = _how_many(len(found)) or is_ready(found[0])
            return not obstacle

        patience_s = self._page.patience_s(timeout)
        if not self._page.run.eventually(look, patience_s):
            raise DeadlineFailure(f"{self}.{what}(): {obstacle} after {patience_s:g} s{self.around()}")
        return found[0]

    def _actionable(self, what: str, timeout: float | None) -> FoundNode:
        reach = Reach(self._page.run, self._page.page_id) if self._page.run.has_screen else None

        def obstacle(node: FoundNode) -> str:
            if not self._page.is_seen(node):
                return "the element cannot be seen"
            if is_disabled(node):
                return "the element is disabled"
            return reach.obstacle(node) if reach else ""

        return self._one(what, timeout, obstacle)

    def _element(self, node: FoundNode) -> Element:
        return element_of(self._page.page_id, node)

    def _component(self, what: str, timeout: float | None) -> FoundNode:
        return self._one(what, timeout, lambda node: "" if node.name else f"<{node.tag}> is no component")


def is_disabled(node: FoundNode) -> bool:
    """Whether a built-in component takes no input."""
    return not node.name and bool(node.attr.get("disabled"))


def attribute_of(node: FoundNode, name: str) -> Any:
    """What an element has by the name that a template has for it."""
    if name in node.attr:
        return node.attr[name]
    first, *rest = name.split("-")
    return node.attr.get(first + "".join(part[:1].upper() + part[1:] for part in rest))


def _has_own_text(step: Step, node: FoundNode) -> bool:
    if step.own_text is None:
        return True
    compare = is_text if step.is_exact else has_text
    return bool(words(node.own_text)) and compare(node.own_text, step.own_text)


def _how_many(count: int) -> str:
    if count == 0:
        return "there is no such element"
    return "" if count == 1 else f"there are {count} of them; say which with first, nth or filter"
