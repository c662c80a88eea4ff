"""A component library in our runtime: one program with a page for every component and every template of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runtime.compiler.build import BuildResult, build
from runtime.platform.wechat import WECHAT
from runtime.project.load import load_project
from simulator.cli.render_program import RenderProgram
from simulator.cli.snapshot_format import snapshot_text

_ROOT = "root-of-page"
_PIECE = 8000
# A date reaches templates as an empty object, and not as the text that JSON would make of it.
_AS_JSON = """JSON.stringify(this.selectComponent('#root').data, function (key, value) {
  return this[key] instanceof Date ? {} : value;
})"""


@dataclass(frozen=True)
class Library:
    """`components`: paths without ending; `partials`: template files that belong to no component."""

    root: Path
    components: tuple[str, ...]
    partials: tuple[str, ...]
    result: BuildResult
    program: dict[str, Any]


def open_library(root: Path, properties: dict[str, dict[str, Any]] | None = None) -> Library:
    """Compiles all of it. `properties`: values by component path, JSON."""
    templates = sorted(path.relative_to(root).as_posix().removesuffix(".wxml") for path in root.rglob("*.wxml"))
    components = tuple(stem for stem in templates if _is_component(root / f"{stem}.json"))
    partials = tuple(f"{stem}.wxml" for stem in templates if stem not in components)
    overlay = {"app.js": "App({})", "app.json": json.dumps({"pages": [f"page/{stem}" for stem in components]})}
    for stem in components:
        given = (properties or {}).get(stem, {})
        attributes = "".join(f' extra-attr:{name}="{{{{{name}}}}}"' for name in given)
        overlay[f"page/{stem}.wxml"] = f'<{_ROOT} id="root"{attributes}/>'
        overlay[f"page/{stem}.json"] = json.dumps({"usingComponents": {_ROOT: f"/{stem}"}})
        overlay[f"page/{stem}.js"] = f"Page({{data: {json.dumps(given)}}})"
    result = build(load_project(root, overlay))
    return Library(root, components, partials, result, json.loads(json.dumps(result.program)))


def _is_component(file: Path) -> bool:
    return file.exists() and bool(json.loads(file.read_text("utf-8")).get("component"))


class Mounted:
    """One component of a library, mounted and at rest."""

    def __init__(self, library: Library, component: str, folder: Path, *, wait_ms: float = 0) -> None:
        self.program = RenderProgram(WECHAT, library.program, folder, library.result.project.files)
        self.program.start(f"page/{component}")
        self.program.run_timers(wait_ms)
        (self._host,) = self.program.describe("template")

    def template_tree(self) -> dict[str, Any]:
        """The component's own template."""
        return {"tag": "page", "children": self.program.describe("template", self._host["ref"])}

    def composed_tree(self) -> dict[str, Any]:
        """The component with everything in it."""
        return {
            **self._host,
            "tag": "main",
            "attr": {},
            "children": self.program.describe("composed", self._host["ref"]),
        }

    def snapshot(self) -> str:
        """The component as `handset render --format snapshot` prints it."""
        (host,) = self.program.describe("snapshot")
        return snapshot_text([{**host, "tag": "main", "attr": {}}], WECHAT.tags)

    @property
    def is_virtual(self) -> bool:
        """Whether the component's host leaves no element."""
        return bool(self._host["isVirtual"])

    @property
    def properties(self) -> list[str]:
        """Names of the component's properties."""
        names: list[str] = self._host["properties"]
        return names

    def data(self) -> dict[str, Any]:
        """`this.data` of the component; what JSON does not know is left out."""
        length = self._evaluate(f"(globalThis.text = {_AS_JSON}).length")
        pieces = [self._evaluate(f"text.slice({at}, {at + _PIECE})") for at in range(0, length, _PIECE)]
        data: dict[str, Any] = json.loads("".join(pieces))
        return data

    def _evaluate(self, code: str) -> Any:
        self.program.send(m="evaluate", request_id=1, code=code, page_id=self.program.page_id)
        answer = self.program.of("evaluated")[-1]
        assert not answer.get("error"), answer["error"]
        return answer["value"]["v"]

    def errors(self) -> list[str]:
        """Exceptions that nobody caught."""
        return [f"{message.get('where', '')}: {message['message']}" for message in self.program.uncaught()]


def elements(nodes: list[Any]) -> Iterator[dict[str, Any]]:
    """All elements of a described tree, parents first."""
    for node in nodes:
        if isinstance(node, dict):
            yield node
            yield from elements(node["children"])
