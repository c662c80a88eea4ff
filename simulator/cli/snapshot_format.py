"""A described tree (message Describe, form `snapshot`) as the snapshot files of component libraries have it.

One attribute a line, sorted as people sort words, then the events; values that are no strings as `"{{…}}"`, written as
Jest 26 writes them. Source: miniprogram-simulate 1.6.2 (jest-snapshot-plugin), pretty-format 26.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

_STEP = "  "
# Built-in tags that the engine behind those files does not know.
_UNKNOWN = frozenset(
    [
        "action-sheet", "action-sheet-cancel", "action-sheet-item", "contact-button", "double-tap-gesture-handler",
        "draggable-sheet", "editor-portal", "force-press-gesture-handler", "grid-builder",
        "horizontal-drag-gesture-handler", "list-builder", "loading", "long-press-gesture-handler", "modal",
        "nested-scroll-body", "nested-scroll-header", "official-account-publish", "open-container", "open-data-item",
        "open-data-list", "pan-gesture-handler", "scale-gesture-handler", "selection", "snapshot", "span",
        "store-coupon", "store-gift", "store-home", "store-product", "tap-gesture-handler", "toast",
        "vertical-drag-gesture-handler",
    ]
)  # fmt: skip
_UNDEFINED = {"plain": "undefined"}
# Characters of names before digits and letters, in the order of the Unicode collation.
_MARKS = "_-,;:!?.'()[]{}@*/\\&#%`^+<=>|~$"


def snapshot_text(nodes: Iterable[Any], built_in: frozenset[str]) -> str:
    """The nodes below each other, without a line end; `built_in` are the platform's own tags."""
    known = known_to_snapshots(built_in)
    return "\n".join(line for node in _shown(nodes) for line in _lines(node, "", known))


def known_to_snapshots(built_in: frozenset[str]) -> frozenset[str]:
    """Those of the platform's own tags that stand there as `wx-…`."""
    return built_in - _UNKNOWN


def _shown(nodes: Iterable[Any]) -> Iterator[Any]:
    """Virtual hosts give way to what is in them."""
    for node in nodes:
        if isinstance(node, dict) and node.get("isVirtual"):
            yield from _shown(node["children"])
        else:
            yield node


def _lines(node: Any, indent: str, known: frozenset[str]) -> Iterator[str]:
    if isinstance(node, str):
        yield indent + node.replace("<", "&lt;").replace(">", "&gt;")
        return
    tag = f"wx-{node['tag']}" if "is" not in node and node["tag"] in known else node["tag"]
    inside = indent + _STEP
    attributes = [f"{inside}{name}={_attribute(value, inside)}" for name, value in _attributes(node)]
    attributes += [f"{inside}{name}={_handler(value)}" for name, value in _events(node)]
    children = [line for child in _shown(node["children"]) for line in _lines(child, inside, known)]
    if children:
        yield from [f"{indent}<{tag}", *attributes, f"{indent}>"] if attributes else [f"{indent}<{tag}>"]
        yield from [*children, f"{indent}</{tag}>"]
    else:
        yield from [f"{indent}<{tag}", *attributes, f"{indent}/>"] if attributes else [f"{indent}<{tag} />"]


def _attributes(node: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    """Those that are no properties of the component."""
    given = node["attr"]
    return [(name, given[name]) for name in sorted(given, key=_collated) if name not in node.get("properties", ())]


def _collated(name: str) -> tuple[list[tuple[int, str]], list[bool]]:
    """Letters without regard to case; small ones first where that is the only difference."""
    ranks = [_MARKS.index(letter) if letter in _MARKS else len(_MARKS) for letter in name]
    return list(zip(ranks, name.lower(), strict=True)), [letter.isupper() for letter in name]


def _events(node: dict[str, Any]) -> list[tuple[str, Any]]:
    """Sorted by type; of several handlers for one type the engine keeps the one whose name is last in the alphabet."""
    by_type = {name.partition(":")[2]: (name, handler) for name, handler in sorted(node["events"].items())}
    return [by_type[type_] for type_ in sorted(by_type)]


def _handler(value: Any) -> str:
    return '""' if value == _UNDEFINED else _value(value, "")


def _attribute(value: Any, indent: str) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if value == _UNDEFINED:
        return '""'
    text = _value(value, indent + _STEP)
    return f'"{{{{{text}}}}}"' if "\n" not in text else f'"{{{{\n{indent}{_STEP}{text}\n{indent}}}}}"'


def _value(value: Any, indent: str) -> str:
    match value:
        case str():
            return _quoted(value)
        case bool() | None:
            return {True: "true", False: "false", None: "null"}[value]
        case {"plain": text}:
            return str(text)
        case {"object": members}:
            written = [f"{_quoted(key)}: {_value(member, indent + _STEP)}" for key, member in members]
            return _bracketed("Object {", written, "}", indent)
        case list():
            return _bracketed("Array [", [_value(item, indent + _STEP) for item in value], "]", indent)
        case _:
            return str(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _bracketed(opening: str, items: list[str], closing: str, indent: str) -> str:
    if not items:
        return opening + closing
    lines = "".join(f"\n{indent}{_STEP}{item}," for item in items)
    return f"{opening}{lines}\n{indent}{closing}"
