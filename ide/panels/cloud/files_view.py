"""The files of an environment's storage: a list, and what is done to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.panels.cloud.presenter import CloudPresenter
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.question_box import ask_save_path
from ide.widgets.widget_keys import on_keys

_BUTTONS = {"upload": "folder-open", "download": "save-file", "copy": "copy", "delete": "close"}


class FilesView(QFrame):
    """A part of the cloud panel."""

    def __init__(self, presenter: CloudPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._appearance = appearance
        self.folder = QLineEdit(self)
        self.list = QTreeWidget(self)
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self._lay_out()
        acts = {"upload": self.upload, "download": self.download, "copy": self.copy, "delete": self.delete}
        for name, act in acts.items():
            self.buttons[name].clicked.connect(lambda checked=False, act=act: act())
        self.list.itemSelectionChanged.connect(self._enable)
        on_keys(self.list, QKeySequence.StandardKey.Delete, self.delete)
        on_keys(self.list, QKeySequence.StandardKey.Copy, self.copy)
        dress(self, appearance, self._dress)

    @property
    def chosen(self) -> list[str]:
        """Ids of the chosen files."""
        return [item.text(0) for item in self.list.selectedItems()]

    def show_files(self, files: Sequence[tuple[str, int]]) -> None:
        """Ids and sizes; what is chosen stays so."""
        chosen = {*self.chosen}
        self.list.clear()
        for name, size in files:
            item = QTreeWidgetItem([name, f"{size:,}"])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            self.list.addTopLevelItem(item)
            item.setSelected(name in chosen)
        self._enable()

    def upload(self) -> None:
        """Asks for files of this computer."""
        dialog = QFileDialog(self, self._appearance.texts("cloud.upload"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(
            lambda names: self._presenter.upload([Path(name) for name in names], self.folder.text())
        )
        dialog.open()

    def download(self) -> None:
        """Asks where the chosen file is to go."""
        if chosen := self.chosen:
            name = PurePosixPath(chosen[0]).name
            ask_save_path(self, name, lambda path: self._presenter.download(chosen[0], Path(path)))

    def copy(self) -> None:
        """The ids of the chosen files, to the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self.chosen))

    def delete(self) -> None:
        """Removes the chosen files."""
        self._presenter.delete(self.chosen)

    def _enable(self) -> None:
        for name in ("download", "copy", "delete"):
            self.buttons[name].setEnabled(bool(self.chosen))

    def _lay_out(self) -> None:
        self.list.setRootIsDecorated(False)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.folder, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.list, 1)

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        self.folder.setPlaceholderText(texts("cloud.folder"))
        self.folder.setAccessibleName(texts("cloud.folder"))
        self.list.setAccessibleName(texts("cloud.files"))
        self.list.setHeaderLabels([texts("cloud.column.file"), texts("cloud.column.size")])
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(texts(f"cloud.{name}"))
            self.buttons[name].setAccessibleName(texts(f"cloud.{name}"))
