"""What a user could do on a page, as its tree tells: elements that have handlers or act by themselves, grouped by the
line of the template in which they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from simulator.testing.script.seen_tree import Ref, SeenNode, SeenTree

Kind = Literal[
    "tap", "press", "type", "set", "scrolled", "back", "home", "tab", "end", "pull", "rotate", "leave", "return",
    "network", "answer",
]  # fmt: skip
_FORMS = frozenset({"bind", "catch", "mut-bind", "capture-bind", "capture-catch", "capture-mut-bind"})
_TAPS = frozenset({"tap", "touchstart", "touchend"})
_PRESSES = frozenset({"longpress", "longtap"})
_SCROLLED = ("scrolltolower", "scrolltoupper", "refresherrefresh")
TYPED = frozenset({"input", "textarea"})
SET = frozenset({"slider", "picker", "picker-view", "swiper"})
_ACTS = frozenset({"switch", "checkbox", "radio", "label"})
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")


@dataclass(frozen=True)
class Move:
    """`place` is what it counts as, however many elements (`refs`) or moments there are for it; `detail` says more."""

    kind: Kind
    place: str
    refs: tuple[Ref, ...] = ()
    detail: str = ""


def moves_on(tree: SeenTree) -> list[Move]:
    """Everything that its elements offer, in the order of the document."""
    found: dict[tuple[Kind, str, str], list[Ref]] = {}
    for node in _seen(tree):
        offers = list(_offers(node))
        # Several may stand in one line.
        written = f"{node.element.file}:{node.element.line} {node.tag} {_handlers_by_name(node)}" if offers else ""
        for kind, detail in offers:
            found.setdefault((kind, f"{written} {kind} {detail}", detail), []).append(node.ref)
    return [Move(kind, place, tuple(refs), detail) for (kind, place, detail), refs in found.items()]


def is_blank(tree: SeenTree) -> bool:
    """Whether there is nothing at all to be seen."""
    return next(_seen(tree), None) is None


def handlers_of(node: SeenNode) -> frozenset[str]:
    """The events that somebody hears of at an element."""
    return frozenset(name.partition(":")[2] for name in node.element.attr if name.partition(":")[0] in _FORMS)


def _handlers_by_name(node: SeenNode) -> str:
    return " ".join(str(one) for name, one in node.element.attr.items() if name.partition(":")[0] in _FORMS)


def _seen(tree: SeenTree) -> Iterator[SeenNode]:
    hidden: set[Ref] = set()
    # In the order of the document what is around an element comes before it.
    for node in tree.nodes.values():
        if _is_hidden(node) or (node.parent is not None and node.parent.ref in hidden):
            hidden.add(node.ref)
        else:
            yield node


def _is_hidden(node: SeenNode) -> bool:
    style = node.element.attr.get("style")
    return bool(node.element.attr.get("hidden")) or (isinstance(style, str) and bool(_UNSEEN.search(style)))


def _offers(node: SeenNode) -> Iterator[tuple[Kind, str]]:
    attr, handlers = node.element.attr, handlers_of(node)
    if not node.is_component and attr.get("disabled") not in (None, False, "", "false"):
        return
    if node.tag in TYPED and not node.is_component:
        yield "type", ""
    elif handlers & _TAPS or _acts(node):
        yield "tap", ""
    if handlers & _PRESSES:
        yield "press", ""
    if node.tag in SET and "change" in handlers and not node.is_component:
        yield "set", ""
    for event in _SCROLLED:
        if node.tag == "scroll-view" and event in handlers:
            yield "scrolled", event


def _acts(node: SeenNode) -> bool:
    """Whether a tap has an effect without a handler."""
    attr: dict[str, Any] = node.element.attr
    if node.is_component:
        return False
    if node.tag == "navigator":
        return bool(attr.get("url") or attr.get("openType"))
    if node.tag == "button":
        return bool(attr.get("openType") or attr.get("formType"))
    return node.tag in _ACTS
