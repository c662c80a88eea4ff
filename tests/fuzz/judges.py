"""What must hold of any text of each language, however wrong it is; a text for which it does not raises."""

from __future__ import annotations

from collections.abc import Callable

from runtime.compiler.lint.built_ins import BuiltIns
from runtime.compiler.lint.rules import ELEMENT_RULES, SCRIPT_RULES, STYLE_RULES
from runtime.compiler.lint.script_file import ScriptFile, script_facts
from runtime.compiler.lint.template_file import TemplateFile, template_facts
from runtime.compiler.script.compile import compile_script
from runtime.compiler.script.syntax import Dialect, parse_script
from runtime.compiler.style_compiler import StyleCompiler
from runtime.compiler.stylesheet import with_source_places
from runtime.compiler.wxml.compiler import compile_template
from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.print import print_document
from runtime.compiler.wxml.tree import to_lxml
from runtime.compiler.wxs.compile import compile_wxs
from runtime.compiler.wxss.compile import compile_style
from runtime.compiler.wxss.link import link_style
from runtime.diagnostics import Span
from runtime.platform.wechat import WECHAT
from runtime.project.config_check import check_keys
from runtime.project.json_text import read_json
from tests.fuzz.places import check_findings, is_inside
from tests.support.style_texts import StyleTexts

Judge = Callable[[str], None]


def judge_template(text: str) -> None:
    """Compiling, printing, rules."""
    others = {"a.wxml": text, "b.wxml": "<template name='t'><view/></template>"}
    compiled = compile_template("a.wxml", text, using={"icon"}, built_in=WECHAT.tags, read=others.get)
    check_findings(compiled.diagnostics, others)
    for span in (*compiled.tags.values(), *(handler.span for handler in compiled.handlers)):
        assert is_inside(span, others[span.file])
    assert not parse_script("a.js", compiled.code, "javascript").root.has_error, compiled.code
    assert to_lxml(compiled.document).tag == "wxml"
    file = TemplateFile(compiled.document, frozenset({"icon"}), BuiltIns(WECHAT))
    found = [
        one for element in compiled.document.elements() for rule in ELEMENT_RULES for one in rule.check(element, file)
    ]
    check_findings(found, others)
    facts = template_facts(file, ())
    for use in (*facts.handlers, *facts.properties):
        assert is_inside(use.span, text)


def judge_printing(text: str) -> None:
    """What was printed once is printed the same again."""
    once = print_document(parse("a.wxml", text))
    assert print_document(parse("a.wxml", once)) == once


def judge_script(text: str, dialect: Dialect = "javascript", is_strict: bool = False) -> None:
    """The module transform, rules."""
    compiled = compile_script("a.js", text, dialect, is_strict=is_strict)
    shown = text.encode("utf-8", "replace").decode("utf-8")
    check_findings(compiled.diagnostics, {"a.js": shown})
    assert all(is_inside(reference.span, shown) for reference in compiled.references)
    if not compiled.diagnostics:
        after = parse_script("a.js", compiled.code, "javascript")
        assert not after.root.has_error, compiled.code
        assert compiled.code.count("\n") == shown.count("\n")
    source = parse_script("a.js", text, dialect)
    file = ScriptFile(source)
    check_findings([one for rule in SCRIPT_RULES for one in rule.check(file)], {"a.js": source.code.decode("utf-8")})
    assert all(is_inside(use.span, source.code.decode("utf-8")) for use in script_facts(file, ()).apis)


def judge_wxs(text: str) -> None:
    """Compiling wxs."""
    compiled = compile_wxs("a.wxs", text)
    shown = text.encode("utf-8", "replace").decode("utf-8")
    check_findings(compiled.diagnostics, {"a.wxs": shown})
    assert all(is_inside(reference.span, shown) for reference in compiled.references)


def judge_json(text: str) -> None:
    """Reading JSON and checking its keys."""
    read = read_json(text, "a.json")
    shown = text.removeprefix("\ufeff")
    check_findings(read.diagnostics, {"a.json": shown})
    assert all(is_inside(span, shown) for span in (*read.spans.values(), *read.key_spans.values()))
    for sections in (("app.json",), ("window", "page.json"), ("project.config.json",), ("setting",)):
        check_findings(check_keys(WECHAT.config_keys, read, read.members(), (), sections), {"a.json": shown})


def judge_sheet(text: str) -> None:
    """Compiling and linking WXSS, rules."""
    shown = text.replace("\r\n", "\n").replace("\r", "\n")
    units = {"a.wxss": compile_style("a.wxss", text), "b.wxss": compile_style("b.wxss", "@import 'a.wxss';.b{}")}
    texts = {"a.wxss": shown, "b.wxss": "@import 'a.wxss';.b{}"}
    sheet = link_style("a.wxss", "a", units.get, units.__contains__)
    check_findings(sheet.diagnostics, texts)
    assert sheet.encoded
    check_findings([one for rule in STYLE_RULES for one in rule.check(units["a.wxss"])], texts)


def judge_style_language(text: str, language: str, compiler: StyleCompiler) -> None:
    """Less or Sass to CSS, that through WXSS, and every place back in the source."""
    path = f"a.{language}"
    texts = {path: text, f"b.{language}": "@a: 1; .b { c: d }" if language == "less" else "$a: 1; .b { c: d }"}
    compiled = compiler.compile(path, "Less" if language == "less" else "Sass", StyleTexts(texts))
    check_findings(compiled.diagnostics, texts)
    for file, line, column in compiled.places:
        assert file in texts, (file, line, column)
        assert is_inside(Span(file, line, column, line, column), texts[file]), (file, line, column)
    unit = with_source_places(compile_style(path, compiled.css), compiled)
    check_findings(unit.diagnostics, texts)
