"""One open project in the window: its models, its panels' presenters and its running program, tied together.

The window makes a workbench when a project opens and closes it when it closes. All on the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from ide.models.appearance import Appearance
from ide.models.debug_session import DebugSession
from ide.models.documents import Documents
from ide.models.file_tree import FileTree
from ide.models.journal import Journal
from ide.models.panel_presenter import PanelDesk
from ide.models.problems import Problems
from ide.models.program_control import ProgramControl, ProgramState, ReloadVerdict
from ide.models.project_facts import ProjectFacts, facts_of
from ide.models.question import Notice
from ide.models.settings import SettingsFile
from ide.panels.editor.panel import EditorPanel
from ide.panels.editor.presenter import Place
from ide.panels.project_tree.panel import ProjectTreePanel
from ide.panels.project_tree.presenter import CreateKind
from ide.shell.debug_desk import DebugDesk
from ide.shell.debugger_area import DebuggerArea
from ide.shell.files_desk import FilesDesk
from ide.shell.git_desk import GitDesk
from ide.shell.language_desk import LanguageDesk
from ide.shell.live_findings import LiveFindings
from ide.shell.modes_desk import ModesDesk, ModesView
from ide.shell.move_desk import MoveDesk
from ide.shell.notices import Notices
from ide.shell.open_phone import OpenPhone
from ide.shell.phone_row import PhoneRow
from ide.shell.phones_desk import PhonesDesk
from ide.shell.preferences import Preferences
from ide.shell.status_bar import StatusBar
from ide.widgets import question_box
from runtime.diagnostics import Diagnostic
from runtime.project.model import Project
from runtime.project.paths import join as join_names
from simulator.build.project_build import ProjectBuild

if TYPE_CHECKING:
    from runtime.compiler.wxml.syntax import Document

OpenProgram = Callable[[ProjectBuild, str], ProgramControl]
"""Makes a program of a project, with the data of a user; nothing runs before `launch`."""

SETTLE_MS = 30
"""Changes from outside come in crowds (a checkout, an install); the tree takes them together."""

JOURNAL_FOLDER = "journal"
BUILDS_FOLDER = "builds"


@dataclass(frozen=True, slots=True)
class Panels:
    """The panels that show the open project."""

    phones: PhoneRow
    tree: ProjectTreePanel
    editor: EditorPanel
    debugger: DebuggerArea


class WorkbenchWindow(ModesView, Protocol):
    """What a workbench asks of the window around it. `notices` are messages that stay."""

    preferences: Preferences
    notices: Notices
    status: StatusBar

    def show_verdict(self, verdict: str, reason: str, duration_ms: float) -> None:
        """What the last change did."""

    def own_files_refused(self, why: str) -> None:
        """The disk takes none of Handset's own files."""

    def state_changed(self, state: ProgramState) -> None:
        """The program on the active phone started, crashed, hangs…"""


class Workbench(QObject):
    """Listens to the program on the active phone (`ProgramListener`) and to the disk, and tells the panels."""

    def __init__(
        self,
        root: Path,
        panels: Panels,
        problems: Problems,
        appearance: Appearance,
        settings: SettingsFile,
        window: WorkbenchWindow,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.root = root
        self.facts = ProjectFacts(root)
        self.problems = problems
        self.phones: PhonesDesk | None = None
        self.debugging: DebugDesk | None = None
        self._stop_hearing: Callable[[], None] = lambda: None
        self.modes = ModesDesk(root, settings, appearance, window, self.compile)
        self.tree = FileTree(root)
        journal = Journal(settings.folder / JOURNAL_FOLDER, root)
        journal.refused.connect(window.own_files_refused)
        self.documents = Documents(root, journal)
        self._panels = panels
        self._appearance = appearance
        self._settings = settings
        self._window = window
        self._is_gone = False
        self.editor = panels.editor.edit(self.documents)
        self.tree_presenter = panels.tree.show_project(self.tree)
        self.files = FilesDesk(self.editor, self._project_path, self)
        self.git = GitDesk(root, self.editor, panels.editor, self)
        self.git.status_changed.connect(panels.tree.show_status)
        self.git.status_changed.connect(window.status.show_branch)
        self.files.ignored = lambda: self.git.status.ignored if self.git.status else []
        self.git.reported.connect(lambda key, detail: window.say(appearance.texts(f"report.{key}", detail=detail)))
        self._language = LanguageDesk(self)
        self._language.answered.connect(panels.editor.send)
        self._moves = MoveDesk(self._language, panels.editor, self)
        self._unsaved = Problems()
        self._live = LiveFindings(self)
        self._live.found.connect(self._found_in_unsaved)
        self._connect()
        self._pending: set[str] = set()
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._take_changes)
        kept = settings.cache_folder / BUILDS_FOLDER if settings.cache_folder else None
        self._build = ProjectBuild(root, shows_page_first=True, cache_folder=kept, parent=self)
        self._build.changed.connect(self._disk_changed)
        self._build.root_gone.connect(self._root_gone)
        self._build.progressed.connect(panels.phones.show_progress)
        error = self._build.watch_error
        if error:
            window.notices.say(Notice("not_watched", ("ok",), {"detail": error.strerror or str(error)}))

    @property
    def program(self) -> ProgramControl | None:
        """What runs on the active phone."""
        return self.phones.active.program if self.phones and self.phones.active else None

    def run(self, open_program: OpenProgram) -> None:
        """Makes the program and shows its phone; `launch` starts it."""
        self.phones = PhonesDesk(
            self.root, lambda user: open_program(self._build, user), self._desk_of, self._panels.phones,
            self._panels.debugger, self._window.preferences, self._settings, self,
        )  # fmt: skip
        self.phones.script_asked = self._open_page_script
        self.phones.activated.connect(self._phone_activated)
        self.phones.open()

    def add_phone(self) -> None:
        """Another phone beside those that are there; its program starts in the current compile mode."""
        if self.phones and self.phones.has_room:
            self.phones.open()
            self.launch()

    def reopen_phones(self) -> None:
        """Those that stood beside the first one the last time."""
        first = self.phones.active if self.phones else None
        for _more in range(1, self._settings.project_state(self.root).phones):
            if not self.phones or not self.phones.has_room:
                break
            self.add_phone()
        if self.phones and first:
            self.phones.activate(first)

    def close_phone(self) -> None:
        """The active phone goes, unless it is the only one."""
        if self.phones and self.phones.active:
            self.phones.close_phone(self.phones.active)

    def launch(self) -> None:
        """Starts the program in the current compile mode."""
        if self.program:
            mode = self.modes.current
            self.program.launch(mode.page, mode.query, mode.arrival)

    def compile(self) -> None:
        """Saves everything and starts the program again."""
        self.editor.save_all(lambda saved: self.launch())

    def begin_create(self, kind: CreateKind) -> None:
        """Something new in the folder that is marked in the tree, to be named there."""
        self._panels.tree.begin_create(kind)

    def show_new(self, path: str) -> None:
        """Something that the last commit does not have: a file in the editor, a folder in the tree."""
        if self.tree.is_folder(path):
            self._show_place(path, "tree")
        else:
            self.editor.open(path)

    def open_source(self, file: str, line: int, column: int) -> None:
        """Shows a place of the program in the editor. The program may have named the file: no name leads outside."""
        path = self._project_path(file)
        if path is not None:
            self.editor.open(path, line, max(column, 1))

    def restore(self) -> None:
        """Opens what was open the last time, and offers what a crash left behind."""
        state = self._settings.project_state(self.root)
        for path in state.open_files:
            if (self.root / path).is_file():
                self.editor.open(path, focus=False)
        for path in state.pinned_files:
            self.editor.tabs.pin(path, is_pinned=True)
        if state.active_file in self.editor.open_paths:
            self.editor.open(state.active_file, focus=False)
        self._panels.tree.expand(state.expanded_folders)
        self.editor.offer_left_behind()

    def remember(self) -> None:
        """Notes what is open for the next start."""
        self._settings.update_project(
            self.root,
            open_files=self.editor.open_paths,
            pinned_files=self.editor.tabs.pinned,
            active_file=self.editor.active,
            expanded_folders=self._panels.tree.expanded_folders(),
        )

    def close(self) -> None:
        """Ends the program and the watching; the panels become empty."""
        self.remember()
        self.editor.active_changed = lambda path: None
        self._settle.stop()
        self._stop_telling()
        self._language.close()
        self._live.close()
        self.files.close()
        self.git.close()
        self._stop_hearing()
        if self.debugging:
            self.debugging.close()
        if self.phones:
            self.phones.close()
        self._build.close()
        self._panels.editor.close_project()
        self._panels.tree.close_project()
        self.problems.replace(())

    # -- ProgramListener

    def page_shown(self, path: str, query: str, scene: int) -> None:
        """Its phone shows that."""

    def reloaded(self, verdict: ReloadVerdict, reason: str, duration_ms: float) -> None:
        """A change was taken up."""
        self._window.show_verdict(verdict, reason, duration_ms)

    def project_read(self, project: Project, templates: Mapping[str, Document]) -> None:
        """What the configuration files say, and the parsed templates, after each build."""
        self.facts = facts_of(project)
        self.tree_presenter.source_root = self.facts.source_root
        self._language.take(project, templates)

    def diagnostics_changed(self, diagnostics: Sequence[Diagnostic]) -> None:
        """The findings of a build."""
        self.problems.replace(diagnostics)
        self._live.take(self._build.result)
        if not self._live.is_needed:
            self._found_in_unsaved(diagnostics)

    def state_changed(self, state: ProgramState, detail: str) -> None:
        """The program started, crashed, hangs…"""
        self._window.state_changed(state)

    def source_asked(self, file: str, line: int, column: int) -> None:
        """Its phone leads there."""

    # -- within

    def show_markers(self) -> None:
        """Puts the findings into the editor, in the present language."""
        self._language.speak(self._appearance.texts.language)
        markers = self._unsaved.markers(self._appearance.texts.language)
        self.editor.set_markers({self.facts.project_path(file): found for file, found in markers.items()})

    def _project_path(self, file: str) -> str | None:
        inside = join_names("", file)
        return self.facts.project_path(inside) if inside is not None else None

    def _connect(self) -> None:
        self.tree_presenter.open_asked = lambda path, focus: self.editor.open(path, focus=focus, is_preview=not focus)
        self.tree_presenter.renamed = self._file_renamed
        self.tree_presenter.deleted = self.editor.file_deleted
        self.editor.active_changed = self._active_changed
        self.editor.asked = self._language.ask
        self.editor.place_asked = self._show_place
        self.tree_presenter.compare_asked = self.git.compare
        self.tree_presenter.discard_asked = self.git.discard
        self._stop_telling = self.documents.changed.connect(self._document_changed)
        self.documents.saved.connect(self._saved)

    def _desk_of(self, program: ProgramControl, session: DebugSession) -> PanelDesk:
        window, appearance = self._window, self._appearance
        return PanelDesk(
            program.debug, session, self.problems, appearance, self.open_source, window.say, self.files,
            lambda *asked: question_box.ask(self._panels.debugger.window(), appearance.texts, *asked),
        )  # fmt: skip

    def _phone_activated(self, phone: OpenPhone) -> None:
        self._stop_hearing()
        if self.debugging:
            self.debugging.close()
        debug = phone.program.debug
        self._language.shown_width = lambda: debug.devices.width
        self.debugging = DebugDesk(phone.session, debug.debugger, self._panels.editor, self._appearance)
        self._stop_hearing = phone.program.add_listener(self)

    def _active_changed(self, path: str) -> None:
        self._panels.tree.select(path)
        self.remember()

    def _show_place(self, path: str, place: Place) -> None:
        if place == "tree":
            self._panels.tree.select(path)
            self._panels.tree.tree.setFocus()
        else:
            self._panels.tree.reveal(path)

    def _file_renamed(self, old: str, new: str) -> None:
        self._moves.moved(old, new)
        self.editor.file_renamed(old, new)
        if self.debugging:
            self.debugging.session.file_renamed(old, new)

    def _saved(self, path: Path) -> None:
        if self.program:
            self.program.save_hint(path)

    def _open_page_script(self, page: str) -> None:
        script = self.facts.script_of(page)
        if script:
            self.editor.open(script)
        else:
            self._window.say(self._appearance.texts("report.no_page_file"))

    def _disk_changed(self, paths: frozenset[str]) -> None:
        self._pending |= paths
        self._settle.start()

    def _take_changes(self) -> None:
        paths, self._pending = frozenset(self._pending), set()
        if not self.root.is_dir():
            return
        if self._is_gone:
            self._is_gone = False
            self._window.notices.drop("project_gone")
            self.tree_presenter.look_again()
        self.tree_presenter.files_changed(paths)
        self.editor.files_changed(sorted(paths))
        self.files.changed.emit(None)
        self.git.refresh()

    def _document_changed(self, path: str) -> None:
        is_open = path in self.documents
        if is_open:
            self._language.edit(path, self.documents[path].text)
        else:
            self._language.close_file(path)
        if is_open and self.documents[path].is_dirty:
            self._live.edit(path, self.documents[path].text)
        else:
            self._live.forget(path)

    def _found_in_unsaved(self, diagnostics: Sequence[Diagnostic]) -> None:
        """The findings with the texts as the user has them."""
        self._language.take_findings(diagnostics)
        self._unsaved.replace(diagnostics)
        self.show_markers()

    def _root_gone(self) -> None:
        if not self._is_gone:
            self._is_gone = True
            self.editor.files_changed(())
            self._window.notices.say(Notice("project_gone", ("close_project", "ok"), {"folder": str(self.root)}))
