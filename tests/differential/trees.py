"""One form for trees of different engines, so that only real differences are left.

Spelling that the compiled template no longer has is made equal: `bindtap` and `bind:tap`, capitals in `data-…`,
which both mean the same. A text of several pieces, or an empty one, takes no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from runtime.compiler.wxml.names import event_name

Tree = Any


def canonical(tree: Tree) -> Tree:
    """The tree with canonical attribute names; no empty texts, no attributes without a value."""
    if isinstance(tree, str):
        return tree
    out: dict[str, Any] = {"tag": tree["tag"]}
    attributes = dict(_attribute(name, value) for name, value in tree.get("attr", {}).items())
    out["attr"] = {name: value for name, value in sorted(attributes.items())}
    if tree.get("generics"):
        out["generics"] = {_unprefixed(name): _unprefixed(tag) for name, tag in tree["generics"].items()}
    out["children"] = [canonical(child) for child in tree["children"] if child != ""]
    return out


def _attribute(name: str, value: Any) -> tuple[str, Any]:
    event = event_name(name)
    if event is not None:
        return f"{event.form}:{event.type}", value
    return (name.lower() if name.startswith("data-") else name), value


def _unprefixed(name: str) -> str:
    return name.removeprefix("wx-")


def shown(nodes: list[Any]) -> list[Any]:
    """Described composed nodes as `simulated` gives them: virtual hosts give way to what is in them."""
    out: list[Any] = []
    for node in nodes:
        if isinstance(node, str):
            out += [node] if node else []
        elif node.get("isVirtual"):
            out += shown(node["children"])
        else:
            own = node.get("properties", ())
            attributes = {name: value for name, value in node["attr"].items() if name not in own}
            children, events = shown(node["children"]), _last(node["events"])
            out.append({"tag": node["tag"], "attr": _given(attributes), "events": events, "children": children})
    return out


def simulated(node: Any) -> Any:
    """A node of the simulator engine. It keeps one handler per event, and shows `undefined` as an empty text."""
    if isinstance(node, str):
        return node
    children = [simulated(child) for child in node["children"] if child != ""]
    return {"tag": node["tag"], "attr": _given(node["attr"]), "events": _last(node["events"]), "children": children}


def _given(attributes: dict[str, Any]) -> dict[str, Any]:
    named = (_attribute(name, value) for name, value in attributes.items())
    return {name: value for name, value in named if value != ""}


def _last(events: dict[str, str]) -> dict[str, str]:
    """Of several handlers for one event the one that the simulator engine keeps: by type, with its form."""
    return {name.partition(":")[2]: f"{name.partition(':')[0]} {handler}" for name, handler in sorted(events.items())}


def differences(ours: Tree, theirs: Tree, path: str = "") -> Iterator[str]:
    """Where two canonical trees differ, one line each: `place: ours ≠ theirs`."""
    if isinstance(ours, str) or isinstance(theirs, str):
        if ours != theirs:
            yield f"{path}: {_short(ours)} ≠ {_short(theirs)}"
        return
    path = f"{path}/{theirs['tag']}"
    if ours["tag"] != theirs["tag"]:
        yield f"{path}: <{ours['tag']}> ≠ <{theirs['tag']}>"
        return
    for part in ("attr", "generics", "events"):
        left, right = ours.get(part, {}), theirs.get(part, {})
        for name in sorted({*left, *right}):
            if left.get(name, "–") != right.get(name, "–"):
                yield f"{path}@{name}: {_short(left.get(name, '–'))} ≠ {_short(right.get(name, '–'))}"
    if len(ours["children"]) != len(theirs["children"]):
        yield f"{path}: children {_outline(ours)} ≠ {_outline(theirs)}"
        return
    for number, (left, right) in enumerate(zip(ours["children"], theirs["children"], strict=True)):
        yield from differences(left, right, f"{path}[{number}]")


def _short(value: Any) -> str:
    text = f"<{value['tag']}>" if isinstance(value, dict) and "tag" in value else repr(value)
    return re.sub(r"\s+", " ", text)[:120]


def _outline(tree: Tree) -> str:
    return " ".join(child if isinstance(child, str) else f"<{child['tag']}>" for child in tree["children"])[:120]
