"""A page and its profile that are still there, or wait to be deleted, must not crash the process at its end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).parents[3]
PHONE = """
from simulator.device import find_device, load_devices
from simulator.phone import FileReaders, PhoneView
def make():
    return PhoneView(find_device(load_devices(), ""), FileReaders(lambda path: None, lambda path: None))
"""
WINDOW = """
from pathlib import Path
from ide.hosted.program import HostedProgram
from ide.models.appearance import Appearance
from ide.models.settings import SettingsFile
from ide.shell.main_window import MainWindow
def make():
    return MainWindow(SettingsFile(Path(sys.argv[1])), Appearance("dark", "en"), HostedProgram)
"""
PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from ide.shell.chromium import prepare_chromium
prepare_chromium()
application = QApplication(sys.argv)
{make}
def main():
    widget = make()
    widget.show()
    application.processEvents()
    {end}
main()
"""


@pytest.mark.parametrize("end", ["pass", "widget.close(); widget.deleteLater()"], ids=["left", "not yet deleted"])
@pytest.mark.parametrize("make", [PHONE, WINDOW], ids=["phone", "window"])
def test_views_end_with_the_process(make: str, end: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM.format(make=make, end=end), str(tmp_path)]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, timeout=60, check=False)
    assert (ended.returncode, b"Expect troubles" in ended.stderr) == (0, False)
