"""The elements that a client has been told of, by the ids that it knows them by. No id is ever given to another one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simulator.automation.driver import Element, Failure
from simulator.automation.driver.outcome import NO_SUCH_ELEMENT, PAGE_DESTROYED

ROOT = "page"
WITH_CONTEXT = frozenset({"video", "audio", "map", "camera", "live-player", "live-pusher", "editor"})


class NoElement(LookupError):
    """There is none; the text is that of the protocol."""


class KnownElements:
    """Of one client. `is_open` says whether there is a page of a number."""

    def __init__(self, is_open: Callable[[int], bool]) -> None:
        self._is_open = is_open
        self._known: dict[int, dict[str, Element]] = {}

    def told(self, element: Element) -> dict[str, Any]:
        """An element as a client is told of it. Clients see by `nodeId` that it is a component."""
        number = ROOT if element.ref is None else f"{element.ref[0]}.{element.ref[1]}"
        element_id = f"{element.page_id}.{number}"
        self._known.setdefault(element.page_id, {})[element_id] = element
        told: dict[str, Any] = {"elementId": element_id, "tagName": element.tag}
        if element.component:
            told["nodeId"] = element_id
        if element.tag in WITH_CONTEXT:
            told["videoId"] = element_id
        return told

    def first(self, found: list[Element]) -> Mapping[str, Any] | Failure:
        """The first of them as a client is told of it."""
        return self.told(found[0]) if found else Failure(NO_SUCH_ELEMENT)

    def element(self, page_id: int, element_id: str) -> Element:
        """What was told by this id. Raises NoElement."""
        if not self._is_open(page_id):
            raise NoElement(PAGE_DESTROYED)
        element = self._known.get(page_id, {}).get(element_id)
        if element is None:
            raise NoElement(NO_SUCH_ELEMENT)
        return element

    def tidy(self) -> None:
        """Forgets those of pages that are gone."""
        for page_id in [one for one in self._known if not self._is_open(one)]:
            del self._known[page_id]
