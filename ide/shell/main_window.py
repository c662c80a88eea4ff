"""The main window: phone on the left, tree and editor, debugger below right; menus, toolbar, status bar.

It lays out, remembers its state and passes wishes on to the open project's `Workbench`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

import ide.panels
from ide.models.appearance import Appearance
from ide.models.compile_modes import CompileMode
from ide.models.problems import Problems
from ide.models.program_control import ProgramState
from ide.models.question import Notice
from ide.models.settings import SettingsFile
from ide.panels.editor.panel import EditorPanel
from ide.panels.phone.panel import PhonePanel
from ide.panels.project_tree.panel import ProjectTreePanel
from ide.shell.about_box import show_about
from ide.shell.actions import Actions
from ide.shell.areas import Areas
from ide.shell.bench_commands import BENCH_COMMANDS
from ide.shell.choices import Choices
from ide.shell.debugger_area import DebuggerArea
from ide.shell.details_dialog import DetailsDialog
from ide.shell.documentation import show_documentation
from ide.shell.layout import WindowLayout
from ide.shell.menus import Menus
from ide.shell.notices import Notices
from ide.shell.npm_desk import NOTICES as NPM_NOTICES
from ide.shell.npm_desk import NpmDesk
from ide.shell.panel_actions import PanelActions
from ide.shell.panel_commands import PANEL_COMMANDS
from ide.shell.part_windows import PartWindows
from ide.shell.phone_place import PhonePlace
from ide.shell.phone_row import PhoneRow
from ide.shell.preferences import Preferences
from ide.shell.project_dialogs import edit_mode
from ide.shell.projects_desk import ProjectsDesk
from ide.shell.recordings_desk import RecordingsDesk
from ide.shell.settings_dialog import SettingsDialog
from ide.shell.start_guard import StartGuard
from ide.shell.status_bar import StatusBar
from ide.shell.toolbar import Toolbar
from ide.shell.welcome import WelcomePage
from ide.shell.workbench import OpenProgram, Panels, Workbench
from ide.widgets.icons import Icons
from ide.widgets.interface_font import use_interface_font
from ide.widgets.notice_bar import NoticeBar
from ide.widgets.panel_meta import find_panels
from ide.widgets.quick_open import QuickOpen

_PROJECT_ACTIONS = (
    *BENCH_COMMANDS, *PANEL_COMMANDS, "close_project", "go_to_file", "recent_files", "switch_file",
    "switch_file_back", "phone_dark", "phone_apart", "panel_apart", "details", "reveal_project", "build_npm",
    "record_session",
)  # fmt: skip


class MainWindow(QMainWindow):
    """One window, one project at a time."""

    project_closed = Signal()

    def __init__(
        self,
        settings: SettingsFile,
        appearance: Appearance,
        open_program: OpenProgram,
        declarations: Callable[[], str] = str,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.settings = settings
        self.appearance = appearance
        self.workbench: Workbench | None = None
        self.problems = Problems()
        self._open_program = open_program
        self._may_close = False
        body = QWidget(self)
        self.toolbar = Toolbar(appearance, body)
        self.notice = NoticeBar(body)
        self.pages = QStackedWidget(body)
        self.welcome = WelcomePage(appearance, self.pages)
        self.phones = PhoneRow(appearance, self.pages)
        self.tree = ProjectTreePanel(appearance, self.pages)
        self.editor = EditorPanel(appearance, declarations, self.pages)
        panels = find_panels(ide.panels)
        self.part_windows = PartWindows(settings, appearance, self)
        self.debugger = DebuggerArea(panels, appearance, settings, self.part_windows, self.pages)
        self.quick_open = QuickOpen(self)
        self.status = StatusBar(appearance, self)
        self.setStatusBar(self.status)
        self.actions_by_name = Actions(self, self.editor, panels)
        self.choices = Choices(self.quick_open, self.actions_by_name, appearance)
        self.editor.page.window_keys = self.actions_by_name.window_keys()
        self.menus = Menus(self.menuBar(), self.actions_by_name, appearance)
        self.preferences = Preferences(settings, appearance, self.editor)
        self.notices = Notices(self.notice, appearance, self)
        self.npm = NpmDesk(appearance, self.problems, self.notices, self.status, self)
        self.guard = StartGuard(settings, self)
        self.projects = ProjectsDesk(self, appearance, settings, self.open_project, self.say)
        record = self.actions_by_name["record_session"]
        self.toolbar.take_recording(record)
        self.recordings = RecordingsDesk(self, appearance, record, self.say)
        phone_apart = self.actions_by_name["phone_apart"]
        self.phone_place = PhonePlace(self.phones, self.part_windows, phone_apart, appearance, self.pages)
        self._layout = WindowLayout(self.phone_place, self.tree, self.editor, self.debugger)
        self._areas = Areas(self.toolbar, self._layout, self.actions_by_name, settings)
        self.panel_actions = PanelActions(self.debugger, self._areas, self.actions_by_name, self.status)
        self._lay_out(body)
        self._connect()
        appearance.changed.connect(self._dress)
        self._dress(appearance)
        self._layout.restore(self, settings, appearance.theme)
        self._areas.restore()
        self._show_preferences()
        self._show_welcome()
        if settings.set_aside:
            self.notices.say(Notice("settings_set_aside", ("ok",), {"file": str(settings.set_aside)}))

    @property
    def phone(self) -> PhonePanel:
        """The frame of the active phone."""
        return self.phones.active

    # -- projects

    def open_project(self, root: Path) -> None:
        """Opens a folder in place of the open project, after asking about unsaved text."""
        root = root.resolve()
        if not root.is_dir():
            self.say(self.appearance.texts("report.not_a_folder", path=str(root)))
            return
        self.close_project(lambda: self._open(root))

    def open_last_project(self) -> None:
        """The project of the last time; one whose start never came to its end is offered only."""
        last = self.settings.settings.last_project
        if not last or not Path(last).is_dir():
            return
        if self.guard.is_suspect(Path(last)):
            self.notices.say(Notice("froze_at_start", ("open_anyway", "ok"), {"project": last}))
        else:
            self.open_project(Path(last))

    def close_project(self, closed: Callable[[], None] = lambda: None) -> None:
        """Closes the project, after asking about unsaved text; `closed` is called once it is."""
        if self.workbench is None:
            closed()
            return
        workbench = self.workbench
        workbench.remember()
        workbench.editor.close_all(lambda: self._close(workbench, closed))

    def _open(self, root: Path) -> None:
        self.notices.drop("froze_at_start")
        self.guard.begin(root)
        self.settings.remember_project(root)
        panels = Panels(self.phones, self.tree, self.editor, self.debugger)
        workbench = Workbench(root, panels, self.problems, self.appearance, self.settings, self, self)
        self.workbench = workbench
        workbench.run(self._open_program)
        workbench.restore()
        self.pages.setCurrentIndex(1)
        self._enable(is_open=True)
        self._dress(self.appearance)
        self.phone_place.project_opened()
        workbench.launch()
        workbench.reopen_phones()

    def _close(self, workbench: Workbench, closed: Callable[[], None]) -> None:
        self.part_windows.rest()
        workbench.close()
        workbench.deleteLater()
        self.guard.end()
        self.workbench = None
        self.notices.drop("project_gone", "not_watched", *NPM_NOTICES)
        self.status.clear_project()
        self._show_welcome()
        self._dress(self.appearance)
        self.project_closed.emit()
        closed()

    def _show_welcome(self) -> None:
        self.welcome.show_choices(self.settings.settings.recent_projects)
        self.pages.setCurrentIndex(0)
        self._enable(is_open=False)

    # -- WorkbenchWindow

    def say(self, message: str) -> None:
        """A short message in the status bar."""
        self.status.say(message)

    def show_verdict(self, verdict: str, reason: str, duration_ms: float) -> None:
        """What the last change did."""
        self.status.show_verdict(verdict, reason, duration_ms)

    def show_modes(self, modes: Sequence[CompileMode], current: CompileMode) -> None:
        """Fills the compile-mode drop-down."""
        self.toolbar.show_modes(modes, current)

    def own_files_refused(self, why: str) -> None:
        """Handset's own files cannot be written; everything else goes on."""
        folder = str(self.settings.folder)
        self.notices.say(Notice("own_files_refused", ("ok",), {"folder": folder, "detail": why}))

    def state_changed(self, state: ProgramState) -> None:
        """The program started, crashed, hangs…"""
        self.guard.state_changed(state)
        if state == "starting":
            self.status.forget_verdict()

    # -- areas and looks

    def _show_preferences(self) -> None:
        values = self.settings.settings
        self.actions_by_name["restart_after_hang"].setChecked(values.restarts_after_hang)
        if self.actions_by_name["phone_right"].isChecked() != (values.phone_side == "right"):
            self._areas.put_phone(on_right=values.phone_side == "right")

    def _lay_out(self, body: QWidget) -> None:
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(self._layout.main)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.toolbar, self.notice, self.pages):
            column.addWidget(widget, 1 if widget is self.pages else 0)
        self.setCentralWidget(body)

    def _dress(self, appearance: Appearance) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication) and application.styleSheet() != (
            sheet := appearance.theme.style_sheet()
        ):
            use_interface_font(application)
            application.setStyleSheet(sheet)
        self.setWindowIcon(QIcon(Icons(appearance.theme).pixmap("handset", "icon", 128)))
        self.actions_by_name.dress(appearance)
        name = appearance.texts("app.name")
        root = self.workbench.root.name if self.workbench else ""
        self.setWindowTitle(appearance.texts("app.title", project=root) if root else name)
        self.menus.show_recent_projects(self.settings.settings.recent_projects)
        self.settings.update(theme=appearance.theme.name, language=appearance.texts.language)
        if self.workbench:
            self.workbench.show_markers()

    def _enable(self, *, is_open: bool) -> None:
        self.actions_by_name.enable(_PROJECT_ACTIONS, enabled=is_open)
        for action in self.actions_by_name.panels.values():
            action.setEnabled(is_open)
        self.toolbar.enable(enabled=is_open)
        self.recordings.forget()
        self._phones_marked()

    def _phones_marked(self) -> None:
        is_open = self.workbench is not None
        self.actions_by_name["add_phone"].setEnabled(is_open and self.phones.has_room)
        self.actions_by_name["close_phone"].setEnabled(is_open and self.phones.has_others)

    # -- wishes

    def _connect(self) -> None:
        self.toolbar.mode_chosen.connect(lambda mode: self._with(lambda bench: bench.modes.choose(mode)))
        self.toolbar.mode_edit_asked.connect(self._edit_mode)
        self.toolbar.compile_asked.connect(lambda: self._with(lambda bench: bench.compile()))
        self.toolbar.cache_chosen.connect(self.clear_cache)
        self.menus.cache_chosen = self.clear_cache
        self.menus.phone_language_chosen = self.phones.choose_language
        self.phones.language_shown.connect(self.menus.show_phone_language)
        self.phones.theme_shown.connect(self.actions_by_name["phone_dark"].setChecked)
        self.phones.marked.connect(self._phones_marked)
        self.phones.add_asked.connect(self.actions_by_name["add_phone"].trigger)
        self.menus.project_chosen = lambda path: self.open_project(Path(path))
        self.toolbar.details_asked.connect(lambda: self._with(self._show_details))
        self.welcome.open_asked.connect(self.projects.ask)
        self.welcome.project_chosen.connect(lambda path: self.open_project(Path(path)))
        self.welcome.template_chosen.connect(self.projects.ask_new)
        self.welcome.documentation_asked.connect(self.actions_by_name["documentation"].trigger)
        self.welcome.recording_asked.connect(self.actions_by_name["open_recording"].trigger)
        self.notices.answered.connect(self._notice_answered)
        self.settings.refused.connect(self.own_files_refused)
        self.editor.reported.connect(self.say)
        self.editor.cursor_moved.connect(self.status.show_cursor)
        self.tree.reported.connect(self.say)
        self.phones.reported.connect(self.say)
        self.status.changes_asked.connect(self.actions_by_name["changed_files"].trigger)
        self.status.npm_asked.connect(lambda: self._with(lambda bench: self.npm.asked(bench.root)))
        self.npm.built.connect(lambda: self._with(lambda bench: bench.compile()))
        self.problems.changed.connect(self._problems_changed)
        for name, act in self._commands().items():
            self.actions_by_name[name].triggered.connect(lambda checked=False, act=act: act())
        for name, command in BENCH_COMMANDS.items():
            self.actions_by_name[name].triggered.connect(lambda checked=False, command=command: self._with(command))
        self.actions_by_name["phone_dark"].triggered.connect(self.phones.choose_theme)
        self.actions_by_name["restart_after_hang"].triggered.connect(
            lambda on=False: self.preferences.change(restarts_after_hang=on)
        )
        self.preferences.changed.connect(lambda _values: self._show_preferences())
        self.actions_by_name["full_screen"].triggered.connect(
            lambda on=False: self.showFullScreen() if on else self.showNormal()
        )

    def _commands(self) -> dict[str, Callable[[], object]]:
        return {
            "new_project": lambda: self.projects.ask_new("blank"),
            "open_project": self.projects.ask,
            "open_recording": self.recordings.ask_open,
            "record_session": lambda: self._with(self.recordings.toggle),
            "close_project": self.close_project,
            "quit": lambda: self._quit(),
            "reveal_project": lambda: self.tree.reveal(""),
            "go_to_file": lambda: self._with(self.choices.go_to_file),
            "recent_files": lambda: self._with(self.choices.recent_files),
            "commands": self.choices.command,
            "switch_file": lambda: self._with(lambda bench: self.choices.switch_file(bench, 1)),
            "switch_file_back": lambda: self._with(lambda bench: self.choices.switch_file(bench, -1)),
            "changed_files": lambda: self._with(self.choices.changed_files),
            "details": lambda: self._with(self._show_details),
            "settings": self.show_settings,
            "build_npm": lambda: self._with(lambda bench: self.npm.build(bench.root)),
            "documentation": lambda: show_documentation(self.appearance.texts, self),
            "about": lambda: show_about(self.appearance.texts, self),
        }

    def show_settings(self) -> SettingsDialog:
        """Opens the settings."""
        actions = self.actions_by_name.by_label(self.appearance.texts, only_enabled=False)
        dialog = SettingsDialog(self.preferences, self.appearance.texts, actions, self)
        dialog.language_changed.connect(dialog.accept)
        dialog.language_changed.connect(self.show_settings)
        dialog.open()
        return dialog

    def clear_cache(self, kind: str) -> None:
        """Throws away what the phone has stored, and says so."""
        program = self.workbench.program if self.workbench else None
        if program:
            program.clear_cache(kind)  # type: ignore[arg-type]
            self.say(self.appearance.texts("report.cache_cleared", kind=self.appearance.texts(f"cache.{kind}")))

    def _problems_changed(self, problems: Problems) -> None:
        self.status.show_counts(problems.counts())
        self._with(lambda bench: self.npm.look(bench.facts))

    def _edit_mode(self, mode: CompileMode) -> None:
        self._with(lambda bench: edit_mode(self, self.appearance.texts, bench, mode))

    def _show_details(self, bench: Workbench) -> None:
        dialog = DetailsDialog(self.appearance.texts, bench.facts, bench.tree, self.say, self)
        dialog.sizes_asked.connect(lambda: self.panel_actions.show("audits"))
        dialog.open()

    def _notice_answered(self, key: str, answer: str) -> None:
        if key in NPM_NOTICES:
            self._with(lambda bench: self.npm.answered(bench.root, key, answer))
        elif answer == "close_project":
            self.close_project()
        elif answer == "open_anyway":
            self.open_project(Path(self.settings.settings.last_project))

    def _with(self, act: Callable[[Workbench], object]) -> None:
        if self.workbench:
            act(self.workbench)

    def _quit(self) -> None:
        self.close()

    def leave(self) -> None:
        """Closes without a question: what is not saved stays in the journal and is offered at the next start."""
        self._with(lambda bench: self._close(bench, lambda: None))
        self._close_now()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._layout.save(self, self.settings)
        if self.workbench is None or self._may_close:
            self.npm.wait()
            event.accept()
            return
        event.ignore()
        self.close_project(self._close_now)

    def _close_now(self) -> None:
        self._may_close = True
        # The answer may come from within a dialog that is a child of this window.
        QTimer.singleShot(0, self, self.close)
