"""What a collection begins with: `<collection>.json` in a folder of the project, its rule in `rules.json` there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from runtime.cloud.conditions import Document
from runtime.cloud.database import new_id
from runtime.cloud.failure import CloudFailure
from runtime.cloud.names import RULES_FILE, SEEDS_FOLDER
from runtime.cloud.rows import documents_of
from runtime.cloud.rules import check_rule
from runtime.project.gate import Gate

MAX_BYTES = 32 * 1024 * 1024


class Seeds:
    """Those of one folder, which need not be there. `say` hears what is wrong with a file."""

    def __init__(self, folder: Path | None, say: Callable[[str], object]) -> None:
        self._folder = folder
        self._say = say

    def of(self, collection: str) -> tuple[list[Document], Any]:
        """Documents and rule of a collection; a file that is none counts as absent."""
        return self._read(f"{collection}.json", self._documents, []), self._rule(collection)

    def _documents(self, text: str) -> list[Document]:
        return documents_of(text, new_id)

    def _rule(self, collection: str) -> Any:
        rules = self._read(RULES_FILE, json.loads, {})
        rule = rules.get(collection) if isinstance(rules, dict) else None
        try:
            check_rule(rule)
        except CloudFailure as failure:
            self._say(f"{SEEDS_FOLDER}/{RULES_FILE}: {failure.reason}")
            return "ADMINONLY"
        return rule

    def _read(self, name: str, parse: Callable[[str], Any], otherwise: Any) -> Any:
        place = Gate(self._folder).place(self._folder / name) if self._folder and "/" not in name else None
        if place is None or not place.is_file():
            return otherwise
        try:
            if place.stat().st_size > MAX_BYTES:
                raise ValueError("the file is too large")
            return parse(place.read_text("utf-8"))
        except (OSError, ValueError, RecursionError, CloudFailure) as error:
            self._say(f"{SEEDS_FOLDER}/{name}: {error}")
            return otherwise
