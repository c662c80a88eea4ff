"""A window of its own process that types into a file and then waits for its end. `argv`: configuration, project."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ide.models.appearance import Appearance
from ide.models.settings import SettingsFile
from ide.shell.chromium import prepare_chromium
from ide.shell.hosted_program import HostedProgram
from ide.shell.main_window import MainWindow
from tests.support.waiting import wait_until

HAS_FOCUS = "document.hasFocus() && document.activeElement.classList.contains('inputarea')"
TYPED = "// not saved "


def main() -> None:
    """Says `typed` on stdout once the text is in the window's model."""
    config, root = map(Path, sys.argv[1:])
    prepare_chromium()
    application = QApplication(sys.argv[:1])
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
    application.exec()


if __name__ == "__main__":
    main()
