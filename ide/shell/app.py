"""Starts the window: everything that must happen before and after the application object is made."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ide.models.appearance import Appearance
from ide.models.running_program import OpenProgram
from ide.models.settings import SettingsFile, user_config_folder
from ide.panels.editor.scheme import register_editor_scheme
from ide.shell.main_window import MainWindow, MakeTabs
from simulator.view.scheme import register_scheme

_DECLARATIONS_MODULE = "runtime.api.declarations"


def prepare_chromium() -> None:
    """Registers our URL schemes and, for root only, switches off the sandbox that Chromium refuses to run there."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    register_editor_scheme()
    register_scheme()


def api_declarations() -> str:
    """The `.d.ts` of the wx.* API; empty if this build has none."""
    if find_spec(_DECLARATIONS_MODULE) is None:
        return ""
    return str(import_module(_DECLARATIONS_MODULE).declarations())


def run_ide(
    project: Path | None = None,
    argv: Sequence[str] = (),
    open_program: OpenProgram | None = None,
    make_tabs: MakeTabs | None = None,
) -> int:
    """Opens the window, with `project` or the one of the last time, until the user closes it."""
    prepare_chromium()
    application = QApplication([sys.argv[0], *argv])
    application.setApplicationName("Handset")
    settings = SettingsFile(user_config_folder())
    appearance = Appearance(settings.settings.theme, settings.settings.language)
    window = MainWindow(settings, appearance, open_program, make_tabs, api_declarations())
    window.show()
    last = Path(settings.settings.last_project) if settings.settings.last_project else None
    chosen = project or last
    if chosen and chosen.is_dir():
        window.open_project(chosen)
    return application.exec()
