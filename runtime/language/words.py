"""The words of answers, from `resources/messages/language.<language>.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files

from runtime.diagnostics import Language


class Words:
    """All words in one language. A key that does not exist is a programmer's mistake and raises."""

    def __init__(self, language: Language) -> None:
        name = f"language.{language}.json"
        self._words: Mapping[str, str] = json.loads((files("resources.messages") / name).read_text("utf-8"))

    def __call__(self, key: str, **arguments: object) -> str:
        """The text of `key`, with its `{names}` filled in."""
        return self._words[key].format_map(arguments)
