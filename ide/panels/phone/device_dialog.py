"""The dialog for a phone that the user describes: name, size, pixel ratio, safe areas, platform."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ide.models.texts import Texts
from ide.widgets.plain_text import PlainLabel
from simulator.device.own_devices import OwnDevice

_PLATFORMS = ("ios", "android")


class DeviceDialog(QDialog):
    """`kept` carries the description, `removed` that the user wants it gone. A name in `taken` is refused."""

    kept = Signal(object)
    removed = Signal()

    def __init__(self, texts: Texts, device: OwnDevice | None, taken: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("device_dialog")
        self.setWindowTitle(texts("device.title"))
        self._texts = texts
        self._taken = {name.casefold() for name in taken}
        shown = device or OwnDevice(texts("device.new_name"))
        self.name = QLineEdit(shown.name, self)
        self.name.setMaxLength(60)
        self.platform = QComboBox(self)
        for platform in _PLATFORMS:
            self.platform.addItem(texts(f"device.{platform}"), platform)
        self.platform.setCurrentIndex(_PLATFORMS.index(shown.platform))
        self.width_box = _number(self, shown.width, 240, 1400)
        self.height_box = _number(self, shown.height, 320, 2000)
        self.ratio = QDoubleSpinBox(self)
        self.ratio.setRange(1, 5)
        self.ratio.setSingleStep(0.5)
        self.ratio.setDecimals(3)
        self.ratio.setValue(shown.pixel_ratio)
        self.top = _number(self, shown.top, 0, 120)
        self.bottom = _number(self, shown.bottom, 0, 120)
        self.fault = PlainLabel(parent=self)
        self.fault.setProperty("tone", "bad")
        self.buttons = QDialogButtonBox(self)
        self.save = self.buttons.addButton(texts("answer.ok"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(texts("answer.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        if device:
            delete = self.buttons.addButton(texts("device.delete"), QDialogButtonBox.ButtonRole.DestructiveRole)
            delete.setObjectName("device_delete")
            delete.clicked.connect(self._remove)
        self._lay_out()
        self.save.setDefault(True)
        self.buttons.accepted.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(lambda _text: self._check())
        self._check()
        self.name.selectAll()

    @property
    def device(self) -> OwnDevice:
        """What the fields say."""
        return OwnDevice(
            self.name.text().strip(), self.width_box.value(), self.height_box.value(), self.ratio.value(),
            self.platform.currentData(), self.top.value(), self.bottom.value(),
        )  # fmt: skip

    def _lay_out(self) -> None:
        texts = self._texts
        form = QFormLayout()
        form.addRow(texts("device.name"), self.name)
        form.addRow(texts("device.platform"), self.platform)
        form.addRow(texts("device.size"), _pair(self.width_box, self.height_box))
        form.addRow(texts("device.ratio"), self.ratio)
        form.addRow(texts("device.safe_area"), _pair(self.top, self.bottom))
        for box, key in (
            (self.width_box, "width"), (self.height_box, "height"), (self.top, "top"), (self.bottom, "bottom"),
        ):  # fmt: skip
            box.setToolTip(texts(f"device.{key}"))
            box.setAccessibleName(texts(f"device.{key}"))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.fault)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(420)

    def _check(self) -> None:
        name = self.name.text().strip()
        is_taken = name.casefold() in self._taken
        self.fault.setText(self._texts("device.taken", name=name) if is_taken else "")
        self.save.setEnabled(bool(name) and not is_taken)

    def _keep(self) -> None:
        self.kept.emit(self.device)
        self.accept()

    def _remove(self) -> None:
        self.removed.emit()
        self.accept()


def _number(parent: QWidget, value: int, least: int, most: int) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(least, most)
    box.setValue(value)
    box.setSuffix(" px")
    return box


def _pair(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(first, 1)
    row.addWidget(second, 1)
    return row
