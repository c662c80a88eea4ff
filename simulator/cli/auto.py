"""`handset auto`: runs a project without a window and lets clients of the automation protocol in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject

from simulator.automation.protocol.server import AutomationServer
from simulator.cli.automation_desk import desk_of
from simulator.cli.phone_options import options_of
from simulator.data.automation_record import AutomationRecord
from simulator.debug.loopback import PortTaken
from simulator.running.as_debuggee import as_debuggee
from simulator.running.headless import HeadlessProgram, prepare_headless
from simulator.running.interruption import Interruption
from simulator.running.options import ProgramOptions

if TYPE_CHECKING:
    from simulator.debug.cdp.server import CdpServer

EXIT_FINE, EXIT_NOT_A_PROJECT, EXIT_HANDSET_ERROR = 0, 2, 4


def run_auto(args: argparse.Namespace) -> int:
    """Until a client closes the project, or it is interrupted. Returns 0, 2 (not a project) or 4 (a port is taken)."""
    prepare_headless()
    interruption = Interruption()
    driver = HeadlessProgram(args.project, _options(args), watches=args.watch)
    try:
        return _serve(args, driver, interruption)
    finally:
        interruption.close()
        driver.close()


def _options(args: argparse.Namespace) -> ProgramOptions:
    """A program that hangs or crashes is started again: clients hear of it and go on."""
    options = replace(options_of(args), restarts_after_hang=True)
    if not args.account:
        return options
    return replace(options, user=args.account, world={"user.openId": args.account, **options.world})


def _serve(args: argparse.Namespace, driver: HeadlessProgram, interruption: Interruption) -> int:
    loop = QEventLoop()
    interruption.asked.connect(loop.quit)
    servers: list[AutomationServer | CdpServer] = []
    try:
        server = AutomationServer(driver.program, desk_of(driver.program), port=args.port)
        servers.append(server)
        if args.inspect is not None:
            servers.append(_debug_server(driver, args.inspect))
    except PortTaken as error:
        taken = args.inspect if servers else args.port
        print(f"handset: port {taken} is in use: {error}", file=sys.stderr)
        _close(servers)
        return EXIT_HANDSET_ERROR
    server.project_closed.connect(loop.quit)
    end = _EndWithoutProject(driver, loop.quit)
    path, _, query = args.page.partition("?")
    record = AutomationRecord(args.project)
    record.write(server.port)
    print(f"listening on 127.0.0.1:{server.port}", flush=True)
    driver.program.launch(path, query)
    loop.exec()
    record.remove(server.port)
    _close(servers)
    if end.why:
        print(f"handset: {args.project} is no mini-program project: {end.why}", file=sys.stderr)
        return EXIT_NOT_A_PROJECT
    return interruption.exit_code or EXIT_FINE


def _debug_server(driver: HeadlessProgram, port: int) -> CdpServer:
    # Loaded when it is asked for: a client waits for the first reply.
    from simulator.debug.cdp.server import CdpServer

    return CdpServer(as_debuggee(driver.program), port=port, is_listed=True)


def _close(servers: list[AutomationServer | CdpServer]) -> None:
    for server in servers:
        server.close()
    QCoreApplication.processEvents()


class _EndWithoutProject(QObject):
    """Ends the command if the folder turns out to be none of a project. `why`: so it was."""

    def __init__(self, driver: HeadlessProgram, end: Callable[[], None]) -> None:
        super().__init__()
        self.why = ""
        self._driver = driver
        self._end = end
        driver.program.state_changed.connect(self._state_changed)

    def _state_changed(self, state: str, detail: str) -> None:
        if state == "stopped" and self._driver.program.build is None and detail:
            self.why = detail
            self._end()
