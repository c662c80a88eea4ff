"""The About box: what Handset is, and the versions that a report of a fault needs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ide.models.texts import Texts
from simulator.versions import version_lines


def show_about(texts: Texts, parent: QWidget) -> QMessageBox:
    """Opens the box; its text can be selected and copied."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(texts("action.about"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(texts("about.text"))
    box.setInformativeText("\n".join(version_lines()))
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    # The window speaks the user's language, Qt's own buttons that of the system.
    box.addButton(texts("settings.close"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box
