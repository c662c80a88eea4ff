"""What the platform documents of components and functions of `wx`, as pages for an agent that writes code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from runtime.platform.platform import Platform
from simulator.mcp_server.desk import Refused


class SpecPages:
    """Over the tables of one platform."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    def components(self) -> str:
        """All tags, a line each."""
        return "\n".join(f"- {tag}: {entry.get('summary', '')}" for tag, entry in self._platform.components.items())

    def functions(self) -> str:
        """All functions of wx with their state here."""
        entries = self._platform.registry.entries
        return "\n".join(f"- {name} ({entries[name].state})" for name in sorted(entries) if "." not in name)

    def component(self, tag: str) -> str:
        """A tag: attributes, events, and what of it has no effect here. Raises Refused."""
        entry = self._platform.components.get(tag)
        if entry is None:
            raise Refused(f"there is no component {tag}; handset://components lists them")
        return f"# {tag}\n\n{_described(entry)}"

    def function(self, name: str) -> str:
        """A function, or a method of an object (`FileSystemManager.readFile`). Raises Refused."""
        entry = self._platform.registry.find(name)
        if entry is None:
            raise Refused(f"there is no wx.{name}; handset://apis lists them")
        reason = self._platform.registry.reason(name)
        state = f"Here: {entry.state}{f' ({reason})' if reason else ''}."
        return f"# wx.{name}\n\n{state}\n\n{_described(msgspec.to_builtins(entry.api))}"


def _described(entry: Mapping[str, Any], depth: int = 0) -> str:
    """Nested tables as a nested list; what says nothing is left out."""
    lines: list[str] = []
    for name, value in entry.items():
        lines += _lines(name, value, "  " * depth, depth)
    return "\n".join(lines)


def _lines(name: str, value: Any, indent: str, depth: int) -> Iterator[str]:
    if value in (None, "", False, (), [], {}):
        return
    if isinstance(value, Mapping):
        facts = [one for fact, one in value.items() if _is_fact(fact, one)]
        facts += ["required"] if value.get("required") is True else []
        inner = {key: one for key, one in value.items() if key not in ("name", "required") and not _is_fact(key, one)}
        yield f"{indent}- {name}{': ' * bool(facts)}{', '.join(facts)}"
        if rest := _described(inner, depth + 1):
            yield rest
    elif isinstance(value, list | tuple) and all(isinstance(one, Mapping) and "name" in one for one in value):
        yield f"{indent}- {name}"
        for one in value:
            yield from _lines(one["name"], one, f"{indent}  ", depth + 1)
    elif isinstance(value, list | tuple):
        shown = [str(one["value"]) if isinstance(one, Mapping) and "value" in one else str(one) for one in value]
        yield f"{indent}- {name}: {', '.join(shown)}"
    else:
        yield f"{indent}- {name}: {value}"


def _is_fact(name: str, value: Any) -> bool:
    # A table of attributes may have one that is called `type`.
    return name in ("type", "unit") and isinstance(value, str) and bool(value)
