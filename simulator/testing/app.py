"""The program under test as a whole: its pages, storage, dialogs, network, clock, console."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any

from runtime.diagnostics import each_once
from simulator.testing.bars import PhoneBars
from simulator.testing.clock import Clock
from simulator.testing.device import DeviceControl
from simulator.testing.dialogs import Dialogs
from simulator.testing.evaluation import called, evaluated
from simulator.testing.failure import TestFailure
from simulator.testing.finger import Finger
from simulator.testing.network import Network
from simulator.testing.page import Page
from simulator.testing.run import Run
from simulator.testing.world_values import WorldValues

__tracebackhide__ = True
REST_S = 1.0
_GLOBAL_DATA = "(typeof getApp === 'function' && getApp() ? JSON.stringify(getApp().globalData) : undefined)"
_STORED = "Object.fromEntries(wx.getStorageInfoSync().keys.map((key) => [key, wx.getStorageSync(key)]))"
_RESTORE = """(function (text) {
  const app = getApp(), data = app && app.globalData;
  if (!data || typeof data !== 'object') return;
  const first = JSON.parse(text);
  for (const name of Object.keys(data)) {
    if (name in first) data[name] = first[name];
    else if (typeof data[name] !== 'function') delete data[name];
  }
  for (const name of Object.keys(first)) if (!(name in data)) data[name] = first[name];
})"""


class App:
    """Made for a started run; the same for all tests that share it, `begin_test` gives each a clean state."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.finger = Finger(run)
        self.page = Page(run, self.finger)
        self.storage = Storage(self)
        self.world = WorldValues(run)
        self.device = DeviceControl(run)
        self.phone = PhoneBars(run)
        self.dialogs = Dialogs(run)
        self.network = Network(run)
        self.clock = Clock(self.evaluate)
        self._global_data = ""
        self._first_stored: dict[str, Any] = {}
        self._was_restarted = True
        self._expected_errors = 0

    # ------------------------------------------------------------ what it is doing

    @property
    def pages(self) -> list[Page]:
        """The stack, bottom first."""
        return [Page(self.run, self.finger, page.page_id) for page in self.run.program.session.pages.stack]

    @property
    def toast(self) -> str:
        """What the toast or loading box says now; empty without one."""
        return self.run.shell.toast

    @property
    def errors(self) -> list[str]:
        """Exceptions of this test that nobody in the program has caught."""
        return self.run.log.errors()

    def console(self, level: str = "") -> list[str]:
        """What the program has logged in this test, of one level (`log`, `warn`, `error` …) or all."""
        return self.run.log.console(level)

    @property
    def findings(self) -> list[str]:
        """What is wrong in the sources, as `handset check` says it; advice is there a moment after the start."""
        build = self.run.program.build
        return [found.line() for found in each_once(build.diagnostics)] if build else []

    @contextmanager
    def expect_error(self, text: str = "") -> Iterator[None]:
        """Within it the program is to throw (`text`: a part of the message); that does not fail the test."""
        before = len(self.errors)
        yield
        self.run.eventually(lambda: len(self.errors) > before, self.run.settings.deadline_s)
        new = self.errors[before:]
        if not any(text in error for error in new):
            raise TestFailure(
                f"the program was to throw{f' {text!r}' if text else ''}; it has thrown {new or 'nothing'}"
            )
        self._expected_errors = len(self.errors)

    @property
    def unexpected_errors(self) -> list[str]:
        """Those that no `expect_error` has taken."""
        return self.errors[self._expected_errors :]

    # ------------------------------------------------------------ what code does

    def evaluate(self, code: str, *args: Any) -> Any:
        """The value of an expression in the program (`getApp().globalData.user`), or what a function returns for
        `args`: `app.evaluate("(a, b) => a + b", 1, 2)`. Promises are waited for."""
        return evaluated(self.run, called(code, args))

    def call_wx(self, name: str, *args: Any) -> Any:
        """What a function of `wx` answers: `app.call_wx("getStorageSync", "token")`. What fails, fails the test."""
        return self.run.do(lambda done: self.run.door.wx.call(name, args, done), f"wx.{name} to answer")

    def restart(self, storage: Mapping[str, Any] | None = None, *, url: str = "", scene: int = 0) -> None:
        """Starts the program anew, in a fresh logic process, with this in its storage from the first line on.

        `url`: not on its entry page but as from a link, `pages/goods/goods?id=7`; `scene`: where that was met, 1044 for
        a card in a group. Raises ProgramFailure if there is no such page and the program does nothing about it."""
        if not isinstance(scene, int) or scene < 0:
            raise TestFailure(f"{scene!r} is no scene: they are numbers")
        for name, value in (storage or {}).items():
            self.storage[name] = value
        # What its start has made of that must not be there for the next test.
        self._was_restarted = True
        self._start_again(url, scene)

    def pass_time(self, milliseconds: float) -> None:
        """Of a program with a seed: time goes by, and the program comes to rest before and after; without a screen
        also after each timer."""
        self.settle()
        left = milliseconds
        while left > 0 and not self.run.has_screen:
            left -= self.clock.next(left)
            self.settle()
        if self.run.has_screen:
            self.clock.advance(milliseconds)
            self.settle()

    def settle(self) -> None:
        """Until only time or its user could make the program go on. With a screen, on which time goes on by itself, for
        a second at most."""
        if self.run.has_screen:
            self.run.driver.until_rested(REST_S)
            self.run.check_alive()
        else:
            self.run.settle()

    def hide(self) -> None:
        """The user leaves for the home screen."""
        self.run.program.navigation.leave()

    def show(self) -> None:
        """The user comes back."""
        self.run.program.navigation.come_back()

    # ------------------------------------------------------------ for those who run tests

    def begin_test(self, *, is_fresh: bool = False) -> None:
        """Clean: storage, files, world, device, network, clock, globalData, and the entry page alone.

        `is_fresh`, or after a test that has spoiled the program: started anew.
        """
        self._expected_errors = 0
        self.run.log.forget()
        self.network.forget()
        self.finger.forget()
        self._set_the_scene()
        if is_fresh or self._was_restarted or self.run.is_spoiled or self.run.program.state != "running":
            self._begin_anew()
            return
        try:
            self.clock.uninstall()
            self._clear()
            self.page.goto(self.run.program.session.facts.entry_path)
            is_clean = self._is_stored_as_at_first()
        except TestFailure:
            # The test before has left something running that answers no more.
            is_clean = False
        if not is_clean:
            self._begin_anew()

    def _set_the_scene(self) -> None:
        settings = self.run.settings
        self.world.reset()
        self.device.reset()
        if settings.device:
            self.device.use(settings.device)
        if settings.theme != self.device.theme:
            self.device.change(theme=settings.theme)
        if settings.world:
            self.world.update(settings.world)

    def _begin_anew(self) -> None:
        if self.run.program.state != "stopped":
            self.run.program.folders.clear_data()
            self.run.program.folders.clear_files()
        self._start_again()
        self._was_restarted = False
        self._global_data = self.evaluate(_GLOBAL_DATA) or ""
        self._first_stored = self.evaluate(_STORED)

    def _is_stored_as_at_first(self) -> bool:
        """Whether no page of the test before has stored something as it was left, for the next one to find."""
        stored: dict[str, Any] = self.evaluate(_STORED)
        return all(self._first_stored.get(name) == value for name, value in stored.items())

    def _start_again(self, url: str = "", scene: int = 0) -> None:
        self.clock.forget()
        self.finger.forget()
        self.run.start_again(url, scene)

    def _clear(self) -> None:
        self.storage.clear()
        self.run.program.folders.clear_files()
        if self._global_data:
            self.evaluate(f"{_RESTORE}({json.dumps(self._global_data)})")


class Storage(MutableMapping[str, Any]):
    """What the program has stored, by key: `app.storage["token"] = "abc"`."""

    def __init__(self, app: App) -> None:
        self._app = app

    def __getitem__(self, name: str) -> Any:
        if name not in self._names():
            raise KeyError(name)
        return self._app.evaluate(f"wx.getStorageSync({json.dumps(name)})")

    def __setitem__(self, name: str, value: Any) -> None:
        self._app.evaluate(f"wx.setStorageSync({json.dumps(name)}, {json.dumps(value)})")

    def __delitem__(self, name: str) -> None:
        if name not in self._names():
            raise KeyError(name)
        self._app.evaluate(f"wx.removeStorageSync({json.dumps(name)})")

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    def clear(self) -> None:
        """Empties it."""
        self._app.evaluate("wx.clearStorageSync()")

    def _names(self) -> list[str]:
        names: list[str] = self._app.evaluate("wx.getStorageInfoSync().keys")
        return names
