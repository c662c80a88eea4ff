"""Forms of mustaches and of wxs that one compiler of the platform takes and the other refuses.

`expressions.json` holds a row for each form: the form, and for an attribute, a text and `data` of a template who takes
it (`o` the compiler of the older framework, `n` that of the newer). `wxs.json`: a form and whether the older one takes
it; the newer one takes what is JavaScript.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime.compiler.wxml.compiler import compile_template
from runtime.compiler.wxs.compile import compile_wxs
from runtime.platform.wechat import WECHAT
from tests.differential import official

HERE = Path(__file__).parent
EXPRESSIONS: list[list[str]] = json.loads((HERE / "expressions.json").read_text("utf-8"))
WXS: list[tuple[str, bool]] = [tuple(row) for row in json.loads((HERE / "wxs.json").read_text("utf-8"))]
MODULE = '<wxs module="m">module.exports={v:{w:1},f:function(x){return x}}</wxs>'
DATA = {"a": {"b": 1}, "b": 2, "c": 3, "d": 4, "e": 5, "i": 0}
# What nobody writes: names with escapes, open comments, and mustaches that end within a comment.
NOBODY_WRITES = frozenset({"\\u0061", "a\\u0062", "\\", "a\\b", "a/*b", "/* a", "a /* }} */", "a\\n+b", "'a\\nb'"})
# The older compiler puts out what is no JavaScript, or takes what it cannot mean.
ODD_WXS = frozenset(
    {"do { } while (false)", "do { } while (false);", "do {} while (0)", "1 .a", "var a = new (f)()", "new (a)()"}
    | {"[a] = b", "break", "continue", "if (this) {}", "function f(undefined) {}", "function () {}.a"}
    | {"var a = function () {}.length", "var a = this", "var a = Date(2020)"}
)


def templates() -> Iterator[tuple[str, str, str]]:
    """Each form in each place: the form, the template, who takes it."""
    for form, attribute, text, data in EXPRESSIONS:
        quote = "'" if '"' in form else '"'
        yield form, f"{MODULE}<view a={quote}{{{{{form}}}}}{quote}/>", attribute
        yield form, f"{MODULE}<view>{{{{{form}}}}}</view>", text
        quote = '"' if "'" in form else "'"
        yield form, f'{MODULE}<template name="t"/><template is="t" data={quote}{{{{{form}}}}}{quote}/>', data


CASES = [case for case in templates() if case[2]]


@pytest.mark.parametrize("generation", ["o", "n"])
def test_what_a_compiler_refuses_is_found(generation: str) -> None:
    wrong = []
    for form, template, takers in CASES:
        compiled = compile_template(
            "a.wxml", template, using=(), built_in=WECHAT.tags, read=lambda _: None, is_newer=generation == "n"
        )
        found = [one for one in compiled.diagnostics if one.severity == "error" or one.code == "wxml/phone-refuses"]
        if bool(found) == (generation in takers) and form.strip() not in NOBODY_WRITES:
            wrong.append((template.removeprefix(MODULE), takers, [one.code for one in found]))
    assert wrong == []


def test_what_the_older_compiler_refuses_in_wxs_is_found() -> None:
    wrong = []
    for form, is_taken in WXS:
        found = compile_wxs("a.wxs", form).refused
        if bool(found) == is_taken and form not in ODD_WXS:
            wrong.append((form, is_taken, [one.args["found"] for one in found]))
    assert wrong == []


@pytest.mark.npm
@pytest.mark.usefixtures("packages")
def test_the_tables_are_what_the_compilers_say(tmp_path: Path) -> None:
    wxs = [f'<wxs module="q">{form}\n;module.exports={{}}</wxs><view/>' for form, _ in WXS]
    programs = []
    for number, text in enumerate([*(template for _, template, _ in CASES), *wxs]):
        root = tmp_path / str(number)
        root.mkdir()
        (root / "a.wxml").write_text(text, "utf-8")
        (root / "b.wxs").write_text("module.exports={}", "utf-8")
        programs.append(official.TemplateProgram(root, {}, [("a.wxml", DATA)]))
    older = ["error" not in answer for answer in official.render_templates(programs)]
    newer = official.newer_compiler_takes([template for _, template, _ in CASES])
    said = ["o-"[not old] + "n-"[not new] for old, new in zip(older, newer, strict=False)]
    assert [(case[1], one) for case, one in zip(CASES, said, strict=True) if case[2] != one] == []
    assert [form for (form, is_taken), one in zip(WXS, older[len(CASES) :], strict=True) if is_taken != one] == []
