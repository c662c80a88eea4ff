"""How `handset render` writes a described tree (message Describe) down; snapshots are in `snapshot_format.py`.

- `tree`: JSON `{tag, attr?, generics?, children}`, texts as strings; events are attributes `bind:tap`.
- `html`: tags with id, class, style, data and texts, nothing added between them; hosts keep only what is no property.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

Nodes = Iterable[Any]
_PLAIN = re.compile(r"id|class|style|hidden|slot|role|aria-.*|data-.*")


def tree_value(nodes: Nodes) -> dict[str, Any]:
    """The nodes of one template under the root `page`."""
    return {"tag": "page", "children": [_tree_node(node) for node in nodes]}


def _tree_node(node: Any) -> Any:
    if isinstance(node, str):
        return node
    out: dict[str, Any] = {"tag": node["tag"]}
    attributes = {**node["attr"], **node["events"]}
    if attributes:
        out["attr"] = attributes
    if node.get("generics"):
        out["generics"] = node["generics"]
    out["children"] = [_tree_node(child) for child in node["children"]]
    return out


def html_text(nodes: Nodes) -> str:
    """The composed tree as markup on one line."""
    return "".join(_html_node(node) for node in nodes)


def _html_node(node: Any) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    inner = html_text(node["children"])
    if node.get("isVirtual"):
        return inner
    attributes = "".join(_html_attributes(node))
    return f"<{node['tag']}{attributes}>{inner}</{node['tag']}>"


def _html_attributes(node: Mapping[str, Any]) -> Iterable[str]:
    is_host = "is" in node
    for key, value in node["attr"].items():
        name = _dashed(key)
        if value is None or value is False or name.startswith("mark:") or (is_host and not _PLAIN.fullmatch(name)):
            continue
        yield f" {name}" if value is True else f' {name}="{escape(_text(value))}"'


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _dashed(name: str) -> str:
    return re.sub(r"[A-Z]", lambda match: f"-{match[0].lower()}", name)
