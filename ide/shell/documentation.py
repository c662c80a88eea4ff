"""Handset's own documentation in a window: the text that came with the installed package."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ide.models.texts import Texts

_SIZE = QSize(860, 680)


def documentation() -> str:
    """The README, as Markdown; empty if Handset runs uninstalled."""
    # Python's readers of e-mail and archives come along: not before somebody reads.
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        message = metadata("handset").json
    except PackageNotFoundError:
        return ""
    return str(message.get("description", ""))


def show_documentation(texts: Texts, parent: QWidget) -> QDialog:
    """Opens it; addresses in it open in the browser."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(texts("action.documentation"))
    dialog.resize(_SIZE)
    pages = QTextBrowser(dialog)
    pages.setObjectName("documentation")
    pages.setOpenExternalLinks(True)
    # Its pictures are not part of the package.
    pages.setSearchPaths([])
    pages.setMarkdown(documentation())
    pages.setSource(QUrl())
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(pages)
    dialog.open()
    return dialog
