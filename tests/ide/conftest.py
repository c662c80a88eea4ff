"""Chromium is made ready before any test makes the application object."""

from __future__ import annotations

import os
import sys

from ide.shell.chromium import prepare_chromium

if sys.platform.startswith("linux") and "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
prepare_chromium()
