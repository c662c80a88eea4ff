"""What the files of a new page or component begin with: as the project's own templates say, else the usual texts in the
project's languages.

A project's own stand in `.handset/templates`: `page.wxml`, `page.ts`, `component.less` …; `@name@` is the new name. If
there is one for a kind, those that are there are all that is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from runtime.project.gate import Gate

FolderKind = Literal["page", "component"]
TEMPLATES_FOLDER = ".handset/templates"
NAME_MARK = "@name@"
_ENDINGS = (".js", ".ts", ".json", ".wxml", ".wxss", ".less", ".scss", ".sass")
_STYLE_ENDINGS = (".wxss", ".less", ".scss", ".sass")
_SCRIPTS: Mapping[FolderKind, str] = MappingProxyType({
    "page": "Page({\n  data: {},\n\n  onLoad(options) {},\n})\n",
    "component": "Component({\n  properties: {},\n\n  data: {},\n\n  methods: {},\n})\n",
})  # fmt: skip
_CONFIGURATIONS: Mapping[FolderKind, str] = MappingProxyType({
    "page": '{\n  "usingComponents": {}\n}\n',
    "component": '{\n  "component": true,\n  "usingComponents": {}\n}\n',
})  # fmt: skip


def new_files(root: Path, source_root: str, kind: FolderKind, name: str) -> Mapping[str, str]:
    """Texts by ending. `source_root` is where app.json stands."""
    return _own(root, kind, name) or _usual(root / source_root, kind, name)


def _own(root: Path, kind: FolderKind, name: str) -> Mapping[str, str]:
    gate = Gate(root)
    read = {ending: gate.text(root / TEMPLATES_FOLDER / f"{kind}{ending}") for ending in _ENDINGS}
    return {ending: text.replace(NAME_MARK, name) for ending, text in read.items() if text is not None}


def _usual(sources: Path, kind: FolderKind, name: str) -> Mapping[str, str]:
    script = ".ts" if (sources / "app.ts").is_file() else ".js"
    style = next((ending for ending in _STYLE_ENDINGS if (sources / f"app{ending}").is_file()), ".wxss")
    return {script: _SCRIPTS[kind], ".json": _CONFIGURATIONS[kind], ".wxml": f"<view>{name}</view>\n", style: ""}
