"""Messages between a build and the process that compiles Less and Sass.

Frames as in `logic`. The build sends Compile; the process asks for files, one question at a time, and ends with
Compiled. It is ready for the next one then.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from runtime.compiler.stylesheet import CompiledCss


class _Message(Struct, frozen=True, tag_field="m"):
    """Base of all messages."""


class Compile(_Message, frozen=True, tag="compile"):
    """Compile this file. Less gives up by itself after `time_limit_s`; whoever sent this ends the process if not."""

    path: str
    language: str
    time_limit_s: float


class Text(_Message, frozen=True, tag="text"):
    """Answers AskText; None: there is no such file."""

    text: str | None


class First(_Message, frozen=True, tag="first"):
    """Answers AskFirst; None: none of them is a file."""

    path: str | None


class Ready(_Message, frozen=True, tag="ready"):
    """The process is up. Sent once, before anything else."""


class AskText(_Message, frozen=True, tag="ask-text"):
    """What is in this file?"""

    path: str


class AskFirst(_Message, frozen=True, tag="ask-first"):
    """Which of these paths is the first that is a file?"""

    paths: list[str]


class Compiled(_Message, frozen=True, tag="compiled"):
    """What the file compiled to."""

    result: CompiledCss


ToStyles = Compile | Text | First
FromStyles = Ready | AskText | AskFirst | Compiled

_to_styles: msgspec.json.Decoder[ToStyles] = msgspec.json.Decoder(ToStyles)
_from_styles: msgspec.json.Decoder[FromStyles] = msgspec.json.Decoder(FromStyles)


def decode_for_styles(data: bytes) -> ToStyles:
    """A message that a build sent. Raises msgspec.ValidationError naming the path."""
    return _to_styles.decode(data)


def decode_from_styles(data: bytes) -> FromStyles:
    """A message that the process sent. Raises msgspec.ValidationError naming the path."""
    return _from_styles.decode(data)
