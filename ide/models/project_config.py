"""Settings of a project, read from its configuration and written back: comments, order and form of the rest stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ide.models.text_files import Refused, write_text_file
from runtime.project.gate import Gate
from runtime.project.json_edit import BrokenJson, set_value
from runtime.project.json_text import read_json

SHARED_FILE = "project.config.json"
PRIVATE_FILE = "project.private.config.json"
Key = tuple[str, ...]
APPID: Key = ("appid",)
LIBRARY: Key = ("libVersion",)
NAME: Key = ("projectname",)


@dataclass(frozen=True, slots=True)
class ConfigValue:
    """What counts, and whether the user's private file decides it (then the shared file cannot)."""

    value: Any
    is_private: bool = False


def switches(settings: Mapping[str, Any]) -> Mapping[str, str]:
    """Those of the platform's settings that are on or off, with their meaning in English."""
    return {
        name: str(rule.get("summary", ""))
        for name, rule in settings.items()
        if isinstance(rule, dict) and rule.get("type") == "boolean"
    }


def read_config(root: Path, key: Key) -> ConfigValue:
    """One value; None where no file has it."""
    gate = Gate(root)
    for name in (PRIVATE_FILE, SHARED_FILE):
        value = read_json(gate.text(root / name) or "", name).at(*key)
        if value is not None:
            return ConfigValue(value, name == PRIVATE_FILE)
    return ConfigValue(None)


def write_config(root: Path, key: Key, value: object) -> Refused | None:
    """Writes one value into the shared file, which is made if there is none."""
    gate, path = Gate(root), root / SHARED_FILE
    if gate.fault(path) is not None:
        return Refused("unwritable", f"{SHARED_FILE} is a link out of the project, or in a circle")
    text = set_value(gate.text(path) or "{\n}\n", key, value)
    if isinstance(text, BrokenJson):
        return Refused("unwritable", f"{SHARED_FILE}: {text.why}")
    written = write_text_file(path, text)
    return written if isinstance(written, Refused) else None
