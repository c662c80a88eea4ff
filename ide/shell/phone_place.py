"""Where the phones stand: in the main window, or in a window of their own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.shell.part_windows import PartWindows
from ide.shell.phone_row import PhoneRow

_NAME = "phone"


class PhonePlace(QWidget):
    """The phones' area of the main window; `action` puts them apart and back. `grown`: there, from how many phones to
    how many."""

    grown = Signal(int, int)

    def __init__(
        self, phones: PhoneRow, windows: PartWindows, action: QAction, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(parent)
        sizes = appearance.theme.sizes
        self._phones = phones
        self._windows = windows
        self._action = action
        self._size = QSize(sizes["phone_width"], sizes["window_height"])
        self._is_wanted = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(phones)
        phones.grown.connect(self._grown)
        action.triggered.connect(lambda on=False: self.put_apart() if on else windows.put_back(_NAME))

    def want(self, *, is_wanted: bool) -> None:
        """The user wants to see the phone, wherever it stands."""
        self._is_wanted = is_wanted
        self._show()

    def project_opened(self) -> None:
        """The phone stands where it stood the last time."""
        if self._windows.remembers(_NAME):
            self.put_apart()

    def put_apart(self) -> None:
        """Into a window of its own."""
        self._windows.open(_NAME, self._phones, "toolbar.simulator", self._size, self._take_back)
        self._show()

    def _grown(self, before: int, after: int) -> None:
        if window := self._windows.window(_NAME):
            room = window.screen().availableGeometry().width()
            window.resize(min(window.width() * after // before, room), window.height())
        else:
            self.grown.emit(before, after)

    def _take_back(self) -> None:
        self._column.addWidget(self._phones)
        self._show()

    def _show(self) -> None:
        window = self._windows.window(_NAME)
        self._action.setChecked(window is not None)
        self.setVisible(self._is_wanted and window is None)
        if window and self._is_wanted:
            window.appear()
        elif window:
            window.hide()
