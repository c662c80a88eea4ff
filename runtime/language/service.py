"""The one door to the language: an editor's questions about a place in a file, answered as plain data.

Built for the editor page and for a server of the Language Server Protocol alike. Not safe for several threads: whoever
asks keeps it in one. A place outside of the text, a file that is not there, a text that is half typed or too long give
an empty answer; nothing raises on account of a text.
"""

from __future__ import annotations

from collections.abc import Mapping

from runtime.compiler.languages import STYLE_LANGUAGES, TEMPLATE_ENDINGS
from runtime.compiler.wxml.syntax import Document
from runtime.language.answers import Completion, Position
from runtime.language.completion.styles import complete_style
from runtime.language.completion.wxml import complete_wxml
from runtime.language.documents import Documents, OpenText
from runtime.project.model import Project

_NO_TEMPLATES: Mapping[str, Document] = {}


class LanguageService:
    """Paths are relative to the project folder. `take`, `edit` and `close` keep it up to date; before the first `take`
    all answers are empty."""

    def __init__(self) -> None:
        self._documents = Documents()

    # -- what there is

    def take(self, project: Project, templates: Mapping[str, Document] = _NO_TEMPLATES) -> None:
        """The project as it was read last; `templates`: trees that its build has made, by path in the program."""
        self._documents.take(project, templates)

    def edit(self, path: str, text: str) -> None:
        """The text of a file that is open in the editor, saved or not."""
        self._documents.edit(path, text)

    def close(self, path: str) -> None:
        """The file is not open any more."""
        self._documents.close(path)

    # -- questions

    def completion(self, path: str, position: Position) -> Completion | None:
        """What may stand at a place."""
        opened, offset = self._at(path, position)
        if opened is None:
            return None
        platform = opened.project.platform
        if opened.ending in TEMPLATE_ENDINGS:
            return complete_wxml(self._documents, platform.elements, opened, offset)
        if opened.ending in STYLE_LANGUAGES:
            return complete_style(self._documents, platform, opened, offset)
        return None

    # -- within

    def _at(self, path: str, position: Position) -> tuple[OpenText | None, int]:
        opened = self._documents.open(path)
        offset = opened.lines.offset(position) if opened is not None else None
        return (None, 0) if offset is None else (opened, offset)
