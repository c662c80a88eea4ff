"""A debugger of a terminal: what is typed, and what must be read before the next is typed."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

PATIENCE_S = 120


def converse(command: Sequence[str], talk: Sequence[tuple[str, str]]) -> str:
    """Types each text once what stands before it in the list has been read; everything that was read."""
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        read = ""
        for text, awaited in talk:
            if text:
                process.stdin.write(f"{text}\n")
                process.stdin.flush()
            begin = len(read)
            while awaited not in read[begin:]:
                piece = process.stdout.read(1)
                assert piece, f"ended before {awaited!r}: {read}"
                read += piece
        process.stdin.write(".exit\n")
        process.stdin.close()
        rest = process.stdout.read()
        process.wait(PATIENCE_S)
        return read + rest
