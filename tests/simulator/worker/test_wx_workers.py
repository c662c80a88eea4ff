"""wx.createWorker with real processes: messages both ways, ends, errors, files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec import Raw

from runtime.api.logic_side import default_account, launch_settings
from runtime.platform.wechat import WECHAT
from runtime.protocol import logic
from runtime.protocol.launch import LaunchOptions, ProgramPlace
from tests.simulator.worker.test_worker import Peer, text_of

ECHO = "worker.onMessage((m) => worker.postMessage({ got: m, type: typeof wx }))"


class Workshop(Peer):
    """A program whose `onLaunch` is the code given, with scripts below `workers/`."""

    def run(
        self, folder: Path, on_launch: str, scripts: Mapping[str, str], app: Mapping[str, Any] | None = None
    ) -> None:
        """Starts it."""
        sources = {"app.js": f"App({{ onLaunch() {{ {on_launch} }} }})", **scripts}
        program: dict[str, Any] = {
            "app": {"workers": "workers"} if app is None else dict(app), "app_script": "app.js",
            "pages": {}, "components": {}, "templates": {}, "wxs": {}, "aliases": {}, "npm": [],
            "scripts": {path: {"code": code, "line": 1 + 1000 * at} for at, (path, code) in enumerate(sources.items())},
        }  # fmt: skip
        package = folder / "package"
        package.mkdir()
        (package / "words.txt").write_text("from the package")
        place = ProgramPlace(
            str(folder / "storage.sqlite"), str(folder / "files"), str(package), default_account("wx0123456789abcdef")
        )
        options = LaunchOptions("", {}, 1001)
        settings = launch_settings(WECHAT, place)
        self.process.send(logic.Launch(Raw(json.dumps(program).encode()), {}, settings, options))
        self.process.send(logic.Route("appLaunch", [logic.RouteStep("app-launch")], []))

    def log(self) -> str:
        """The next thing on the console."""
        return text_of(self.wait_for(logic.Log))


@pytest.fixture
def shop() -> Iterator[Workshop]:
    shop = Workshop()
    yield shop
    shop.process.kill()


def test_messages_go_both_ways_with_buffers_and_dates(shop: Workshop, tmp_path: Path) -> None:
    code = """const w = wx.createWorker('workers/echo.js');
      w.onMessage(({ got, type }) => console.log([new Uint8Array(got.deep.bytes)[1], got.at.getTime(), type].join()));
      w.postMessage({ deep: { bytes: new Uint8Array([1, 2]).buffer }, at: new Date(5), f() {} });"""
    shop.run(tmp_path, code, {"workers/echo.js": ECHO})
    assert shop.log() == "2,5,undefined"


def test_a_worker_requires_only_its_own_folder(shop: Workshop, tmp_path: Path) -> None:
    scripts = {
        "workers/main.js": """worker.postMessage(require('./lib/add').add(1, 2));
          try { require('../app') } catch (error) { worker.postMessage(error.message) }""",
        "workers/lib/add.js": "exports.add = (a, b) => a + b",
    }
    shop.run(tmp_path, "wx.createWorker('/workers/main').onMessage((m) => console.log(String(m)))", scripts)
    assert shop.log() == "3"
    assert shop.log().startswith("module '../app' is not found")


def test_console_and_errors_name_file_and_line(shop: Workshop, tmp_path: Path) -> None:
    code = "wx.createWorker('workers/bad.js').onError((e) => console.log(e.message))"
    shop.run(tmp_path, code, {"workers/bad.js": "console.log('here', { a: [1] })\n\nundefined.x"})
    log = shop.wait_for(logic.Log)
    assert (log.stack[0].file, log.stack[0].line) == ("workers/bad.js", 1)
    assert b'"id"' not in bytes(log.args)
    error = shop.wait_for(logic.Uncaught)
    assert (error.stack[0].file, error.stack[0].line) == ("workers/bad.js", 3)
    assert shop.log() == error.message


def test_an_endless_loop_does_not_stop_the_program_and_can_be_ended(shop: Workshop, tmp_path: Path) -> None:
    code = """const w = wx.createWorker('workers/loop.js');
      w.onMessage((m) => {
        console.log(m);
        try { wx.createWorker('workers/echo.js') } catch (error) { console.log(error.message) }
        w.terminate();
        w.postMessage({});
        const next = wx.createWorker('workers/echo.js');
        next.onMessage(({ got }) => console.log(got.text));
        next.postMessage({ text: 'again' });
      });"""
    shop.run(tmp_path, code, {"workers/loop.js": "worker.postMessage('in'); for (;;);", "workers/echo.js": ECHO})
    assert shop.log() == "in"
    assert shop.log() == "createWorker:fail exceed max concurrent worker limit"
    assert shop.log() == "again"


def test_too_much_memory_is_an_error_of_the_worker(shop: Workshop, tmp_path: Path) -> None:
    scripts = {"workers/bomb.js": "const a = []; for (;;) a.push(new Array(100000).fill(1));"}
    shop.run(tmp_path, "wx.createWorker('workers/bomb.js').onError((e) => console.log(e.message))", scripts)
    assert shop.wait_for(logic.Uncaught).message == "InternalError: out of memory"
    assert shop.log() == "InternalError: out of memory"


def test_the_end_of_the_process_is_told(shop: Workshop, tmp_path: Path) -> None:
    code = """const w = wx.createWorker('workers/echo.js');
      w.onProcessKilled(() => { console.log('killed'); wx.createWorker('workers/echo.js'); console.log('another'); });
      w.testOnProcessKilled();"""
    shop.run(tmp_path, code, {"workers/echo.js": ECHO})
    assert shop.log().startswith("The worker workers/echo.js has ended by itself")
    assert [shop.log(), shop.log()] == ["killed", "another"]


def test_files_are_read_in_a_worker(shop: Workshop, tmp_path: Path) -> None:
    scripts = {
        "workers/files.js": """const files = worker.getFileSystemManager();
          files.writeFileSync(`${worker.env.USER_DATA_PATH}/a.txt`, files.readFileSync('words.txt', 'utf8') + '!');
          files.readFile({ filePath: `${worker.env.USER_DATA_PATH}/a.txt`, encoding: 'utf8',
            success: ({ data }) => worker.postMessage(data) });"""
    }
    shop.run(tmp_path, "wx.createWorker('workers/files.js').onMessage(console.log)", scripts)
    assert shop.log() == "from the package!"


@pytest.mark.parametrize(
    ("script", "app", "reason"),
    [
        ("app.js", {"workers": "workers"}, '"app.js" is no script of the folder "workers"'),
        (
            "workers/none.js",
            {"workers": {"path": "workers/"}},
            '"workers/none.js" is no script of the folder "workers"',
        ),
        ("workers/echo.js", {}, '"workers" is not declared in app.json'),
    ],
)
def test_what_is_no_worker_is_refused(
    shop: Workshop, tmp_path: Path, script: str, app: dict[str, Any], reason: str
) -> None:
    code = f"try {{ wx.createWorker('{script}') }} catch (error) {{ console.log(error.message) }}"
    shop.run(tmp_path, code, {"workers/echo.js": ECHO}, app)
    assert shop.log() == f"createWorker:fail {reason}"
