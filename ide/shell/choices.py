"""What is chosen by some letters of its name: a file of the project, a recent one, a command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from PySide6.QtGui import QAction, QKeySequence

from ide.models.appearance import Appearance
from ide.models.file_kinds import icon_of
from ide.shell.actions import Actions
from ide.shell.workbench import Workbench
from ide.widgets.choice_rows import Choice
from ide.widgets.quick_open import QuickOpen


class Choices:
    """Asks by `quick_open` and does what was chosen."""

    def __init__(self, quick_open: QuickOpen, actions: Actions, appearance: Appearance) -> None:
        self._quick_open = quick_open
        self._actions = actions
        self._appearance = appearance

    def go_to_file(self, bench: Workbench) -> None:
        """Any file of the project, but none of what npm has installed."""
        self._file("go_to_file", [path for path in bench.tree.files() if not path.startswith("node_modules/")], bench)

    def recent_files(self, bench: Workbench) -> None:
        """Those that were looked at last."""
        self._file("recent_files", [path for path in bench.editor.recent if path != bench.editor.active], bench)

    def switch_file(self, bench: Workbench, step: int) -> None:
        """Those in tabs, by use. As long as Ctrl is held each call goes on by a step; what is marked then is meant."""
        if self._quick_open.is_held:
            self._quick_open.step(step)
        elif len(bench.editor.paths_by_use) > 1:
            self._file("switch_file", bench.editor.paths_by_use, bench)
            self._quick_open.hold(step)

    def changed_files(self, bench: Workbench) -> None:
        """What differs from the last commit: shows the difference, or offers to bring back what was deleted."""
        marks = dict(bench.git.status.changed) if bench.git.status else {}
        texts = self._appearance.texts
        acts = {"deleted": bench.git.discard, "untracked": bench.show_new, "added": bench.show_new}

        def describe(path: str) -> Choice:
            return replace(_file(path), keys=texts(f"git.{marks[path]}"))

        self._quick_open.ask(
            list(marks), describe, texts("quick_open.changed_files" if marks else "quick_open.nothing_changed"),
            self._appearance.theme, lambda path, _line: acts.get(marks[path], bench.git.compare)(path),
        )  # fmt: skip

    def command(self) -> None:
        """Whatever the menus have and can be done now."""
        texts = self._appearance.texts
        actions = self._actions.by_label(texts)
        self._quick_open.ask(
            list(actions), lambda label: _action(label, actions[label]), texts("quick_open.commands"),
            self._appearance.theme, lambda label, _line: actions[label].trigger(),
        )  # fmt: skip

    def _file(self, what: str, paths: Sequence[str], bench: Workbench) -> None:
        hint = self._appearance.texts(f"quick_open.{what}")
        self._quick_open.ask(paths, _file, hint, self._appearance.theme, bench.editor.open)


def _file(path: str) -> Choice:
    pure = PurePosixPath(path)
    folder = str(pure.parent)
    return Choice(pure.name, "" if folder == "." else folder, icon_of(path))


def _action(label: str, action: QAction) -> Choice:
    menu, _, name = label.partition("/")
    return Choice(name, menu, keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
