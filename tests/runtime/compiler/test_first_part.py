"""Of a large project the page that is shown first is compiled first, and the rest makes it the whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.compiler.first_part import FEW, first_part
from runtime.project.load import load_project
from runtime.project.model import Project
from tests.support.project_folder import codes

NOWHERE = Path("/nonexistent/program")


def project_of(pages: int, **more: str) -> Project:
    """Pages `p0`, `p1` …, each with a script, a component and a script of its own; each is broken in one place."""
    files = {"app.json": json.dumps({"pages": [f"p{n}" for n in range(pages)]}), "app.js": "require('./lib')"}
    files |= {"lib.js": "", "app.wxss": "page { color: red }"}
    for n in range(pages):
        files[f"p{n}.json"] = json.dumps({"usingComponents": {"c": f"/c{n}"}})
        files[f"p{n}.wxml"] = '<c/><import src="shared.wxml"/><template is="t"/>'
        files[f"p{n}.js"] = f"require('./own{n}'); Page({{}}); require('./missing{n}')"
        files[f"p{n}.wxss"] = f".a[data-k{n}] {{ color: red }}"
        files[f"own{n}.js"] = ""
        files |= {f"c{n}.json": '{"component": true}', f"c{n}.wxml": "<view/>", f"c{n}.js": "Component({})"}
    files["shared.wxml"] = '<template name="t"><view data-k3="{{k}}"/></template>'
    return load_project(NOWHERE, {**files, **more})


def test_only_what_the_page_needs_is_compiled() -> None:
    project = project_of(FEW)
    result = build(project, first=["p2"], advises=False)
    assert result.part == {"p2", "c2"}
    assert set(result.program["scripts"]) == {"app.js", "lib.js", "p2.js", "own2.js", "c2.js"}
    assert set(result.program["templates"]) == {"p2.wxml", "c2.wxml", "shared.wxml"}
    assert set(result.styles) == {"app.wxss", "p2.wxss"}
    assert set(result.program["pages"]) == {f"p{n}" for n in range(FEW)}
    assert [page for page in result.program["pages"] if result.has_page(page)] == ["p2"]
    assert [sheet.path for sheet in result.page_styles("p2")] == ["app.wxss", "p2.wxss"]


@pytest.mark.parametrize("page", ["", "nowhere"])
def test_a_page_that_does_not_exist_stands_for_the_entry_page(page: str) -> None:
    assert first_part(project_of(FEW), [page]) == {"p0", "c0"}


def test_a_small_project_is_compiled_at_once() -> None:
    project = project_of(FEW // 2)
    result = build(project, first=["p0"], advises=False)
    assert result.part is None
    assert result.has_page("p1")
    assert result.program == build(project, advises=False).program


def test_the_rest_makes_it_the_whole_and_compiles_nothing_twice() -> None:
    project = project_of(FEW)
    first = build(project, first=["p3"], advises=False)
    more = build(project, first, (), first=["p3", "p4"], advises=False)
    assert more.part == {"p3", "c3", "p4", "c4"}
    assert {"script:p4.js", "template:c4.wxml"} <= set(more.compiled)
    rest = build(project, more, (), advises=False)
    whole = build(project, advises=False)
    assert rest.part is None
    assert sorted(codes(rest.diagnostics)) == sorted(codes(whole.diagnostics))
    # Style sheets of other pages select by data, which templates must know of.
    again = set(rest.compiled) & {*first.compiled, *more.compiled}
    assert {name for name in again if not name.startswith("template:")} == set()
    for part in ("scripts", "templates", "wxs"):
        assert {path: one["code"] for path, one in rest.program[part].items()} == {
            path: one["code"] for path, one in whole.program[part].items()
        }
    assert {path: sheet.encoded for path, sheet in rest.styles.items()} == {
        path: sheet.encoded for path, sheet in whole.styles.items()
    }


def test_a_build_ends_when_it_is_told_to() -> None:
    compiled: list[int] = []

    def enough(path: str) -> None:
        compiled.append(1)
        if len(compiled) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        build(project_of(FEW), after_unit=enough)
    assert len(compiled) == 3
