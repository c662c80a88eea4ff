"""What WXML completion offers, made from `resources/spec/components.json` in the form that the editor page reads.

Shape: `{tags: {name: {doc, empty, attributes, events}}, common: attributes, events}`, an attribute being
`{type, doc, values}`.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

_EMPTY_TAGS = frozenset(("input", "image", "import", "include", "icon", "progress", "slider", "switch"))


def load_wxml_knowledge() -> dict[str, Any]:
    """Reads the catalogue; costs some milliseconds, so it is called once."""
    source = json.loads((files("resources") / "spec" / "components.json").read_text("utf-8"))
    common = {name: _attribute(entry) for name, entry in source["commonAttributes"].items() if "*" not in name}
    tags = {name: _tag(name, entry) for name, entry in source["components"].items()}
    return {"tags": tags, "common": common, "events": {name: {} for name in source["commonEvents"]}}


def _tag(name: str, entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "doc": entry.get("summary", ""),
        "empty": name in _EMPTY_TAGS,
        "attributes": {key: _attribute(value) for key, value in entry.get("attributes", {}).items()},
        "events": {key: {"doc": _detail(value)} for key, value in entry.get("events", {}).items()},
    }


def _attribute(entry: dict[str, Any]) -> dict[str, Any]:
    values = [str(item["value"]) if isinstance(item, dict) else str(item) for item in entry.get("enum", [])]
    doc = entry.get("summary") or entry.get("note") or ""
    if "default" in entry:
        doc = f"{doc}\n\nDefault: {json.dumps(entry['default'], ensure_ascii=False)}".strip()
    return {"type": str(entry.get("type", "")), "doc": doc, "values": values}


def _detail(entry: dict[str, Any]) -> str:
    detail = entry.get("detail")
    return f"detail: {json.dumps(detail, ensure_ascii=False)}" if detail else ""
