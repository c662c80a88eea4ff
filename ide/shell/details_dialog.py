"""The Details dialog: what the project is, how large, and its settings, which are written to project.config.json."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ide.models.file_tree import FileTree
from ide.models.project_config import APPID, LIBRARY, NAME, Key, read_config, write_config
from ide.models.project_facts import ProjectFacts
from ide.models.text_files import Refused
from ide.models.texts import Texts
from ide.widgets.plain_text import PlainLabel, plain_tip

_LINES: dict[str, Key] = {"name": NAME, "appid": APPID, "library": LIBRARY}


class DetailsDialog(QDialog):
    """`fields` and `switches` are what may be changed; a change is written at once, `say` tells what refused it.
    `sizes_asked`: the user wants to see the sizes of the packages against their limits."""

    sizes_asked = Signal()

    def __init__(
        self, texts: Texts, facts: ProjectFacts, tree: FileTree, say: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("details.title"))
        self._texts, self._root, self._say = texts, facts.root, say
        self.fields: dict[str, QLineEdit] = {}
        self.switches: dict[str, QCheckBox] = {}
        page = QWidget(self)
        page.setObjectName("settings_page")
        self._form = QFormLayout(page)
        self._form.setContentsMargins(24, 20, 24, 20)
        self._form.setHorizontalSpacing(24)
        self._show_facts(facts, tree)
        for name, key in _LINES.items():
            self._add_line(name, key)
        note = PlainLabel(texts("details.settings_note"), page)
        note.setObjectName("welcome_text")
        note.setWordWrap(True)
        self._form.addRow(note)
        for name, meaning in facts.switches.items():
            self._add_switch(name, meaning)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.resize(560, 560)

    def _show_facts(self, facts: ProjectFacts, tree: FileTree) -> None:
        files = list(tree.files(facts.source_root))
        size = sum((facts.root / path).stat().st_size for path in files if (facts.root / path).is_file())
        rows = {
            "folder": str(facts.root),
            "root": facts.source_root or "/",
            "pages": str(len(facts.pages)),
            "files": str(len(files)),
            "size": f"{size / 1024:.1f} KB",
        }
        for key, value in rows.items():
            label = PlainLabel(value, self)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            label.setToolTip(plain_tip(value))
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._form.addRow(self._texts(f"details.{key}"), label)
        self.sizes = QPushButton(self._texts("details.sizes"), self)
        self.sizes.setFlat(True)
        self.sizes.clicked.connect(self._leave_for_sizes)
        self._form.addRow("", self.sizes)

    def _leave_for_sizes(self) -> None:
        self.accept()
        self.sizes_asked.emit()

    def _add_line(self, name: str, key: Key) -> None:
        found = read_config(self._root, key)
        shown = found.value if isinstance(found.value, str) else ""
        field = self.fields[name] = QLineEdit(shown, self)
        self._lock(field, is_private=found.is_private)
        field.setAccessibleName(self._texts(f"details.{name}"))
        field.editingFinished.connect(lambda: self._write_line(field, key))
        self._form.addRow(self._texts(f"details.{name}"), field)

    def _add_switch(self, name: str, meaning: str) -> None:
        found = read_config(self._root, ("setting", name))
        box = self.switches[name] = QCheckBox(name, self)
        box.setToolTip(plain_tip(meaning))
        box.setChecked(found.value is True)
        self._lock(box, is_private=found.is_private)
        if found.is_private:
            box.setText(self._texts("details.private_switch", name=name))
        box.toggled.connect(lambda is_on: self._write(("setting", name), is_on))
        self._form.addRow(box)

    def _lock(self, field: QWidget, *, is_private: bool) -> None:
        if is_private:
            field.setEnabled(False)
            field.setToolTip(plain_tip(self._texts("details.private")))

    def _write_line(self, field: QLineEdit, key: Key) -> None:
        if field.isModified():
            field.setModified(False)
            self._write(key, field.text().strip())

    def _write(self, key: Key, value: object) -> None:
        refused = write_config(self._root, key, value)
        if isinstance(refused, Refused):
            self._say(self._texts("details.refused", detail=refused.detail or refused.reason))
