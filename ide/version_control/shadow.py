"""A git folder of our own that stands for a project's: its objects and index, but none of its configuration.

git runs programs that a repository's configuration names (a file-system monitor, filters, diff drivers, hooks, a pager,
aliases) on the simplest questions. With this folder as its GIT_DIR it reads the project's files, and what
`.gitattributes` names leads nowhere. Of the configuration we read what changes how texts compare, value by value.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ide.version_control.git_program import WITHOUT_USER, GitProgram
from ide.version_control.repository import Head, Repository
from runtime.project.gate import Gate

_MOST_BYTES = 1024 * 1024
_BOOLEAN = re.compile(r"true|false")
_HARMLESS = {
    "core.autocrlf": re.compile(r"true|false|input"),
    "core.eol": re.compile(r"lf|crlf|native"),
    "core.filemode": _BOOLEAN,
    "core.ignorecase": _BOOLEAN,
    "core.symlinks": _BOOLEAN,
    "core.precomposeunicode": _BOOLEAN,
    "extensions.objectformat": re.compile(r"sha1|sha256"),
}
_FIXED = {
    "core.bare": "false", "core.fsmonitor": "false", "core.untrackedcache": "false", "core.hookspath": os.devnull,
    "core.attributesfile": os.devnull, "submodule.recurse": "false",
}  # fmt: skip


class Shadow:
    """Of one repository, in a folder that only this user can read. `close` removes it."""

    def __init__(self, git: GitProgram, repository: Repository) -> None:
        self._git = git
        self._repository = repository
        self._folder = Path(tempfile.mkdtemp(prefix="handset-git-"))
        for name in ("refs", "objects", "info"):
            (self._folder / name).mkdir()
        self._write("config", _config(self._settings()))

    def stand_at(self, head: Head) -> None:
        """From now on this is HEAD."""
        self._write("HEAD", head.commit or "ref: refs/heads/none")
        exclude = Gate(self._repository.common_folder).text(
            self._repository.common_folder / "info/exclude", _MOST_BYTES
        )
        self._write("info/exclude", exclude or "")

    def run(self, *words: str) -> bytes | None:
        """What git answers; None if it does not."""
        repository = self._repository
        settings = {
            **WITHOUT_USER,
            "GIT_DIR": str(self._folder),
            "GIT_WORK_TREE": str(repository.work_tree),
            "GIT_INDEX_FILE": str(repository.git_folder / "index"),
            "GIT_OBJECT_DIRECTORY": str(repository.common_folder / "objects"),
        }
        return self._git.run(words, self._folder, settings)

    def close(self) -> None:
        """Removes the folder."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _settings(self) -> dict[str, str]:
        """The user's, then the project's, then ours."""
        nowhere = {"GIT_DIR": str(self._folder)}
        users = _parsed(self._git.run(("config", "-z", "--list"), self._folder, nowhere))
        common = self._repository.common_folder
        config = Gate(common).read(common / "config", _MOST_BYTES) or b""
        # As text on its input: whatever it includes is not followed.
        words = ("config", "--file", "-", "--no-includes", "-z", "--list")
        projects = _parsed(self._git.run(words, self._folder, {**WITHOUT_USER, **nowhere}, config))
        ignoring = {name: value for name, value in users.items() if name == "core.excludesfile"}
        return {**_harmless(users), **_harmless(projects), **ignoring, **_FIXED}

    def _write(self, name: str, text: str) -> None:
        (self._folder / name).write_text(text + "\n", "utf-8")


def _parsed(listed: bytes | None) -> dict[str, str]:
    entries = (listed or b"").decode("utf-8", "replace").split("\0")
    return {name.lower(): value for name, _, value in (entry.partition("\n") for entry in entries) if name}


def _harmless(settings: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value.lower()
        for name, value in settings.items()
        if (allowed := _HARMLESS.get(name)) and allowed.fullmatch(value.lower())
    }


def _config(settings: Mapping[str, str]) -> str:
    lines = ["[core]", f"\trepositoryformatversion = {int('extensions.objectformat' in settings)}"]
    for name, value in settings.items():
        section, _, key = name.partition(".")
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        lines += [f"[{section}]", f'\t{key} = "{escaped}"']
    return "\n".join(lines)
