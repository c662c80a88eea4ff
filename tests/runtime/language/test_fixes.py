"""Each fix mends its finding: it is applied to the samples of diagnostics, and the build says it no more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.diagnostics import Diagnostic, Span
from runtime.language.answers import FileEdits, Fix, Position, Range
from runtime.language.fixes.find import MENDS
from runtime.language.position import Lines
from runtime.language.service import LanguageService
from runtime.project.load import load_project
from tests.runtime.compiler.lint.cases import CASES, missing_files
from tests.support.language_project import PAGE_WXML, LanguageProject

TEMPLATES = CASES.parent / "wxml"
ALL = sorted(path for folder in (CASES, TEMPLATES) for path in folder.iterdir())


def applied(text: str, file: FileEdits) -> str:
    lines = Lines(text)
    for edit in reversed(file.edits):
        text = text[: lines.offset(edit.range.start)] + edit.text + text[lines.offset(edit.range.end) :]
    return text


class Built:
    """A build of a case with other texts over it."""

    def __init__(self, case: Path, overlay: Mapping[str, str]) -> None:
        self.case, self.overlay = case, overlay
        result = build(load_project(case, overlay))
        self.found = result.diagnostics
        self.service = LanguageService()
        self.service.take(result.project, result.documents)
        self.service.take_findings(result.diagnostics)

    def fixes(self, one: Diagnostic) -> list[Fix]:
        lines = Lines(self.service.text(one.span.file))
        place = lines.range(*lines.offsets(one.span))
        return [fix for fix in self.service.fixes(one.span.file, place) if (fix.code, fix.range) == (one.code, place)]

    def after(self, fix: Fix) -> Built:
        changed = {file.path: applied(self.service.text(file.path), file) for file in fix.files}
        return Built(self.case, {**self.overlay, **changed})

    def count(self, one: Diagnostic) -> int:
        return sum((left.code, left.span.file, left.args) == (one.code, one.span.file, one.args) for left in self.found)


def overlay_of(case: Path) -> dict[str, str]:
    if case.parent == CASES:
        return missing_files(case)
    return {"app.json": '{"pages": ["input"]}', "input.js": "Page({})"}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_fix_mends_its_finding(case: Path) -> None:
    before = Built(case, overlay_of(case))
    for one in before.found:
        for fix in before.fixes(one):
            after = before.after(fix)
            assert after.count(one) == before.count(one) - 1, f"{fix.title} at {one.span}"
            worse = [left for left in after.found if left.severity == "error" and not before.count(left)]
            assert worse == [], f"{fix.title} at {one.span}"


def test_every_kind_of_fix_is_tried() -> None:
    tried: set[str] = set()
    for case in ALL:
        before = Built(case, overlay_of(case))
        tried |= {one.code for one in before.found if before.fixes(one)}
    assert sorted(set(MENDS) - tried) == []


def titles(project: LanguageProject, code: str, span: Span, args: Mapping[str, str]) -> list[str]:
    project.service.take_findings([Diagnostic(code, span, args)])
    whole = Range(Position(0, 0), Position(0, 200))
    return [fix.title for fix in project.service.fixes(span.file, whole)]


def test_a_method_that_is_missing_is_created_where_methods_stand(tmp_path: Path) -> None:
    script = "Page({\n  data: {},\n  onTap() {},\n})\n"
    project = LanguageProject(tmp_path, {"pages/index/index.js": script, PAGE_WXML: "<view bindtap='onPress'/>"})
    finding = Diagnostic("wxml/undefined-handler", Span(PAGE_WXML, 1, 16, 1, 23), {"name": "onPress", "meant": "–"})
    project.service.take_findings([finding])
    (fix,) = project.service.fixes(PAGE_WXML, Range(Position(0, 16), Position(0, 16)))
    assert fix.title == "Create the method onPress"
    assert applied(script, fix.files[0]) == "Page({\n  data: {},\n  onTap() {},\n  onPress(event) {\n  },\n})\n"


def test_a_component_that_is_not_registered_is(tmp_path: Path) -> None:
    files = {
        "pages/index/index.json": "{}",
        "components/card/card.json": '{"component": true}',
        "components/card/card.wxml": "<view/>",
        "components/card/card.js": "Component({})",
        PAGE_WXML: "<card/>",
    }
    project = LanguageProject(tmp_path, files)
    project.service.take_findings([Diagnostic("project/unknown-tag", Span(PAGE_WXML, 1, 1, 1, 8), {"tag": "card"})])
    (fix,) = project.service.fixes(PAGE_WXML, Range(Position(0, 0), Position(0, 7)))
    assert fix.title == "Register /components/card/card in pages/index/index.json"
    written = applied("{}", fix.files[0])
    assert json.loads(written) == {"usingComponents": {"card": "/components/card/card"}}


def test_a_component_goes_with_what_stands_in_for_it(tmp_path: Path) -> None:
    path = "pages/index/index.json"
    text = '{"usingComponents": {"a": "/a", "b": "/b"}, "componentPlaceholder": {"b": "view", "a": "view"}}'
    project = LanguageProject(tmp_path, {path: text})
    project.service.take_findings([Diagnostic("project/unused-component", Span(path, 1, 22, 1, 25), {"tag": "a"})])
    (fix,) = project.service.fixes(path, Range(Position(0, 22), Position(0, 22)))
    made = {"usingComponents": {"b": "/b"}, "componentPlaceholder": {"b": "view"}}
    assert json.loads(applied(text, fix.files[0])) == made


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ('wx:for="list"', 'wx:for="{{list}}"'),
        ('wx:for="item in list"', 'wx:for="{{list}}" wx:for-item="item"'),
        ('wx:for="(one, at) of list.rows"', 'wx:for="{{list.rows}}" wx:for-item="one" wx:for-index="at"'),
        ('wx:for="a b c"', None),
    ],
)
def test_a_loop_without_mustache(tmp_path: Path, written: str, mended: str | None) -> None:
    template = f"<view {written}/>"
    project = LanguageProject(tmp_path, {PAGE_WXML: template})
    span = Span(PAGE_WXML, 1, 7, 1, 7 + len(written))
    project.service.take_findings([Diagnostic("wxml/for-without-mustache", span, {"value": "x"})])
    fixes = project.service.fixes(PAGE_WXML, Range(Position(0, 6), Position(0, 6)))
    assert [applied(template, fix.files[0]) for fix in fixes] == ([f"<view {mended}/>"] if mended else [])


def test_a_finding_that_the_text_has_left_behind_has_no_fix(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, {PAGE_WXML: "<view siz='a'/>"})
    args = {"tag": "view", "name": "siz", "meant": "size"}
    span = Span(PAGE_WXML, 1, 7, 1, 10)
    assert titles(project, "wxml/misspelt-attribute", span, args) == ["Change to size"]
    project.service.edit(PAGE_WXML, "<view/>")
    assert titles(project, "wxml/misspelt-attribute", span, args) == []
