"""The messages between the window and the editor page (Chromium), declared once.

One message is one JSON object with its tag in `"m"`, sent as text over the web channel. Nobody waits: the page
reports what happened, and a request for text is answered by another message.
Lines and columns start at 1 and columns count UTF-16 units, as the editor's do; questions about the language and
their answers count from 0, as `runtime.language` does.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct

from ide.models.language_questions import Question
from runtime.language.answers import FileEdits, TextEdit


class _Message(Struct, frozen=True, tag_field="m"):
    """Base of all messages: frozen, tagged."""


# ---------------------------------------------------------------- window -> page


class OpenModel(_Message, frozen=True, tag="open"):
    """Makes the text model of a file. `unsaved` (if not null) is put on top of `text` as one edit."""

    path: str
    text: str
    language: str
    unsaved: str | None = None


class ShowModel(_Message, frozen=True, tag="show"):
    """Shows a file's model with the cursor, scroll position and history it had; an empty path shows nothing.

    `line` 0 leaves the cursor where it was; what lies up to the end is selected, if there is one.
    """

    path: str
    line: int = 0
    column: int = 1
    focus: bool = True
    end_line: int = 0
    end_column: int = 0


class CloseModel(_Message, frozen=True, tag="close"):
    """Throws a model away."""

    path: str


class RenameModel(_Message, frozen=True, tag="rename"):
    """The file has another name; text, history and unsaved state stay."""

    path: str
    new_path: str
    language: str


class ReplaceText(_Message, frozen=True, tag="replace"):
    """Puts a text in place of the model's, as one edit that can be undone.

    If it is the text on disk, `Replaced` answers; else the model is unsaved.
    """

    path: str
    text: str
    is_on_disk: bool = True


class AskText(_Message, frozen=True, tag="ask-text"):
    """Answered by `Text` with this `request_id`."""

    path: str
    request_id: int


class AfterKeys(_Message, frozen=True, tag="after-keys"):
    """What is sent after this waits until the page has had the key of this name, sent behind those of the user."""

    mark: str


class Marker(Struct, frozen=True):
    """One squiggle."""

    line: int
    column: int
    end_line: int
    end_column: int
    severity: Literal["error", "warning", "info"]
    message: str
    code: str


class SetMarkers(_Message, frozen=True, tag="markers"):
    """All findings of one file, in place of the earlier ones."""

    path: str
    markers: list[Marker]


class ShowDifference(_Message, frozen=True, tag="compare"):
    """Shows a file's model beside another text, which `side` tells; `other` null ends the comparison."""

    path: str
    other: str | None
    side: Literal["disk", "commit"] = "disk"


class RunCommand(_Message, frozen=True, tag="command"):
    """Runs a command of the editor: `actions.find`, `undo`, `editor.action.gotoLine`…"""

    name: str


class SplitEditor(_Message, frozen=True, tag="split"):
    """A second editor beside the first, over the same models; takes it away if there is one, unless it `stays`."""

    stays: bool = False


class SetLook(_Message, frozen=True, tag="look"):
    """Colours and font of the editor: Monaco's theme data. `words` are those of the page's own controls."""

    theme: dict[str, Any]
    font_size: int
    font_family: str
    words: dict[str, str] = {}


class SetBase(_Message, frozen=True, tag="base"):
    """The text of a file in the last commit, to mark what differs from it; null if there is none."""

    path: str
    text: str | None


class SetDeclarations(_Message, frozen=True, tag="declarations"):
    """What scripts can use: type declarations as the text of a `.d.ts`."""

    declarations: str


class Answered(_Message, frozen=True, tag="answered"):
    """The answer to `Asked`, in the form of `runtime.language.answers`; null if there is none.

    `texts`: other files that the answer names and that the page may have to show a line of.
    """

    request_id: int
    answer: Any
    texts: dict[str, str] = {}


class ProjectRead(_Message, frozen=True, tag="project-read"):
    """The project was read anew: what is known of names in open files may be another thing now."""


class BreakpointMark(Struct, frozen=True):
    """One mark in the margin. `look`: on, off, pending (not bound), condition or log."""

    line: int
    look: Literal["on", "off", "pending", "condition", "log"]
    tip: str = ""


class SetBreakpoints(_Message, frozen=True, tag="breakpoints"):
    """All breakpoints of one file, in place of the earlier ones."""

    path: str
    marks: tuple[BreakpointMark, ...]


class ShowPause(_Message, frozen=True, tag="pause"):
    """Where the program stands; an empty path: nowhere. `is_top`: in the call that runs, not in one that waits for it.

    `values`: name -> short text, shown at the ends of the lines that name them.
    """

    path: str
    line: int = 0
    is_top: bool = True
    values: dict[str, str] = {}


class ValueFound(_Message, frozen=True, tag="value"):
    """The answer to `ValueAsked`; an empty text if there is none."""

    request_id: int
    text: str


class ApplyEdits(_Message, frozen=True, tag="edit"):
    """Edits of an open model, as one step that can be undone."""

    path: str
    edits: tuple[TextEdit, ...]


# ---------------------------------------------------------------- page -> window


class PageReady(_Message, frozen=True, tag="ready"):
    """The editor is drawn and hears messages."""


class Edited(_Message, frozen=True, tag="edited"):
    """A model is at another version; sent at once. The version goes back when the user undoes."""

    path: str
    version: int


class Text(_Message, frozen=True, tag="text"):
    """A model's text: as answer to `AskText`, or by itself (`request_id` 0) soon after an edit."""

    path: str
    text: str
    version: int
    request_id: int = 0


class Replaced(_Message, frozen=True, tag="replaced"):
    """Answer to `ReplaceText` and `OpenModel`: the version that equals the disk."""

    path: str
    version: int


class CursorMoved(_Message, frozen=True, tag="cursor"):
    """Where the cursor is; `selected` counts selected characters. `text` is what is selected in one line."""

    path: str
    line: int
    column: int
    selected: int = 0
    text: str = ""


class Front(_Message, frozen=True, tag="front"):
    """The user went over to the other editor, which shows this file."""

    path: str


class OpenAsked(_Message, frozen=True, tag="open-asked"):
    """The user asked for another place (go to definition)."""

    path: str
    line: int
    column: int


class PlaceAsked(_Message, frozen=True, tag="place-asked"):
    """The user wants to see a file or folder in the tree."""

    path: str


class Asked(_Message, frozen=True, tag="ask"):
    """A question about the language of a file, whose text has been sent. `Answered` answers."""

    request_id: int
    question: Question


class EditsChosen(_Message, frozen=True, tag="edits-chosen"):
    """The user wants these edits, in files that may not be open yet. `ApplyEdits` follows for each."""

    files: tuple[FileEdits, ...]


class MarginClicked(_Message, frozen=True, tag="margin"):
    """The user clicked beside a line; `with_menu`: with the other button."""

    path: str
    line: int
    with_menu: bool = False


class BreakpointsMoved(_Message, frozen=True, tag="breakpoints-moved"):
    """Edits have moved marks: pairs of the line before and now, 0 if the line is gone."""

    path: str
    lines: tuple[tuple[int, int], ...]


class ValueAsked(_Message, frozen=True, tag="ask-value"):
    """The mouse rests on an expression while the program stands. `ValueFound` answers."""

    request_id: int
    expression: str


class CommandRefused(_Message, frozen=True, tag="command-refused"):
    """The user asked for a command (see `RunCommand`) that the file's language does not have."""

    path: str
    name: str


class FormatRefused(_Message, frozen=True, tag="format-refused"):
    """A file stays as it is; `reason` is the window's own word for why."""

    path: str
    reason: str


class PageFailed(_Message, frozen=True, tag="failed"):
    """An error in the page that nobody caught."""

    message: str


ToPage = (
    OpenModel | ShowModel | CloseModel | RenameModel | ReplaceText | AskText | SetMarkers | ShowDifference
    | RunCommand | AfterKeys | SplitEditor | SetLook | SetBase | SetDeclarations | Answered | ApplyEdits
    | SetBreakpoints | ShowPause | ValueFound | ProjectRead
)  # fmt: skip
FromText = (
    PageReady
    | Edited
    | Text
    | Replaced
    | CursorMoved
    | Front
    | OpenAsked
    | PlaceAsked
    | Asked
    | EditsChosen
    | CommandRefused
    | FormatRefused
    | PageFailed
)
"""What has to do with texts and files."""
FromMargin = MarginClicked | BreakpointsMoved | ValueAsked
"""What has to do with debugging."""
FromPage = FromText | FromMargin

_decoder: msgspec.json.Decoder[FromPage] = msgspec.json.Decoder(FromPage)


def encode(message: ToPage) -> str:
    """Message as JSON text."""
    return msgspec.json.encode(message).decode()


def decode(text: str) -> FromPage:
    """A message of the page; raises `msgspec.ValidationError` that names the wrong member."""
    return _decoder.decode(text)
