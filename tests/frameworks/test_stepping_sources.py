"""A bundle is stepped through in the source that its author wrote."""

from __future__ import annotations

import pytest

from simulator.debug.debugger import Breakpoint, BreakpointRequest, Pause, Script
from tests.e2e.conftest import OpenPhone
from tests.frameworks.apps import TARO, App
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.npm, pytest.mark.browser]

LINE = "setEdited(item)"


class Listener:
    """With it the program is debugged. `stops`: where it stood, by file and line."""

    def __init__(self) -> None:
        self.stops: list[tuple[str, int]] = []

    def paused(self, pause: Pause) -> None:
        self.stops.append((pause.frames[0].file, pause.frames[0].line))

    def resumed(self) -> None: ...
    def breakpoint_changed(self, breakpoint: Breakpoint) -> None: ...
    def script_loaded(self, script: Script) -> None: ...


@pytest.mark.parametrize("app", [TARO], indirect=True, ids=lambda app: app.name)
def test_a_bundle_is_stepped_through_in_its_source(app: App, open_phone: OpenPhone) -> None:
    lines = (app.folder / app.page).read_text("utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if LINE in text)
    with app.watch():
        user = open_phone(app.folder)
        user.start("pages/list/index")
        debugger = user.program.debugger
        listener = Listener()
        leave = debugger.listen(listener)
        debugger.add_breakpoint(app.page, BreakpointRequest(line))
        wait_until(lambda: any(one.verified and one.line == line for one in debugger.breakpoints), "the breakpoint")
        wait_until(lambda: any(one.is_debugged for one in debugger.scripts), "scripts with probes")
        user.see_page("pages/list/index")
        user.tap(".edit")
        wait_until(lambda: listener.stops, "the pause")
        debugger.step("over")
        wait_until(lambda: len(listener.stops) > 1, "the step")
        assert listener.stops == [(app.page, line), (app.page, line + 1)]
        leave()
