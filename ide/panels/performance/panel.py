"""Performance as a widget: the start as a bar, a recording as a timeline, one slice in words. Made by `meta`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.performance.heap import Heap
from ide.models.performance.slices import Recording
from ide.panels.performance.flame_view import FlameView
from ide.panels.performance.heap_view import HeapView
from ide.panels.performance.presenter import PerformancePresenter, Shown
from ide.panels.performance.start_view import StartView
from ide.panels.performance.timeline_view import TimelineView
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.live_panel import LivePanel
from ide.widgets.plain_text import PlainLabel, make_plain
from simulator.debug.profile import Profile

PAUSE_MS = 250
MEMORY_MS = 2000
TOLD_WIDTH = 200
_TRACE = ("trace.json", "JSON (*.json)")
_BUTTONS = {
    "record": "record", "profile": "flame", "heap": "heap", "leaks": "leaks", "clear": "clear-list",
    "save": "save-file",
}  # fmt: skip


class PerformancePanel(LivePanel):
    """The view of a `PerformancePresenter`."""

    def __init__(self, presenter: PerformancePresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("performance_panel")
        self.presenter = presenter
        self._appearance = appearance
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        for name in ("record", "profile"):
            self.buttons[name].setCheckable(True)
        self.summary, self.hints, self.details = (PlainLabel(parent=self) for _ in range(3))
        self.link = QPushButton(self)
        self.start = StartView(appearance, self)
        self.timeline, self.flame = TimelineView(appearance, self), FlameView(appearance, self)
        self.heap = HeapView(appearance, self)
        self.tabs = QTabWidget(self)
        self._memory = QTimer(self, interval=MEMORY_MS)
        self._memory.timeout.connect(presenter.sample)
        self._lay_out()
        self.buttons["record"].toggled.connect(lambda is_on: presenter.record(is_on=is_on))
        self.buttons["profile"].toggled.connect(lambda is_on: presenter.profile_logic(is_on=is_on))
        acts: dict[str, Callable[[], None]] = {
            "heap": presenter.count_heap,
            "leaks": presenter.look_for_leaks,
            "clear": presenter.clear,
            "save": self._choose_file,
        }
        for name, act in acts.items():
            self.buttons[name].clicked.connect(lambda checked=False, act=act: act())
        self.timeline.chosen.connect(presenter.choose)
        self.flame.chosen.connect(presenter.choose_call)
        self.tabs.currentChanged.connect(lambda _: presenter.refresh())
        self.link.clicked.connect(lambda: presenter.open_chosen())
        presenter.attach(self)
        dress(self, appearance, self._dress)
        self.show_details((), "")

    # -- PerformanceView

    def show_performance(self, shown: Shown, recording: Recording) -> None:
        """Draws everything."""
        self.start.show_phases(shown.phases)
        self.hints.setText("\n".join(shown.hints))
        self.hints.setVisible(bool(shown.hints))
        self.summary.setText(shown.summary)
        self.buttons["profile"].setChecked(shown.is_profiling)
        self.buttons["save"].setEnabled(self._shows_profile or bool(recording.slices))
        self.timeline.show_recording(recording)
        if shown.is_recording and not self._memory.isActive():
            self._memory.start()
        elif not shown.is_recording:
            self._memory.stop()

    def show_profile(self, profile: Profile | None) -> None:
        """Draws a profile, or none."""
        self.flame.show_profile(profile)
        self.tabs.setCurrentWidget(self.flame)

    def show_heap(self, heap: Heap) -> None:
        """Tells what the program holds."""
        self.heap.show_heap(heap)
        self.tabs.setCurrentWidget(self.heap)

    def show_details(self, lines: Sequence[str], link: str) -> None:
        """Tells of one slice."""
        self.details.setText("\n".join(lines) or self._appearance.texts("performance.choose"))
        self.link.setText(link)
        self.link.setVisible(bool(link))

    def save_to(self, path: Path) -> None:
        """Writes the recording; a file that cannot be written is told."""
        try:
            if self._shows_profile:
                self.presenter.save_profile(path)
            else:
                self.presenter.save(path)
        except OSError as error:
            box = QMessageBox(self)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.setText(self._appearance.texts("performance.save_failed", reason=error.strerror or str(error)))
            box.addButton(self._appearance.texts("answer.ok"), QMessageBox.ButtonRole.AcceptRole)
            make_plain(box)
            box.open()

    # -- within

    @property
    def _shows_profile(self) -> bool:
        return self.tabs.currentWidget() is self.flame and self.flame.profile is not None

    def _choose_file(self) -> None:
        title = self._appearance.texts("performance.save")
        kind = ("logic.cpuprofile", "CPU profile (*.cpuprofile)") if self._shows_profile else _TRACE
        name, _ = QFileDialog.getSaveFileName(self, title, *kind)
        if name:
            self.save_to(Path(name))

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        for button in self.buttons.values():
            row.addWidget(button)
        self.summary.setMinimumWidth(0)
        row.addWidget(self.summary, 1)
        told = QScrollArea(self)
        told.setMinimumWidth(TOLD_WIDTH)
        told.setFrameShape(QFrame.Shape.NoFrame)
        told.setWidgetResizable(True)
        inside = QWidget(told)
        told.setWidget(inside)
        for widget in (told.viewport(), inside):
            widget.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 6, 8, 6)
        self.details.setWordWrap(True)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.link.setFlat(True)
        column.addWidget(self.details)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.timeline, "")
        self.tabs.addTab(self.flame, "")
        self.tabs.addTab(self.heap, "")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tabs)
        split.addWidget(told)
        split.setStretchFactor(0, 4)
        split.setStretchFactor(1, 1)
        self.hints.setWordWrap(True)
        self.hints.setContentsMargins(8, 0, 8, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (bar, self.start, self.hints):
            layout.addWidget(widget)
        layout.addWidget(split, 1)

    def _dress(self, appearance: Appearance) -> None:
        self._appearance = appearance
        icons, texts = Icons(appearance.theme), appearance.texts
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon, "error" if name == "record" else "icon"))
            self.buttons[name].setToolTip(texts(f"performance.{name}"))
            self.buttons[name].setAccessibleName(texts(f"performance.{name}"))
        for number, name in enumerate(("timeline", "flame", "heap_tab")):
            self.tabs.setTabText(number, texts(f"performance.{name}"))
        self.timeline.setAccessibleName(texts("performance.title"))
        if self.isVisible():
            self.presenter.refresh()
