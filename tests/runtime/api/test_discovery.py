"""Handlers are found by walking a package."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

from runtime.api.discovery import handlers_by_module

GOOD = 'from runtime.api.handler import in_js\nHANDLERS = in_js("{name}")\n'


def walk(folder: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]) -> list[str]:
    for path, text in files.items():
        target = folder / "dialect" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (target.parent / "__init__.py").touch()
        target.write_text(text, "utf-8")
    (folder / "dialect" / "__init__.py").touch()
    monkeypatch.syspath_prepend(folder)
    try:
        by_module = handlers_by_module(import_module("dialect"))
        return [handler.name for handlers in by_module.values() for handler in handlers]
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] == "dialect"]:
            del sys.modules[name]


def test_a_new_file_is_found_without_being_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"pay/trade.py": GOOD.format(name="trade"), "ui/alert.py": GOOD.format(name="alert"), "ui/shared.py": ""}
    assert walk(tmp_path, monkeypatch, files) == ["trade", "alert"]


def test_what_is_no_handler_is_a_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="something else than handlers"):
        walk(tmp_path, monkeypatch, {"ui/alert.py": 'HANDLERS = ("alert",)\n'})
