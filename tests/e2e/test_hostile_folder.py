"""A project with files that are named like Python modules, and a user who starts Handset in its folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from simulator.running.options import FIRST_PAGE_VARIABLE
from tests.support.project_folder import write_project

REPOSITORY = Path(__file__).parents[2]
HANDSET = str(Path(sys.executable).parent / "handset")
OURS = ("ide", "resources", "runtime", "simulator")
LIBRARIES = ("PySide6", "lxml", "msgspec", "psutil", "quickjs", "sass", "shiboken6", "tinycss2", "tree_sitter")
CUSTOM = ("sitecustomize", "usercustomize")
EVERY_MODULE = {*OURS, *LIBRARIES, *CUSTOM, *sys.stdlib_module_names}
# The interpreter loads these before the first statement of any script, from wherever PYTHONPATH says.
BEFORE_ANY_SCRIPT = {*CUSTOM, *sys.stdlib_module_names} - {"hashlib", "json", "pathlib", "shutil", "subprocess"}

PROGRAM = {
    "app.json": '{"pages": ["pages/index/index"], "workers": "workers"}',
    "workers/w.js": "worker.onMessage(() => worker.postMessage({}));",
    "pages/index/index.wxml": "<view>{{said}}</view>",
    "pages/index/index.scss": "view { view { color: red; } }",
    "pages/index/index.js": "Page({ data: { said: '' }, onLoad() { const worker = wx.createWorker('workers/w.js');"
    " worker.onMessage(() => this.setData({ said: 'the worker ran' })); worker.postMessage({}); } });",
    "package.json": '{"dependencies": {"p": "1.0.0"}}',
    "node_modules/p/package.json": '{"name": "p", "version": "1.0.0"}',
    "node_modules/p/index.js": "module.exports = 1;",
}
COMMANDS = (
    ("check", "."),
    ("shot", ".", "--wait", "500", "--tree", "tree.json"),
    ("tour", "."),
    ("render", "pages/index/index.wxml"),
    ("build-npm", "."),
    ("new", "made"),
    ("open", "."),
    (".",),
)


def hostile_project(folder: Path, modules: Iterable[str]) -> Path:
    """Each module, as a file and as a package, leaves a mark when it runs."""
    write_project(folder, PROGRAM)
    for name in modules:
        mark = f"open({str(folder.parent / 'ran')!r}, 'a').write('{name} ')\n"
        (folder / f"{name}.py").write_text(mark)
        package = folder / name
        package.mkdir(exist_ok=True)
        (package / "__init__.py").write_text(mark)
    return folder


def run(command: Iterable[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    state = {"HANDSET_DATA_DIR": "../data", "HANDSET_CONFIG_DIR": str(folder.parent / "config")}
    environment = {**kept, **state, FIRST_PAGE_VARIABLE: "1", **variables}
    return subprocess.run(list(command), cwd=folder, env=environment, capture_output=True, text=True, timeout=90)


def ran(folder: Path) -> str:
    mark = folder.parent / "ran"
    return mark.read_text() if mark.exists() else ""


@pytest.mark.browser
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_no_command_runs_python_of_the_project(tmp_path: Path, words: tuple[str, ...]) -> None:
    folder = hostile_project(tmp_path / "project", EVERY_MODULE)
    done = run([HANDSET, *words], folder)
    assert (done.returncode, done.stderr, ran(folder)) == (0, "", "")
    if words[0] == "shot":
        assert "the worker ran" in (folder / "tree.json").read_text()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("words", "path"),
    [
        (("check", "."), "."),
        (("check", "."), ""),
        (("check", "."), f"{os.pathsep}/nowhere"),
        (("check", "."), "./lib"),
        (("shot", ".", "--wait", "500"), "./lib"),
        (("open", "."), "."),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else value,
)
def test_a_module_path_that_names_the_current_folder_is_not_followed(
    tmp_path: Path, words: tuple[str, ...], path: str
) -> None:
    """PYTHONPATH is the user's own, but whoever writes "." into it did not think of this project."""
    folder = hostile_project(tmp_path / "project", {*LIBRARIES} - {"msgspec"})
    hostile_project(tmp_path / "project" / "lib", {*LIBRARIES} - {"msgspec"})
    done = run([HANDSET, *words], folder, PYTHONPATH=path)
    assert (done.returncode, done.stderr, ran(folder), ran(folder / "lib")) == (0, "", "", "")


@pytest.mark.parametrize("path", [".", "", f"{os.pathsep}/nowhere"])
def test_set_up_runs_no_python_of_the_project(tmp_path: Path, path: str) -> None:
    folder = hostile_project(tmp_path / "project", EVERY_MODULE - BEFORE_ANY_SCRIPT)
    done = run([sys.executable, "-S", str(REPOSITORY / "dev.py"), "help"], folder, PYTHONPATH=path)
    assert (done.returncode, done.stderr, ran(folder)) == (0, "", "")
