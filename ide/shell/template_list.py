"""Templates and examples in a list: a picture of each, its name, what it shows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from ide.models.texts import Texts
from simulator.project_templates import picture_of, template_names

_PICTURE = QSize(90, 195)
_CELL = QSize(130, 240)


def fill_templates(list_: QListWidget, texts: Texts) -> None:
    """The items carry the names of the templates as user data."""
    list_.clear()
    list_.setViewMode(QListView.ViewMode.IconMode)
    list_.setMovement(QListView.Movement.Static)
    list_.setResizeMode(QListView.ResizeMode.Adjust)
    list_.setIconSize(_PICTURE)
    list_.setGridSize(_CELL)
    list_.setWordWrap(True)
    for name in template_names():
        picture = QPixmap()
        picture.loadFromData(picture_of(name))
        item = QListWidgetItem(QIcon(picture), texts(f"template.{name}"))
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setToolTip(texts(f"template.{name}.text"))
        list_.addItem(item)
