"""The editor panel: tabs, a notice line, the editor page or a placeholder. Draws what its presenter says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.documents import Documents
from ide.models.editor_messages import (
    FromMargin,
    FromPage,
    OpenModel,
    PageReady,
    RunCommand,
    SetLook,
    ShowModel,
    Text,
    ToPage,
)
from ide.models.file_kinds import IMAGE_SUFFIXES
from ide.models.question import Notice, Question
from ide.panels.editor.declarations import DeclarationsLoader
from ide.panels.editor.page_view import EditorPageView
from ide.panels.editor.placeholder import Placeholder
from ide.panels.editor.presenter import EditorPresenter
from ide.panels.editor.tab_menu import tab_menu
from ide.panels.editor.tab_row import TabRow
from ide.panels.editor.view import Tab
from ide.widgets import question_box
from ide.widgets.icons import Icons
from ide.widgets.notice_bar import NoticeBar

_MONACO_LANGUAGES = {"en": "", "zh": "zh-cn"}
_PAGE_WORDS = ("put_back", "close", "nothing", "side_disk", "side_commit", "side_mine")

PAUSE_MS = 500
"""Text is saved by itself, if that is wanted, when the user has not typed for this long."""


class EditorPanel(QWidget):
    """One web view for all files. `presenter` is the open project's, or None; `line` is that of the cursor.

    `debugged` hears what belongs to breakpoints and values, `given` of each file that the page has now.
    """

    cursor_moved = Signal(int, int, int)
    reported = Signal(str)

    def __init__(self, appearance: Appearance, declarations: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("editor_panel")
        self.presenter: EditorPresenter | None = None
        self.line = 0
        self.debugged: Callable[[FromMargin], None] = lambda message: None
        self.given: Callable[[str], None] = lambda path: None
        self._appearance = appearance
        self.saves_on_change = False
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(lambda: self._with(lambda presenter: presenter.save_edited()))
        self._font_px = appearance.theme.sizes["editor_font"]
        self._icons = Icons(appearance.theme)
        self._shown: tuple[Sequence[Tab], str] = ((), "")
        self._row = TabRow(self)
        self._tabs = self._row.strip
        self._notice = NoticeBar(self)
        self.placeholder = Placeholder(self)
        self.page = EditorPageView(_MONACO_LANGUAGES[appearance.texts.language], self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.placeholder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._row, self._notice, self._stack):
            layout.addWidget(widget, 1 if widget is self._stack else 0)
        self._tabs.chosen.connect(lambda path: self._with(lambda presenter: presenter.activate(path)))
        self._tabs.close_asked.connect(lambda path: self._with(lambda presenter: presenter.close(path)))
        self._tabs.moved.connect(lambda path, to: self._with(lambda presenter: presenter.tabs.move(path, to)))
        self._tabs.kept.connect(lambda path: self._with(lambda presenter: presenter.tabs.keep(path)))
        self._tabs.unpin_asked.connect(
            lambda path: self._with(lambda presenter: presenter.tabs.pin(path, is_pinned=False))
        )
        self._tabs.menu_asked.connect(self._show_tab_menu)
        self._notice.answered.connect(lambda answer: self._with(lambda presenter: presenter.notice_answered(answer)))
        self.page.received = self._received
        self.page.crashed = self._page_crashed
        self._loader = DeclarationsLoader(declarations, self)
        self._loader.loaded.connect(self._tell_declarations)
        appearance.changed.connect(self._dress)
        self._dress(appearance)
        self.show_nothing()

    @property
    def shown_notice(self) -> str:
        """Key of the notice above the text; empty if there is none."""
        return self._notice.notice.key if self._notice.notice else ""

    def set_font_size(self, size_px: int) -> None:
        """The size of the text in the editor."""
        if size_px != self._font_px:
            self._font_px = size_px
            self._dress(self._appearance)

    def edit(self, documents: Documents) -> EditorPresenter:
        """Edits the files of a project from now on."""
        self.close_project()
        self.presenter = EditorPresenter(documents, self)
        return self.presenter

    def close_project(self) -> None:
        """Forgets the project; what is unsaved was asked about before."""
        if self.presenter:
            for path in self.presenter.documents.paths:
                self.presenter.close_quietly(path)
            self.presenter.detach()
        self.presenter = None
        self.show_tabs((), "")
        self.show_notice(None)
        self.show_nothing()

    # -- EditorView

    def send(self, message: ToPage) -> None:
        """To the editor page; what puts the cursor there brings the keyboard with it."""
        if isinstance(message, RunCommand) or (isinstance(message, ShowModel) and message.focus):
            self.page.setFocus()
        self.page.send(message)
        if isinstance(message, OpenModel):
            self.given(message.path)

    def show_tabs(self, tabs: Sequence[Tab], active: str) -> None:
        """Draws the tab bar."""
        self._shown = (tabs, active)
        self._row.show_tabs(tabs, active, self._icons, self._appearance.texts)

    def show_text(self) -> None:
        """The editor page is in front."""
        self._stack.setCurrentWidget(self.page)

    def show_refusal(self, path: Path, reason: str, detail: str) -> None:
        """A file that is no text to edit."""
        texts = self._appearance.texts
        is_picture = path.suffix.lower() in IMAGE_SUFFIXES
        self.placeholder.show_message(
            path.name, texts(f"refusal.{reason}", detail=detail), path if is_picture else None
        )
        width, height = self.placeholder.picture_size
        if width:
            self.placeholder.show_message(path.name, f"{texts('refusal.picture')} {width} × {height}", path)
        self._stack.setCurrentWidget(self.placeholder)

    def show_nothing(self) -> None:
        """No file is open."""
        texts = self._appearance.texts
        self.placeholder.show_message(texts("editor.empty_title"), texts("editor.empty_text"))
        self._stack.setCurrentWidget(self.placeholder)

    def show_notice(self, notice: Notice | None) -> None:
        """The line above the text."""
        self._notice.show_notice(notice, self._appearance.texts)

    def show_cursor(self, line: int, column: int, selected: int) -> None:
        """Where the cursor is."""
        self.line = line
        self.cursor_moved.emit(line, column, selected)

    def after(self, delay_ms: int, act: Callable[[], None]) -> None:
        """Calls `act` once, when this time has passed."""
        QTimer.singleShot(delay_ms, self, act)

    def report(self, key: str, arguments: Mapping[str, str]) -> None:
        """A short message for the status bar."""
        self.reported.emit(self._appearance.texts(f"report.{key}", **arguments))

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        """Asks the user."""
        question_box.ask(self, self._appearance.texts, question, answered)

    def ask_save_path(self, initial: str, answered: Callable[[str], None]) -> None:
        """Asks where to save."""
        question_box.ask_save_path(self, initial, answered)

    # -- within

    def _with(self, act: Callable[[EditorPresenter], None]) -> None:
        if self.presenter:
            act(self.presenter)

    def _show_tab_menu(self, path: str, point: QPoint) -> None:
        self._with(lambda presenter: tab_menu(presenter, path, self._appearance.texts, self).popup(point))

    def _received(self, message: FromPage) -> None:
        if isinstance(message, PageReady) and self._loader.declarations is None:
            self._loader.start()
        if isinstance(message, FromMargin):
            self.debugged(message)
            return
        self._with(lambda presenter: presenter.receive(message))
        if self.saves_on_change and isinstance(message, Text) and message.request_id == 0:
            self._pause.start()

    def _tell_declarations(self) -> None:
        if self._loader.declarations:
            self.send(self._loader.declarations)

    def _page_crashed(self) -> None:
        self._tell_declarations()
        self._dress(self._appearance)
        self._with(lambda presenter: presenter.put_back())

    def _dress(self, appearance: Appearance) -> None:
        theme = appearance.theme
        self._icons = Icons(theme)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self.page.page().setBackgroundColor(theme.colors["editor"])
        words = {name: appearance.texts(f"change.{name}") for name in _PAGE_WORDS}
        self.page.send(SetLook(dict(theme.monaco), self._font_px, f"'{font}', monospace", words))
        self.show_tabs(*self._shown)
        self.show_notice(self._notice.notice)
        if self.presenter is None or not self.presenter.active:
            self.placeholder.show_message(appearance.texts("editor.empty_title"), appearance.texts("editor.empty_text"))
