"""Elements of a page: found by selector, and what they are, hold and measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import msgspec

from runtime.platform.elements import Tag
from runtime.protocol import automation
from runtime.protocol.driving import ReadData
from runtime.protocol.previews import elements_of
from simulator.automation.driver.driven import DrivenProgram
from simulator.automation.driver.element_tree import (
    BadSelector,
    ElementTree,
    Node,
    Ref,
    attribute_text,
    dashed,
    ref_of,
)
from simulator.automation.driver.inquiries import Inquiries, value_of
from simulator.automation.driver.markup import inner_markup, is_attribute, outer_markup
from simulator.automation.driver.outcome import NO_SUCH_ELEMENT, PAGE_DESTROYED, Done, Failure, after, then


@dataclass(frozen=True, slots=True)
class Element:
    """One element of one page. It means the same one as long as that is there.

    `tag` as the template writes it; `component` is the path of the component that it hosts, empty if it is none.
    `ref` is its number in the page, None of the page itself (tag `page`).
    """

    page_id: int
    tag: str
    ref: Ref | None
    component: str = ""


_OF_ALL = ("id", "class", "style", "hidden", "dataset")
_OWN = {"movable-view": ("_translateX", "_translateY"), "swiper": ("current",)}


class Elements:
    """Of all pages that are open, the visible one or not."""

    def __init__(self, program: DrivenProgram, inquiries: Inquiries) -> None:
        self._program = program
        self._inquiries = inquiries

    # ------------------------------------------------------------ finding

    def find(self, page_id: int, selector: str, done: Done[list[Element]], *, within: Element | None = None) -> None:
        """All that a CSS selector means, in document order: in the page's own template, below `within`, or in the
        shadow tree of `within` if it is a component. `>>>` goes on into shadow trees: `.card >>> .title`."""
        self._tree(page_id, then(done, lambda tree: self._found(page_id, tree, within, tree.select, selector)))

    def find_by_xpath(
        self, page_id: int, path: str, done: Done[list[Element]], *, within: Element | None = None
    ) -> None:
        """All that an XPath means on the screen, shadow trees in their hosts: `//view[contains(text(), "Buy")]`."""
        self._tree(page_id, then(done, lambda tree: self._found(page_id, tree, within, tree.xpath, path)))

    # ------------------------------------------------------------ what the program says of one

    def attributes(self, element: Element, done: Done[dict[str, str]]) -> None:
        """All attributes as text, by the names that a template has for them (`data-item-id`)."""
        self._node(element, then(done, _attributes))

    def markup(self, element: Element, done: Done[str], *, outer: bool = False) -> None:
        """What stands in it on the screen, as WXML; with its own tag if `outer`."""
        self._node(element, then(done, outer_markup if outer else inner_markup))

    def properties(self, element: Element, names: Sequence[str], done: Done[list[Any]]) -> None:
        """Values by name, None of what there is not: of a component its data, of a built-in component what the user has
        made of it (`value`, `checked`, `current`, `scrollTop`), else its attribute."""
        if not element.component:
            self._ask(element, automation.Properties(**place_of(element), names=list(names)), done)
            return
        question = _data_of(element)
        take: Done[str] = then(done, lambda json: _members(value_of(json), names))
        self._inquiries.ask_logic(lambda number: msgspec.structs.replace(question, request_id=number), take)

    def property_names(self, element: Element, done: Done[list[str]]) -> None:
        """Those that there are: of a component its data, of a built-in component what the platform has for its tag."""
        if not element.component:
            build = self._program.build
            tags = build.project.platform.elements.tags if build is not None else {}
            done(_known_properties(element.tag, tags.get(element.tag)))
            return
        question = _data_of(element)
        take: Done[str] = then(done, lambda json: list(cast(dict[str, Any], value_of(json) or {})))
        self._inquiries.ask_logic(lambda number: msgspec.structs.replace(question, request_id=number), take)

    # ------------------------------------------------------------ what the screen says of one

    def text(self, element: Element, done: Done[str]) -> None:
        """What text it shows."""
        self._ask(element, automation.DomProperties(**place_of(element), names=["innerText"]), then(done, _first_text))

    def dom_properties(self, element: Element, names: Sequence[str], done: Done[list[Any]]) -> None:
        """Properties of its DOM element (`offsetWidth`, `innerText`), in the same order."""
        self._ask(element, automation.DomProperties(**place_of(element), names=list(names)), done)

    def styles(self, element: Element, names: Sequence[str], done: Done[list[str]]) -> None:
        """Computed styles, in the same order."""
        self._ask(element, automation.Styles(**place_of(element), names=list(names)), done)

    def place(self, element: Element, done: Done[dict[str, float]]) -> None:
        """Where it lies in its page: `left`, `top`, `width`, `height`, px of the phone."""
        self._ask(element, automation.Place(**place_of(element)), done)

    def extent(self, element: Element, done: Done[dict[str, float]]) -> None:
        """How far it has been scrolled and how large it is inside: `scrollTop`, `scrollLeft`, `scrollWidth`,
        `scrollHeight`, `clientWidth`, `clientHeight`."""
        self._ask(element, automation.Extent(**place_of(element)), done)

    def window_properties(self, page_id: int, names: Sequence[str], done: Done[list[Any]]) -> None:
        """Of the page's window, such as `innerWidth` or `document.documentElement.scrollHeight`, in the same order."""
        self._inquiries.ask_page(page_id, automation.WindowProperties(list(names)), cast(Done[object], done))

    # ------------------------------------------------------------

    def _ask(self, element: Element, action: automation.AutomationAction, done: Done[Any]) -> None:
        self._inquiries.ask_page(element.page_id, action, done)

    def _tree(self, page_id: int, done: Done[ElementTree]) -> None:
        if self._program.session.pages.find(page_id) is None:
            done(Failure(PAGE_DESTROYED))
            return
        take = self._inquiries.open(done)

        def read(answer: Any) -> None:
            nodes = elements_of(answer.value)
            take(Failure(PAGE_DESTROYED) if nodes is None else ElementTree(nodes))

        self._program.logic_questions.inspect_page("tree", page_id, read)

    def _node(self, element: Element, done: Done[Node]) -> None:
        def look(tree: ElementTree) -> None:
            node = tree.at(element.ref)
            done(Failure(NO_SUCH_ELEMENT) if node is None else node)

        self._tree(element.page_id, after(done, look))

    def _found(
        self, page_id: int, tree: ElementTree, within: Element | None, look: Any, wanted: str
    ) -> list[Element] | Failure:
        start = tree.at(within.ref if within else None)
        if start is None:
            return Failure(NO_SUCH_ELEMENT)
        try:
            return [_element(page_id, node) for node in look(wanted, start)]
        except BadSelector as error:
            return Failure(str(error))


def place_of(element: Element) -> dict[str, Any]:
    """How an action of the view says which element it means."""
    return {} if element.ref is None else {"id": element.ref[0], "node": element.ref[1]}


def _element(page_id: int, node: Node) -> Element:
    return Element(page_id, node.tag, ref_of(node), node.name)


def _known_properties(tag: str, known: Tag | None) -> list[str]:
    written = [*(known.attributes if known else ()), *_OF_ALL, *_OWN.get(tag, ())]
    return list(dict.fromkeys(name for one in written for name in (one, _camel(one))))


def _camel(name: str) -> str:
    head, *rest = name.split("-")
    return head + "".join(part.capitalize() for part in rest)


def _attributes(node: Node) -> dict[str, str]:
    texts = {name: attribute_text(value) for name, value in node.attr.items() if is_attribute(name)}
    return {dashed(name): text for name, text in texts.items() if text is not None}


def _data_of(element: Element) -> ReadData:
    return ReadData(0, element.page_id, ref=list(element.ref or ()))


def _members(data: object, names: Sequence[str]) -> list[Any]:
    known = data if isinstance(data, dict) else {}
    return [known.get(name) for name in names]


def _first_text(values: Any) -> str:
    return str(values[0] or "")
