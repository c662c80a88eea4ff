"""Asks the module for the language of the file."""

from __future__ import annotations

from runtime.compiler.languages import SCRIPT_DIALECTS, STYLE_LANGUAGES, TEMPLATE_ENDINGS
from runtime.language.documents import Documents, OpenText
from runtime.language.subjects.json import subject_in_json
from runtime.language.subjects.scripts import subject_in_script
from runtime.language.subjects.styles import subject_in_style
from runtime.language.subjects.subject import Named
from runtime.language.subjects.wxml import subject_in_template


def subject_at(documents: Documents, opened: OpenText, offset: int) -> Named | None:
    """What stands at an offset of a file; None for what means nothing outside of its own line."""
    if opened.ending in TEMPLATE_ENDINGS:
        return subject_in_template(documents, opened, offset)
    if opened.ending in (*SCRIPT_DIALECTS, ".wxs"):
        return subject_in_script(documents, opened, offset)
    if opened.ending in STYLE_LANGUAGES:
        return subject_in_style(documents, opened, offset)
    return subject_in_json(documents, opened, offset) if opened.ending == ".json" else None
