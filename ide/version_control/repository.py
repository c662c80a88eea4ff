"""Where the repository of a folder lies, and what its HEAD is. Reads a few small files; runs nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from runtime.project.gate import Gate

_MOST_BYTES = 8 * 1024 * 1024
_HEX = re.compile(r"[0-9a-f]+")
_LENGTHS = (40, 64)


@dataclass(frozen=True, slots=True)
class Repository:
    """`git_folder` holds HEAD and index, `common_folder` objects and branches; they differ in a linked work tree."""

    work_tree: Path
    git_folder: Path
    common_folder: Path


@dataclass(frozen=True, slots=True)
class Head:
    """`branch` is empty if there is none, `commit` before the first one."""

    branch: str
    commit: str


def find_repository(folder: Path) -> Repository | None:
    """The repository that a folder lies in."""
    for above in (folder, *folder.parents):
        entry = above / ".git"
        if entry.is_dir():
            return _repository(above, entry)
        if entry.is_file():
            named = _line(Gate(above), entry, "gitdir:")
            return _repository(above, above / named) if named else None
    return None


def read_head(repository: Repository) -> Head | None:
    """HEAD as it is now; None if nobody can tell."""
    own = Gate(repository.git_folder)
    text = own.text(repository.git_folder / "HEAD", _MOST_BYTES)
    if text is None:
        return None
    name = text.strip().removeprefix("ref:").strip()
    if not text.startswith("ref:"):
        return Head("", name) if _is_commit(name) else None
    if not name.startswith("refs/") or ".." in name:
        return None
    return Head(name.removeprefix("refs/heads/"), _commit_of(repository, name))


def _repository(work_tree: Path, git_folder: Path) -> Repository | None:
    gate = Gate(git_folder)
    common = _line(gate, gate.root / "commondir", "")
    common_folder = (gate.root / common).resolve() if common else gate.root
    is_one = (gate.root / "HEAD").is_file() and (common_folder / "objects").is_dir()
    return Repository(work_tree, gate.root, common_folder) if is_one else None


def _line(gate: Gate, path: Path, beginning: str) -> str:
    text = (gate.text(path, _MOST_BYTES) or "").strip()
    return text.removeprefix(beginning).strip() if text.startswith(beginning) and "\n" not in text else ""


def _commit_of(repository: Repository, name: str) -> str:
    gate = Gate(repository.common_folder)
    text = (gate.text(gate.root / name, _MOST_BYTES) or "").strip()
    if _is_commit(text):
        return text
    for line in (gate.text(gate.root / "packed-refs", _MOST_BYTES) or "").splitlines():
        commit, _, packed = line.partition(" ")
        if packed == name and _is_commit(commit):
            return commit
    return ""


def _is_commit(text: str) -> bool:
    return len(text) in _LENGTHS and _HEX.fullmatch(text) is not None
