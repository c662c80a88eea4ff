"""What Search does, without Qt: looks for a query, lists what is found, replaces it and takes that back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.project_files import NoFiles, ProjectFiles, SearchEnd
from ide.models.replacing import Outcome, Refusal, Written
from ide.models.search_results import SearchResults
from ide.models.tree_rows import Path, TreeRow
from runtime.protocol.search import Found, Query

Nothing = Literal["", "begin", "no_match"]
_SPOKEN = 3
"""So many files are named in one message."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel draws. `is_bad`: the summary tells of a mistake; `nothing`: why there are no rows."""

    rows: Sequence[TreeRow]
    summary: str
    is_bad: bool
    can_replace: bool
    can_take_back: bool
    nothing: Nothing = ""


class SearchView(Protocol):
    """What the presenter asks of the widget."""

    def begin(self, text: str, *, replaces: bool) -> None:
        """The user wants to search: the keyboard goes into the field, which gets `text` if that is not empty."""

    def show_results(self, shown: Shown) -> None:
        """Draws everything."""

    def stirred(self) -> None:
        """What is shown may be something else soon."""

    def outdated(self) -> None:
        """What was found may not be so any more: search again when things have come to rest."""


class SearchPresenter(PanelPresenter[SearchView]):
    """The search of one project."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self.query = Query("")
        self.results = SearchResults()
        self._files: ProjectFiles = desk.files
        self._end: SearchEnd | None = None
        self._is_stale = False
        self._written: Sequence[Written] = ()
        self._forget = desk.files.changed.connect(lambda _: self._outdated())

    def command(self, name: str) -> None:
        """`find` or `replace`: with what is selected in the editor."""
        self._files.prepare_search()
        text = self._files.selected_text()
        self._tell(lambda view: view.begin(text, replaces=name == "replace"))

    def look_for(self, query: Query) -> None:
        """Another query."""
        self.query = query
        self.search()

    def search(self) -> None:
        """Searches now. What was found before stays until there is something else."""
        self._end, self._is_stale = None, True
        if self.query.text:
            self._files.search(self.query, self)
            self._tell(lambda view: view.stirred())
        else:
            self._files.stop_search()
            self.results.clear()
            self.refresh()

    def refresh(self) -> None:
        """Shows what is found by now."""
        end = self._end
        is_bad = end is not None and (bool(end.broken) or end.hung is not None)
        rows = self.results.rows()
        shown = Shown(rows, self.summary, is_bad, self.can_replace, bool(self._written), self._nothing(is_bad=is_bad))
        self._tell(lambda view: view.show_results(shown))

    def lines(self) -> list[str]:
        """The rows."""
        return [row.indented() for row in self.results.rows()]

    def close(self) -> None:
        """The project is closed; a panel that goes a moment later asks for nothing."""
        self._forget()
        self._files.stop_search()
        self._files = NoFiles()
        super().close()

    # -- rows

    def open(self, row: Path, *, focus: bool) -> None:
        """Shows a match in the editor; `focus` brings the keyboard there."""
        if place := self.results.place(row):
            self._files.show(place.path, place.match.range, focus=focus)

    def toggle(self, row: Path) -> None:
        """Opens or closes a file's matches."""
        self.results.toggle(row)
        self.refresh()

    def toggle_all(self) -> None:
        """Closes all files, or opens them."""
        self.results.close_all()
        self.refresh()

    def leave_out(self, row: Path) -> None:
        """Out of the list, and out of what is replaced."""
        self.results.leave_out(row)
        self.refresh()

    # -- replacing

    def replace(self, row: Path = ()) -> None:
        """Replaces everything that is listed, or what a row stands for."""
        if (row or self.can_replace) and (changes := self.results.changes(row)):
            self._files.change(changes, self._replaced)

    @property
    def can_replace(self) -> bool:
        """Whether all is found that is to be replaced."""
        is_whole = self._end is not None and not self._end.is_cut and self._end.hung is None
        return is_whole and self.query.replacement is not None and self.results.count > 0

    def take_back(self) -> None:
        """Undoes the last replacement."""
        written, self._written = self._written, ()
        self._files.take_back(written, lambda refused: self._taken_back(len(written) - len(refused), refused))
        self.refresh()

    def _replaced(self, outcome: Outcome) -> None:
        self._written = outcome.written
        self._say_done("search.replaced", len(outcome.written), outcome.refused)

    def _taken_back(self, count: int, refused: Sequence[Refusal]) -> None:
        self._say_done("search.taken_back", count, refused)

    def _say_done(self, key: str, count: int, refused: Sequence[Refusal]) -> None:
        texts = self._desk.appearance.texts
        said = texts(key, files=count)
        if refused:
            named = ", ".join(one.path for one in refused[:_SPOKEN]) + ("…" if len(refused) > _SPOKEN else "")
            said += " " + texts("search.refused", count=len(refused), files=named)
        self._desk.say(said)
        self.search()

    # -- SearchListener

    def found(self, files: Sequence[Found]) -> None:
        """Some of what is found."""
        self._begin_anew()
        self.results.add(files)
        self._tell(lambda view: view.stirred())

    def ended(self, end: SearchEnd) -> None:
        """All is found."""
        self._begin_anew()
        self._end = end
        self.refresh()

    def _begin_anew(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.results.clear()

    def _outdated(self) -> None:
        if self.is_seen and self.query.text:
            self._tell(lambda view: view.outdated())

    # -- words

    def _nothing(self, *, is_bad: bool) -> Nothing:
        if not self.query.text:
            return "begin"
        return "no_match" if self._end is not None and not self.results.count and not is_bad else ""

    @property
    def summary(self) -> str:
        """What came of it, in words."""
        texts, end = self._desk.appearance.texts, self._end
        if not self.query.text:
            return ""
        if end is None:
            return texts("search.searching")
        if end.broken:
            return texts("search.broken", detail=end.broken)
        count, files = self.results.count, self.results.file_count
        parts = [texts("search.found", count=count, files=files) if count else texts("search.nothing", files=end.files)]
        if end.hung is not None:
            parts.insert(0, texts("search.hung", file=end.hung) if end.hung else texts("search.stopped"))
        if end.is_cut:
            parts.append(texts("search.cut"))
        if end.skipped:
            kinds = ", ".join(texts(f"search.skipped_{why}", count=count) for why, count in sorted(end.skipped.items()))
            parts.append(texts("search.skipped", kinds=kinds))
        return "  ·  ".join(parts)
