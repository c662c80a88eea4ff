"""The editor page's questions about the language of a file, declared once, and who answers them.

Lines and characters count from 0, characters in UTF-16 units, as in `runtime.language.answers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from runtime.language.answers import Definitions, Location, Position, Range
from runtime.language.tokens.numbers import token_numbers

if TYPE_CHECKING:
    from runtime.language.scripts.surroundings import Surroundings
    from runtime.language.service import LanguageService

MAX_TEXTS = 200
"""Files that go along with an answer."""


class _Question(Struct, frozen=True, tag_field="q"):
    """Base of all questions."""

    path: str


class _QuestionAt(_Question, frozen=True):
    line: int
    character: int

    @property
    def position(self) -> Position:
        """The place that is asked about."""
        return Position(self.line, self.character)


class CompletionAt(_QuestionAt, frozen=True, tag="completion"):
    """`Completion` or null."""


class HoverAt(_QuestionAt, frozen=True, tag="hover"):
    """`Hover` or null."""


class DefinitionAt(_QuestionAt, frozen=True, tag="definition"):
    """`Definitions` or null."""


class ReferencesAt(_QuestionAt, frozen=True, tag="references"):
    """A list of `Location`."""


class RenameTargetAt(_QuestionAt, frozen=True, tag="rename-target"):
    """`RenameTarget` or null."""


class RenameAt(_QuestionAt, frozen=True, tag="rename"):
    """`Renaming`."""

    name: str


class LinkedAt(_QuestionAt, frozen=True, tag="linked"):
    """A list of ranges; empty if nothing changes together there."""


class CloseTagAt(_QuestionAt, frozen=True, tag="close-tag"):
    """A text to be written behind the place; "" if nothing is wanted."""


class SymbolsOf(_Question, frozen=True, tag="symbols"):
    """A list of `Symbol`."""


class TokensOf(_Question, frozen=True, tag="tokens"):
    """A list of numbers, as of `token_numbers`."""


class ColoursOf(_Question, frozen=True, tag="colours"):
    """A list of `Colour`."""


class ColourTexts(_Question, frozen=True, tag="colour-texts"):
    """A list of texts."""

    red: float
    green: float
    blue: float
    alpha: float


class FixesIn(_Question, frozen=True, tag="fixes"):
    """A list of `Fix` for the findings that touch the range."""

    range: Range


class FixAllOf(_Question, frozen=True, tag="fix-all"):
    """`Fix` of all that can be mended in the file, or null."""


class FoldsOf(_Question, frozen=True, tag="folds"):
    """A list of `Fold`."""


class FormatOf(_Question, frozen=True, tag="format"):
    """`Formatting` of the file, or of the lines of a range."""

    range: Range | None = None


class SurroundingsOf(_Question, frozen=True, tag="surroundings"):
    """`ScriptSurroundings` of a script, or null. `known`: digests of texts that the page has, by path."""

    known: dict[str, str]


class ScriptSurroundings(Struct, frozen=True):
    """`Surroundings` as they are sent: `files` has digests, `texts` those texts that the page does not know."""

    files: dict[str, str]
    texts: dict[str, str]
    modules: dict[str, str]
    has_platform_types: bool
    lacks_platform_types: bool
    is_strict: bool
    program: str


Question = (
    CompletionAt | HoverAt | DefinitionAt | ReferencesAt | RenameTargetAt | RenameAt | LinkedAt | CloseTagAt
    | SymbolsOf | TokensOf | ColoursOf | ColourTexts | FixesIn | FixAllOf | FoldsOf | FormatOf
    | SurroundingsOf
)  # fmt: skip


def answer(service: LanguageService, question: Question) -> object:
    """What the service says."""
    match question:
        case CompletionAt(path):
            return service.completion(path, question.position)
        case HoverAt(path):
            return service.hover(path, question.position)
        case DefinitionAt(path):
            return service.definition(path, question.position)
        case ReferencesAt(path):
            return service.references(path, question.position)
        case RenameTargetAt(path):
            return service.rename_target(path, question.position)
        case RenameAt(path):
            return service.rename(path, question.position, question.name)
        case LinkedAt(path):
            return service.linked(path, question.position)
        case CloseTagAt(path):
            return service.close_tag(path, question.position)
        case SymbolsOf(path):
            return service.symbols(path)
        case TokensOf(path):
            return token_numbers(service.tokens(path))
        case ColoursOf(path):
            return service.colours(path)
        case ColourTexts():
            return service.colour_texts(question.red, question.green, question.blue, question.alpha)
        case FixesIn(path):
            return service.fixes(path, question.range)
        case FixAllOf(path):
            return service.fix_all(path)
        case FoldsOf(path):
            return service.folds(path)
        case FormatOf(path):
            return service.format(path, within=question.range)
        case SurroundingsOf(path):
            return _sent(service.surroundings(path), question.known)
        case _:
            assert_never(question)


def _sent(found: Surroundings | None, known: Mapping[str, str]) -> ScriptSurroundings | None:
    if found is None:
        return None
    files = {
        path: blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest() for path, text in found.files.items()
    }
    texts = {path: found.files[path] for path, digest in files.items() if known.get(path) != digest}
    return ScriptSurroundings(
        files,
        texts,
        dict(found.modules),
        found.has_platform_types,
        found.lacks_platform_types,
        found.is_strict,
        found.program,
    )


def texts_beside(service: LanguageService, question: Question, found: object) -> dict[str, str]:
    """The texts of other files that the page may have to show lines of."""
    locations: tuple[Location, ...] = ()
    if isinstance(found, Definitions) and len(found.locations) > 1:
        locations = found.locations
    elif isinstance(question, ReferencesAt) and isinstance(found, tuple):
        locations = found
    paths = dict.fromkeys(one.path for one in locations if one.path != question.path)
    return {path: text for path in list(paths)[:MAX_TEXTS] if (text := service.text(path))}
