"""Makes the window and what it is made of, and opens the project in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ide.hosted.program import HostedProgram
from ide.hosted.recorded_file import record_into
from ide.models.appearance import Appearance
from ide.models.settings import SettingsFile
from ide.shell.main_window import MainWindow
from ide.shell.measured import be_measured
from runtime.api.declarations import declarations
from runtime.platform.wechat import WECHAT
from runtime.systems.user_folders import cache_folder, user_config_folder
from simulator.build.project_build import ProjectBuild
from simulator.running.options import ProgramOptions

if TYPE_CHECKING:
    from ide.hosted.debug_door import DebugDoor


def _door(port: int) -> DebugDoor:
    # With the server, which few windows need.
    from ide.hosted.debug_door import DebugDoor

    return DebugDoor(port)


def _declarations() -> str:
    return declarations(WECHAT.registry)


def open_first_window(
    application: QApplication,
    project: Path | None,
    inspect: int | None = None,
    first_options: ProgramOptions | None = None,
    record_test: Path | None = None,
) -> MainWindow:
    """The window on the screen, with `project` or the one of the last time. `inspect`: see `DebugDoor`.

    `first_options` are of the first program alone, and `record_test` is the file into which its user is recorded.
    """
    settings = SettingsFile(user_config_folder(), cache_folder())
    if settings.is_first_start and QLocale.system().language() == QLocale.Language.Chinese:
        settings.update(language="zh")
    appearance = Appearance(settings.settings.theme, settings.settings.language)

    door = _door(inspect) if inspect is not None else None
    options = [first_options] if first_options else []

    files = [record_test] if record_test else []

    def open_program(build: ProjectBuild, user: str) -> HostedProgram:
        hosted = HostedProgram(build, user, options.pop() if options else None)
        if files:
            record_into(files.pop(), hosted.debug.user_tests, hosted.program)
        if door is not None and user:
            door.add(hosted.debug.devtools, user)
        elif door is not None:
            door.open(hosted.debug.devtools)
        be_measured(hosted.program, application)
        return hosted

    window = MainWindow(settings, appearance, open_program, _declarations)
    window.show()
    if project and project.is_dir():
        window.open_project(project)
    else:
        window.open_last_project()
    return window
