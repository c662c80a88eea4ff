"""Projects to measure on: copies of the bundled list page, and a generated one of many pages."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

PAGES = 60
COMPONENTS = 60
MANY_PAGES = 350
MANY_COMPONENTS = 175


@contextmanager
def list_project() -> Iterator[Path]:
    """A fresh copy of `resources/bench/list`."""
    with (
        TemporaryDirectory(prefix="handset-bench-") as folder,
        as_file(files("resources") / "bench" / "list") as source,
    ):
        root = Path(folder) / "list"
        shutil.copytree(source, root)
        yield root


@contextmanager
def large_project(page_count: int = PAGES, component_count: int = COMPONENTS) -> Iterator[Path]:
    """A generated project of pages and components, four files each, about which there is little to say."""
    with TemporaryDirectory(prefix="handset-bench-") as folder:
        root = Path(folder)
        pages = [f"pages/p{n}/p{n}" for n in range(page_count)]
        _write(root, "app.json", json.dumps({"pages": pages}))
        _write(root, "app.js", "App({ globalData: {} })\n")
        _write(root, "app.wxss", "page { font-size: 28rpx; }\n")
        for n in range(component_count):
            _unit(root, f"components/c{n}/c{n}", n, {"component": True}, "Component")
        for n, page in enumerate(pages):
            shown = (n % component_count, (n + 7) % component_count)
            using = {f"my-c{k}": f"/components/c{k}/c{k}" for k in shown}
            _unit(root, page, n, {"usingComponents": using}, "Page")
        yield root


@contextmanager
def library_project(library: Path) -> Iterator[Path]:
    """A project with one page that uses every component of a library."""
    with TemporaryDirectory(prefix="handset-bench-") as folder:
        root = Path(folder)
        shutil.copytree(library, root / "miniprogram_npm" / "library")
        stems = sorted(path.relative_to(library).with_suffix("").as_posix() for path in library.rglob("*.wxml"))
        using = {f"x-{stem.replace('/', '-')}": f"library/{stem}" for stem in stems if _is_component(library / stem)}
        _write(root, "app.json", json.dumps({"pages": ["pages/all/all"]}))
        _write(root, "app.js", "App({})\n")
        _write(root, "pages/all/all.json", json.dumps({"usingComponents": using}))
        _write(root, "pages/all/all.wxml", "".join(f"<{tag}></{tag}>\n" for tag in using))
        _write(root, "pages/all/all.js", "Page({})\n")
        yield root


def _is_component(stem: Path) -> bool:
    file = stem.with_suffix(".json")
    return file.is_file() and bool(json.loads(file.read_text("utf-8")).get("component"))


def _unit(root: Path, path: str, n: int, config: dict[str, object], constructor: str) -> None:
    using = config.get("usingComponents")
    tags = "\n".join(f'  <{tag} title="{{{{title}}}}"></{tag}>' for tag in using) if isinstance(using, dict) else ""
    rows = "\n".join(
        f"  <view class=\"r{k} r{k + 12} {{{{on === {k} ? 'on' : ''}}}}\" wx:if=\"{{{{items.length > {k}}}}}\" "
        f'bindtap="onTap">\n'
        f'    <text class="label">{{{{items[{k}].name}}}} – {{{{index + {k}}}}}</text>\n'
        f"  </view>"
        for k in range(12)
    )
    rules = "\n".join(f".r{k} {{ padding: {k + 4}rpx {n}rpx; color: #33{k % 10}; }}" for k in range(24))
    _write(root, f"{path}.json", json.dumps(config))
    _write(root, f"{path}.wxml", f'<view class="body">\n{rows}\n{tags}\n</view>\n')
    _write(root, f"{path}.wxss", f".body {{ display: flex; }}\n{rules}\n")
    data = f"{{ items: [], on: {n}, index: 0, title: 'T' }}"
    methods = "onTap() {}" if constructor == "Page" else "properties: { title: String }, methods: { onTap() {} }"
    _write(root, f"{path}.js", f"{constructor}({{ data: {data}, {methods} }})\n")


def _write(root: Path, path: str, text: str) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
