"""`handset auto` and `handset-cli`: started as clients start them, driven over their port, closed again."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from websockets.sync.client import connect

from runtime.systems.process_groups import WITHOUT_CONSOLE
from simulator.cli import handset_cli
from simulator.cli.main import main
from simulator.data.automation_record import AutomationRecord
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser
FILES = {
    "app.json": '{"pages": ["pages/a/a"]}',
    "project.config.json": "{}",
    "pages/a/a.wxml": "<view>{{n}}</view>",
    "pages/a/a.js": "Page({ data: { n: 1 } })",
}


@pytest.fixture
def free_port() -> int:
    """Nobody listens there now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def cli(*words: str, given: bytes = b"y") -> subprocess.CompletedProcess[bytes]:
    """As minium runs it: through pipes, with an answer on the standard input."""
    start = "import sys; from simulator.cli.handset_cli import main; sys.exit(main())"
    command = [sys.executable, "-c", start, *words]
    return subprocess.run(
        command, input=given, capture_output=True, timeout=120, env=dict(os.environ), creationflags=WITHOUT_CONSOLE
    )


def ask(client: Any, method: str, **params: Any) -> Any:
    client.send(json.dumps({"id": method, "method": method, "params": params}))
    while (reply := json.loads(client.recv(timeout=60))).get("id") != method:
        pass
    return reply["result"]


def test_a_project_is_started_driven_and_closed(data_folder: Path, tmp_path: Path, free_port: int) -> None:
    project, port = write_project(tmp_path / "my shop", FILES), str(free_port)
    words = ["--lang", "en", "auto", "--project", str(project), "--auto-port", port, "--auto-account", "o1"]
    done = cli(*words, "--ticket", "T", "--trust-project")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    with connect(f"ws://localhost:{port}", proxy=None) as client:
        assert ask(client, "Tool.getTestAccounts")["accounts"][0]["openid"] == "o1"
        page = ask(client, "App.getCurrentPage")
        assert ask(client, "Page.getData", pageId=page["pageId"]) == {"data": {"n": 1}}
        again = cli("auto", "--project", str(project), "--auto-port", port)
        assert again.returncode == 4
        assert f"Port {port} is in use".encode() in again.stdout
    assert AutomationRecord(project).port == free_port
    done = cli("close", "--project", str(project))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    with pytest.raises(OSError):  # noqa: PT011 (refused, in the words of each system)
        connect(f"ws://127.0.0.1:{port}", proxy=None).__enter__()


def test_what_cannot_be_driven_says_so(
    qapp: QApplication, data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["auto", str(write_project(tmp_path / "no project", {"a.txt": ""})), "--port", "0"]) == 2
    assert "is no mini-program project" in capsys.readouterr().err


def words_of(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = handset_cli.main(words)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_other_commands(data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = str(write_project(tmp_path / "p", FILES))
    assert words_of("open", capsys=capsys) == (0, "", "")
    assert words_of("--lang", "zh", "close", "--project", project, capsys=capsys) == (0, "", "")
    assert words_of("quit", capsys=capsys) == (0, "", "")
    assert words_of("login", capsys=capsys)[:2] == (0, "")
    assert words_of("islogin", capsys=capsys) == (0, '{"login":true}\n', "")
    assert words_of("cache", "--clean", "all", "--project", project, capsys=capsys) == (0, "", "")
    for words in (["upload"], ["auto"], ["auto", "--project", str(tmp_path / "none")], ["cache", "--project", project]):
        code, out, err = words_of(*words, capsys=capsys)
        assert code == 4
        assert out.startswith("[error] ")
        assert err.startswith("handset-cli: ")
    assert words_of("nonsense", capsys=capsys)[0] == 2
    assert words_of("--close", project, capsys=capsys) == (0, "", "")
    empty = str(write_project(tmp_path / "empty", {"a.txt": ""}))
    assert "No app.json" in words_of("--auto", empty, "--auto-port", "9420", capsys=capsys)[1]
    assert "No app.json" in words_of("auto", "--project", empty, capsys=capsys)[1]


def test_wrappers_for_clients_that_ask_for_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert handset_cli.main(["wrapper", "--folder", str(tmp_path / "bin")]) == 0
    assert (tmp_path / "bin" / "cli.bat").read_text().endswith('" %*\n')
    assert os.access(tmp_path / "bin" / "cli", os.X_OK)


def test_a_record_that_is_left_over_harms_nobody(data_folder: Path, tmp_path: Path, free_port: int) -> None:
    record = AutomationRecord(tmp_path)
    record.write(free_port)
    assert handset_cli.main(["close", "--project", str(tmp_path)]) == 0
    for text in ("", "[]", '{"port": "x"}', '{"port": -1}', '{"port": 99999999}', "{", "null"):
        (record._folders.base / "automation.json").write_text(text)
        assert record.port == 0
