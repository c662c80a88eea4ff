"""The Details dialog: what the project is and how large."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from ide.models.file_tree import FileTree
from ide.models.project_facts import ProjectFacts
from ide.models.texts import Texts
from ide.widgets.plain_text import PlainLabel


def show_details(texts: Texts, facts: ProjectFacts, tree: FileTree, parent: QWidget) -> QDialog:
    """Opens the dialog."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(texts("details.title"))
    files = list(tree.files(facts.source_root))
    size = sum((facts.root / path).stat().st_size for path in files if (facts.root / path).is_file())
    none = texts("details.none")
    rows = {
        "folder": str(facts.root),
        "root": facts.source_root or "/",
        "appid": facts.appid or none,
        "library": facts.library or none,
        "pages": str(len(facts.pages)),
        "files": str(len(files)),
        "size": f"{size / 1024:.1f} KB",
    }
    form = QFormLayout(dialog)
    form.setContentsMargins(24, 20, 24, 20)
    form.setHorizontalSpacing(24)
    for key, value in rows.items():
        label = PlainLabel(value, dialog)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(texts(f"details.{key}"), label)
    dialog.open()
    return dialog
