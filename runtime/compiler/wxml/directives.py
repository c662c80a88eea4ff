"""The `wx:` attributes of one element: loop and condition, checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.syntax import Attribute, Element, Value

Report = Callable[[Finding], None]
Branch = Literal["if", "elif", "else"]

_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_KNOWN = frozenset({"if", "elif", "else", "for", "for-items", "for-item", "for-index", "key"})
_DASHED = frozenset({"wx-if", "wx-elif", "wx-else"})


class ForBlock(Struct, frozen=True):
    """`wx:for` with its companions. `key` is a member name, `*this` or None."""

    value: Value
    item: str
    index: str
    key: str | None


class Condition(Struct, frozen=True):
    """`wx:if`, `wx:elif` (with their value) or `wx:else`."""

    branch: Branch
    value: Value | None
    attribute: Attribute


class Directives(Struct, frozen=True):
    """What decides whether and how often an element is there."""

    for_block: ForBlock | None = None
    condition: Condition | None = None


NONE = Directives()


def is_directive(name: str) -> bool:
    """Whether the attribute belongs here and not to the node."""
    return name.startswith("wx:") or name in _DASHED


def read_directives(element: Element, report: Report) -> Directives:
    """The directives of an element; mistakes are reported, and the directive is left out."""
    found = {a.name: a for a in element.attributes if is_directive(a.name)}
    if not found:
        return NONE
    for name, attribute in found.items():
        if name.startswith("wx:") and name[3:] not in _KNOWN:
            report(Finding("wxml/unknown-directive", attribute.start, attribute.start + len(name), {"name": name}))
    for_block = _for_block(element, found, report)
    return Directives(for_block, _condition(found, for_block, report))


def _for_block(element: Element, found: dict[str, Attribute], report: Report) -> ForBlock | None:
    attribute = found.get("wx:for") or found.get("wx:for-items")
    if attribute is None:
        return None
    if attribute.value is None:
        report(_finding("wxml/directive-without-value", attribute))
        return None
    if attribute.name == "wx:for-items":
        report(_finding("wxml/for-items", attribute))
    if attribute.value.static is not None:
        report(_finding("wxml/for-without-mustache", attribute, value=attribute.value.raw))
    elif attribute.value.whole is None:
        report(_finding("wxml/for-is-text", attribute))
    key = _key(found.get("wx:key"), report)
    # The loop of a builder (item_loops) is written at its tag, and no key belongs to it.
    if "wx:key" not in found and element.tag != "slot" and attribute.start > element.start:
        report(_finding("wxml/missing-key", attribute))
    item = _variable(found.get("wx:for-item"), "item", report)
    return ForBlock(attribute.value, item, _variable(found.get("wx:for-index"), "index", report), key)


def _variable(attribute: Attribute | None, default: str, report: Report) -> str:
    if attribute is None or attribute.value is None:
        return default
    name = attribute.value.raw.strip()
    if _NAME.fullmatch(name):
        return name
    report(_finding("wxml/bad-loop-name", attribute, value=attribute.value.raw))
    return default


def _key(attribute: Attribute | None, report: Report) -> str | None:
    if attribute is None or attribute.value is None:
        return None
    raw = attribute.value.raw.strip()
    if "{{" in raw:
        inner = raw.replace("{{", "").replace("}}", "").strip()
        suggestion = "*this" if inner in ("item", "*this") else inner.rpartition(".")[2] or "*this"
        report(_finding("wxml/key-with-mustache", attribute, value=raw, suggestion=suggestion))
        return None
    if "." in raw:
        report(_finding("wxml/key-is-path", attribute, value=raw, suggestion=raw.rpartition(".")[2]))
    return raw or None


def _condition(found: dict[str, Attribute], for_block: ForBlock | None, report: Report) -> Condition | None:
    branches: tuple[Branch, ...] = ("if", "elif", "else")
    present: list[Condition] = []
    for branch in branches:
        attribute = found.get(f"wx:{branch}") or found.get(f"wx-{branch}")
        if attribute is None:
            continue
        if attribute.value is None and branch != "else":
            report(_finding("wxml/directive-without-value", attribute))
            continue
        if attribute.name.startswith("wx-"):
            report(_finding("wxml/dashed-directive", attribute, suggestion=f"wx:{branch}"))
        if attribute.value is not None and attribute.value.static and branch != "else":
            report(_finding("wxml/condition-without-mustache", attribute, value=attribute.value.raw))
        present.append(Condition(branch, attribute.value, attribute))
    if not present:
        return None
    for extra in present[1:]:
        report(_finding("wxml/two-conditions", extra.attribute, first=present[0].attribute.name))
    if for_block is not None and present[0].branch != "if":
        report(_finding("wxml/for-with-else", present[0].attribute))
        return None
    return present[0]


def _finding(code: str, attribute: Attribute, **args: str) -> Finding:
    return Finding(code, attribute.start, attribute.end, {"name": attribute.name, **args})
