"""The view reads the rules of a sheet as the compiler has numbered them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.project.load import load_project
from tests.arch.sources import ROOT
from tests.runtime.js.view.page_harness import PageHarness
from tests.support.project_folder import PAGE, write_project

pytestmark = pytest.mark.browser

READ = """
  const { readSheet, readDeclarations } = await import("handset://shell/inspect/sheet_text.js");
  return texts.map((text) => readSheet(text).map((rule) => [
    rule.selector, readDeclarations(text.slice(rule.bodyStart, rule.bodyEnd)).map((one) => one.property)]));
"""
HARD = """/* { */ @charset "utf-8";
@import "other.wxss";
.a, .b /* , */ > .c::after { content: "}"; background: url(data:image/png;base64,a;b) }
@media (min-width: 1px) { .m { top: 1rpx; } @supports (top: 1px) { .s { left: 0 } } }
@keyframes k { from { top: 0 } 50.5% { top: 1px } }
@font-face { font-family: x; src: url("a.ttf") }
.d { color: red; .nested { top: 1px } width: 3rpx; broken; --x: { a: b } }
.e[data-x="}{"]:not(.f):nth-child(2n + 1) { margin: -3rpx calc(1px + (2px * 3)) !important }
.bad[ { top: 1px }
.\\31 0 { top: 1px }
"""
CLASSES = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")


def texts_and_rules(root: Path) -> list[tuple[str, list[str]]]:
    """The text of each sheet of a project, and the selectors that the compiler has found in it."""
    sheets = build(load_project(root)).styles.values()
    return [("".join(map(_text, one.parts)), [rule.selector for rule in one.rules]) for one in sheets]


def _text(part: object) -> str:
    return "" if part is None else f"{part}px" if isinstance(part, (int, float)) else str(part)


def check(harness: PageHarness, sheets: list[tuple[str, list[str]]]) -> int:
    read = harness.run(f"const texts = {json.dumps([text for text, _ in sheets])};{READ}")
    for (_, selectors), rules in zip(sheets, read, strict=True):
        assert [CLASSES.findall(one) for one in selectors] == [CLASSES.findall(selector) for selector, _ in rules]
    return sum(map(len, read))


def test_hard_texts(harness: PageHarness, tmp_path: Path) -> None:
    files = {"pages/index/index.wxss": HARD, "pages/index/other.wxss": ".o { top: 1px }\n.p { top: 1px }"}
    sheets = texts_and_rules(write_project(tmp_path, {**PAGE, **files}))
    assert check(harness, sheets) == 8
    read = harness.run(f"const texts = {json.dumps([sheets[-1][0]])};{READ}")[0]
    assert [names for selector, names in read if selector.startswith(".d")] == [["color", "width", "--x"]]


@pytest.mark.parametrize(
    "name", sorted(path.parent.name for path in (ROOT / "resources" / "examples").glob("*/app.json"))
)
def test_examples(harness: PageHarness, name: str) -> None:
    assert check(harness, texts_and_rules(ROOT / "resources" / "examples" / name)) > 10
