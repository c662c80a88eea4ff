"""Messages between the window and the process that searches the files of a project.

Frames as in `logic`. The window sends Search; the process answers with Found for each file that has the text, in order
of the paths, and ends with Done or Broken. It is ready for the next one then.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import Struct

from runtime.language.answers import Range

SkipReason = Literal["binary", "huge", "encoding", "unreadable"]


class _Message(Struct, frozen=True, tag_field="m"):
    """Base of all messages."""


class Query(Struct, frozen=True):
    """What is looked for. `include` and `exclude` are globs with commas between them.

    `replacement`: what a match would become, with `$1`, `$&` and `$<name>` if it is an expression; None: nothing.
    `with_packages`: folders of packages (`node_modules`, `miniprogram_npm`) and what is left out otherwise, too.
    """

    text: str
    is_regex: bool = False
    is_case: bool = False
    is_word: bool = False
    replacement: str | None = None
    include: str = ""
    exclude: str = ""
    with_packages: bool = False


class Match(Struct, frozen=True):
    """One place. `before` and `after` are what stands around `text` in its line; long ones are cut."""

    range: Range
    before: str
    text: str
    after: str
    replacement: str | None = None


class Search(_Message, frozen=True, tag="search"):
    """Search below `root`. `texts` stand for the files of these paths, which may not be there; `left_out` are files
    and folders that are not wanted."""

    root: str
    query: Query
    texts: dict[str, str]
    left_out: list[str] = []


class Ready(_Message, frozen=True, tag="ready"):
    """The process is up. Sent once, before anything else."""


class At(_Message, frozen=True, tag="at"):
    """An expression is being tried on this file. What follows may take for ever."""

    path: str


class Found(_Message, frozen=True, tag="found"):
    """The matches of one file. `digest` names the text in which they are, whatever its line ends."""

    path: str
    digest: str
    matches: list[Match]


class Broken(_Message, frozen=True, tag="broken"):
    """The expression is none; `detail` is what Python says of it."""

    detail: str


class Done(_Message, frozen=True, tag="done"):
    """The end. `is_cut`: there are more matches than anybody reads."""

    files: int
    skipped: dict[SkipReason, int]
    is_cut: bool


FromSearch = Ready | At | Found | Broken | Done

_to_search: msgspec.json.Decoder[Search] = msgspec.json.Decoder(Search)
_from_search: msgspec.json.Decoder[FromSearch] = msgspec.json.Decoder(FromSearch)


def decode_for_search(data: bytes) -> Search:
    """A message that the window sent. Raises msgspec.ValidationError naming the path."""
    return _to_search.decode(data)


def decode_from_search(data: bytes) -> FromSearch:
    """A message that the process sent. Raises msgspec.ValidationError naming the path."""
    return _from_search.decode(data)
