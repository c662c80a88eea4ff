"""A further method of a page or component: where it is written and how."""

from __future__ import annotations

from runtime.language.answers import FileEdits, TextEdit
from runtime.language.components import definition_of
from runtime.language.documents import Documents


def new_method(documents: Documents, stem: str, name: str) -> FileEdits | None:
    """The edit that adds a method to the script of a page or component; None if there is no place for it."""
    definition = definition_of(documents, stem)
    end = definition.end_of_methods
    if not definition.script or end < 0:
        return None
    text = documents.text(definition.script) or ""
    line = text.rfind("\n", 0, end) + 1
    outside = text[line:end] if not text[line:end].strip() else ""
    inside = outside + ("\t" if "\n\t" in text else "  ")
    before = text[:end].rstrip()
    comma = "" if before.endswith(("{", ",")) else ","
    method = f"{comma}\n{inside}{name}(event) {{\n{inside}}},\n{outside}"
    edit = TextEdit(documents.lines(definition.script).range(len(before), end), method)
    return FileEdits(documents.outer(definition.script), (edit,))
