"""VS Code's `.vscode/launch.json`: the entry with which its debugger comes to a program in the window.

An entry of that name is brought up to date, all else in the file stays as it is, comments too. A file that is not
understood is not touched.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from runtime.project.json_edit import BrokenJson, append_to_list, set_value
from runtime.project.json_text import read_json

FILE = Path(".vscode", "launch.json")
NAME = "Attach to Handset"


def entry(port: int) -> dict[str, object]:
    """For VS Code's own JavaScript debugger. Files are told as the user wrote them, so no map is looked for."""
    return {
        "name": NAME,
        "type": "node",
        "request": "attach",
        "address": "127.0.0.1",
        "port": port,
        "restart": True,
        "sourceMaps": False,
        "skipFiles": ["**/node_modules/**", "**/miniprogram_npm/**"],
    }


def with_entry(text: str, port: int) -> str | BrokenJson:
    """The text of a launch.json (empty: there is none) with the entry in it."""
    if not text.strip():
        return json.dumps({"version": "0.2.0", "configurations": [entry(port)]}, indent=2) + "\n"
    listed = read_json(text, "").at("configurations")
    known = listed if isinstance(listed, list) else []
    names = [one.get("name") if isinstance(one, dict) else None for one in known]
    if NAME in names:
        return set_value(text, ("configurations", names.index(NAME)), entry(port))
    return append_to_list(text, ("configurations",), entry(port))


def write_launch_json(folder: Path, port: int) -> Path | BrokenJson:
    """Puts the entry into the folder's file; returns its path. Raises OSError."""
    path = folder / FILE
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        return BrokenJson("it is a link that leads out of the folder")
    try:
        text = path.read_bytes().decode()
    except FileNotFoundError:
        text = ""
    except UnicodeDecodeError:
        return BrokenJson("it is no UTF-8")
    changed = with_entry(text, port)
    if isinstance(changed, BrokenJson):
        return changed
    if changed != text:
        path.parent.mkdir(exist_ok=True)
        # As a whole: a disk that is full must not cost what was there.
        beside = path.with_suffix(".json.new")
        beside.write_bytes(changed.encode())
        beside.replace(path)
    return path
