"""What automation clients ask of the desk around a program that `handset auto` runs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

from runtime.world.world import World
from simulator.automation.driver import Done
from simulator.automation.protocol.desk import Desk
from simulator.running.held_phone import HeldPhone

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class Program(Protocol):
    """What is needed of a running program."""

    @property
    def build(self) -> BuildResult | None: ...

    @property
    def built(self) -> SignalInstance: ...

    world: World
    held_phone: HeldPhone


def desk_of(program: Program) -> Desk:
    """Of a program, as it is now."""
    under_way: list[_Audit] = []

    def accounts() -> Sequence[Mapping[str, Any]]:
        return [{"openid": program.world["user.openId"], "nickName": program.world["user.nickName"]}]

    def clear_permissions() -> None:
        names = [one for one in program.world.members("permission")]
        program.world.reset([f"permission.{name}" for name in names], "automation")

    def sdk_version() -> str:
        return str(program.held_phone.information()["SDKVersion"])

    def audits(done: Done[Mapping[str, Any]]) -> None:
        under_way[:] = [one for one in under_way if not one.has_ended]
        under_way.append(_Audit(program, done))
        under_way[-1].start()

    return Desk(sdk_version, accounts, clear_permissions, audits)


class _Audit(QObject):
    """One audit, in a thread of the pool, once the project has been checked, which is done while the program rests."""

    _ended = Signal(object)

    def __init__(self, program: Program, done: Done[Mapping[str, Any]]) -> None:
        super().__init__()
        self.has_ended = False
        self._program = program
        self._done = done
        self._ended.connect(self._tell)

    def start(self) -> None:
        """`done` is called in this thread."""
        self._program.built.connect(self._built)
        if self._program.build is not None:
            self._built(self._program.build)

    def _built(self, build: BuildResult) -> None:
        if build.part is None and build.lint_units is not None:
            self._program.built.disconnect(self._built)
            QThreadPool.globalInstance().start(QRunnable.create(lambda: self._work(build)))

    def _work(self, build: BuildResult) -> None:
        # Loaded when it is asked for: a client waits for the first reply.
        from runtime.audit.audit import audit
        from simulator.cli.audit_report import audit_object
        from simulator.cli.check import entry

        self._ended.emit(audit_object(audit(build), entry))

    def _tell(self, report: dict[str, Any]) -> None:
        self.has_ended = True
        self._done({"report": _page(report), "data": json.dumps(report, ensure_ascii=False)})


def _page(report: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><td>{escape(one['rule'])}</td><td>{escape(one['category'])}</td><td>{len(one['findings'])}</td></tr>"
        for one in report["rules"]
    )
    head = f'<!doctype html><meta charset="utf-8"><title>Audit</title><h1>{report["score"]} of 100</h1>'
    return f"{head}<table>{rows}</table>"
