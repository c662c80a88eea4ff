"""Where breakpoints stand in files that scripts were made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw

from runtime.project.gate import Gate
from runtime.protocol.debugging import DebugLocations, DebugSetup, WantedBreakpoint
from simulator.worker.debugging import DebugSide
from simulator.worker.source_places import SourcePlaces
from tests.support.project_folder import write_project
from tests.support.source_maps import source_map

BUNDLE = "function f(){a();b()}\nfunction g(){c()}\n//# sourceMappingURL=app.js.map"
MAPPED = [(0, 0, 0, 0, 0), (0, 13, 0, 4, 2), (0, 17, 0, 5, 2), (0, 20, 0, 6, 0), (1, 13, 1, 2, 4)]
"""Line and column of the bundle, source, line and column there."""


class Side:
    """The debugger's side for a package `dist` that was made of the files in `src`; `told` is what it sends."""

    def __init__(self, root: Path, scripts: dict[str, str], files: dict[str, str]) -> None:
        folder = write_project(root, {**{f"dist/{path}": code for path, code in scripts.items()}, **files})
        self.told: list[Any] = []
        self.side = DebugSide(lambda message: self.told.append(msgspec.to_builtins(message)))
        program = {"scripts": {path: {"code": code, "line": 1} for path, code in scripts.items()}}
        self.side.launch(Raw(json.dumps(program).encode()), SourcePlaces(Gate(folder), "dist"), "dist")

    def bind(self, file: str, *lines: int) -> list[tuple[int, int, str]]:
        wanted = [WantedBreakpoint(number, file, line) for number, line in enumerate(lines, 1)]
        self.side.set_up(DebugSetup(breakpoints=wanted))
        return [(one.get("line", 0), one.get("column", 0), one.get("why", "")) for one in self.told[-1]["breakpoints"]]

    def active(self) -> dict[str, list[str]]:
        return {path: sorted(probes) for path, probes in json.loads(self.side.armed())["active"].items()}


def bundled(root: Path, made: str | None = None) -> Side:
    made = source_map(["../src/one.ts", "../src/two.ts"], MAPPED) if made is None else made
    return Side(root, {"app.js": BUNDLE}, {"dist/app.js.map": made, "src/one.ts": "", "src/two.ts": ""})


def test_a_breakpoint_in_a_source_stands_in_the_bundle(tmp_path: Path) -> None:
    side = bundled(tmp_path)
    assert side.bind("src/one.ts", 5, 6, 99) == [(5, 3, ""), (6, 3, ""), (0, 0, "no-statement")]
    assert len(side.active()["app.js"]) == 2
    assert side.bind("src/two.ts", 1) == [(3, 5, "")]


def test_a_breakpoint_may_stand_in_the_bundle_itself(tmp_path: Path) -> None:
    assert bundled(tmp_path).bind("dist/app.js", 2) == [(2, 14, "")]


def test_a_map_of_lines_alone_pauses_once_a_line(tmp_path: Path) -> None:
    side = bundled(tmp_path, source_map(["../src/one.ts"], [(0, 0, 0, 4, 0), (1, 0, 0, 8, 0)]))
    assert side.bind("src/one.ts", 5) == [(5, 1, "")]
    assert len(side.active()["app.js"]) == 1


def test_a_source_in_two_bundles_pauses_in_both(tmp_path: Path) -> None:
    made = source_map(["../src/one.ts"], [(0, 0, 0, 4, 0)])
    scripts = {name: f"a()\n//# sourceMappingURL={name}.map" for name in ("x.js", "y.js")}
    side = Side(tmp_path, scripts, {"dist/x.js.map": made, "dist/y.js.map": made, "src/one.ts": ""})
    side.bind("src/one.ts", 5)
    assert sorted(side.active()) == ["x.js", "y.js"]


def test_a_map_that_is_none_leaves_the_script_debuggable(tmp_path: Path) -> None:
    for made in ("{", "null", '{"version":3,"sources":["../src/one.ts"],"mappings":"!!!!"}', "[" * 100_000):
        side = bundled(tmp_path, made)
        assert side.bind("src/one.ts", 5)[0][2] in ("not-in-program", "no-statement")
        assert side.bind("dist/app.js", 1) == [(1, 14, "")]


def test_a_map_of_lines_alone_for_minified_code_is_not_believed(tmp_path: Path) -> None:
    code = f"function f(){{{'a();' * 300}}}\n//# sourceMappingURL=app.js.map"
    coarse = source_map(["../src/one.ts"], [(0, 0, 0, 3, 0)])
    side = Side(tmp_path, {"app.js": code}, {"dist/app.js.map": coarse, "src/one.ts": "", "src/other.ts": ""})
    assert side.bind("src/one.ts", 1) == [(0, 0, "coarse-map")]
    assert side.bind("src/other.ts", 1) == [(0, 0, "not-in-program")]
    assert side.bind("dist/app.js", 1)[0][:1] == (1,)


def test_a_bundle_of_texts_for_eval_says_so(tmp_path: Path) -> None:
    code = "eval('a()\\n//# sourceURL=webpack-internal:///1')"
    assert Side(tmp_path, {"app.js": code}, {"src/one.ts": ""}).bind("src/one.ts", 1) == [(0, 0, "evaluated")]


def test_why_a_breakpoint_stands_nowhere(tmp_path: Path) -> None:
    large = {"big.js": "a()\n" * 600_000, "lib.js": "a();" * 250_000}
    scripts = {"app.js": "a()", **large, "bad.js": "a(", "empty.js": "// nothing"}
    side = Side(tmp_path, scripts, {})
    names = ("big.js", "lib.js", "bad.js", "gone.js", "empty.js", "page.wxml", "page.json")
    assert [side.bind(f"dist/{name}", 1)[0][2] for name in names] == [
        "too-large", "minified", "unreadable", "not-in-program", "no-statement", "no-script", "no-script",
    ]  # fmt: skip


def test_locations_of_a_stretch_of_lines(tmp_path: Path) -> None:
    side = bundled(tmp_path)
    side.side.locations(DebugLocations(4, "src/one.ts", 5, 6))
    assert [tuple(place) for place in side.told[-1]["places"]] == [(5, 3), (6, 3)]
