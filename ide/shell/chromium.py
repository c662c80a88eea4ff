"""What Chromium must be told before the application object is made."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, Qt

from ide.panels.editor.scheme import register_editor_scheme
from runtime.systems.allocator import keep_little
from simulator.phone import prepare_environment, register_scheme


def prepare_chromium() -> None:
    """Sets Chromium's flags and registers our URL schemes."""
    keep_little(os.environ)
    prepare_environment()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    register_editor_scheme()
    register_scheme()
