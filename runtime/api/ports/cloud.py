"""The cloud environment that a program's wx.cloud reaches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from runtime.api.port import Port


@dataclass(frozen=True, slots=True)
class CloudRefusal:
    """Why a call has failed, with the platform's number. `is_environment`: the program cannot help it."""

    code: int
    reason: str
    is_environment: bool = False


HearCloud = Callable[[Mapping[str, Any] | CloudRefusal], None]


class CloudPort(Protocol):
    """Asked by the names of the catalogue. Every question gets one answer, later."""

    def ask(self, name: str, args: Mapping[str, Any], openid: str | None, hear: HearCloud) -> int:
        """`openid`: who asks; None: the developer, who may all. Returns the number of the question."""

    def watch(
        self, args: Mapping[str, Any], openid: str, hear: HearCloud, told: Callable[[Mapping[str, Any]], None]
    ) -> int:
        """Tells of a query until `unwatch`; `hear` gets whether it can be watched."""

    def unwatch(self, number: int) -> None:
        """The end of what is watched."""

    def drop_all(self) -> None:
        """The program has ended: it hears of nothing any more."""

    def restart(self) -> None:
        """What it was told at its start is otherwise now: functions may run."""


class FakeCloud:
    """Keeps what is asked and gives its one answer; a test tells by `told`."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Mapping[str, Any], str | None]] = []
        self.answer: Mapping[str, Any] | CloudRefusal = {}
        self.told: dict[int, Callable[[Mapping[str, Any]], None]] = {}

    def ask(self, name: str, args: Mapping[str, Any], openid: str | None, hear: HearCloud) -> int:
        self.asked.append((name, args, openid))
        hear(self.answer)
        return len(self.asked)

    def watch(
        self, args: Mapping[str, Any], openid: str, hear: HearCloud, told: Callable[[Mapping[str, Any]], None]
    ) -> int:
        number = self.ask("DB.Query.watch", args, openid, hear)
        self.told[number] = told
        return number

    def unwatch(self, number: int) -> None:
        self.told.pop(number, None)

    def drop_all(self) -> None:
        self.told.clear()

    def restart(self) -> None:
        """Nothing is kept."""


CLOUD: Port[CloudPort] = Port("cloud", FakeCloud)
