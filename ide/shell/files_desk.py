"""`ProjectFiles` in the window: searches in a process, changes open files through the editor and others on the disk.

Lives in the window's thread; what the process says and what the disk has done is brought there.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from ide.models import signal
from ide.models.documents import Documents
from ide.models.project_files import FileText, SearchEnd, SearchListener
from ide.models.replacing import (
    FileChange,
    Outcome,
    Refusal,
    Written,
    change_on_disk,
    edited,
    take_back_on_disk,
)
from ide.models.text_files import Refused, read_text_file
from ide.panels.editor.presenter import EditorPresenter
from ide.widgets.task_queue import TaskQueue
from runtime.language.answers import FileEdits, Range
from runtime.protocol.search import Broken, Done, Found, Query, Search
from simulator.search.matching import digest_of_text
from simulator.search.process import Heard, SearchProcess, Stopped


class FilesDesk(QObject):
    """Of one open project. `ignored` names what a search leaves out, besides packages."""

    _heard = Signal()

    def __init__(self, editor: EditorPresenter, project_path: Callable[[str], str | None], parent: QObject) -> None:
        super().__init__(parent)
        self._project_path = project_path
        self.changed: signal.Signal[None] = signal.Signal()
        self.ignored: Callable[[], list[str]] = list
        self._editor = editor
        self._process = SearchProcess()
        self._inbox: deque[tuple[int, Heard]] = deque()
        self._number = 0
        self._lock = threading.Lock()
        self._listener: SearchListener | None = None
        self._tasks = TaskQueue(self)
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """The project is closed: what is being written is written, nobody hears of it."""
        self.blockSignals(True)
        self._listener = None
        self._process.close()
        self._tasks.close()

    # -- ProjectFiles

    def prepare_search(self) -> None:
        """Starts the process."""
        self._process.prepare()

    def search(self, query: Query, listener: SearchListener) -> None:
        """Searches the disk and what is unsaved in the editor."""
        self._listener = listener
        documents = self._documents
        texts = {path: documents[path].text for path in documents.dirty_paths}
        search = Search(str(documents.root), query, texts, self.ignored())
        self._number = number = self._number + 1
        self._process.search(search, lambda heard: self._hear(number, heard))

    def stop_search(self) -> None:
        """Gives up."""
        self._listener = None
        self._process.stop()

    def selected_text(self) -> str:
        """Of the file in front."""
        return self._editor.selected_text

    def show(self, path: str, range: Range, *, focus: bool) -> None:
        """Opens the file and selects the stretch."""
        start, end = range.start, range.end
        place = (end.line + 1, end.character + 1)
        self._editor.open(path, start.line + 1, start.character + 1, focus=focus, end=place)

    def read(self, file: str, done: Callable[[FileText | None], None]) -> None:
        """Open files from the editor, with what was typed until now."""
        path = self._project_path(file)
        if path is None:
            done(None)
        elif path in self._documents:
            self._editor.hear(path, lambda: done(self._text_of(path)))
        else:
            done(self._text_of(path))

    def change(self, changes: Sequence[FileChange], done: Callable[[Outcome], None]) -> None:
        """Open files at once, the others in a thread."""
        is_open = self._documents.__contains__
        made = [self._change_open(one) for one in changes if is_open(one.path)]
        others, root = [one for one in changes if not is_open(one.path)], self._documents.root

        def take(results: Sequence[Written | Refusal]) -> None:
            written = tuple(one for one in results if isinstance(one, Written))
            done(Outcome(written, tuple(one for one in results if isinstance(one, Refusal))))

        self._tasks.work(lambda: [*made, *(change_on_disk(root, one) for one in others)], take)

    def take_back(self, written: Sequence[Written], done: Callable[[Sequence[Refusal]], None]) -> None:
        """Open files at once, the others in a thread."""
        is_open = self._documents.__contains__
        made = [self._take_back_open(one) for one in written if is_open(one.path)]
        others, root = [one for one in written if not is_open(one.path)], self._documents.root

        def take(results: Sequence[Refusal | None]) -> None:
            done([one for one in results if one is not None])

        self._tasks.work(lambda: [*made, *(take_back_on_disk(root, one) for one in others)], take)

    # -- within

    def _text_of(self, path: str) -> FileText | None:
        if path in self._documents:
            return FileText(path, self._documents[path].text)
        contents = read_text_file(self._documents.root / path)
        return None if isinstance(contents, Refused) else FileText(path, contents.text)

    @property
    def _documents(self) -> Documents:
        return self._editor.documents

    def _change_open(self, change: FileChange) -> Written | Refusal:
        document = self._documents[change.path]
        if digest_of_text(document.text) != change.digest:
            return Refusal(change.path, "changed")
        self._editor.edit([FileEdits(change.path, change.edits)])
        is_clean = not document.is_dirty
        self._save_if_clean(change.path, is_clean=is_clean)
        return Written(change.path, document.text, digest_of_text(edited(document.text, change.edits)), is_clean)

    def _take_back_open(self, written: Written) -> Refusal | None:
        document = self._documents[written.path]
        if digest_of_text(document.text) != written.digest:
            is_back = document.text == written.before
            return None if is_back else Refusal(written.path, "changed")
        self._editor.put(written.path, written.before)
        self._save_if_clean(written.path, is_clean=not document.is_dirty)
        return None

    def _save_if_clean(self, path: str, *, is_clean: bool) -> None:
        # What was unsaved before is the user's to save; all else is on the disk together.
        if is_clean:
            self._editor.save(path)

    def _hear(self, number: int, heard: Heard) -> None:
        """Called in the process's thread."""
        with self._lock:
            is_first = not self._inbox
            self._inbox.append((number, heard))
        if is_first:
            self._heard.emit()

    def _take(self) -> None:
        with self._lock:
            arrived = [heard for number, heard in self._inbox if number == self._number]
            self._inbox.clear()
        listener = self._listener
        if listener is None or not arrived:
            return
        if found := [heard for heard in arrived if isinstance(heard, Found)]:
            listener.found(found)
        for heard in arrived:
            match heard:
                case Done(files, skipped, is_cut):
                    listener.ended(SearchEnd(files, skipped, is_cut))
                case Broken(detail):
                    listener.ended(SearchEnd(broken=detail))
                case Stopped(path):
                    listener.ended(SearchEnd(hung=path))
