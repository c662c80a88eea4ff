"""What Sources does, without Qt: lists the loaded files by origin, shows one, searches all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ide.models.console.lines import Span
from ide.models.console.quantities import size
from ide.models.loaded_files import MOST_HITS, ORIGINS, Hit, LoadedFile, hits
from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.tree_rows import Path, TreeRow


@dataclass(frozen=True, slots=True)
class ShownText:
    """The text at the right. `line`: where to look, from 1; 0 keeps the place. `facts`: what it is, in words."""

    text: str
    facts: str
    line: int
    has_loaded: bool
    is_loaded: bool
    is_pretty: bool
    can_open: bool
    is_skipped: bool


class SourcesView(Protocol):
    """What the presenter asks of the panel."""

    def show_rows(self, rows: Sequence[TreeRow], summary: str) -> None:
        """Draws the tree, of files or of what was found."""

    def show_text(self, shown: ShownText | None) -> None:
        """Draws a file, or nothing."""

    def stirred(self) -> None:
        """What is shown may be something else soon."""


class SourcesPresenter(PanelPresenter[SourcesView]):
    """The loaded files of one project."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self._sources = desk.target.sources
        self._files: Sequence[LoadedFile] = ()
        self._hits: list[Hit] = []
        self._is_cut = False
        self._needle = ""
        self._toggled: set[str] = {"npm", "library"}
        self._chosen: LoadedFile | None = None
        self._line = 0
        self._loaded = False
        self._pretty: str | None = None
        self._forget = desk.problems.changed.connect(lambda _problems: self._built())

    def refresh(self) -> None:
        """Asks for the files anew, if somebody looks."""
        if self.is_seen:
            self._sources.files(self._take)

    def search(self, needle: str) -> None:
        """Looks for a text in all files; an empty one lists the files again."""
        self._needle = needle
        self._look()

    def toggle(self, row: Path) -> None:
        """Opens or closes an origin, or the hits of a file."""
        self._toggled ^= {row[-1]}
        self._show_rows()

    def choose(self, row: Path) -> None:
        """Shows a file, or a line of one."""
        if row and row[0] == "hit":
            hit = self._hits[int(row[-1])]
            self._show(hit.file, hit.line)
        elif len(row) == 2:
            self._show(next((file for file in self._files if (file.origin, file.path) == row), None), 0)

    def show_loaded(self, *, is_on: bool) -> None:
        """What was made of the file, or its source."""
        self._loaded, self._pretty, self._line = is_on, None, 0
        self._show_text()

    def show_pretty(self, *, is_on: bool) -> None:
        """Laid out on many lines, or as it is."""
        self._line = 0
        self._pretty = None
        if is_on and self._chosen is not None:
            chosen, text = self._chosen, self._text(self._chosen)
            self._sources.pretty(text, lambda laid_out: self._laid_out(chosen, laid_out))
        else:
            self._show_text()

    def skip(self, *, is_on: bool) -> None:
        """Steps pass the file by from now on, or stop in it again."""
        if self._chosen is not None:
            self._desk.debugging.skip(self._chosen.path, is_on=is_on)
            self._show_rows()
            self._show_text()

    def open(self) -> None:
        """Shows the file in the editor."""
        if self._chosen is not None and self._chosen.is_in_project:
            self._desk.open_source(self._chosen.path, max(self._line, 1), 1)

    def lines(self) -> list[str]:
        """Origin and path of each file."""
        return [f"{file.origin}: {file.path}" for file in self._files]

    def close(self) -> None:
        """The project is closed."""
        self._forget()
        super().close()

    # -- within

    def _built(self) -> None:
        if self.is_seen:
            self._tell(lambda view: view.stirred())

    def _take(self, files: Sequence[LoadedFile]) -> None:
        self._files = files
        chosen = self._chosen
        if chosen is not None:
            self._chosen = next((one for one in files if (one.origin, one.path) == (chosen.origin, chosen.path)), None)
            if self._chosen != chosen:
                self._pretty, self._line = None, 0
                self._show_text()
        self._look()

    def _look(self) -> None:
        self._hits, self._is_cut = hits(self._files, self._needle) if self._needle else ([], False)
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self._hit_rows() if self._needle else self._file_rows()
        self._tell(lambda view: view.show_rows(rows, self.summary))

    @property
    def summary(self) -> str:
        """How many files there are, or what was found."""
        texts = self._desk.appearance.texts
        if not self._needle:
            return texts("sources.count", count=len(self._files))
        if self._is_cut:
            return texts("sources.cut", count=MOST_HITS)
        files = len({hit.file.path for hit in self._hits})
        return texts("sources.found", count=len(self._hits), files=files)

    def _file_rows(self) -> list[TreeRow]:
        texts, rows = self._desk.appearance.texts, []
        for origin in ORIGINS:
            own = [file for file in self._files if file.origin == origin]
            if own:
                title = (Span(texts(f"sources.{origin}")), Span(f"  {len(own)}", "number"))
                is_open = origin not in self._toggled
                rows.append(TreeRow((origin,), title, is_open))
                rows += [TreeRow((origin, one.path), self._row(one), depth=1) for one in own if is_open]
        return rows

    def _hit_rows(self) -> list[TreeRow]:
        rows: list[TreeRow] = []
        last = ""
        for number, hit in enumerate(self._hits):
            if hit.file.path != last:
                last = hit.file.path
                rows.append(TreeRow(("file", last), (Span(last, "link"),), last not in self._toggled))
            if last not in self._toggled:
                words = (Span(f"{hit.line}  ", "dim"), Span(hit.text))
                rows.append(TreeRow(("hit", last, str(number)), words, depth=1))
        return rows

    def _show(self, file: LoadedFile | None, line: int) -> None:
        self._chosen, self._line, self._pretty = file, line, None
        # Lines of what was found are those of the source.
        self._loaded = self._loaded and not line
        self._show_text()

    def _laid_out(self, file: LoadedFile, text: str | None) -> None:
        if file is not self._chosen:
            return
        self._pretty = text
        if text is None:
            self._desk.say(self._desk.appearance.texts("sources.not_pretty"))
        self._show_text()

    def _text(self, file: LoadedFile) -> str:
        return file.loaded if self._loaded and file.loaded else file.source

    def _show_text(self) -> None:
        file = self._chosen
        if file is None:
            self._tell(lambda view: view.show_text(None))
            return
        text, texts = self._text(file), self._desk.appearance.texts
        facts = f"{file.path}  ·  {texts(f'sources.{file.origin}')}  ·  {size(len(text.encode()))}"
        is_loaded, is_pretty = self._loaded and bool(file.loaded), self._pretty is not None
        shown = ShownText(
            self._pretty or text, facts, self._line, bool(file.loaded), is_loaded, is_pretty, file.is_in_project,
            self._desk.debugging.is_skipped(file.path),
        )  # fmt: skip
        self._tell(lambda view: view.show_text(shown))

    def _row(self, file: LoadedFile) -> tuple[Span, ...]:
        folder, slash, name = file.path.rpartition("/")
        if not self._desk.debugging.is_skipped(file.path):
            return (Span(folder + slash, "dim"), Span(name))
        return (Span(file.path, "dim"), Span("  " + self._desk.appearance.texts("sources.skipped"), "warn"))
