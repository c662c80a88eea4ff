"""One frame of a stack trace."""

from __future__ import annotations

from msgspec import Struct

from runtime.protocol.numbers import Int32


class StackFrame(Struct, frozen=True, omit_defaults=True):
    """One frame of a stack trace, in the user's source. `line` and `column` start at 1; 0 = unknown.

    `library`: not the user's own code, but that of a package or of the bundler.
    """

    function: str
    file: str
    line: Int32 = 0
    column: Int32 = 0
    library: bool = False
