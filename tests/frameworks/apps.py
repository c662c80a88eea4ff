"""Two apps of our own, built by the frameworks that many teams use. Installed on first use into `tests/.npm/apps`.

The sources are in `tests/apps`; what is built stays in the ignored folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

TESTS = Path(__file__).parents[1]
FOLDER = TESTS / ".npm" / "apps"
INSTALL_S, BUILD_S = 900, 300


@dataclass(frozen=True)
class App:
    """A framework's app. `production`, `watching`: commands; `outputs`: where each leaves the mini program."""

    name: str
    production: tuple[str, ...]
    watching: tuple[str, ...]
    outputs: tuple[str, str]
    watches_when: str
    page: str
    store: str
    style: tuple[str, str, str]

    @property
    def folder(self) -> Path:
        """The installed app."""
        return FOLDER / self.name

    def install(self) -> None:
        """Brings sources and packages to where they are built."""
        source = TESTS / "apps" / self.name
        wanted = (source / "package.json").read_text("utf-8")
        stamp = self.folder / "installed.json"
        is_installed = stamp.exists() and stamp.read_text("utf-8") == wanted
        for entry in self.folder.glob("*") if is_installed else ():
            if entry.name not in ("node_modules", "installed.json", "package-lock.json"):
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        shutil.copytree(source, self.folder, dirs_exist_ok=True)
        if is_installed:
            return
        npm = shutil.which("npm")
        assert npm is not None, "these tests need Node.js with npm"
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps"]
        subprocess.run(command, cwd=self.folder, check=True, timeout=INSTALL_S)
        stamp.write_text(wanted, "utf-8")

    def build(self) -> Path:
        """Builds the production form and returns its folder."""
        output = self.folder / self.outputs[0]
        shutil.rmtree(output, ignore_errors=True)
        subprocess.run(
            self.command(self.production), cwd=self.folder, env=environment("production"), check=True,
            capture_output=True, timeout=BUILD_S,
        )  # fmt: skip
        return output

    def watch(self) -> WatchingBuild:
        """Starts the build that developers leave running."""
        return WatchingBuild(self)

    def command(self, arguments: tuple[str, ...]) -> list[str]:
        """A command of the framework's own command line."""
        return [str(self.folder / "node_modules" / ".bin" / arguments[0]), *arguments[1:]]


class WatchingBuild:
    """A build that watches the sources. `root`: the folder of the mini program that it writes."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.root = app.folder / app.outputs[1]
        self._edited: dict[Path, str] = {}
        shutil.rmtree(self.root, ignore_errors=True)
        self._process = subprocess.Popen(
            app.command(app.watching), cwd=app.folder, env=environment("development"), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip

    def __enter__(self) -> WatchingBuild:
        deadline = threading.Timer(BUILD_S, self._process.kill)
        deadline.start()
        assert self._process.stdout is not None
        said = []
        for line in self._process.stdout:
            said.append(line)
            if self.app.watches_when in line:
                break
        else:
            raise AssertionError(f"{self.app.name} was not built: {''.join(said[-30:])}")
        deadline.cancel()
        # Nobody reads on: without a reader the build would stop at a full pipe.
        threading.Thread(target=self._process.stdout.read, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        for path, text in self._edited.items():
            path.write_text(text, "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Saves a source file with one text replaced."""
        file = self.app.folder / path
        text = file.read_text("utf-8")
        assert old in text, (path, old)
        self._edited.setdefault(file, text)
        file.write_text(text.replace(old, new, 1), "utf-8")


def environment(mode: str) -> Mapping[str, str]:
    """What the build runs with."""
    return {**os.environ, "NODE_ENV": mode, "CI": "1", "BROWSERSLIST_IGNORE_OLD_DATA": "1"}


TARO = App(
    name="taro-react",
    production=("taro", "build", "--type", "weapp"),
    watching=("taro", "build", "--type", "weapp", "--watch"),
    outputs=("dist", "dist"),
    watches_when="Compiled successfully",
    page="src/pages/list/index.jsx",
    store="src/store/index.js",
    style=("src/pages/list/index.less", "padding: 20px", "padding: 24px"),
)
UNI = App(
    name="uni-vue3",
    production=("uni", "build", "-p", "mp-weixin"),
    watching=("uni", "-p", "mp-weixin"),
    outputs=("dist/build/mp-weixin", "dist/dev/mp-weixin"),
    watches_when="Watching for changes",
    page="src/pages/list/index.vue",
    store="src/store/items.js",
    style=("src/pages/list/index.vue", "padding: 20rpx", "padding: 24rpx"),
)
APPS = (TARO, UNI)
