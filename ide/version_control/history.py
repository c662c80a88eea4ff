"""`History`: what git says of one project. Slow; called in a thread, one question after the other."""

from __future__ import annotations

from pathlib import Path

from ide.models.text_files import MAX_TEXT_BYTES
from ide.version_control.git_program import GitProgram, find_git
from ide.version_control.repository import Head, Repository, find_repository, read_head
from ide.version_control.shadow import Shadow
from ide.version_control.status import ASK, Status, read_status

MOST_BYTES = 20 * 1024 * 1024


class History:
    """Of the project in `root`. Where there is no git or no repository, every answer is None. `end` may come from any
    thread, and lets none of them wait."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        path = find_git(self._root)
        self._git = GitProgram(path) if path else None
        self._shadow: Shadow | None = None
        self._repository: Repository | None = None

    @property
    def watched_folder(self) -> Path | None:
        """A folder in which something changes when HEAD or the index does."""
        return self._repository.git_folder if self._repository else None

    def status(self) -> Status | None:
        """What differs now."""
        head = self._stand_at_head()
        if head is None or self._shadow is None:
            return None
        answer = self._shadow.run(*ASK, "--", self._prefix or ".")
        return None if answer is None else read_status(head, answer, self._prefix)

    def committed(self, path: str) -> bytes | None:
        """The content of a file in the last commit; None if it has none or is too large."""
        head = self._stand_at_head()
        if head is None or self._shadow is None or not head.commit:
            return None
        name = f"{head.commit}:{self._prefix}/{path}" if self._prefix else f"{head.commit}:{path}"
        size = self._shadow.run("cat-file", "-s", name)
        if size is None or int(size) > MOST_BYTES:
            return None
        return self._shadow.run("cat-file", "blob", name)

    def end(self) -> None:
        """No answer is wanted any more."""
        if self._git:
            self._git.end()

    def close(self) -> None:
        """Removes what stands for the repository."""
        if self._shadow:
            self._shadow.close()
            self._shadow = None

    @property
    def _prefix(self) -> str:
        """The project's folder in the work tree."""
        if self._repository is None:
            return ""
        prefix = self._root.relative_to(self._repository.work_tree).as_posix()
        return "" if prefix == "." else prefix

    def _stand_at_head(self) -> Head | None:
        repository = find_repository(self._root)
        if repository != self._repository:
            self.close()
            self._repository = repository
        if repository is None or self._git is None:
            return None
        if self._shadow is None:
            self._shadow = Shadow(self._git, repository)
        head = read_head(repository)
        if head:
            self._shadow.stand_at(head)
        return head


def as_text(data: bytes | None) -> str | None:
    """A committed text as the editor shows it; None if it is none."""
    if data is None or len(data) > MAX_TEXT_BYTES or b"\0" in data[:8192]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
