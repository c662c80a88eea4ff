"""A window of its own process that types into a file and then waits for its end.

`argv`: configuration, project, and `endless` for a window that goes on typing.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ide.hosted.program import HostedProgram
from ide.models.appearance import Appearance
from ide.models.settings import SettingsFile
from ide.shell.chromium import prepare_chromium
from ide.shell.main_window import MainWindow
from ide.shell.quiet_garbage import QuietGarbage
from tests.support.waiting import wait_until

HAS_FOCUS = "document.hasFocus() && document.activeElement.classList.contains('inputarea')"
TYPED = "// not saved "
KEYS = "abcdefgh"
KEY_INTERVAL_MS = 30


def main() -> None:
    """Says `typed` on stdout once the text is in the window's model; from then on the time of each key (monotonic)."""
    config, root = map(Path, sys.argv[1:3])
    prepare_chromium()
    application = QApplication(sys.argv[:1])
    QuietGarbage(application)
    settings = SettingsFile(config)
    window = MainWindow(settings, Appearance(settings.settings.theme, settings.settings.language), HostedProgram)
    window.show()
    window.open_project(root)
    bench = window.workbench
    assert bench is not None
    bench.editor.open("app.js", 1, 1)
    page, answers = window.editor.page, [False]
    page.setFocus()

    def has_focus() -> bool:
        page.page().runJavaScript(HAS_FOCUS, 0, lambda answer: answers.append(answer is True))
        return answers[-1]

    wait_until(lambda: bench.documents["app.js"].version > 0 and has_focus(), "the editor's focus")
    QTest.keyClicks(page.focusProxy() or page, TYPED)
    wait_until(lambda: bench.documents["app.js"].text.startswith(TYPED), "the text")
    print("typed", flush=True)
    keys = QTimer(interval=KEY_INTERVAL_MS)
    keys.timeout.connect(lambda: press_next(page.focusProxy() or page))
    if "endless" in sys.argv[3:]:
        keys.start()
    application.exec()


def press_next(target: QWidget) -> None:
    """Types one more character and says when."""
    print(time.monotonic(), flush=True)
    QTest.keyClicks(target, KEYS[time.monotonic_ns() % len(KEYS)])


if __name__ == "__main__":
    main()
