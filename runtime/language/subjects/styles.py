"""What stands at a place of a style file: a class, an import, a variable."""

from __future__ import annotations

import re

from runtime.language.documents import Documents, OpenText
from runtime.language.styles.classes import classes_of_sheet, imported_files, sheets_from
from runtime.language.subjects.subject import ClassName, Named, Spot

_VARIABLE = re.compile(r"(?:[@$]|--)[\w-]+")


def subject_in_style(documents: Documents, opened: OpenText, offset: int) -> Named | None:
    """The subject at an offset, or None."""
    for name, target in imported_files(documents, opened.path):
        if name.start <= offset <= name.end:
            return Named(Spot(target), name.start, name.end)
    for one in classes_of_sheet(documents, opened.path):
        if one.start - 1 <= offset <= one.end:
            return Named(ClassName(one.name, opened.path), one.start, one.end)
    return _variable(documents, opened, offset)


def _variable(documents: Documents, opened: OpenText, offset: int) -> Named | None:
    line = opened.text.rfind("\n", 0, offset) + 1
    end = opened.text.find("\n", offset)
    for match in _VARIABLE.finditer(opened.text, line, end if end >= 0 else len(opened.text)):
        if match.start() <= offset <= match.end():
            spot = _defined(documents, opened.path, match[0])
            return Named(spot, match.start(), match.end()) if spot is not None else None
    return None


def _defined(documents: Documents, path: str, name: str) -> Spot | None:
    for sheet in sheets_from(documents, path):
        tree = documents.style(sheet)
        for declaration in tree.declarations() if tree is not None else ():
            if declaration.name == name:
                return Spot(sheet, declaration.start, declaration.name_end)
    return None
