"""What of a node a selector may name: ids, marks for tests, classes, names of fields, data, tags; and at what cost.

The selectors are those that locators take: `#id`, `.class`, tag, `[name="value"]`. What cannot be written in them, or
says how an element is now instead of which it is, is passed over or comes last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from simulator.testing.script.seen_tree import SeenNode

ID, TEST_MARK, CLASS, COMPONENT, FIELD, DATA, CONTROL, MADE, TAG, MADE_ID = 1, 1, 2, 3, 3, 4, 5, 9, 9, 60
"""The less, the better it tells an element from others, in the next version of a page too."""

_NAME = re.compile(r"[\w-]+")
_CLASS = re.compile(r"-?[^\W\d][\w-]*")
_CAPITAL = re.compile(r"[A-Z]")
_MADE = re.compile(r"\d{3}|[-_]\d+$|[0-9a-f]{8}|__[\w-]{5,}$", re.IGNORECASE)
"""A number or hash in a name: it was made, and may be another one tomorrow."""
_STATE = re.compile(
    r"(?:^|[-_])(?:is|has)[-_]|(?:^|[-_])(?:active|selected|checked|current|open|opened|show|shown|hidden|hover|focus"
    r"|focused|disabled|loading|loaded|visible|on|off|completed|complete|done|error|empty|playing|enter|leave|expanded"
    r"|collapsed|pressed|first|last)$",
    re.IGNORECASE,
)
_TEST_MARKS = ("data-testid", "data-test-id", "data-test", "data-cy", "data-qa")
_PLACES = frozenset({"data-index", "data-idx", "data-i", "data-key", "data-num"})
_OF_FIELDS = ("name", "placeholder", "for", "form-type", "open-type")
_CONTROLS = frozenset(
    {"input", "textarea", "switch", "slider", "picker", "form", "navigator", "swiper", "video", "map"}
)
_LONGEST_VALUE = 30


@dataclass(frozen=True)
class Selector:
    """One step of a selector; empty members say nothing. `attribute` is its name and value."""

    cost: float
    tag: str = ""
    id: str = ""
    class_: str = ""
    attribute: tuple[str, str] = ("", "")

    def __str__(self) -> str:
        name, value = self.attribute
        quote = "'" if '"' in value else '"'
        return "".join(
            (
                self.tag,
                self.id and f"#{self.id}",
                self.class_ and f".{self.class_}",
                name and f"[{name}={quote}{value}{quote}]",
            )
        )

    def fits(self, node: SeenNode) -> bool:
        """Whether it finds a node."""
        if self.tag and node.tag != self.tag:
            return False
        if self.id and node.element.attr.get("id") != self.id:
            return False
        if self.class_ and self.class_ not in node.classes:
            return False
        return not self.attribute[0] or attribute_of(node, self.attribute[0]) == self.attribute[1]


def selectors_of(node: SeenNode) -> list[Selector]:
    """All that may be said of a node, the best first."""
    found = [*_ids(node), *_marks(node), *_classes(node), *_of_field(node), *_tags(node), *_data(node)]
    return sorted(found, key=lambda one: one.cost)


def attribute_of(node: SeenNode, name: str) -> str:
    """A text or whole number that is written at a node, by the name that a template has for it; else nothing."""
    first, *rest = name.split("-")
    if first == "data" and rest:
        return _as_text(node.element.attr.get(f"data-{_camel(rest)}"))
    return _as_text(node.element.attr.get(_camel([first, *rest])))


def _ids(node: SeenNode) -> Iterator[Selector]:
    name = attribute_of(node, "id")
    if _NAME.fullmatch(name):
        yield Selector(MADE_ID if _MADE.search(name) else ID, id=name)


def _marks(node: SeenNode) -> Iterator[Selector]:
    for name in _TEST_MARKS:
        if _is_sayable(value := attribute_of(node, name)):
            yield Selector(TEST_MARK, attribute=(name, value))


def _lasting_classes(node: SeenNode) -> list[str]:
    """Classes that say what an element is."""
    return [name for name in node.classes if _CLASS.fullmatch(name) and not _STATE.search(name)]


def _classes(node: SeenNode) -> Iterator[Selector]:
    for name in _lasting_classes(node):
        yield Selector(MADE if _MADE.search(name) else CLASS, class_=name)


def _of_field(node: SeenNode) -> Iterator[Selector]:
    for name in _OF_FIELDS:
        if _is_sayable(value := attribute_of(node, name)):
            yield Selector(FIELD, tag=node.tag, attribute=(name, value))


def _tags(node: SeenNode) -> Iterator[Selector]:
    if _NAME.fullmatch(node.tag):
        yield Selector(COMPONENT if node.is_component else CONTROL if node.tag in _CONTROLS else TAG, tag=node.tag)


def _data(node: SeenNode) -> Iterator[Selector]:
    class_ = next(iter(_lasting_classes(node)), "")
    for written in node.element.attr:
        name = _dashed(written)
        value = attribute_of(node, name)
        if name.startswith("data-") and name not in _TEST_MARKS and _NAME.fullmatch(name) and _is_sayable(value):
            cost = MADE if name in _PLACES or _MADE.search(value) else DATA
            yield Selector(cost, tag="" if class_ else node.tag, class_=class_, attribute=(name, value))


def _is_sayable(value: str) -> bool:
    is_short = 0 < len(value) <= _LONGEST_VALUE and value.isprintable()
    return is_short and not ('"' in value and "'" in value)


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15 else ""


def _dashed(name: str) -> str:
    return _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", name)


def _camel(words: list[str]) -> str:
    first, *rest = words
    return first + "".join(word[:1].upper() + word[1:] for word in rest)
