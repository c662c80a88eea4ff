"""What the editor does: tabs, saving, changes on disk, unsaved text of an earlier run. Knows no Qt.

The text lives in the editor page. Saving asks the page for it and goes on when it has come; nothing waits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, assert_never

from ide.models.documents import Documents
from ide.models.editor_messages import (
    ApplyEdits,
    Asked,
    CloseModel,
    CommandRefused,
    CursorMoved,
    Edited,
    EditsChosen,
    FormatRefused,
    FromText,
    Front,
    Marker,
    OpenAsked,
    OpenModel,
    PageFailed,
    PageReady,
    PlaceAsked,
    RenameModel,
    Replaced,
    ReplaceText,
    RunCommand,
    SetMarkers,
    ShowDifference,
    ShowModel,
    SplitEditor,
    Text,
)
from ide.models.file_kinds import language_of
from ide.models.text_files import Refused
from ide.panels.editor.closing import Closing
from ide.panels.editor.committed import Committed
from ide.panels.editor.notices import notice_of
from ide.panels.editor.restoring import Restoring
from ide.panels.editor.saving import Saving
from ide.panels.editor.tab_actions import TabActions
from ide.panels.editor.tabs import OpenTabs
from ide.panels.editor.view import EditorView
from runtime.language.answers import FileEdits

Place = Literal["tree", "file_manager"]
FORMAT_COMMAND = "editor.action.formatDocument"


class EditorPresenter:
    """One project's editor. `active_changed` hears the path in front, or an empty string; `asked` questions about
    the language of a file, `place_asked` where the user wants to see a file besides."""

    def __init__(self, documents: Documents, view: EditorView) -> None:
        self.documents = documents
        self.selected_text = ""
        self.active_changed: Callable[[str], None] = lambda path: None
        self.asked: Callable[[Asked], None] = lambda asked: None
        self.place_asked: Callable[[str, Place], None] = lambda path, place: None
        self._view = view
        self._tabs = OpenTabs()
        self._refused: dict[str, Refused] = {}
        self._markers: dict[str, list[Marker]] = {}
        self._saving = Saving(documents, view, self._may_write, self._draw_notice)
        self.committed = Committed(view)
        self._closing = Closing(documents, view, self.save)
        self._restoring = Restoring(documents, self._tabs, view)
        self.tabs = TabActions(self, self._tabs, self._draw)
        self._stop = documents.changed.connect(lambda path: self._draw())

    @property
    def open_paths(self) -> list[str]:
        """Files in tabs, in their order."""
        return list(self._tabs.paths)

    @property
    def paths_by_use(self) -> list[str]:
        """Files in tabs, the one that was in front last first."""
        return self._tabs.by_use

    @property
    def active(self) -> str:
        """The file in front; empty if there is none."""
        return self._tabs.active

    @property
    def recent(self) -> list[str]:
        """Files that were in front, the newest first."""
        return list(self._tabs.recent)

    def detach(self) -> None:
        """The project is being closed: no more drawing."""
        self._stop()

    # -- opening and closing

    def open(
        self, path: str, line: int = 0, column: int = 1, *, focus: bool = True, end: tuple[int, int] = (0, 0),
        is_preview: bool = False,
    ) -> None:  # fmt: skip
        """Shows a file, opening it if need be; `line` 0 keeps the cursor, up to `end` is selected.

        `is_preview`: only to look at it; its tab goes to the next one that is.
        """
        refused = self._load(path)
        if refused:
            self._refused[path] = refused
        replaced = self._tabs.add(path, is_preview=is_preview)
        self._show(path, line, column, focus=focus, end=end)
        self.close_quietly(replaced)

    def edit(self, files: Sequence[FileEdits]) -> None:
        """Changes files as the user has chosen, opening them if need be; saving is the user's."""
        for file in files:
            if self._load(file.path) is None:
                self._tabs.add(file.path)
                self._view.send(ApplyEdits(file.path, file.edits))
        self._draw()

    def put(self, path: str, text: str) -> None:
        """Gives an open file another text, as one step that can be undone."""
        self._view.send(ReplaceText(path, text, is_on_disk=False))

    def activate(self, path: str) -> None:
        """The user chose a tab."""
        self._show(path, 0, 1, focus=True)

    def compare_with_commit(self, path: str) -> None:
        """Shows a file beside its text in the last commit, if that is known."""
        self.open(path)
        self.committed.compare(path)
        self._draw_notice()

    def split(self) -> None:
        """A second editor beside the first; takes it away if there is one."""
        self._view.send(SplitEditor())

    def open_beside(self, path: str) -> None:
        """Shows a file in a second editor."""
        self._view.send(SplitEditor(stays=True))
        self.open(path)

    def close(self, path: str) -> None:
        """Closes a tab; asks first if something is unsaved."""
        self.close_many([path])

    def close_many(self, paths: Sequence[str]) -> None:
        """Closes tabs; asks once about everything that is unsaved in them."""

        def close() -> None:
            # The one in front last: those beside it need not be shown in its place.
            for path in sorted(paths, key=lambda path: path == self.active):
                self.close_quietly(path)

        self._closing.ask(paths, close)

    def close_all(self, closed: Callable[[], None]) -> None:
        """Asks once about everything unsaved, then calls `closed`, which closes the files; not if the user cancels."""
        self._closing.ask(self.documents.paths, closed)

    # -- saving

    def save(self, path: str = "", then: Callable[[bool], None] = lambda ok: None) -> None:
        """Saves a file (the one in front if empty). `then` hears whether it is on disk."""
        path = path or self.active
        if path in self.documents:
            self._saving.save(path, then)
        else:
            then(path in self._refused)

    def hear(self, path: str, then: Callable[[], None]) -> None:
        """Calls `then` when the document of an open file has what was typed until now."""
        self._saving.hear(path, then)

    def save_edited(self) -> None:
        """The user pauses: saves what is unsaved, except files that were changed elsewhere, as the user must decide."""
        for path in self.documents.dirty_paths:
            if self.documents[path].conflict == "none":
                self._saving.save(path, lambda ok: None)

    def save_all(self, then: Callable[[bool], None] = lambda ok: None) -> None:
        """Saves everything unsaved, one after the other, and stops at the first that cannot be.

        What was deleted on disk stays deleted unless the user wants it: then he saves that very file.
        """
        wanted = [path for path in self.documents.dirty_paths if self._look_at_disk(path) != "deleted"]
        if wanted:
            self.save(wanted[0], lambda ok: self.save_all(then) if ok else then(False))
        else:
            self._draw_notice()
            then(True)

    def run_command(self, name: str) -> None:
        """Runs a command of the editor page on the file in front."""
        if self.active in self.documents:
            self._view.send(RunCommand(name))

    # -- from elsewhere

    def receive(self, message: FromText) -> None:
        """A message of the page."""
        match message:
            case Edited(path, version):
                self.documents.edited(path, version)
                self.tabs.keep(path)
            case Text(path, text, version, request_id):
                self.documents.text_arrived(path, text, version)
                self._saving.text_arrived(request_id)
            case Replaced(path, version):
                self.documents.loaded(path, version)
            case CursorMoved(path, line, column, selected):
                if path == self.active:
                    self.selected_text = message.text
                    self._view.show_cursor(line, column, selected)
            case Front(path):
                self._went_over(path)
            case OpenAsked(path, line, column):
                self.open(path, line, column)
            case PlaceAsked(path):
                self.place_asked(path, "tree")
            case Asked():
                self.asked(message)
            case EditsChosen(files):
                self.edit(files)
            case CommandRefused(path, name):
                key = "no_formatter" if name == FORMAT_COMMAND else "no_such_command"
                self._view.report(key, {"file": path})
            case FormatRefused(_, reason):
                self._view.report("not_formatted", {"reason": reason})
            case PageFailed(text):
                self._view.report("editor_failed", {"message": text})
            case PageReady():
                pass
            case _:
                assert_never(message)

    def files_changed(self, paths: Sequence[str]) -> None:
        """Files or folders changed on disk (relative paths; an empty sequence: look at everything)."""
        for path in self.documents.paths:
            if not paths or any(path == one or path.startswith(one + "/") for one in paths):
                self._look_at_disk(path)
        for path in [path for path in self._refused if not paths or path in paths]:
            if self.active == path:
                self._show(path, 0, 1, focus=False)
        self._draw_notice()

    def file_deleted(self, path: str) -> None:
        """The user deleted a file or folder in the tree: tabs without edits close, the others keep their text."""
        for one in [one for one in self._tabs.paths if one == path or one.startswith(f"{path}/")]:
            if one not in self.documents or not self.documents[one].is_edited:
                self.close_quietly(one)

    def file_renamed(self, old: str, new: str) -> None:
        """The tree renamed a file or a folder: tabs follow."""
        pairs = dict(self.documents.renamed(old, new))
        for before, after in pairs.items():
            self._view.send(RenameModel(before, after, language_of(after)))
        self._tabs.rename(pairs)
        self._draw()

    def set_markers(self, markers: Mapping[str, list[Marker]]) -> None:
        """The findings of the last build, by file."""
        for path in {*self._markers, *markers}:
            found = markers.get(path, [])
            if path in self.documents and found != self._markers.get(path, []):
                self._view.send(SetMarkers(path, found))
        self._markers = dict(markers)

    def offer_left_behind(self) -> None:
        """Offers unsaved text of an earlier run, if there is any."""
        self._restoring.look()
        self._draw_notice()

    def notice_answered(self, answer: str) -> None:
        """The user pressed a button of the notice."""
        if self._restoring.entries:
            if path := self._restoring.answer(restores=answer == "restore"):
                self._show(path, 0, 1, focus=True)
        elif answer == "compare":
            self._view.send(ShowDifference(self.active, self.documents.text_on_disk(self.active)))
        elif answer == "load":
            self._reload(self.active)
        elif answer == "keep":
            self.documents.keep_mine(self.active)
            self._view.send(ShowDifference(self.active, None))
        elif answer == "close":
            self.close_quietly(self.active)
        elif answer == "end_comparison":
            self.committed.end()
        elif answer == "discard_changes":
            self.committed.discard_asked(self.active)
        self._draw_notice()

    def close_quietly(self, path: str) -> None:
        """Closes a file without asking."""
        if path not in self._tabs.paths:
            return
        beside = self._tabs.remove(path)
        self._refused.pop(path, None)
        self._view.send(CloseModel(path))
        self.documents.close(path)
        if self.active == path:
            self._show(beside, 0, 1, focus=True)
        else:
            self._draw()

    def put_back(self) -> None:
        """The page has crashed and starts again: gives it every file as it was last heard of."""
        for path in self.documents.paths:
            document = self.documents[path]
            unsaved = document.text if document.is_dirty else None
            text = document.text if unsaved is None else self.documents.text_on_disk(path)
            self._view.send(OpenModel(path, text, document.language, unsaved))
            self._view.send(SetMarkers(path, self._markers.get(path, [])))
        if self.active:
            self._show(self.active, 0, 1, focus=False)
        self.committed.tell_again()
        self._saving.page_crashed()

    # -- within

    def _load(self, path: str) -> Refused | None:
        """Gives the page the text of a file, or says why it is none to edit."""
        if path in self.documents:
            return None
        contents = self.documents.open(path)
        if isinstance(contents, Refused):
            return contents
        self._refused.pop(path, None)
        self._view.send(OpenModel(path, contents.text, contents.language))
        self._view.send(SetMarkers(path, self._markers.get(path, [])))
        return None

    def _show(self, path: str, line: int, column: int, *, focus: bool, end: tuple[int, int] = (0, 0)) -> None:
        self._tabs.show(path)
        if path != self.committed.compared:
            self.committed.compared = ""
        if path in self._refused:
            refused = self._refused[path]
            self._view.show_refusal(self.documents.root / path, refused.reason, refused.detail)
        elif path:
            self._view.show_text()
            self._view.send(ShowModel(path, line, column, focus, *end))
        else:
            self._view.show_nothing()
        if path not in self.documents:
            self._view.show_cursor(0, 0, 0)
        self._draw()
        self._draw_notice()
        self.active_changed(path)

    def _went_over(self, path: str) -> None:
        if path in self._tabs.paths and path != self.active:
            self._tabs.show(path)
            self._draw()
            self._draw_notice()
            self.active_changed(path)

    def _may_write(self, path: str) -> bool:
        if self._look_at_disk(path) != "conflict":
            return True
        self._show(path, 0, 1, focus=True)
        return False

    def _look_at_disk(self, path: str) -> str:
        verdict = self.documents.look_at_disk(path)
        if verdict == "reload":
            self._reload(path)
        return verdict

    def _reload(self, path: str) -> None:
        text = self.documents.load_from_disk(path)
        if isinstance(text, str):
            self._view.send(ReplaceText(path, text))
            self._view.send(ShowDifference(path, None))

    def _draw(self) -> None:
        self._view.show_tabs(self._tabs.drawn(self.documents), self.active)

    def _draw_notice(self) -> None:
        self._view.show_notice(notice_of(self.documents, self.active, self.committed.compared, self._restoring.entries))
