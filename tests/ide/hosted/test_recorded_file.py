"""What is done on the phone, as a file that grows with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal

from ide.hosted.recorded_file import record_into
from tests.support.fake_user_tests import FakeUserTests
from tests.support.waiting import wait_until


class ShownPages(QObject):
    page_shown = Signal(object)


def begin(path: Path) -> FakeUserTests:
    program, tests = ShownPages(), FakeUserTests()
    record_into(path, cast(Any, tests), cast(Any, program))
    program.page_shown.emit(None)
    wait_until(lambda: tests.is_on, "the recording")
    return tests


def test_the_file_is_as_far_as_the_user(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "buying.py"
    tests = begin(path)
    assert path.read_text() == "def test_buying():"
    tests.add("tap")
    assert path.read_text() == "def test_buying():\ntap"


def test_a_disk_that_refuses_is_told_once(qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nowhere" / "buying.py"
    tests = begin(path)
    tests.add("tap")
    assert capsys.readouterr().err == f"handset: {path}: No such file or directory\n"
