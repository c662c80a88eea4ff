"""The one door to the language: an editor's questions about a place in a file, answered as plain data.

Built for the editor page and for a server of the Language Server Protocol alike. Not safe for several threads: whoever
asks keeps it in one. A place outside of the text, a file that is not there, a text that is half typed or too long give
an empty answer; nothing raises on account of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from runtime.compiler.languages import SCRIPT_DIALECTS, STYLE_LANGUAGES, TEMPLATE_ENDINGS
from runtime.compiler.wxml.syntax import Document
from runtime.diagnostics import Diagnostic, Language
from runtime.language.answers import (
    Colour,
    Completion,
    Definitions,
    FileEdits,
    Fix,
    Fold,
    Formatting,
    Hover,
    Indent,
    Location,
    Position,
    Range,
    RenameTarget,
    Renaming,
    Symbol,
    Token,
)
from runtime.language.colours.find import colours_of
from runtime.language.colours.text import texts_of
from runtime.language.completion.json import complete_json
from runtime.language.completion.scripts import complete_script
from runtime.language.completion.styles import complete_style
from runtime.language.completion.wxml import complete_wxml
from runtime.language.documents import Documents, OpenText
from runtime.language.fixes.find import fix_all, fixes_at
from runtime.language.folds import folds_of
from runtime.language.formatting.format import format_edits
from runtime.language.formatting.indent import read_indent_rules
from runtime.language.hover.json import hover_in_json
from runtime.language.hover.styles import hover_in_style
from runtime.language.hover.wxml import hover_in_template
from runtime.language.moves import moved_edits
from runtime.language.navigation import find_definitions, find_references
from runtime.language.rename import rename, rename_target
from runtime.language.scripts.surroundings import Surroundings, surroundings_of
from runtime.language.symbols.styles import style_symbols
from runtime.language.symbols.wxml import template_symbols
from runtime.language.tokens.find import tokens_of_file
from runtime.language.words import Words
from runtime.language.wxml.pairs import closing_behind, tag_pair
from runtime.project.model import Project

_NO_TEMPLATES: Mapping[str, Document] = {}


class LanguageService:
    """Paths are relative to the project folder. `take`, `edit` and `close` keep it up to date; before the first `take`
    all answers are empty."""

    def __init__(self, language: Language = "en") -> None:
        self._documents = Documents()
        self._words = Words(language)
        self._found: dict[str, list[Diagnostic]] = {}
        self._shown_width: int | None = None

    # -- what there is

    def speak(self, language: Language) -> None:
        """The language of the words from now on."""
        self._words = Words(language)

    def show_on(self, width_px: int | None) -> None:
        """How wide the screen is that lengths are told for; None if none is shown."""
        self._shown_width = width_px

    def take(self, project: Project, templates: Mapping[str, Document] = _NO_TEMPLATES) -> None:
        """The project as it was read last; `templates`: trees that its build has made, by path in the program."""
        self._documents.take(project, templates)
        # Read now, so that the first question does not wait for it.
        _ = project.platform.elements, project.platform.style_properties

    def take_findings(self, found: Iterable[Diagnostic]) -> None:
        """The findings of the last build, which `fixes` is about."""
        self._found = {}
        for one in found:
            self._found.setdefault(one.span.file, []).append(one)

    def edit(self, path: str, text: str) -> None:
        """The text of a file that is open in the editor, saved or not."""
        self._documents.edit(path, text)

    def close(self, path: str) -> None:
        """The file is not open any more."""
        self._documents.close(path)

    def text(self, path: str) -> str:
        """The text of a file; "" if there is none that answers are about."""
        opened = self._documents.opened(path)
        return opened.text if opened is not None else ""

    # -- questions about a place

    def completion(self, path: str, position: Position) -> Completion | None:
        """What may stand at a place."""
        opened, offset = self._at(path, position)
        if opened is None:
            return None
        platform = opened.project.platform
        if opened.ending in TEMPLATE_ENDINGS:
            return complete_wxml(self._documents, self._words, platform.elements, opened, offset)
        if opened.ending in STYLE_LANGUAGES:
            return complete_style(self._documents, platform, opened, offset)
        if opened.ending in SCRIPT_DIALECTS:
            return complete_script(self._documents, opened, offset)
        return complete_json(self._documents, opened, offset) if opened.ending == ".json" else None

    def hover(self, path: str, position: Position) -> Hover | None:
        """What there is to say about a place."""
        opened, offset = self._at(path, position)
        if opened is None:
            return None
        if opened.ending in TEMPLATE_ENDINGS:
            return hover_in_template(self._documents, self._words, opened, offset)
        if opened.ending in STYLE_LANGUAGES:
            return hover_in_style(self._documents, self._words, opened, offset, self._shown_width)
        return hover_in_json(self._documents, self._words, opened, offset) if opened.ending == ".json" else None

    def definition(self, path: str, position: Position) -> Definitions | None:
        """Where that which stands at a place is defined."""
        opened, offset = self._at(path, position)
        return find_definitions(self._documents, opened, offset) if opened is not None else None

    def references(self, path: str, position: Position) -> tuple[Location, ...]:
        """Where it is written, definitions among them."""
        opened, offset = self._at(path, position)
        return find_references(self._documents, opened, offset) if opened is not None else ()

    def rename_target(self, path: str, position: Position) -> RenameTarget | None:
        """What `rename` at a place would be about."""
        opened, offset = self._at(path, position)
        return rename_target(self._documents, opened, offset) if opened is not None else None

    def rename(self, path: str, position: Position, name: str) -> Renaming:
        """The edits that give it another name."""
        opened, offset = self._at(path, position)
        return rename(self._documents, self._words, opened, offset, name) if opened is not None else Renaming()

    def linked(self, path: str, position: Position) -> tuple[Range, ...]:
        """The stretches that change together with what is typed at a place: both tags of an element."""
        opened, offset = self._at(path, position)
        document = self._documents.template(opened.path) if opened is not None else None
        pair = tag_pair(document, offset) if document is not None else None
        return tuple(opened.lines.range(*one) for one in pair) if opened is not None and pair is not None else ()

    def close_tag(self, path: str, position: Position) -> str:
        """What ends the tag that was typed up to a place, to be written behind it; "" if nothing is wanted."""
        opened, offset = self._at(path, position)
        document = self._documents.template(opened.path) if opened is not None else None
        return closing_behind(document, offset) if document is not None else ""

    # -- questions about a file

    def symbols(self, path: str) -> tuple[Symbol, ...]:
        """The outline."""
        opened = self._documents.opened(path)
        if opened is None:
            return ()
        if opened.ending in TEMPLATE_ENDINGS:
            document = self._documents.template(opened.path)
            return template_symbols(document, opened.lines) if document is not None else ()
        tree = self._documents.style(opened.path)
        return style_symbols(tree, opened.lines) if tree is not None else ()

    def tokens(self, path: str) -> tuple[Token, ...]:
        """What each stretch of a template or a style file is."""
        opened = self._documents.opened(path)
        return tokens_of_file(self._documents, opened) if opened is not None else ()

    def folds(self, path: str) -> tuple[Fold, ...]:
        """The lines that can be folded."""
        opened = self._documents.opened(path)
        return folds_of(self._documents, opened) if opened is not None else ()

    def colours(self, path: str) -> tuple[Colour, ...]:
        """The colours in the text."""
        opened = self._documents.opened(path)
        return colours_of(self._documents, opened) if opened is not None else ()

    def colour_texts(self, red: float, green: float, blue: float, alpha: float) -> tuple[str, ...]:
        """The ways to write a colour, channels from 0 to 1."""
        return texts_of(red, green, blue, alpha)

    def surroundings(self, path: str) -> Surroundings | None:
        """What a type checker has to know besides a script; None for what is no script of the program."""
        opened = self._documents.opened(path)
        if opened is None or opened.ending not in SCRIPT_DIALECTS or not opened.path:
            return None
        return surroundings_of(self._documents, opened.path)

    def fixes(self, path: str, place: Range) -> tuple[Fix, ...]:
        """What can be done about the findings at a stretch of the text."""
        opened, start = self._at(path, place.start)
        end = opened.lines.offset(place.end) if opened is not None else None
        if opened is None or end is None:
            return ()
        return fixes_at(self._documents, self._words, opened, self._found.get(path, ()), start, end)

    def move(self, old: str, new: str) -> tuple[FileEdits, ...]:
        """The edits, in files as they are named now, that keep names right when a file or folder gets another name."""
        project = self._documents.project
        inner = (project.files.inner(old), project.files.inner(new)) if project is not None else (None, None)
        return moved_edits(self._documents, inner[0], inner[1]) if inner[0] and inner[1] else ()

    def fix_all(self, path: str) -> Fix | None:
        """What can be mended in a file without a question, all at once; None if there is nothing."""
        opened = self._documents.opened(path)
        return fix_all(self._documents, self._words, opened, self._found.get(path, ())) if opened is not None else None

    def format(self, path: str, indent: Indent | None = None, within: Range | None = None) -> Formatting:
        """The text in order; `indent`: instead of what the project says; `within`: these lines alone."""
        opened = self._documents.opened(path)
        if opened is None:
            return Formatting(refusal=self._words("format.unread", path=path))
        wanted = indent or read_indent_rules(opened.project.files.gate).of(path)
        return format_edits(path, opened.lines, self._words, wanted, opened.project.platform.elements.tags, within)

    # -- within

    def _at(self, path: str, position: Position) -> tuple[OpenText | None, int]:
        opened = self._documents.opened(path)
        offset = opened.lines.offset(position) if opened is not None else None
        return (None, 0) if offset is None else (opened, offset)
