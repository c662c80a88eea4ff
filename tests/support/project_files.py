"""Files of a project without a window: searches in this process at once, or when a test lets it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ide.models.project_files import FileText, SearchEnd, SearchListener
from ide.models.replacing import FileChange, Outcome, Refusal, Written, change_on_disk, take_back_on_disk
from ide.models.signal import Signal
from ide.models.text_files import Refused, read_text_file
from runtime.language.answers import Range
from runtime.protocol.search import Broken, Done, Found, Query, Search
from simulator.search.run import run


class FakeProjectFiles:
    """Implements `ide.models.project_files.ProjectFiles`. While `holds` is set, searches wait in `held`."""

    def __init__(self, root: Path) -> None:
        self.changed: Signal[None] = Signal()
        self.root = root
        self.selected = ""
        self.shown: list[tuple[str, Range, bool]] = []
        self.searches: list[Query] = []
        self.holds = False
        self.held: list[Callable[[], None]] = []

    def prepare_search(self) -> None:
        pass

    def search(self, query: Query, listener: SearchListener) -> None:
        self.searches.append(query)
        self.held = [lambda: self._search(query, listener)]
        if not self.holds:
            self.held.pop()()

    def stop_search(self) -> None:
        self.held = []

    def selected_text(self) -> str:
        return self.selected

    def show(self, path: str, range: Range, *, focus: bool) -> None:
        self.shown.append((path, range, focus))

    def read(self, file: str, done: Callable[[FileText | None], None]) -> None:
        contents = read_text_file(self.root / file)
        done(None if isinstance(contents, Refused) else FileText(file, contents.text))

    def change(self, changes: Sequence[FileChange], done: Callable[[Outcome], None]) -> None:
        results = [change_on_disk(self.root, change) for change in changes]
        written = tuple(one for one in results if isinstance(one, Written))
        done(Outcome(written, tuple(one for one in results if isinstance(one, Refusal))))

    def take_back(self, written: Sequence[Written], done: Callable[[Sequence[Refusal]], None]) -> None:
        results = [take_back_on_disk(self.root, one) for one in written]
        done([one for one in results if one is not None])

    def _search(self, query: Query, listener: SearchListener) -> None:
        for message in run(Search(str(self.root), query, {})):
            match message:
                case Found():
                    listener.found([message])
                case Broken(detail):
                    listener.ended(SearchEnd(broken=detail))
                case Done(files, skipped, is_cut):
                    listener.ended(SearchEnd(files, skipped, is_cut))
