"""The official SDK of cloud functions, unmodified, in a function that uses all of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from runtime.protocol.cloud import Begin
from simulator.cloud.desk import CloudDesk
from tests.support.npm_packages import install

pytestmark = pytest.mark.npm

HERE = Path(__file__).parent
FOLDER = HERE.parent / ".npm" / "cloud-clients"


def test_a_function_does_all_that_it_does_in_the_cloud(tmp_path: Path) -> None:
    install(HERE / "packages.json", FOLDER)
    functions = tmp_path / "functions"
    shutil.copytree(HERE / "function", functions / "f")
    shutil.copytree(FOLDER / "node_modules", functions / "f" / "node_modules", symlinks=True)
    (functions / "other").mkdir()
    (functions / "other" / "index.js").write_text("exports.main = (event) => ({ got: event.a })", "utf-8")
    lines: list[tuple[str, str, str]] = []
    desk = CloudDesk(Begin(str(tmp_path / "cloud"), str(functions), is_trusted=True), lambda *line: lines.append(line))
    try:
        answer = desk.service.ask("WxCloud.callFunction", {"name": "f"}, "me")
    finally:
        desk.close()
    assert answer["result"] == [
        [["apple", 7, 113]], 1, 1, 1, 3, 3, [{"t": 19, "_id": None}], [5, [1, 2], True], 9, 1, "gone", {"got": 5},
        "cloud://desk.6465-desk/a.txt", 0, "text", 0, "me",
    ]  # fmt: skip
    assert lines == []
