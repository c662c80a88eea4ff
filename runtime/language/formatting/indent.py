"""How deep a line is set in: what the project says, else two blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import translate
from pathlib import PurePosixPath

from runtime.language.answers import Indent
from runtime.project.gate import Gate
from runtime.project.json_text import read_json
from runtime.project.load import CONFIG_FILE

DEFAULT = Indent(2)
_SETTINGS = ".editorconfig"
_MAX_SIZE = 16
_ALTERNATIVES = re.compile(r"\{([^{}]*,[^{}]*)\}")
_MAX_PATTERNS = 64


@dataclass(frozen=True, slots=True)
class IndentRules:
    """What a project says: `.editorconfig` in its folder, else the vendor's settings in its configuration."""

    editor_config: str
    setting: object

    def of(self, outer: str) -> Indent:
        """The indent for a file, by its path in the project folder."""
        return _of_editor_config(dict(_said_for(self.editor_config, outer))) or _of_setting(self.setting) or DEFAULT


def read_indent_rules(gate: Gate) -> IndentRules:
    """The rules of the project in a folder."""
    config = read_json(gate.text(gate.root / CONFIG_FILE) or "", CONFIG_FILE).at("editorSetting")
    return IndentRules(gate.text(gate.root / _SETTINGS) or "", config)


def _of_editor_config(said: dict[str, str]) -> Indent | None:
    style, size = said.get("indent_style"), said.get("indent_size", "")
    width = _size(size if size != "tab" else said.get("tab_width", ""))
    if style == "tab" or size == "tab":
        return Indent(_size(said.get("tab_width", "")) or width or 4, uses_tabs=True)
    return Indent(width) if width else None


def _of_setting(setting: object) -> Indent | None:
    if not isinstance(setting, dict):
        return None
    width = _size(str(setting.get("tabSize", "")))
    if setting.get("tabIndent") == "tab":
        return Indent(width or 4, uses_tabs=True)
    return Indent(width) if width and setting.get("tabIndent") == "insertSpaces" else None


def _said_for(text: str, outer: str) -> Iterator[tuple[str, str]]:
    """The pairs of all sections that are about a file; later ones count."""
    is_about = False
    for line in text.splitlines():
        written = line.strip()
        if written.startswith("[") and written.endswith("]"):
            is_about = _is_about(written[1:-1], outer)
        elif is_about and written[:1] not in ("#", ";", "") and "=" in written:
            name, _, value = written.partition("=")
            yield name.strip().lower(), value.strip().lower()


def _is_about(glob: str, outer: str) -> bool:
    name = PurePosixPath(outer).name
    # `fnmatch` gives expressions that do not try the same text in many ways.
    return any(
        re.match(translate(one.lstrip("/")), outer if "/" in one else name) is not None
        for one in _patterns(glob.strip())
    )


def _patterns(glob: str) -> list[str]:
    """`*.{wxml,wxss}` as one pattern each."""
    found = [glob]
    while len(found) < _MAX_PATTERNS:
        index = next((i for i, one in enumerate(found) if _ALTERNATIVES.search(one)), -1)
        if index < 0:
            break
        one = found.pop(index)
        match = _ALTERNATIVES.search(one)
        if match is not None:
            found += [one[: match.start()] + word.strip() + one[match.end() :] for word in match[1].split(",")]
    return found


def _size(text: str) -> int:
    return min(int(text), _MAX_SIZE) if text.isdecimal() and len(text) < 4 else 0
