"""A program of one page, for what programs ask of the phone: storage, downloads, the cloud, a canvas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from simulator.running.headless import HeadlessProgram

TIMEOUT_S = 120.0
_FILES = {
    "app.json": '{"pages": ["pages/p/p"]}',
    "app.js": "App({})",
    "project.config.json": '{"appid": "wx0123456789abcdef", "setting": {"urlCheck": false}}',
    "pages/p/p.wxml": "<view/>",
    "pages/p/p.js": "Page({})",
}


@contextmanager
def small_project(more: Mapping[str, str]) -> Iterator[Path]:
    """Its folder, with more files or others in their place."""
    with TemporaryDirectory(prefix="handset-bench-") as folder:
        root = Path(folder) / "small"
        for path, text in {**_FILES, **more}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        yield root


def asked(driver: HeadlessProgram, code: str) -> Any:
    """What an asynchronous function's body returns in the program, as JSON."""
    answer = driver.evaluate(f"(async () => {{ {code} }})().then(JSON.stringify)", timeout_s=TIMEOUT_S)
    return json.loads(json.loads(bytes(answer.value))["v"])
