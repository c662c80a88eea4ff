"""The dialogs that choose a project folder and a compile mode."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ide.models.compile_modes import NORMAL, CompileMode
from ide.models.texts import Texts
from ide.shell.mode_dialog import DELETED, ModeDialog
from ide.shell.workbench import Workbench


def ask_project(parent: QWidget, texts: Texts, chosen: Callable[[Path], None]) -> None:
    """Asks for a project folder."""
    dialog = QFileDialog(parent, texts("welcome.choose_folder"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
    dialog.open()


def edit_mode(parent: QWidget, texts: Texts, bench: Workbench, mode: CompileMode) -> ModeDialog:
    """Opens the dialog for a compile mode; the normal one means a new mode."""
    dialog = ModeDialog(texts, mode, bench.facts.pages, is_new=mode == NORMAL, parent=parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(
        lambda code: bench.modes.change(mode, None if code == DELETED else dialog.mode) if code else None
    )
    dialog.open()
    return dialog
