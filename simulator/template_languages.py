"""Turns the files of a template, which are in JavaScript and WXSS, into TypeScript and Less.

For our own templates alone: it knows the few forms in which they require and export.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Literal, get_args

ProjectLanguage = Literal["typescript", "less"]
"""As `useCompilerPlugins` of project.config.json names them."""
PROJECT_LANGUAGES: tuple[ProjectLanguage, ...] = get_args(ProjectLanguage)

_ENDINGS: dict[str, tuple[ProjectLanguage, str]] = {".js": ("typescript", ".ts"), ".wxss": ("less", ".less")}
_REQUIRED = re.compile(r"^const (\{[^}\n]*\}|\w+) = require\(('[^'\n]+')\)", re.MULTILINE)
_EXPORTED = re.compile(r"^module\.exports = \{", re.MULTILINE)
_IS_MODULE = re.compile(r"^(?:import|export)\b", re.MULTILINE)


def translated(name: str, text: str, languages: Collection[ProjectLanguage]) -> tuple[str, str]:
    """The name and text that a file of a template has in a project in these languages."""
    stem, dot, ending = name.rpartition(".")
    language, new_ending = _ENDINGS.get(dot + ending, (None, ""))
    if language is None or language not in languages:
        return name, text
    return stem + new_ending, _typed(text) if language == "typescript" else text


def with_languages(config: str, languages: Collection[ProjectLanguage]) -> str:
    """A project.config.json that asks for them."""
    wanted = [one for one in PROJECT_LANGUAGES if one in languages]
    if not wanted:
        return config
    values = json.loads(config)
    values["setting"]["useCompilerPlugins"] = wanted
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"


def _typed(text: str) -> str:
    text = _REQUIRED.sub(lambda found: f"import {_names(found[1])} from {found[2]}", text)
    text = _EXPORTED.sub("export {", text)
    # A script without either shares its variables with all others, for TypeScript.
    return text if _IS_MODULE.search(text) else f"{text.rstrip()}\n\nexport {{}}\n"


def _names(target: str) -> str:
    return target if target.startswith("{") else f"* as {target}"
