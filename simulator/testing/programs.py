"""The programs under test of one run of a test suite: each is started once and then shared by all tests that want it
the same way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from simulator.testing.app import App
from simulator.testing.mount import Mounts, laid_over
from simulator.testing.run import Run
from simulator.testing.settings import RunSettings

__tracebackhide__ = True


MOST_RUNNING = 4
"""So many programs are kept; a suite over thirty projects needs no thirty browsers."""


class Programs:
    """Made when first asked for; `close` ends them all."""

    def __init__(self) -> None:
        self._apps: dict[Any, App] = {}
        self._mounts: dict[Any, Mounts] = {}
        self._laid: dict[Path, dict[str, str]] = {}

    def app(self, settings: RunSettings, *, is_fresh: bool = False) -> App:
        """The program of a project, clean for the next test. Raises ProgramFailure if it does not start."""
        key = _key(settings)
        app = self._apps.pop(key, None)
        if app is None:
            self._make_room()
            # What a test may wish otherwise than the next one is set when the test begins.
            app = App(Run(replace(settings, device="", theme="light", world={})))
        self._apps[key] = app
        app.run.settings = settings
        app.begin_test(is_fresh=is_fresh)
        return app

    def mounts(self, settings: RunSettings, *, is_fresh: bool = False) -> Mounts:
        """The same for components alone."""
        if settings.project not in self._laid:
            self._laid[settings.project] = laid_over(settings.project)
        laid = replace(settings, laid_over=self._laid[settings.project])
        app = self.app(laid, is_fresh=is_fresh)
        mounts = self._mounts.get(_key(laid))
        if mounts is None or mounts.app is not app:
            self._mounts[_key(laid)] = mounts = Mounts(app)
        return mounts

    def close(self) -> None:
        """Ends all of them."""
        for app in self._apps.values():
            app.run.close()
        self._apps.clear()
        self._mounts.clear()

    def _make_room(self) -> None:
        """Ends the one that nobody has asked for the longest."""
        if len(self._apps) >= MOST_RUNNING:
            oldest = next(iter(self._apps))
            self._apps.pop(oldest).run.close()
            self._mounts.pop(oldest, None)


def _key(settings: RunSettings) -> tuple[Any, ...]:
    return (
        settings.project, settings.tier, settings.dialogs, bool(settings.laid_over), settings.seed, settings.network,
        settings.data,
    )  # fmt: skip
