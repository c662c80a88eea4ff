"""Makes git repositories for tests, and ones that try to run something."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a",
    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a",
}  # fmt: skip
FILES = {
    "app.js": "one\ntwo\n", "pages/a.js": "a\n", "pages/b.js": "b\n", "gone.js": "gone\n",
    ".gitignore": "*.log\ndist/\n",
}  # fmt: skip


def git(folder: Path, *words: str) -> str:
    """Runs the real git as a user does."""
    done = subprocess.run(["git", *words], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True, text=True)
    return done.stdout


def make_repository(root: Path) -> Path:
    """A repository with one commit of `FILES` on the branch `main`."""
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root


def commit(root: Path) -> None:
    """Everything as it is now."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


def make_hostile(root: Path) -> Path:
    """Lets whatever git may run for this repository leave a trace; returns the file where it would be."""
    trace = root.parent / "trace"
    program = root.parent / "evil.sh"
    program.write_text(f"#!/bin/sh\necho ran $0 $* >> {trace}\ncat\n")
    program.chmod(0o755)
    evil = str(program)
    (root.parent / "included").write_text(f"[core]\n\tfsmonitor = {evil}\n")
    settings = {
        "core.fsmonitor": evil, "core.sshCommand": evil, "core.pager": evil, "core.editor": evil, "core.askPass": evil,
        "core.gitProxy": evil, "core.alternateRefsCommand": evil, "credential.helper": f"!{evil}",
        "diff.external": evil, "diff.evil.command": evil, "diff.evil.textconv": evil, "merge.evil.driver": evil,
        "filter.evil.clean": evil, "filter.evil.smudge": evil, "filter.evil.process": evil,
        "filter.evil.required": "true",
        "alias.status": f"!{evil}", "alias.cat-file": f"!{evil}", "pager.status": evil, "gpg.program": evil,
        "include.path": str(root.parent / "included"), "core.hooksPath": str(root / "hooks"), "core.worktree": "/",
        "remote.origin.url": f"ext::{evil}", "remote.origin.promisor": "true", "extensions.partialClone": "origin",
        "submodule.recurse": "true", "status.submoduleSummary": "true", "core.attributesFile": str(root / "attributes"),
    }  # fmt: skip
    config = root / ".git" / "config"
    lines = ["[core]", "\trepositoryformatversion = 1"]
    for name, value in settings.items():
        section, _, key = name.rpartition(".")
        first, dot, second = section.partition(".")
        lines += [f'[{first} "{second}"]' if dot else f"[{section}]", f'\t{key} = "{value}"']
    config.write_text("\n".join(lines) + "\n")
    attributes = "* filter=evil diff=evil merge=evil text working-tree-encoding=UTF-16\n"
    for place in (".gitattributes", "attributes", "pages/.gitattributes", ".git/info/attributes"):
        (root / place).write_text(attributes)
    for folder in (root / "hooks", root / ".git/hooks"):
        folder.mkdir(exist_ok=True)
        for hook in ("post-index-change", "fsmonitor-watchman", "pre-commit", "post-checkout", "reference-transaction"):
            (folder / hook).write_text(program.read_text())
            (folder / hook).chmod(0o755)
    # Git looks at files again whose time is another one.
    for file in root.glob("**/*.js"):
        os.utime(file, (1, 1))
    return trace
