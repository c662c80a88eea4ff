"""Changing a text that must still be the one that the change was made for, and taking that back. One file at a time.

A text is known by its digest, whatever its line ends: the editor may show others than the file has.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ide.models.text_files import Refused, TextFile, read_text_file, write_text_file
from runtime.language.answers import TextEdit
from runtime.language.position import Lines
from runtime.project.gate import Gate
from simulator.search.matching import digest_of_text, unified


@dataclass(frozen=True, slots=True)
class FileChange:
    """Edits of one file, for the text of this digest."""

    path: str
    digest: str
    edits: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was changed: its text before, and the digest of what it became. Not on the disk (`is_saved`) where
    something in it was unsaved before."""

    path: str
    before: str
    digest: str
    is_saved: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was left alone: `changed` (it is no longer that text) or the reason of a `Refused`."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of many changes."""

    written: tuple[Written, ...] = ()
    refused: tuple[Refusal, ...] = ()


def edited(text: str, edits: tuple[TextEdit, ...]) -> str:
    """The text after edits that do not overlap. What they bring has the line ends of the text."""
    lines = Lines(text)
    is_crlf = "\r\n" in text
    places = sorted(
        (lines.offset(edit.range.start) or 0, lines.offset(edit.range.end) or 0, number, edit.text)
        for number, edit in enumerate(edits)
    )
    parts, at = [], 0
    for start, end, _number, new in places:
        parts += [text[at:start], unified(new).replace("\n", "\r\n") if is_crlf else new]
        at = end
    return "".join((*parts, text[at:]))


def change_on_disk(root: Path, change: FileChange) -> Written | Refusal:
    """Changes a file that is not open, in one step."""
    contents = _contents(root, change.path, change.digest)
    if isinstance(contents, Refusal):
        return contents
    text = edited(contents.text, change.edits)
    written = write_text_file(root / change.path, text, has_bom=contents.has_bom)
    if isinstance(written, Refused):
        return Refusal(change.path, written.reason)
    return Written(change.path, contents.text, digest_of_text(text))


def take_back_on_disk(root: Path, written: Written) -> Refusal | None:
    """Gives a file that is not open its text of before."""
    contents = _contents(root, written.path, written.digest)
    if isinstance(contents, Refusal):
        return contents
    refused = write_text_file(root / written.path, written.before, has_bom=contents.has_bom)
    return Refusal(written.path, refused.reason) if isinstance(refused, Refused) else None


def _contents(root: Path, path: str, digest: str) -> TextFile | Refusal:
    """The file, if its text is the one that is meant."""
    # A link may have come since the search that leads out of the project.
    if Gate(root).place(root / path) is None:
        return Refusal(path, "changed")
    contents = read_text_file(root / path)
    if isinstance(contents, Refused):
        return Refusal(path, contents.reason)
    return contents if digest_of_text(contents.text) == digest else Refusal(path, "changed")
