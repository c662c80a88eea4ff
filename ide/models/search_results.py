"""What a search has found: by file, without what the user has left out, as rows of a tree and as changes of files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ide.models.console.lines import Span
from ide.models.replacing import FileChange
from ide.models.tree_rows import Path, TreeRow
from runtime.language.answers import TextEdit
from runtime.protocol.search import Found, Match

_LONGEST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Place:
    """One match and the file it is in."""

    path: str
    match: Match


class SearchResults:
    """The one owner of the list. A row's path is that of the file, followed by the number of the match for a match."""

    def __init__(self) -> None:
        self._files: dict[str, Found] = {}
        self._matches: dict[str, dict[str, Match]] = {}
        self._closed: set[str] = set()

    @property
    def count(self) -> int:
        """How many matches there are."""
        return sum(len(matches) for matches in self._matches.values())

    @property
    def file_count(self) -> int:
        """In how many files."""
        return len(self._matches)

    def clear(self) -> None:
        """Another search begins."""
        self._files.clear()
        self._matches.clear()

    def add(self, found: Iterable[Found]) -> None:
        """Files with matches, in order of their paths."""
        for file in found:
            self._files[file.path] = file
            self._matches[file.path] = {str(number): match for number, match in enumerate(file.matches)}

    def toggle(self, row: Path) -> None:
        """Opens or closes a file's matches."""
        self._closed ^= {row[0]}

    def close_all(self) -> None:
        """Shows the files alone; opens them all if they are closed."""
        is_closed = self._closed >= set(self._matches)
        self._closed = set() if is_closed else set(self._matches)

    def leave_out(self, row: Path) -> None:
        """Takes a match, or all of a file, out of the list and out of what is replaced."""
        matches = self._matches.get(row[0], {})
        if len(row) > 1:
            matches.pop(row[1], None)
        if len(row) == 1 or not matches:
            self._matches.pop(row[0], None)

    def place(self, row: Path) -> Place | None:
        """What a row stands for; a file stands for its first match."""
        matches = self._matches.get(row[0], {})
        match = matches.get(row[1]) if len(row) > 1 else next(iter(matches.values()), None)
        return Place(row[0], match) if match else None

    def changes(self, row: Path = ()) -> list[FileChange]:
        """The replacement of everything, or of what a row stands for."""
        made = []
        for path in [row[0]] if row else list(self._matches):
            numbered = self._matches.get(path, {})
            matches = [match for number, match in numbered.items() if len(row) < 2 or number == row[1]]
            edits = tuple(TextEdit(one.range, one.replacement) for one in matches if one.replacement is not None)
            if edits:
                made.append(FileChange(path, self._files[path].digest, edits))
        return made

    def rows(self) -> list[TreeRow]:
        """Files and the matches below those that are open."""
        rows = []
        for path, matches in self._matches.items():
            is_open = path not in self._closed
            rows.append(TreeRow((path,), _file_spans(path, len(matches)), is_open=is_open, is_removable=True))
            if is_open:
                rows += [_match_row(path, number, match) for number, match in matches.items()]
        return rows


def _match_row(path: str, number: str, match: Match) -> TreeRow:
    return TreeRow((path, number), lambda: _match_spans(match), depth=1, is_removable=True)


def _file_spans(path: str, count: int) -> tuple[Span, ...]:
    folder, slash, name = path.rpartition("/")
    return Span(name), Span(f"  {folder}" if slash else "", "dim"), Span(f"   {count}", "number")


def _match_spans(match: Match) -> tuple[Span, ...]:
    line = f"{match.range.start.line + 1:>4}  "
    if match.replacement is None:
        return Span(line, "dim"), Span(match.before), Span(match.text, mark="found"), Span(match.after)
    new = match.replacement[:_LONGEST_SHOWN]
    return (
        Span(line, "dim"), Span(match.before), Span(match.text, mark="removed"), Span(new, mark="added"),
        Span(match.after),
    )  # fmt: skip
