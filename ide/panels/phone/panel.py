"""The phone panel: device bar above, the phone in the middle, page path, query and scene below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.debug_target import Orientation
from ide.models.devices import ListedDevice
from ide.models.program_control import ProgramControl
from ide.models.scenes import load_scenes
from ide.panels.phone.device_box import DeviceBox
from ide.panels.phone.device_dialog import DeviceDialog
from ide.panels.phone.overlay import MishapOverlay
from ide.panels.phone.pause_bar import PauseBar
from ide.panels.phone.presenter import FONT_SIZES_PX, ZOOM_PERCENTS, PhonePresenter, ShownPage
from ide.panels.phone.verdict_chip import VerdictChip
from ide.widgets.dressing import dress
from ide.widgets.elided_button import ElidedButton
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel, plain_tip

_BUTTONS = {"relaunch": "refresh", "rotate": "rotate", "home": "home", "add": "add-phone", "close": "close"}
_NORMAL_FONT_PX = 16
_NARROW = 400
"""Below it the path needs the room of its own label and, beside other phones, the device that of the font."""


class PhonePanel(QWidget):
    """Frame of the phone. The phone itself is the running program's own widget. `language_shown`: it is set to one.
    `touched`: the user does something with it. Whether there are others it is told (`show_place`)."""

    touched = Signal()
    reported = Signal(str)
    language_shown = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("phone_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.presenter: PhonePresenter | None = None
        self._appearance = appearance
        self._has_others = False
        self._page = ShownPage()
        self._state = ("", "")
        self._progress = (0, 0)
        self._listed: tuple[Sequence[ListedDevice], str] = ((), "")
        self._orientation: tuple[Orientation, Orientation] = ("portrait", "portrait")
        self.devices = DeviceBox(self)
        self.zooms = QComboBox(self)
        self.fonts = QComboBox(self)
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self.path_button = ElidedButton(self)
        self.copy_button = QToolButton(self)
        self.query_button = ElidedButton(self)
        self.scene_label = PlainLabel(parent=self)
        self._path_label = PlainLabel(parent=self)
        self._state_label = PlainLabel(parent=self)
        self._area = QFrame(self)
        self._area.setObjectName("phone_area")
        self._area_layout = QVBoxLayout(self._area)
        gap = appearance.theme.sizes["phone_margin"]
        self._area_layout.setContentsMargins(gap, gap, gap, gap)
        self._message = PlainLabel(parent=self._area)
        self._message.setObjectName("empty_text")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._area_layout.addWidget(self._message)
        # A phone that is larger than its place scrolls in it: the window keeps its size.
        self.pane = QScrollArea(self._area)
        self.pane.setObjectName("phone_scroll")
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setWidgetResizable(True)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area_layout.addWidget(self.pane, 1)
        self.mishap = MishapOverlay(appearance, self._area)
        self.verdict = VerdictChip(self._area)
        self.pause_bar = PauseBar(appearance, self._area)
        self.pane.hide()
        self._lay_out()
        self._connect()
        self.show_place(is_active=True, has_others=False, has_room=True)
        dress(self, appearance, self._dress)

    def show_phone(self, program: ProgramControl) -> PhonePresenter:
        """Holds the phone of a program from now on."""
        self.close_phone()
        phone = program.phone_widget()
        assert isinstance(phone, QWidget)
        self._message.hide()
        self.pane.setWidget(phone)
        # The pane makes its widget fill itself, and there is room beside the phone.
        phone.setAutoFillBackground(False)
        self.pane.show()
        self.presenter = PhonePresenter(program, self)
        return self.presenter

    def close_phone(self) -> None:
        """Holds no phone any more; the widget goes away with it."""
        self.presenter = None
        self.verdict.hide()
        if phone := self.pane.takeWidget():
            phone.deleteLater()
        self.pane.hide()
        self._message.show()
        self.show_page(ShownPage())
        self._progress = (0, 0)
        self.show_state("", "")

    def show_place(self, *, is_active: bool, has_others: bool, has_room: bool) -> None:
        """Whether this is the phone that panels and menus mean, one of several, and whether there may be more."""
        self.setProperty("place", ("active" if is_active else "other") if has_others else "")
        self.style().polish(self._header)
        self.buttons["close"].setVisible(has_others)
        self._has_others = has_others
        self._fit()
        self.buttons["add"].setEnabled(has_room)

    def show_verdict(self, verdict: str, reason: str, duration_ms: float) -> None:
        """What the last change did."""
        words = self._appearance.texts(f"verdict.{verdict}", reason=reason, ms=round(duration_ms))
        self.verdict.say(words, is_bad=verdict == "failed")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.touched.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- PhoneFrameView

    def show_devices(self, listed: Sequence[ListedDevice], current: str) -> None:
        """Fills the device list."""
        self._listed = (listed, current)
        self.devices.show_devices(listed, current, self._appearance.texts)

    def show_language(self, language: str) -> None:
        """To which language the phone is set."""
        self.language_shown.emit(language)

    def choose_language(self, language: str) -> None:
        """The user sets the phone to another language."""
        self._with(lambda presenter: presenter.choose_language(language))

    def report_refused(self, why: str) -> None:
        """Says that the user's description of a phone could not be written."""
        self.reported.emit(self._appearance.texts("device.refused", detail=why))

    def edit_device(self, name: str) -> DeviceDialog | None:
        """Opens the dialog for one of the user's own phones; an empty name means a new one."""
        presenter = self.presenter
        if presenter is None:
            return None
        taken = [one for one in presenter.device_names if one != name]
        dialog = DeviceDialog(self._appearance.texts, presenter.own_device(name), taken, self)
        dialog.kept.connect(lambda device: self._with(lambda presenter: presenter.keep_device(device, name)))
        dialog.removed.connect(lambda: self._with(lambda presenter: presenter.remove_device(name)))
        dialog.open()
        return dialog

    def show_page(self, page: ShownPage) -> None:
        """Draws path, query and scene."""
        self._page = page
        texts = self._appearance.texts
        self.path_button.show_text(page.path)
        self.query_button.show_text(page.query)
        self.scene_label.setText(texts("phone.scene", scene=page.scene) if page.scene else "")
        self.scene_label.setToolTip(plain_tip(load_scenes(texts.language).get(page.scene, "")))
        for widget, text in (
            (self.path_button, page.path),
            (self.copy_button, page.path),
            (self.query_button, page.query),
        ):
            widget.setVisible(bool(text))

    def show_state(self, state: str, detail: str) -> None:
        """Draws the program's state; nothing while it simply runs."""
        self._state = (state, detail)
        is_told = (bool(state) and state != "running") or self._progress[1] > 0
        self._state_label.setVisible(is_told)
        # There is not room for everything.
        self.scene_label.setVisible(not is_told)
        done, total = self._progress
        if total:
            self._state_label.setText(self._appearance.texts("state.compiling", done=done, total=total))
        elif state:
            self._state_label.setText(self._appearance.texts(f"state.{state}"))
        if state:
            self._state_label.setToolTip(plain_tip(detail))
        self._state_label.setProperty("tone", "bad" if state in ("hung", "crashed") else "")
        self._state_label.style().polish(self._state_label)
        self.mishap.show_state(state, detail)

    def show_progress(self, done: int, total: int) -> None:
        """How many files are compiled; over the white phone as well. 0 of 0: none are being compiled."""
        self._progress = (done, total)
        if total and self._state[0] == "starting":
            self.verdict.tell(self._appearance.texts("state.compiling", done=done, total=total))
        elif not total:
            self.verdict.end_telling()
        self.show_state(*self._state)

    def show_orientation(self, held: Orientation, shown: Orientation) -> None:
        """The button is down while the phone is held across; its tip says if the page does not follow."""
        self._orientation = (held, shown)
        texts = self._appearance.texts
        tip = texts("phone.rotate") if held == shown else texts("phone.page_keeps", kept=texts(f"phone.{shown}"))
        self.buttons["rotate"].setChecked(held == "landscape")
        self.buttons["rotate"].setToolTip(plain_tip(tip))

    def report_kept(self, shown: Orientation) -> None:
        """Says that the phone was turned and its page was not."""
        texts = self._appearance.texts
        self.reported.emit(texts("report.page_keeps", kept=texts(f"phone.{shown}")))

    def copy(self, text: str) -> None:
        """Puts a text on the clipboard and says so."""
        QGuiApplication.clipboard().setText(text)
        self.reported.emit(self._appearance.texts("report.copied", text=text))

    def choose_zoom(self, percent: int) -> None:
        """Shows a zoom as chosen and applies it."""
        self.zooms.setCurrentIndex(ZOOM_PERCENTS.index(percent) if percent in ZOOM_PERCENTS else 0)
        self._with(lambda presenter: presenter.choose_zoom(percent))

    # -- within

    def _fit(self) -> None:
        """Where it is narrow, the names of page and device need the room."""
        is_wide = self.width() >= _NARROW
        self._path_label.setVisible(is_wide)
        self.fonts.setVisible(is_wide or not self._has_others)

    def _lay_out(self) -> None:
        self._header = header = QFrame(self)
        header.setObjectName("phone_header")
        row = QHBoxLayout(header)
        row.setContentsMargins(6, 4, 4, 4)
        row.setSpacing(4)
        row.addWidget(self.devices, 1)
        for box in (self.zooms, self.fonts):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            row.addWidget(box)
        row.addStretch()
        for name, button in self.buttons.items():
            button.setObjectName(f"phone_{name}")
            button.setIconSize(QSize(16, 16))
            button.setCheckable(name == "rotate")
            row.addWidget(button)
        status = QFrame(self)
        status.setObjectName("phone_status")
        status.setFixedHeight(self._appearance.theme.sizes["status_height"])
        line = QHBoxLayout(status)
        line.setContentsMargins(4, 0, 4, 0)
        line.setSpacing(0)
        for widget in (self._path_label, self.path_button, self.copy_button, self.query_button, self.scene_label):
            line.addWidget(widget)
        self.copy_button.setIconSize(QSize(12, 12))
        line.addStretch(1)
        line.addWidget(self._state_label)
        status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self._area, 1)
        layout.addWidget(status)

    def _connect(self) -> None:
        self.devices.chosen.connect(lambda name: self._with(lambda presenter: presenter.choose_device(name)))
        self.devices.edit_asked.connect(self.edit_device)
        self.zooms.activated.connect(
            lambda index: self._with(lambda presenter: presenter.choose_zoom(ZOOM_PERCENTS[index]))
        )
        self.fonts.activated.connect(
            lambda index: self._with(lambda presenter: presenter.choose_font(FONT_SIZES_PX[index]))
        )
        self.buttons["relaunch"].clicked.connect(lambda: self._with(lambda presenter: presenter.relaunch()))
        self.buttons["rotate"].clicked.connect(lambda: self._with(lambda presenter: presenter.rotate()))
        self.buttons["home"].clicked.connect(lambda: self._with(lambda presenter: presenter.go_home()))
        self.mishap.source_asked.connect(
            lambda file, line: self._with(lambda presenter: presenter.source_asked(file, line, 1))
        )
        self.mishap.answered.connect(lambda answer: self._with(lambda presenter: presenter.start_again(answer)))
        self.mishap.came_back.connect(lambda arrival: self._with(lambda presenter: presenter.come_back(arrival)))
        self.path_button.clicked.connect(lambda: self._with(lambda presenter: presenter.open_script()))
        self.copy_button.clicked.connect(lambda: self._with(lambda presenter: presenter.copy_path()))
        self.query_button.clicked.connect(lambda: self._with(lambda presenter: presenter.copy_query()))

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(texts(f"phone.{name}"))
        self.copy_button.setIcon(icons.icon("copy"))
        self._path_label.setText(texts("phone.path"))
        self.path_button.tip = texts("phone.path_tip")
        self.query_button.tip = texts("phone.query_tip")
        self.devices.show_devices(*self._listed, texts)
        for box, tip in ((self.devices, "device"), (self.zooms, "zoom"), (self.fonts, "font_size")):
            box.setToolTip(texts(f"phone.{tip}"))
        zooms = [texts("phone.zoom_percent", percent=one) if one else texts("phone.zoom_fit") for one in ZOOM_PERCENTS]
        _refill(self.zooms, zooms, 0)
        fonts = [texts("phone.font_px", size=one) for one in FONT_SIZES_PX]
        _refill(self.fonts, fonts, FONT_SIZES_PX.index(_NORMAL_FONT_PX))
        self._message.setText(texts("phone.no_program"))
        self.show_page(self._page)
        self.show_state(*self._state)
        self.mishap.speak()
        self.show_orientation(*self._orientation)

    def _with(self, act: Callable[[PhonePresenter], None]) -> None:
        if self.presenter:
            self.touched.emit()
            act(self.presenter)


def _refill(box: QComboBox, labels: Sequence[str], first: int) -> None:
    index = box.currentIndex()
    box.clear()
    box.addItems(labels)
    box.setCurrentIndex(index if index >= 0 else first)
