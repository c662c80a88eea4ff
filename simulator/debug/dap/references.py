"""The numbers by which a client asks for the members of what it has seen: scopes and values.

They count until the program goes on; those of a running program until it is paused or goes on the next time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from simulator.bridge.preview import Preview, plain_text


@dataclass(frozen=True, slots=True)
class Referred:
    """`object_id` is the debugger's; `expression` leads to the value, empty if nothing does.

    `this` is shown among the variables of the scope that a frame begins with.
    """

    object_id: int
    expression: str
    is_scope: bool = False
    is_array: bool = False
    this: Preview | None = None


class References:
    """Of one client."""

    def __init__(self) -> None:
        self._last = 0
        self._known: dict[int, Referred] = {}

    def clear(self) -> None:
        """The program has moved. Numbers are never used again."""
        self._known.clear()

    def add(self, referred: Referred) -> int:
        """The number of one more."""
        self._last += 1
        self._known[self._last] = referred
        return self._last

    def find(self, number: int) -> Referred | None:
        """What a number stands for; None if it is no more."""
        return self._known.get(number)

    def shown(self, preview: Preview, expression: str = "") -> dict[str, Any]:
        """A value: its text and type, and the number for its members if it has any."""
        kind = str(preview.get("t", "undefined"))
        text = plain_text([preview])
        out: dict[str, Any] = {
            "value": f"'{text}'" if kind == "string" else text,
            "type": str(preview.get("cls") or "Object") if kind == "object" else kind,
            "variablesReference": 0,
        }
        if preview.get("id"):
            is_array = kind == "array"
            out["variablesReference"] = self.add(Referred(int(preview["id"]), expression, is_array=is_array))
            if is_array:
                out["indexedVariables"] = int(preview.get("n", 0))
        return out
