"""`SearchProcess`: searches in a process that is kept from one search to the next, and ended when nobody wants its
answer any more or when an expression does not come to an end.

Call it from one thread; what it says comes in a thread of its own.
"""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, assert_never

import msgspec

from runtime.module_path import python_child
from runtime.protocol import codec
from runtime.protocol.search import At, Broken, Done, Found, FromSearch, Ready, Search, decode_from_search
from runtime.systems.process_groups import WITHOUT_CONSOLE

SILENCE_S = 4.0
"""What has said nothing for so long is taken for an expression that does not end."""
START_S = 60.0


@dataclass(frozen=True, slots=True)
class Stopped:
    """The end of a search that was not its own; `path` is the file in which it hung, empty if nobody knows."""

    path: str


Heard = Found | Broken | Done | Stopped


class SearchProcess:
    """`search` begins, `stop` ends; each search tells `hear` alone, and after `stop` nobody."""

    def __init__(self, silence_s: float = SILENCE_S) -> None:
        self._silence_s = silence_s
        self._child: _Child | None = None

    def prepare(self) -> None:
        """Starts the process, unless there is one."""
        if self._child is None or not self._child.is_alive:
            self._child = _Child(self._silence_s)

    def search(self, search: Search, hear: Callable[[Heard], None]) -> None:
        """Searches; one that has not come to its end is given up. Done, Broken or Stopped comes last."""
        self.stop()
        self.prepare()
        assert self._child is not None
        self._child.search(search, hear)

    def stop(self) -> None:
        """Gives up what is being searched."""
        if self._child is not None and self._child.is_searching:
            self.close()

    def close(self) -> None:
        """Ends the process."""
        child, self._child = self._child, None
        if child is not None:
            child.end()


class _Child:
    """One process, with a thread that reads and, for each search, one that writes it and watches the time."""

    def __init__(self, silence_s: float) -> None:
        # Held while somebody is told, so that `end` waits for that.
        self._lock = threading.RLock()
        self._hear: Callable[[Heard], None] | None = None
        self._over = threading.Event()
        self._path = ""
        self._silence_s = silence_s
        self._ready = threading.Event()
        self._heard_at = time.monotonic()
        child = python_child("simulator.search")
        self._process = subprocess.Popen(
            child.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child.environment,
            cwd=child.folder,
            creationflags=WITHOUT_CONSOLE,
        )
        threading.Thread(target=self._read, name="search-read", daemon=True).start()

    @property
    def is_searching(self) -> bool:
        """Whether a search has not come to its end."""
        return self._hear is not None

    @property
    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    def search(self, search: Search, hear: Callable[[Heard], None]) -> None:
        """Begins."""
        with self._lock:
            self._hear, self._path, self._over = hear, "", threading.Event()
            self._heard_at = time.monotonic()
        threading.Thread(target=self._serve, args=(search, self._over), name="search-serve", daemon=True).start()

    def end(self) -> None:
        """Ends it at once. When this returns, nobody hears of it any more."""
        with self._lock:
            self._hear = None
            self._over.set()
        self._process.kill()

    def _serve(self, search: Search, over: threading.Event) -> None:
        with suppress(OSError, ValueError):
            # Unsaved texts may be longer than what a pipe holds.
            codec.write_frame(_pipe(self._process.stdin), codec.encode(search))
        self._ready.wait(START_S)
        while not over.wait(max(0.0, left := self._heard_at + self._silence_s - time.monotonic())):
            if left <= 0:
                self._process.kill()
                return

    def _read(self) -> None:
        stdout = _pipe(self._process.stdout)
        with suppress(OSError, ValueError, codec.FrameError, msgspec.DecodeError):
            while (data := codec.read_frame(stdout)) is not None:
                self._take(decode_from_search(data))
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, stdout):
            with suppress(OSError):
                _pipe(pipe).close()
        self._ready.set()
        self._tell(Stopped(self._path), is_last=True)

    def _take(self, message: FromSearch) -> None:
        self._heard_at = time.monotonic()
        match message:
            case Ready():
                self._ready.set()
            case At(path):
                self._path = path
            case Found():
                self._tell(message, is_last=False)
            case Broken() | Done():
                self._tell(message, is_last=True)
            case _:
                assert_never(message)

    def _tell(self, heard: Heard, *, is_last: bool) -> None:
        with self._lock:
            hear = self._hear
            if is_last:
                # Whoever hears of the end may search again.
                self._hear = None
                self._over.set()
            if hear is not None:
                hear(heard)


def _pipe(stream: object) -> BinaryIO:
    if stream is None:
        raise RuntimeError("the process has no pipe")
    return stream  # type: ignore[return-value]
