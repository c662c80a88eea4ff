"""Answers the module in Node.js over the standard streams, a line of JSON each way.

`{"hello": true}` → `{library, settings, device, tags}`, and an empty storage from then on; a `Request` of `compiling` →
`{program, entry, root, errors}` or `{styles}`; a `Call` of wx that needs no phone → `{answer}`, empty if it does; what
cannot be done → `{error}`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from runtime.api.logic_side import DeviceSnapshot, LogicApis, default_account, launch_settings, open_logic_apis
from runtime.platform.platform import Platform
from runtime.protocol.launch import ProgramPlace
from simulator.device import AppFacts, find_device, load_devices
from simulator.simulate.compiling import CannotCompile, Compiling, Request
from simulator.styles.process import StyleProcess
from simulator.worker.library import library

DEVICE = "iPhone 6/7/8"
"""Tests of libraries have its sizes in their snapshots, as the vendor's tool shows a phone like it first."""
LONGEST_LINE = 16 * 1024 * 1024
"""In bytes; the largest templates that tests write are some kilobytes."""


class Call(Struct, frozen=True, rename="camel"):
    """A call of wx, as the base library asks for it."""

    call: str
    args: str
    call_id: int
    sync: bool


def serve(platform: Platform, tags: Collection[str], incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Until the other side closes a stream. `tags`: the built-in ones, which stand in trees as `wx-…`."""
    with StyleProcess() as styles, TemporaryDirectory(prefix="handset-simulate-") as folder:
        answers = _Answers(platform, tags, Compiling(styles), Path(folder))
        for line in _lines(incoming):
            answer = answers.to(line) if line else {"error": f"a line has at most {LONGEST_LINE} bytes"}
            try:
                outgoing.write(msgspec.json.encode(answer) + b"\n")
                outgoing.flush()
            except BrokenPipeError:
                return


def _lines(incoming: BinaryIO) -> Iterator[bytes]:
    """The lines; an empty one for each that is too long."""
    while line := incoming.readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while (rest := incoming.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield b""


class _Answers:
    """To one process of tests."""

    def __init__(self, platform: Platform, tags: Collection[str], compiling: Compiling, folder: Path) -> None:
        self._platform = platform
        self._tags = sorted(tags)
        self._compiling = compiling
        self._folder = folder
        self._place = self._fresh_place()
        self._device = find_device(load_devices(), DEVICE).system_info(
            AppFacts(platform="devtools", is_debug=True), "default", has_tab_bar=False
        )
        self._apis = self._opened()

    def _fresh_place(self) -> ProgramPlace:
        folder = mkdtemp(dir=self._folder)
        return ProgramPlace(
            storage_file=str(Path(folder) / "storage.sqlite"), files_dir=folder, package_dir=folder, project_dir=folder,
            account=default_account("touristappid"),
        )  # fmt: skip

    def _opened(self) -> LogicApis:
        return open_logic_apis(self._platform, self._place, DeviceSnapshot(self._device), lambda message: None)

    def to(self, line: bytes) -> Any:
        """What a line asks for."""
        try:
            if line.strip() == b'{"hello":true}':
                self._place = self._fresh_place()
                self._apis = self._opened()
                return self._library()
            if line.startswith(b'{"call":'):
                return {"answer": self._called(msgspec.json.decode(line, type=Call))}
            return self._compiling.answer(msgspec.json.decode(line, type=Request))
        except (CannotCompile, msgspec.DecodeError, OSError) as why:
            return {"error": str(why)}

    def _called(self, asked: Call) -> str:
        return self._apis.call(asked.call, asked.args, asked.call_id, page_id=1, sync=asked.sync, from_tap=True)

    def _library(self) -> dict[str, Any]:
        return {
            "library": library("component-tests").code, "device": self._device, "tags": self._tags,
            "settings": msgspec.to_builtins(launch_settings(self._platform, self._place)),
        }  # fmt: skip
