"""miniprogram-automator and minium, unmodified, run typical suites on programs that they find or start themselves."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import handset_cli
from tests.support.driven_program import FILES
from tests.support.npm_packages import install
from tests.support.project_folder import write_project

pytestmark = [pytest.mark.npm, pytest.mark.browser]

HERE = Path(__file__).parent
FOLDER = HERE.parent / ".npm" / "automation-clients"
EXAMPLE = HERE.parents[1] / "resources" / "examples" / "2048"
MINIUM = "minium==1.6.1"
EVERYTHING = {
    **FILES,
    "app.json": json.dumps(
        {
            **json.loads(FILES["app.json"]),
            "pages": ["pages/a/a", "pages/b/b", "pages/me/me"],
            "tabBar": {"list": [{"pagePath": "pages/a/a", "text": "A"}, {"pagePath": "pages/me/me", "text": "Me"}]},
        }
    ),
    "pages/a/a.wxml": FILES["pages/a/a.wxml"] + "<textarea /><video />",
    "pages/me/me.wxml": '<button open-type="share">Share</button>',
    "pages/me/me.js": "Page({ onShareAppMessage() { return { title: 'T' } } })",
}
SHOP_EVENTS = ["changing", "change", "change", "change", "touchstart", "longpress", "touchend", "buy"]


@pytest.fixture(scope="session")
def packages() -> None:
    """Installed, once."""
    install(HERE / "packages.json", FOLDER)


@pytest.fixture(scope="session")
def minium() -> Path:
    """The Python that has it; installed once."""
    folder = FOLDER / "minium"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (folder / MINIUM).exists():
        venv.create(folder, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", MINIUM], check=True)
        (folder / MINIUM).touch()
    return python


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    program = shutil.which("handset-cli", path=str(Path(sys.executable).parent))
    assert program is not None, "set Handset up again: handset-cli is not installed"
    return {
        **os.environ, "NODE_PATH": str(FOLDER / "node_modules"), "HANDSET_CLI": program,
        "HANDSET_DATA_DIR": str(tmp_path / "data"),
    }  # fmt: skip


@pytest.fixture
def port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
def served(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, port: int) -> Iterator[Callable[..., None]]:
    """Starts a program that clients connect to."""
    monkeypatch.setenv("HANDSET_DATA_DIR", environment["HANDSET_DATA_DIR"])
    started: list[Path] = []

    def serve(project: Path, *words: str) -> None:
        started.append(project)
        assert handset_cli.main(["auto", "--project", str(project), "--auto-port", str(port), *words]) == 0

    yield serve
    for project in started:
        assert handset_cli.main(["close", "--project", str(project)]) == 0


def automator(environment: dict[str, str], *words: str, script: str = "suite.cjs") -> Any:
    done = subprocess.run(
        ["node", str(HERE / script), *words], capture_output=True, encoding="utf-8", env=environment, timeout=180
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def check_shop(seen: dict[str, Any]) -> None:
    assert seen["box"] == ["Hello Wx", "7", "rgb(255, 0, 0)", 390]
    assert seen["tapped"] == "hit 7"
    assert seen["typed"] == ["typed", "typed"]
    assert seen["card"] == ["New", [1, 2], 8, "New\nS"]
    assert seen["moved"] == [40, 10, 50, 500]
    assert seen["events"] == SHOP_EVENTS
    assert seen["found"] == [5, None, "Hello hit 7x"]
    assert seen["method"] == 3
    assert (seen["modal"], seen["mock"]) == (True, ["none", "more", ""])
    assert seen["stored"] == [None, [1]]
    assert seen["answered"] is True
    assert (seen["stack"], seen["query"], seen["back"]) == (["pages/a/a", "pages/b/b"], {"x": "1"}, "pages/a/a")
    assert seen["picture"] == "iVBORw0KGg"
    assert seen["logs"] == [{"type": "log", "args": ["said", {"a": {"b": {"c": 1}}}]}]
    assert (seen["thrown"], seen["told"]) == (["Error: late"], [[1, "x"]])


def test_automator_starts_a_project(packages: None, environment: dict[str, str], tmp_path: Path, port: int) -> None:
    check_shop(automator(environment, "launch", str(write_project(tmp_path / "my shop", FILES)), str(port), "shop"))


def test_automator_connects(
    packages: None, environment: dict[str, str], served: Callable[[Path], None], tmp_path: Path, port: int
) -> None:
    project = write_project(tmp_path / "shop", FILES)
    served(project)
    for _ in range(2):
        check_shop(automator(environment, "connect", str(project), str(port), "shop"))


def test_automator_plays_an_example(
    packages: None, environment: dict[str, str], served: Callable[[Path], None], tmp_path: Path, port: int
) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "2048")
    served(tmp_path / "2048")
    seen = automator(environment, "connect", "", str(port), "game")
    assert (seen["path"], seen["hasData"]) == ("pages/game/game", True)
    assert seen["size"]["width"] == 390
    assert seen["wxml"] > 100


def test_every_method_of_the_automator(
    packages: None, environment: dict[str, str], served: Callable[..., None], tmp_path: Path, port: int
) -> None:
    served(write_project(tmp_path / "shop", EVERYTHING), "--dialogs", "ask")
    seen = automator(environment, "", "", str(port), script="every_method.cjs")
    expected = json.loads((HERE / "every_method.json").read_text("utf-8"))
    assert seen == expected


@pytest.mark.parametrize("how", ["launch", "connect"])
def test_minium_runs_its_suite(
    minium: Path, environment: dict[str, str], served: Callable[[Path], None], tmp_path: Path, port: int, how: str
) -> None:
    project, results = write_project(tmp_path / "shop", FILES), tmp_path / "results"
    configuration: dict[str, Any] = {
        "test_port": port, "request_timeout": 20, "outputs": str(results), "debug_mode": "warn",
        "assert_capture": False, "close_ide": True,
    }  # fmt: skip
    if how == "launch":
        configuration |= {"dev_tool_path": environment["HANDSET_CLI"], "project_path": str(project)}
    else:
        served(project)
    (tmp_path / "config.json").write_text(json.dumps(configuration))
    command = [str(minium), str(HERE / "minium_runner.py"), str(tmp_path / "config.json")]
    done = subprocess.run(command, cwd=HERE, env=environment, capture_output=True, timeout=300)
    try:
        summary = json.loads((results / "summary.json").read_text("utf-8"))
    finally:
        handset_cli.main(["quit"])
    assert summary["test_num"] == 4, done.stderr.decode("utf-8", "replace")[-2000:]
    assert not any(summary[kind] for kind in ("errors", "failures", "class_errors", "class_failures")), summary
