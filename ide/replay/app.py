"""Starts the window of a recorded session, beside that of a project or without one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from ide.models.appearance import Appearance
from runtime.platform.wechat import WECHAT

if TYPE_CHECKING:
    from ide.replay.window import ReplayWindow


def open_recording(path: Path, appearance: Appearance, parent: QWidget | None = None) -> ReplayWindow:
    """A window of its own, on the screen. Raises BadRecording, or OSError."""
    # With the replay, which few windows need.
    from ide.hosted.replayed_target import ReplayedTarget
    from ide.replay.window import ReplayWindow

    window = ReplayWindow(path, appearance, ReplayedTarget, WECHAT, parent)
    window.show()
    return window


def run_replay_window(recording: Path) -> int:
    """Until the user closes it. Raises BadRecording, or OSError."""
    from ide.shell.chromium import prepare_chromium
    from simulator.phone.qt_messages import quieten_qt
    from simulator.running.interruption import Interruption

    prepare_chromium()
    quieten_qt()
    application = QApplication([sys.argv[0]])
    application.setApplicationName("Handset")
    from ide.models.settings import SettingsFile
    from runtime.systems.user_folders import cache_folder, user_config_folder

    settings = SettingsFile(user_config_folder(), cache_folder()).settings
    window = open_recording(recording, Appearance(settings.theme, settings.language))
    interruption = Interruption(application)
    interruption.asked.connect(window.close)
    code = application.exec()
    interruption.close()
    return interruption.exit_code or code
