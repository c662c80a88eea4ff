"""A pool of processes that judge texts; one that does not answer in time is ended and replaced.

Inputs come a batch at a time; of a batch that hangs, the text that hung is named and the rest goes on elsewhere.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from types import TracebackType

from simulator.styles.process import StyleProcess
from tests.fuzz.judges import (
    Judge,
    judge_json,
    judge_printing,
    judge_script,
    judge_sheet,
    judge_style_language,
    judge_template,
    judge_wxs,
)

MEMORY = 1 << 30
"""What one process may take."""

HANGS_AFTER_S = 2.0
"""Who has not answered so long after its text hangs."""

LOOPS_END_AFTER_S = 0.4
"""Texts may loop for ever in Less and Sass; that they are stopped then is what is asked here."""

Failure = tuple[str, str, str]
"""Kind, text, what was wrong."""


class Workers:
    """The processes, also a context."""

    def __init__(self, count: int) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._workers = [_Worker(self._context) for _ in range(count)]

    def judge(self, texts: Sequence[tuple[str, str]]) -> Iterator[Failure]:
        """What does not hold, of texts by kind; the processes take every n-th."""
        for number, (kind, text) in enumerate(texts):
            worker = self._workers[number % len(self._workers)]
            yield from worker.finish()
            worker.begin(kind, text)
        for worker in self._workers:
            yield from worker.finish()

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()


class _Worker:
    """One process and the text that it is about to judge."""

    def __init__(self, context: multiprocessing.context.SpawnContext) -> None:
        self._context = context
        self._current: tuple[str, str] | None = None
        self._start()

    def begin(self, kind: str, text: str) -> None:
        self._current = (kind, text)
        self._pipe.send(self._current)

    def finish(self) -> Iterator[Failure]:
        if self._current is None:
            return
        (kind, text), self._current = self._current, None
        if not self._pipe.poll(HANGS_AFTER_S):
            self._restart()
            yield kind, text, "hangs"
            return
        try:
            wrong = self._pipe.recv()
        except EOFError:
            self._restart()
            yield kind, text, "ends the process"
            return
        if wrong:
            yield kind, text, wrong

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _restart(self) -> None:
        self.end()
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(theirs,), daemon=False)
        self._process.start()
        theirs.close()
        assert self._pipe.recv() == "ready"


def _serve(pipe: Connection) -> None:
    """What a process does: texts in, what is wrong with them out."""
    _limit_memory()
    with StyleProcess(time_limit_s=LOOPS_END_AFTER_S) as styles:
        styles.prepare()
        judges: dict[str, tuple[Judge, ...]] = {
            "wxml": (judge_template, judge_printing),
            "wxss": (judge_sheet,),
            "js": (judge_script,),
            "ts": (lambda text: judge_script(text, "typescript"),),
            "wxs": (judge_wxs,),
            "json": (judge_json,),
            "less": (lambda text: judge_style_language(text, "less", styles),),
            "scss": (lambda text: judge_style_language(text, "scss", styles),),
        }
        pipe.send("ready")
        while True:
            try:
                kind, text = pipe.recv()
            except EOFError:
                return
            pipe.send(_wrong_with(judges[kind], text))


def _wrong_with(judges: Sequence[Judge], text: str) -> str:
    try:
        for judge in judges:
            judge(text)
    except Exception as error:  # whatever it is, it is what is looked for
        frame = error.__traceback__
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame is not None else ""
        return f"{type(error).__name__} at {place}: {str(error)[:600]}"
    return ""


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
