"""The platform's tags, attributes and events for people who write templates: words, types, defaults, versions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

_EMPTY_TAGS = frozenset({"input", "image", "import", "include", "icon", "progress", "slider", "switch"})


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that an attribute may have."""

    text: str
    summary: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """`default` as JSON; empty if there is none."""

    name: str
    type: str = ""
    default: str = ""
    since: str = ""
    summary: str = ""
    unit: str = ""
    values: tuple[Value, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether it is written without a value."""
        return self.type == "none"


@dataclass(frozen=True, slots=True)
class Event:
    """An event that a tag sends; `detail` as JSON."""

    name: str
    since: str = ""
    summary: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Tag:
    """A tag of the platform. `is_empty`: it has no content. `address`: its page in the reference, "" for none."""

    name: str
    summary: str = ""
    since: str = ""
    is_empty: bool = False
    address: str = ""
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)


@dataclass(frozen=True)
class Elements:
    """`attributes` and `events`: what every tag has."""

    tags: Mapping[str, Tag]
    attributes: Mapping[str, Attribute]
    events: Mapping[str, Event]

    def attribute(self, tag: str, name: str) -> Attribute | None:
        """An attribute of a tag, its own before those that all have."""
        known = self.tags.get(tag)
        own = known.attributes.get(name) if known is not None else None
        return own or self.attributes.get(name) or self.attributes.get(f"{name.partition(':')[0]}:*")

    def event(self, tag: str, name: str) -> Event | None:
        """An event of a tag, or one that all send."""
        known = self.tags.get(tag)
        return (known.events.get(name) if known is not None else None) or self.events.get(name)


def read_elements(text: bytes) -> Elements:
    """The elements of the table of components."""
    source = msgspec.json.decode(text)
    reference = source["meta"]["reference"]
    return Elements(
        {name: _tag(name, entry, reference) for name, entry in source["components"].items()},
        {name: _attribute(name, entry) for name, entry in source["commonAttributes"].items()},
        {name: _event(name, entry) for name, entry in source["commonEvents"].items()},
    )


def _tag(name: str, entry: dict[str, Any], reference: str) -> Tag:
    is_component = entry.get("category") not in ("pseudo", "xr-frame")
    return Tag(
        name,
        entry.get("summary", ""),
        entry.get("since", ""),
        name in _EMPTY_TAGS,
        reference.format(tag=name) if is_component else "",
        {key: _attribute(key, value) for key, value in entry.get("attributes", {}).items()},
        {key: _event(key, value) for key, value in entry.get("events", {}).items()},
    )


def _attribute(name: str, entry: dict[str, Any]) -> Attribute:
    values = [item if isinstance(item, dict) else {"value": item} for item in entry.get("enum", [])]
    return Attribute(
        name,
        str(entry.get("type", "")),
        json.dumps(entry["default"], ensure_ascii=False) if "default" in entry else "",
        entry.get("since", ""),
        entry.get("summary") or entry.get("note") or "",
        entry.get("unit", ""),
        tuple(Value(str(one["value"]), one.get("summary", ""), one.get("since", "")) for one in values),
    )


def _event(name: str, entry: dict[str, Any]) -> Event:
    detail = entry.get("detail")
    written = json.dumps(detail, ensure_ascii=False) if detail else ""
    return Event(name, entry.get("since", ""), entry.get("summary") or entry.get("note") or "", written)
