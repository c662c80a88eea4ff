"""Shows a body as its `Preview` says: a tree, a picture, text or bytes; never as a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImageReader, QKeySequence, QPixmap
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.network.json_tree import JsonTree
from ide.models.network.preview import Preview, PreviewKind
from ide.models.tree_rows import TreeRow
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import PlainLabel
from ide.widgets.row_tree import RowTree
from ide.widgets.widget_keys import on_keys

LARGEST_SIDE = 2048
NOTHING: dict[PreviewKind, str] = {"none": "network.no_body", "gone": "network.body_gone"}


class BodyView(QWidget):
    """One body at a time."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._json = JsonTree()
        self.stack = QStackedWidget(self)
        self.tree = RowTree(appearance, self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.picture = PlainLabel(parent=self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing = PlainLabel(parent=self)
        self.nothing.setObjectName("empty_text")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        area = QScrollArea(self)
        area.setWidget(self.picture)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        for page in (self.tree, self.text, area, self.nothing):
            self.stack.addWidget(page)
        self._area = area
        self.note = PlainLabel(parent=self)
        self.note.setObjectName("network_note")
        self.note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.note)
        self.tree.toggled.connect(self._toggle)
        on_keys(self.tree, QKeySequence.StandardKey.Copy, self._copy_row)
        dress(self, appearance, self._dress)

    def show_preview(self, preview: Preview) -> None:
        """Shows it."""
        texts = self._appearance.texts
        self.note.setVisible(preview.is_cut)
        self.note.setText(texts("network.cut"))
        match preview.kind:
            case "json":
                self._json.show(preview.value)
                self.tree.show_rows(self._json.rows())
                self.stack.setCurrentWidget(self.tree)
            case "picture":
                self._show_picture(preview.picture)
            case "text" | "hex":
                self.text.setPlainText(preview.text)
                self.stack.setCurrentWidget(self.text)
            case _:
                self._show_nothing(texts(NOTHING[preview.kind]))

    @property
    def rows(self) -> Sequence[TreeRow]:
        """What the tree shows."""
        return self.tree.rows

    def _show_picture(self, content: bytes) -> None:
        buffer = QBuffer(self)
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        size = reader.size()
        if max(size.width(), size.height()) > LARGEST_SIDE:
            reader.setScaledSize(size.scaled(QSize(LARGEST_SIDE, LARGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        buffer.deleteLater()
        if image.isNull():
            self._show_nothing(self._appearance.texts("network.no_picture"))
            return
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.note.setText(f"{size.width()} × {size.height()}")
        self.note.show()
        self.stack.setCurrentWidget(self._area)

    def _show_nothing(self, why: str) -> None:
        self.nothing.setText(why)
        self.stack.setCurrentWidget(self.nothing)

    def _toggle(self, path: tuple[str, ...]) -> None:
        self._json.toggle(path)
        self.tree.show_rows(self._json.rows())

    def _copy_row(self) -> None:
        row = next((row for row in self.tree.rows if row.path == self.tree.chosen_path), None)
        if row is not None:
            QGuiApplication.clipboard().setText(row.text())

    def _dress(self, appearance: Appearance) -> None:
        look = load_look(appearance.theme)
        self.text.setFont(console_font(look))
        style = f"background: {look.colors['background']}; border: none;"
        self.setStyleSheet(f"QPlainTextEdit, QScrollArea, QScrollArea QLabel {{ {style} }}")
