"""Edits that a panel makes in the project's sources: one after the other, each on the text that is there now.

Knows no Qt. What is typed in the editor meanwhile counts; a file that no longer has what the panel has shown stays as
it is, and whoever asked hears of it. Steps can be taken back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from ide.models.project_files import FileText, ProjectFiles
from ide.models.replacing import FileChange, Outcome, Refusal, Written
from runtime.edits.change import Changes
from runtime.language.answers import TextEdit
from runtime.language.position import Lines
from simulator.search.matching import digest_of_text

Make = Callable[[str], Changes | None]
"""The changes of a text; None where it no longer has what they were meant for."""
Done = Callable[[str], None]
"""Hears why nothing was changed (`gone`, `changed`, or the reason of a `Refused`); an empty text if all went well,
`unsaved` if the edit is in the editor, beside what was not saved before."""
MOST_STEPS = 200


class SourceEdits:
    """Of one panel. The steps can be taken back in their order as long as the files are as the panel has left them."""

    def __init__(self, files: ProjectFiles) -> None:
        self._files = files
        self._waiting: deque[Callable[[], None]] = deque()
        self._is_busy = False
        self._made: deque[tuple[str, Written]] = deque(maxlen=MOST_STEPS)
        self._undone: list[tuple[str, str, str]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._made)

    def change(self, file: str, make: Make, done: Done) -> None:
        """Changes a file, when the changes before it are made."""
        self._undone.clear()
        self._enqueue(lambda: self._files.read(file, partial(self._change, file, make, done)))

    def undo(self, done: Done) -> None:
        """Takes the last step back."""

        def begin() -> None:
            if not self._made:
                self._end(done, "gone")
                return
            file, written = self._made.pop()
            # What was typed in the file until now is heard first.
            self._files.read(file, lambda now: self._take_back(file, written, now, done))

        self._enqueue(begin)

    def redo(self, done: Done) -> None:
        """Makes the step again that was taken back last."""

        def begin() -> None:
            if not self._undone:
                self._end(done, "gone")
                return
            file, before, after = self._undone.pop()
            self._files.read(file, lambda now: self._make_again(file, before, after, now, done))

        self._enqueue(begin)

    def _change(self, file: str, make: Make, done: Done, now: FileText | None) -> None:
        changes = make(now.text) if now is not None else None
        if now is None or changes is None:
            self._end(done, "gone")
            return
        lines = Lines(now.text)
        edits = tuple(TextEdit(lines.range(one.start, one.end), one.text) for one in sorted(changes))
        change = FileChange(now.path, digest_of_text(now.text), edits)
        self._files.change([change], lambda outcome: self._changed(file, outcome, done))

    def _changed(self, file: str, outcome: Outcome, done: Done) -> None:
        self._made.extend((file, written) for written in outcome.written)
        if outcome.refused or not outcome.written:
            self._end(done, outcome.refused[0].reason if outcome.refused else "gone")
        else:
            self._end(done, "" if outcome.written[0].is_saved else "unsaved")

    def _take_back(self, file: str, written: Written, now: FileText | None, done: Done) -> None:
        def taken(refused: Sequence[Refusal]) -> None:
            if not refused and now is not None:
                self._undone.append((file, written.before, now.text))
            self._end(done, refused[0].reason if refused else "")

        self._files.take_back([written], taken)

    def _make_again(self, file: str, before: str, after: str, now: FileText | None, done: Done) -> None:
        if now is None or digest_of_text(now.text) != digest_of_text(before):
            self._end(done, "changed")
            return
        lines = Lines(now.text)
        edit = TextEdit(lines.range(0, len(now.text)), after)
        change = FileChange(now.path, digest_of_text(now.text), (edit,))
        self._files.change([change], lambda outcome: self._changed(file, outcome, done))

    def _enqueue(self, begin: Callable[[], None]) -> None:
        self._waiting.append(begin)
        self._next()

    def _next(self) -> None:
        if not self._is_busy and self._waiting:
            self._is_busy = True
            self._waiting.popleft()()

    def _end(self, done: Done, reason: str) -> None:
        self._is_busy = False
        done(reason)
        self._next()
