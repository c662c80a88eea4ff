"""Programs under test without pytest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from simulator.api.dialog_answers import DialogAnswers
from simulator.testing.app import App
from simulator.testing.mount import Mounts
from simulator.testing.programs import Programs
from simulator.testing.settings import DEADLINE_S, RunSettings, Tier

__tracebackhide__ = True


@contextmanager
def launch(
    project: str | os.PathLike[str],
    *,
    tier: Tier = "logic",
    device: str = "",
    dialogs: DialogAnswers = "ask",
    theme: Literal["light", "dark"] = "light",
    world: Mapping[str, Any] | None = None,
    data: str | os.PathLike[str] | None = None,
    deadline: float = DEADLINE_S,
) -> Iterator[App]:
    """A project's program on its entry page; it ends with the context. Raises ProgramFailure if it does not start.

    What it stores goes with it, unless `data` says in which folder to keep it; the next program there finds it. Raises
    OSError if that is none.
    """
    programs = Programs()
    settings = RunSettings(
        _folder(project), tier, device, dialogs, theme, dict(world or {}),
        data=_made(data) if data else None, deadline_s=deadline,
    )  # fmt: skip
    try:
        yield programs.app(settings)
    finally:
        programs.close()


@contextmanager
def launch_components(
    project: str | os.PathLike[str], *, tier: Tier = "logic", device: str = "", deadline: float = DEADLINE_S
) -> Iterator[Mounts]:
    """A function that mounts one component of a project at a time, as the fixture `mount` does."""
    programs = Programs()
    try:
        yield programs.mounts(RunSettings(_folder(project), tier, device, deadline_s=deadline))
    finally:
        programs.close()


def _made(folder: str | os.PathLike[str]) -> Path:
    """A folder that is there, for its user alone if it was not. Raises OSError."""
    path = _folder(folder)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def _folder(project: str | os.PathLike[str]) -> Path:
    return Path(os.path.realpath(project))
