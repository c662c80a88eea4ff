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


class Programs:
    """Made when first asked for; `close` ends them all."""

    def __init__(self) -> None:
        self._apps: dict[Any, App] = {}
        self._mounts: dict[Any, Mounts] = {}
        self._laid: dict[Path, dict[str, str]] = {}

    def app(self, settings: RunSettings, *, is_fresh: bool = False) -> App:
        """The program of a project, clean for the next test. Raises ProgramFailure if it does not start."""
        key = _key(settings)
        app = self._apps.get(key)
        if app is None:
            self._apps[key] = app = App(Run(settings))
        app.run.settings = settings
        app.begin_test(is_fresh=is_fresh)
        return app

    def mounts(self, settings: RunSettings, *, is_fresh: bool = False) -> Mounts:
        """The same for components alone."""
        if settings.project not in self._laid:
            self._laid[settings.project] = laid_over(settings.project)
        laid = replace(settings, laid_over=self._laid[settings.project])
        app = self.app(laid, is_fresh=is_fresh)
        key = _key(laid)
        if key not in self._mounts:
            self._mounts[key] = Mounts(app)
        return self._mounts[key]

    def close(self) -> None:
        """Ends all of them."""
        for app in self._apps.values():
            app.run.close()
        self._apps.clear()
        self._mounts.clear()


def _key(settings: RunSettings) -> tuple[Any, ...]:
    world = tuple(sorted((name, repr(value)) for name, value in settings.world.items()))
    is_laid = bool(settings.laid_over)
    return (settings.project, settings.tier, settings.device, settings.dialogs, settings.theme, world, is_laid)
