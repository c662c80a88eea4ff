"""The words of the window by key and language: its own, and those of panels and groups of world values, a file each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from runtime.diagnostics import Language

_PARTS = ("panels", "world")
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Texts:
    """All words in one language. A key that does not exist is a programmer's mistake and raises."""

    language: Language
    words: Mapping[str, str]

    def __call__(self, key: str, **arguments: object) -> str:
        """The text of `key`, with its `{names}` filled in."""
        return self.words[key].format_map(arguments) if arguments else self.words[key]


def load_texts(language: Language) -> Texts:
    """Reads the words of one language."""
    folder = files("resources") / "messages"
    parts = [
        entry for part in _PARTS for entry in (folder / part).iterdir() if entry.name.endswith(f".{language}.json")
    ]
    words: dict[str, str] = {}
    for source in (folder / f"ide.{language}.json", *parts):
        words |= json.loads(source.read_text("utf-8"))
    return Texts(language, words)
