"""`python -m simulator.styles`: compiles style sheets for a build until its pipe ends. Its last words go to stderr.

It reads no file itself: what it needs it asks for, so that it sees what the build sees and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import BinaryIO

from runtime.compiler.style_compiler import DirectStyleCompiler
from runtime.protocol import codec, styles
from runtime.systems.processes import allow_cpu_seconds, limit_memory, make_pipes_binary
from runtime.systems.signals import leave_interrupt_to_parent
from simulator.styles.limits import MEMORY_LIMIT_MB

# The parent ends the process first; this is for the time when the parent has gone.
_CPU_TIMES_LIMIT = 3


def main() -> None:
    """Answers requests one after the other."""
    leave_interrupt_to_parent()
    make_pipes_binary()
    limit_memory(MEMORY_LIMIT_MB)
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever prints reaches stderr.
    os.dup2(2, 1)
    files = _AskedFiles(incoming, outgoing)
    compiler = DirectStyleCompiler()
    codec.write_frame(outgoing, codec.encode(styles.Ready()))
    while (data := codec.read_frame(incoming)) is not None:
        request = styles.decode_for_styles(data)
        if not isinstance(request, styles.Compile):
            raise ValueError(f"{type(request).__name__} without a question")
        compiler.time_limit_s = request.time_limit_s
        allow_cpu_seconds(request.time_limit_s * _CPU_TIMES_LIMIT)
        result = compiler.compile(request.path, request.language, files)
        codec.write_frame(outgoing, codec.encode(styles.Compiled(result)))


class _AskedFiles:
    """`StyleFiles` at the other end of the pipe."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    def text(self, path: str) -> str | None:
        """`StyleFiles.text`."""
        answer = self._ask(styles.AskText(path))
        if not isinstance(answer, styles.Text):
            raise ValueError(f"{type(answer).__name__} is no answer to AskText")
        return answer.text

    def first(self, paths: Iterable[str]) -> str | None:
        """`StyleFiles.first`."""
        answer = self._ask(styles.AskFirst(list(paths)))
        if not isinstance(answer, styles.First):
            raise ValueError(f"{type(answer).__name__} is no answer to AskFirst")
        return answer.path

    def _ask(self, question: styles.AskText | styles.AskFirst) -> styles.ToStyles:
        codec.write_frame(self._outgoing, codec.encode(question))
        data = codec.read_frame(self._incoming)
        if data is None:
            # The build has gone. Not by an exception: libsass would take it for a mistake in the style sheet.
            os._exit(0)
        return styles.decode_for_styles(data)


if __name__ == "__main__":
    main()
