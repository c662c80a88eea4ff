"""Compile modes of a project (name, page, query, scene), kept where WeChat's tool keeps them:
`condition.miniprogram` of `project.private.config.json`, over that of `project.config.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ide.models.text_files import Refused, write_text_file
from runtime.project.gate import Gate
from runtime.project.json_edit import BrokenJson, set_value
from runtime.project.json_text import read_json
from simulator.session.arrival import Arrival

PRIVATE_FILE = "project.private.config.json"
SHARED_FILE = "project.config.json"


@dataclass(frozen=True, slots=True)
class CompileMode:
    """How a launch begins. `page` empty is the project's entry page, `scene` 0 the default one."""

    name: str = ""
    page: str = ""
    query: str = ""
    scene: int = 0
    referrer_app_id: str = ""
    extra_data: str = ""

    @property
    def arrival(self) -> Arrival:
        """From where the user comes."""
        return Arrival(self.scene, self.referrer_app_id, self.extra_data)

    @property
    def is_normal(self) -> bool:
        """Whether it is the launch without conditions."""
        return not self.page and not self.name


NORMAL = CompileMode()


def read_modes(root: Path) -> tuple[CompileMode, ...]:
    """The custom modes of a project; those of the private file if it has the list, else the shared ones."""
    gate = Gate(root)
    for name in (PRIVATE_FILE, SHARED_FILE):
        listed = _condition(_read(gate, name)).get("list")
        if isinstance(listed, list) and (listed or name == SHARED_FILE):
            return tuple(_mode(item) for item in listed if isinstance(item, dict))
    return ()


def write_modes(root: Path, modes: Sequence[CompileMode], current: CompileMode) -> Refused | None:
    """Writes the list into the private file; everything else in it stays."""
    gate, path = Gate(root), root / PRIVATE_FILE
    if gate.fault(path) is not None:
        return Refused("unwritable", f"{PRIVATE_FILE} is a link out of the project, or in a circle")
    before = _condition(_read(gate, PRIVATE_FILE))
    kept = before.get("list")
    known = {_mode(item): item for item in (kept if isinstance(kept, list) else ()) if isinstance(item, dict)}
    listed = [{**known.get(mode, {}), **_item(mode)} for mode in modes]
    index = modes.index(current) if current in modes else -1
    source = gate.text(path) or ""
    # What is no object holds nothing that could be kept.
    kept_text = source if isinstance(read_json(source, PRIVATE_FILE).value, dict) else "{\n}\n"
    text = set_value(kept_text, ("condition", "miniprogram"), {**before, "current": index, "list": listed})
    if isinstance(text, BrokenJson):
        return Refused("unwritable", f"{PRIVATE_FILE}: {text.why}")
    written = write_text_file(path, text)
    return written if isinstance(written, Refused) else None


def _read(gate: Gate, name: str) -> dict[str, Any]:
    return read_json(gate.text(gate.root / name) or "", name).members()


def _condition(config: dict[str, Any]) -> dict[str, Any]:
    condition = config.get("condition")
    kept = condition.get("miniprogram") if isinstance(condition, dict) else None
    return kept if isinstance(kept, dict) else {}


def _mode(item: dict[str, Any]) -> CompileMode:
    scene = str(item.get("scene"))
    page = str(item.get("pathName", "")).strip("/")
    number = int(scene) if scene.isdigit() else 0
    referrer = item.get("referrerInfo")
    told = referrer if isinstance(referrer, dict) else {}
    extra = told.get("extraData")
    return CompileMode(
        str(item.get("name", "")), page, str(item.get("query", "")), number, str(told.get("appId", "")),
        json.dumps(extra, ensure_ascii=False) if isinstance(extra, dict) and extra else "",
    )  # fmt: skip


def _item(mode: CompileMode) -> dict[str, Any]:
    # Assumed: the name under which a program receives it; a tool that does not know it leaves it alone.
    referrer = {"referrerInfo": mode.arrival.referrer_info} if mode.arrival.referrer_info else {}
    return {
        **referrer,
        "name": mode.name,
        "pathName": mode.page,
        "query": mode.query,
        "scene": mode.scene or None,
        "launchMode": "default",
    }
