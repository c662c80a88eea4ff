"""The mock rules of one running program: takes them from their file, keeps up with it, lets a panel change them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QObject, QTimer

from runtime.api.call import Request
from runtime.api.interceptors.mocks import Mocks
from runtime.mocks.book import Done, MockBook, Ports
from runtime.mocks.model import MockFile, MockRule
from runtime.mocks.read import MockError
from runtime.platform.platform import Platform
from simulator.bridge.notices import Notices
from simulator.mocks.function_process import FunctionProcess
from simulator.mocks.rules_file import RULES_FILE, RulesFile

MOST_TOLD = 20

Ask = Callable[[str, Mapping[str, Any], Callable[[Mapping[str, Any]], None]], None]


@dataclass(frozen=True, slots=True)
class MockSource:
    """Where rules come from: those of the project at `root`, or of another `file`; `is_off`: from nowhere."""

    root: Path
    file: Path | None = None
    is_off: bool = False


class ProjectMocks(QObject):
    """`interceptor` gets the rules. `changed` hears when they, what is wrong with them or their hits are others."""

    def __init__(self, source: MockSource, platform: Platform, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self.mocks = MockFile()
        self.error = ""
        self.changed: Callable[[], object] = lambda: None
        self.platform = platform
        self._notices = notices
        self.is_off = source.is_off
        self._file = _file_of(source)
        self._functions = FunctionProcess(self._origin, self)
        self._book = MockBook(Ports(self._functions, self._after, Random()))
        self._interceptor: Mocks | None = None
        self._names: frozenset[str] = frozenset()
        self._told: set[str] = set()
        self._ask: Ask | None = None

    @property
    def hits(self) -> Sequence[int]:
        """Of each rule of `mocks`, since the program started."""
        return self._book.hits

    @property
    def shown_file(self) -> str:
        """The file that they are kept in, as it is named where something is wrong with it."""
        return self._file.shown

    def start_afresh(self, interceptor: Mocks, ask: Ask) -> None:
        """Another run begins, whose calls the rules answer. `ask` carries an API out for the host."""
        self._interceptor, self._ask = interceptor, ask
        self._book.start_afresh()
        self._functions.start_afresh()
        self._told.clear()
        if not self.look():
            self._tell_error()
            self._tell_unknown()
            self.changed()

    def look(self) -> bool:
        """Takes up what has been saved; whether something was. A file with a mistake changes nothing, and is told."""
        if self.is_off:
            return False
        try:
            found = self._file.read()
        except MockError as error:
            self.error = str(error)
            self._tell_error()
            self.changed()
            return True
        if found is None:
            return False
        self.error = ""
        self._take(found)
        return True

    def keep(self, mocks: MockFile) -> str:
        """These rules from now on, in the file too; why that cannot be, or an empty text.

        What somebody has saved meanwhile, or is in the middle of writing, is not written over.
        """
        if self.is_off:
            return "this run takes no mock rules"
        before = self.mocks
        self.look()
        if self.error or self.mocks != before:
            return self.error or f"{self._file.shown} has changed"
        try:
            self._file.write(mocks)
        except OSError as error:
            return error.strerror or str(error)
        self.error = ""
        self._take(mocks)
        return ""

    def would_answer(self, request: Request, rule: MockRule, done: Done) -> bool:
        """What a call would get, as of `MockBook.would_answer`."""
        return self._book.would_answer(request, rule, done)

    def close(self) -> None:
        """The program ends."""
        self.is_off = True
        self._functions.close()

    # ------------------------------------------------------------ within

    def _take(self, mocks: MockFile) -> None:
        self.mocks = mocks
        self._functions.start_afresh()
        rules = self._book.take(mocks)
        if self._interceptor is not None:
            self._interceptor.change({**dict.fromkeys(self._names), **rules})
        self._names = frozenset(rules)
        self._tell_unknown()
        self.changed()

    def _tell_error(self) -> None:
        if self.error:
            self._notices.say("mocks-unreadable", "error", detail={"why": self.error})

    def _tell_unknown(self) -> None:
        """Which names are no API: each once in a run, and not a thousand of them."""
        unknown = {rule.api for rule in self.mocks.rules if self.platform.registry.find(rule.name) is None} - self._told
        for api in sorted(unknown)[:MOST_TOLD]:
            self._notices.say("mock-unknown", "warn", detail={"api": api})
        self._told |= unknown

    def _origin(self, request: Request, args: Mapping[str, Any], done: Callable[[bool, Any], None]) -> None:
        entry = self.platform.registry.find(request.name)
        is_here = entry is not None and entry.handler.place == "host" and entry.state != "unsupported"
        ask = self._ask
        if ask is None or not is_here:
            why = "origin cannot be called of what the program answers itself; return it to let the call go on"
            return done(False, {"errMsg": f"{request.name}:fail {why}"})

        def ended(result: Mapping[str, Any]) -> None:
            done(":fail" not in str(result.get("errMsg", "")), dict(result))

        self._book.carry_out(lambda: ask(request.name, args, ended))

    def _after(self, ms: int, act: Callable[[], None]) -> None:
        QTimer.singleShot(ms, self, act)


def _file_of(source: MockSource) -> RulesFile:
    if source.file is not None:
        return RulesFile(source.file, str(source.file))
    return RulesFile(source.root / RULES_FILE, RULES_FILE, source.root)
