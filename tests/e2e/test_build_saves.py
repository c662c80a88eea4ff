"""A framework's build rewrites many files over a while, truncated first: one save is one reload, or none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

PAGE = "pages/index/index"
PAUSE_MS = 8
WRITER = """
import pathlib, sys, time
root, pause, old, new = pathlib.Path(sys.argv[1]), float(sys.argv[2]) / 1000, sys.argv[3], sys.argv[4]
for path in sorted(p for p in root.rglob("*") if p.suffix in (".js", ".json", ".wxml", ".wxss")):
    text = path.read_text("utf-8").replace(old, new)
    with open(path, "w", encoding="utf-8") as out:
        out.flush()
        time.sleep(pause)
        out.write(text)
"""
# As bundlers write them: modules in a table, run once by a loader that all files share.
LOADER = "const done = {}\nexports.run = (name, body) => { if (!done[name]) { done[name] = 1; body() } }\n"
SCRIPT = (
    "require('../../loader').run('index', () => Page({ data: { n: 0, label: 'label-1' },\n"
    "  onLoad(query) { this.setData({ room: query.room }) }, hit() { this.setData({ n: this.data.n + 1 }) } }))\n"
)
FILES = {
    "app.json": f'{{"pages": ["{PAGE}"]}}',
    "app.js": "App({})",
    "loader.js": LOADER,
    f"{PAGE}.js": SCRIPT,
    f"{PAGE}.wxml": '<view class="label">{{label}}</view><view class="hit" bindtap="hit">{{n}} in {{room}}</view>',
    f"{PAGE}.wxss": ".label { color: red }",
    **{f"chunks/c{n}.js": f"exports.n = {n}" for n in range(20)},
}


class Build:
    """A program in front of a person, and the builder that writes its files."""

    def __init__(self, user: PhoneUser) -> None:
        self.user = user
        self.verdicts: list[str] = []
        self.builds = 0
        user.program.reloaded.connect(lambda verdict, _reason, _ms: self.verdicts.append(verdict))
        user.program.built.connect(self._built)

    def _built(self, _result: object) -> None:
        self.builds += 1

    def runs(self, old: str, new: str, *, pause_ms: float = PAUSE_MS) -> None:
        """Rewrites everything with one text changed, and waits until that has been taken up or found the same."""
        self.verdicts.clear()
        before = self.builds
        command = [sys.executable, "-c", WRITER, str(self.user.program.root), str(pause_ms), old, new]
        writer = subprocess.Popen(command)
        wait_until(lambda: writer.poll() is not None, "the builder to end")
        wait_until(lambda: self.builds > before, "the change to be built")
        self.user.rest()


@pytest.fixture
def build(open_phone: OpenPhone, tmp_path: Path) -> Build:
    user = open_phone(write_project(tmp_path / "dist", FILES), watches=True)
    user.start(query="room=7")
    return Build(user)


def test_a_save_is_one_restart_on_the_same_page(build: Build) -> None:
    for number in range(1, 4):
        build.user.tap(".hit")
        build.runs(f"label-{number}", f"label-{number + 1}")
        wait_until(lambda: build.verdicts, "the verdict")
        build.user.see_page(PAGE)
        assert build.verdicts == ["restart"]
        assert build.user.texts(".label, .hit") == [f"label-{number + 1}", "0 in 7"]


def test_the_same_content_is_no_change(build: Build) -> None:
    build.user.tap(".hit")
    build.runs("same", "same")
    assert build.verdicts == []
    assert build.user.texts(".hit") == ["1 in 7"]


def test_a_build_longer_than_anything_waits_never_shows_half_a_file(build: Build) -> None:
    build.user.tap(".hit")
    build.runs("same", "same", pause_ms=30)
    assert build.verdicts == []
    assert build.user.texts(".hit") == ["1 in 7"]
    assert not build.user.exists_in_shell(".error-card")


def test_a_style_alone_is_swapped(build: Build) -> None:
    build.user.tap(".hit")
    build.runs("color: red", "color: #00f")
    wait_until(lambda: build.verdicts, "the verdict")
    assert build.verdicts == ["style"]
    assert build.user.texts(".hit") == ["1 in 7"]
