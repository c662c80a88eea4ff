"""While the window's modules are loaded, nothing reads their source text, and nothing collects garbage."""

from __future__ import annotations

import builtins
import gc
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from ide.shell.quick_start import start_quickly

MODULE = "handset_test_of_quick_start"


@pytest.fixture
def read_sources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[str]]:
    """The names of modules whose source text is asked for, with the import statement as Qt for Python leaves it."""
    assert QObject  # it has been imported, and so has the hook
    before, was_enabled = builtins.__import__, gc.isenabled()
    monkeypatch.setattr(builtins, "__import__", builtins.__feature_import__)  # type: ignore[attr-defined]
    asked: list[str] = []
    monkeypatch.setattr(inspect, "getsource", lambda module: asked.append(module.__name__) or "")
    (tmp_path / f"{MODULE}.py").write_text("VALUE = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield asked
    builtins.__import__ = before
    sys.modules.pop(MODULE, None)
    if was_enabled:
        gc.enable()


def import_module() -> int:
    value: int = __import__(MODULE).VALUE
    return value


def test_a_module_is_loaded_without_a_look_at_its_text(read_sources: list[str]) -> None:
    start_quickly()
    assert (import_module(), MODULE in read_sources) == (1, False)


def test_that_is_not_so_by_itself(read_sources: list[str]) -> None:
    """When this fails, Qt for Python reads no sources any more, and half of the module can go."""
    assert (import_module(), MODULE in read_sources) == (1, True)


def test_nothing_is_collected(read_sources: list[str]) -> None:
    start_quickly()
    assert not gc.isenabled()
