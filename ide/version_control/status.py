"""Which files of a project differ from the last commit, as git's `status --porcelain=v2 -z` says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ide.models.file_tree import is_inside, parent_of
from ide.version_control.repository import Head

Mark = Literal["modified", "added", "untracked", "deleted", "conflict", "ignored"]
ASK = (
    "status", "--porcelain=v2", "-z", "--untracked-files=normal", "--ignored=matching", "--ignore-submodules=all",
    "--no-renames",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Status:
    """`marks` are of files by path in the project, and of folders of which all is untracked or ignored."""

    head: Head
    marks: Mapping[str, Mark] = field(default_factory=dict)
    changed_folders: frozenset[str] = frozenset()

    @property
    def changed(self) -> list[tuple[str, Mark]]:
        """Everything that differs, in order of the paths."""
        return sorted((path, mark) for path, mark in self.marks.items() if mark != "ignored")

    @property
    def ignored(self) -> list[str]:
        """Files and folders that are never committed."""
        return [path for path, mark in self.marks.items() if mark == "ignored"]

    def mark_of(self, path: str) -> Mark | None:
        """Its own, or that of a folder above."""
        while path:
            if mark := self.marks.get(path):
                return mark
            path = parent_of(path)
        return None

    def has_changes(self, folder: str) -> bool:
        """Whether something in a folder differs."""
        return folder in self.changed_folders


def read_status(head: Head, answer: bytes, prefix: str) -> Status:
    """`prefix` is the project's folder in the work tree; what lies beside it is left out."""
    marks: dict[str, Mark] = {}
    for path, mark in _entries(answer):
        if is_inside(path, prefix):
            path = path[len(prefix) + 1 :] if prefix else path
            is_back = mark == "untracked" and marks.get(path) == "deleted"
            marks[path] = "modified" if is_back else mark
    folders = {above for path, mark in marks.items() if mark != "ignored" for above in _above(path)}
    return Status(head, marks, frozenset(folders))


def _entries(answer: bytes) -> Iterator[tuple[str, Mark]]:
    for raw in answer.split(b"\0"):
        try:
            line = raw.decode()
        except UnicodeDecodeError:
            continue
        kind = line[:1]
        if kind == "?":
            yield line[2:].rstrip("/"), "untracked"
        elif kind == "!":
            yield line[2:].rstrip("/"), "ignored"
        elif kind == "1" and line.count(" ") >= 8:
            yield line.split(" ", 8)[8], _mark(line[2:4])
        elif kind == "u" and line.count(" ") >= 10:
            yield line.split(" ", 10)[10], "conflict"


def _mark(states: str) -> Mark:
    """The first letter is the index against HEAD, the second the file against the index."""
    if "D" in states:
        return "deleted"
    return "added" if states[0] == "A" else "modified"


def _above(path: str) -> Iterator[str]:
    while path := parent_of(path):
        yield path
