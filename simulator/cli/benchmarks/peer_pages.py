"""The list page as others draw it: HTML files made for one measurement, from `resources/bench`."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QFile, QIODevice

from simulator.cli.benchmarks.packages import Packages

Boxes = Literal["plain", "components"]
"""How view and text are drawn: as plain tags, or as components with a slot."""

BOXES = "html, body { margin: 0; } view, div { display: block; } ::-webkit-scrollbar { display: none; }"
FONT = "body { font: 16px/normal -apple-system, Helvetica, Arial, sans-serif; user-select: none; }"
CARD = Path("components", "card", "card.wxss")


def write_floor(folder: Path, peers: Path, project: Path, width_px: int) -> Path:
    """The page written by hand."""
    rows = f"window.loadRows = function (module) {{ {(project / 'rows.js').read_text('utf-8')} }};"
    scripts = [rows, (peers / "floor.js").read_text("utf-8")]
    return _write(folder / "floor.html", peers, _css(project, width_px), scripts)


def bundle_official(folder: Path, peers: Path, project: Path, packages: Packages) -> Path:
    """The official engine with the project in it, as one script. Raises CalledProcessError."""
    script = folder / "official.js"
    command = [packages.node, str(peers / "bundle.mjs"), str(project), str(packages.folder), str(script)]
    subprocess.run(command, check=True, timeout=60)
    return script


def write_official(
    folder: Path,
    peers: Path,
    project: Path,
    width_px: int,
    script: Path,
    page: str,
    boxes: Boxes,
) -> Path:
    """One page in the official engine."""
    variant = f"window.variant = {json.dumps({'page': page, 'boxes': boxes})};"
    name = f"official-{page.split('/')[-1]}-{boxes}.html"
    return _write(folder / name, peers, _css(project, width_px), [variant, script.read_text("utf-8")])


def _write(file: Path, peers: Path, css: str, scripts: list[str]) -> Path:
    channel = QFile(":/qtwebchannel/qwebchannel.js")
    channel.open(QIODevice.OpenModeFlag.ReadOnly)
    before = [bytes(channel.readAll().data()).decode(), (peers / "runner.js").read_text("utf-8")]
    tags = "\n".join(f"<script>{_inline(script)}</script>" for script in [*before, *scripts])
    file.write_text(f"<!doctype html><meta charset=utf-8><style>{css}</style><body>{tags}", encoding="utf-8")
    return file


def _inline(script: str) -> str:
    return script.replace("</script", "<\\/script")


def _css(project: Path, width_px: int) -> str:
    list_page = (project / "pages" / "list" / "list.wxss").read_text("utf-8")
    # The official engine puts the name of the component before the classes of its own.
    card = re.sub(r"\.(?=[a-z])", ".card--", (project / CARD).read_text("utf-8")).replace(":host", "row-card")
    text = "\n".join([BOXES, FONT, "body { background: #f7f7f7; }", list_page, card])
    return re.sub(r"([\d.]+)rpx", lambda match: f"{_px(float(match[1]), width_px):g}px", text)


def _px(rpx: float, width_px: int) -> float:
    return float(max(1, int(rpx * width_px / 750 + 1e-4)))
