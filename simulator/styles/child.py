"""The process of `simulator.styles` as its parent sees it: start it, let it compile, end it."""

from __future__ import annotations

import subprocess
import threading
import time
from collections import deque
from contextlib import suppress
from typing import BinaryIO

import msgspec

from runtime.compiler.style_compiler import StyleFiles
from runtime.compiler.stylesheet import CompiledCss
from runtime.module_path import python_child
from runtime.protocol import codec, styles
from runtime.systems.process_groups import WITHOUT_CONSOLE
from simulator.styles.limits import MEMORY_LIMIT_MB, used_mb

START_LIMIT_S = 60.0
_KEPT_LINES = 20
# libsass fills about 200 MB in a second.
_MEASURED_EVERY_S = 0.1


class Child:
    """One process. `is_late`: it was ended because its time was over; `last_words`: the end of what it had to say."""

    def __init__(self, memory_limit_mb: int = MEMORY_LIMIT_MB) -> None:
        self.is_late = False
        self._memory_limit_mb = memory_limit_mb
        self._stderr: deque[str] = deque(maxlen=_KEPT_LINES)
        self._is_ready = False
        child = python_child("simulator.styles")
        self._process = subprocess.Popen(
            child.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=child.environment,
            cwd=child.folder,
            creationflags=WITHOUT_CONSOLE,
        )
        self._listener = threading.Thread(target=self._listen, name="styles-stderr", daemon=True)
        self._listener.start()

    @property
    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    @property
    def last_words(self) -> str:
        """The last line that it wrote before it ended."""
        self._listener.join()
        return next((line.strip() for line in reversed(self._stderr) if line.strip()), "")

    def compile(self, request: styles.Compile, files: StyleFiles, limit_s: float) -> CompiledCss | None:
        """Lets it compile and answers its questions. None: it has ended, or was ended when the time was over."""
        if not self._is_ready:
            self._is_ready = self._talk(None, files, START_LIMIT_S) is not None
        message = self._talk(request, files, limit_s) if self._is_ready else None
        return message.result if isinstance(message, styles.Compiled) else None

    def kill(self) -> None:
        """Ends it at once; a `compile` that is waiting gets nothing."""
        self._process.kill()

    def end(self) -> None:
        """Ends it, from the thread that lets it compile."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                _pipe(pipe).close()

    def _talk(
        self, request: styles.Compile | None, files: StyleFiles, limit_s: float
    ) -> styles.Compiled | styles.Ready | None:
        is_over = threading.Event()
        threading.Thread(target=self._watch, args=(limit_s, is_over), name="styles-watch", daemon=True).start()
        try:
            if request is not None:
                self._send(request)
            while (data := codec.read_frame(_pipe(self._process.stdout))) is not None:
                match styles.decode_from_styles(data):
                    case styles.AskText(path):
                        self._send(styles.Text(files.text(path)))
                    case styles.AskFirst(paths):
                        self._send(styles.First(files.first(paths)))
                    case answer:
                        return answer
        except (OSError, ValueError, codec.FrameError, msgspec.DecodeError):
            # It has gone, or says what cannot be.
            pass
        finally:
            is_over.set()
        self.end()
        return None

    def _watch(self, limit_s: float, is_over: threading.Event) -> None:
        """Ends the process when it takes too long or too much memory, unless all is over before."""
        deadline = time.monotonic() + limit_s
        while not is_over.wait(min(_MEASURED_EVERY_S, max(0.0, deadline - time.monotonic()))):
            self.is_late = time.monotonic() >= deadline
            if self.is_late or used_mb(self._process.pid) > self._memory_limit_mb:
                self._process.kill()
                return

    def _send(self, message: msgspec.Struct) -> None:
        codec.write_frame(_pipe(self._process.stdin), codec.encode(message))

    def _listen(self) -> None:
        for line in _pipe(self._process.stderr):
            self._stderr.append(line.decode("utf-8", "replace"))


def _pipe(stream: object) -> BinaryIO:
    if stream is None:
        raise RuntimeError("the process has no pipe")
    return stream  # type: ignore[return-value]
