"""What a finding says."""

from __future__ import annotations

from runtime.compiler.wxml.compiler import compile_template
from runtime.diagnostics import MAX_ARGUMENT, NOTHING, Diagnostic, Language, Span
from runtime.platform.wechat import WECHAT


def test_a_sentence_quotes_little_of_a_long_text() -> None:
    finding = Diagnostic("wxml/unclosed-tag", Span("a.wxml", 1, 1), {"tag": "x" * 5_000_000})
    for text in (finding.text("en"), finding.text("zh"), finding.help("en")):
        assert len(text) < 3 * MAX_ARGUMENT
    assert "x…" in finding.text()


def test_findings_of_a_file_with_megabytes_in_one_place_are_short() -> None:
    text = f'<view {"a" * 1_000_000}="{{{{b +" {"c" * 1_000_000}:if="1"><{"d" * 1_000_000}></view>'
    found = compile_template("a.wxml", text, using=(), built_in=WECHAT.tags, read={"a.wxml": text}.get).diagnostics
    assert found
    assert max(len(one.text()) for one in found) < 5 * MAX_ARGUMENT


def test_advice_says_nothing_of_what_is_not_there() -> None:
    args = {"name": "wide", "tag": "my-card", "meant": NOTHING}
    finding = Diagnostic("wxml/unknown-property", Span("a.wxml", 1, 1), args)
    said: list[tuple[Language, str]] = [("en", "Similar"), ("zh", "相近")]
    for language, sentence in said:
        assert sentence not in finding.help(language)
        assert finding.help(language).endswith((".", "。"))
    assert "Similar: width." in Diagnostic(finding.code, finding.span, {**args, "meant": "width"}).help()
