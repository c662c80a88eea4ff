"""A recorded session in a window: the phone, the time line under it, and panels that look into the program there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTabWidget, QVBoxLayout, QWidget

import ide.panels
from ide.models.appearance import Appearance
from ide.models.debug_session import DebugSession, KeptDebugging
from ide.models.debug_target import DebugTarget
from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.problems import Problems
from ide.replay.source_view import SourceView
from ide.replay.time_bar import TimeBar
from ide.widgets.icons import Icons
from ide.widgets.panel_meta import find_panels
from runtime.platform.platform import Platform
from simulator.bridge.notices import host_text
from simulator.recording.form import BadRecording, Head
from simulator.recording.reader import read_head
from simulator.replay.moments import Moment
from simulator.replay.replay import Outcome
from simulator.replay.replayed_program import ReplayedProgram
from simulator.replay.screen_track import Stand
from simulator.replay.time_line import TimeLine
from simulator.worker.library import library_digest

MOST_ADDRESSES = 20


class ReplayWindow(QMainWindow):
    """Closing it ends the replay. `make_target` gives what panels ask of a replay."""

    def __init__(
        self,
        path: Path,
        appearance: Appearance,
        make_target: Callable[[ReplayedProgram, str], DebugTarget],
        platform: Platform,
        parent: QWidget | None = None,
    ) -> None:
        """Raises BadRecording, or OSError."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("replay_window")
        self._path = path
        self._appearance = appearance
        with path.open("rb") as stream:
            self.head: Head = read_head(stream)
        self._body = QWidget(self)
        self.program = ReplayedProgram(path, self.head, platform, self._body)
        texts = appearance.texts
        self.target = make_target(self.program, texts("replay.past"))
        self.session = DebugSession(self.target.debugger, KeptDebugging())
        desk = PanelDesk(
            self.target, self.session, Problems(), appearance, self._open_source, self._say,
            find_changes=self._find_changes,
        )  # fmt: skip
        self.time_bar = TimeBar(appearance, self._body)
        self.sources = SourceView(self.session, self.program.text_of, appearance, self._body)
        self.tabs = QTabWidget(self._body)
        self.panels: dict[str, QWidget] = {}
        self._presenters: list[PanelPresenter[Any]] = []
        for meta in find_panels(ide.panels):
            if meta.shows_recordings:
                presenter = meta.present(desk)
                self._presenters.append(presenter)
                self.panels[meta.name] = meta.show(presenter, appearance, self.tabs)
                self.tabs.addTab(self.panels[meta.name], texts(meta.title))
        self.tabs.addTab(self.sources, texts("replay.sources"))
        self._lay_out()
        self._connect()
        self._dress(appearance)
        self.resize(1180, 900)
        self.time_bar.slider.setFocus()

    def _lay_out(self) -> None:
        left = QWidget(self._body)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.program.phone, 1)
        self.program.phone.set_zoom("fit")
        split = QSplitter(Qt.Orientation.Horizontal, self._body)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.tabs)
        split.setStretchFactor(1, 1)
        split.setSizes([410, 770])
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(split, 1)
        rows.addWidget(self.time_bar)
        self.setCentralWidget(self._body)

    def _connect(self) -> None:
        self.program.opened.connect(self._opened)
        self.program.moved.connect(self._moved)
        self.program.arrived.connect(self._arrived)
        self.program.found.connect(self._found)
        self.program.failed.connect(self._failed)
        self.program.programs_changed.connect(self._program_changed)
        self.time_bar.wished.connect(self.program.go_to)
        self.time_bar.searched.connect(self._search)
        self._stops = (
            self.session.moved.connect(lambda _none: self._paused()),
            self.session.place_asked.connect(lambda place: self._open_source(place.file, place.line, place.column)),
            self._appearance.changed.connect(self._dress),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        for stop in self._stops:
            stop()
        self.time_bar.stop()
        for presenter in self._presenters:
            presenter.close()
        self.session.close()
        self.program.close()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody in the window has taken go along the time."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.time_bar.press(event.key()):
            super().keyPressEvent(event)

    # -- what happens

    def _opened(self, line: TimeLine) -> None:
        self.time_bar.show_line(line)
        texts = self._appearance.texts
        if self.head.library != library_digest():
            self.time_bar.show_facts(
                host_text("recording-other-library", {"theirs": self.head.handset}, texts.language)
            )
        # The end is what somebody wants to see who opens the recording of a fault.
        self.program.go_to(line.duration_ms)

    def _moved(self, stand: Stand) -> None:
        self.time_bar.show_place(stand.at_ms)
        for presenter in self._presenters:
            presenter.refresh()

    def _arrived(self, outcome: Outcome) -> None:
        texts = self._appearance.texts
        if outcome.parting is not None:
            parting = outcome.parting
            tip = f"{parting.expected}\n→ {parting.found}"
            self.time_bar.show_facts(texts("replay.parted", time=f"{parting.at_ms / 1000:.3f}"), tip)
        elif outcome.ended:
            self.time_bar.show_facts(texts("replay.ended", why=outcome.ended))
        elif outcome.left_out:
            addresses = "\n".join(list(outcome.left_out)[:MOST_ADDRESSES])
            self.time_bar.show_facts(texts("replay.left_out", count=len(outcome.left_out)), addresses)

    def _found(self, path: str, moments: list[Moment], problem: str) -> None:
        self.time_bar.show_moments(moments)
        self._say(problem or self._appearance.texts("replay.found", path=path, count=len(moments)))

    def _failed(self, problem: BadRecording) -> None:
        self.time_bar.stop()
        self._say(host_text(problem.code, problem.arguments, self._appearance.texts.language))

    def _program_changed(self) -> None:
        scripts = self.program.program.get("scripts", {})
        self.sources.show_files(sorted(scripts))

    def _search(self, path: str) -> None:
        if path:
            self._say(self._appearance.texts("replay.searching", path=path))
            self.program.find(path)

    def _find_changes(self, path: str) -> None:
        self.time_bar.path_box.setText(path)
        self._search(path)

    def _paused(self) -> None:
        pause = self.session.pause
        if pause is None:
            return
        self.time_bar.stop()
        if "debug" in self.panels:
            self.tabs.setCurrentWidget(self.panels["debug"])

    def _open_source(self, file: str, line: int, _column: int) -> None:
        if self.sources.show_place(file, line) and self.session.pause is None:
            self.tabs.setCurrentWidget(self.sources)

    def _say(self, text: str) -> None:
        self.time_bar.show_facts(text)

    def _dress(self, appearance: Appearance) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication) and not application.styleSheet():
            application.setStyleSheet(appearance.theme.style_sheet())
        self.setWindowIcon(QIcon(Icons(appearance.theme).pixmap("handset", "icon", 128)))
        self.setWindowTitle(appearance.texts("replay.title", name=self._path.name, project=self.head.project))
