"""Arguments with which a documented API may be called."""

from __future__ import annotations

from typing import Any

from runtime.api.arguments import accepted_types
from runtime.api.registry import Entry

_SAMPLES: dict[str, Any] = {
    "String": "a", "Number": 1, "Boolean": True, "Array": ["a"], "Object": {"a": 1}, "ArrayBuffer": {"$b64": "AAAA"},
}  # fmt: skip


def required_arguments(entry: Entry) -> dict[str, Any]:
    """A value of the right type for everything that the API asks for."""
    wanted: dict[str, str] = {}
    for param in entry.api.params:
        if param.callbacks or param.fields:
            wanted |= {name: field.type for name, field in param.fields.items() if field.required}
        elif param.required and not param.rest:
            wanted[param.name] = param.type
    return {name: _SAMPLES[next(iter(sorted(accepted_types(written))), "String")] for name, written in wanted.items()}
