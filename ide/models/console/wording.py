"""The words of the console panel, from `resources/messages/console.<language>.json`."""

from __future__ import annotations

import json
from importlib.resources import files

from ide.models.texts import Texts
from runtime.diagnostics import Language


def load_console_texts(language: Language) -> Texts:
    """Reads the words of one language."""
    source = files("resources") / "messages" / f"console.{language}.json"
    return Texts(language, json.loads(source.read_text("utf-8")))
