"""Changes of style files: what is meant changes and nothing else, also in a file that has changed meanwhile."""

from __future__ import annotations

import re

import pytest

from runtime.edits import styles
from runtime.edits.change import Changes, apply
from runtime.inspector.model import RulePlace, SourceStretch
from runtime.language.styles.tree import Declaration, read_style


def stretch(text: str, name: str, path: str = "a.wxss", number: int = 0) -> SourceStretch:
    """A declaration of a text, as the inspector names it."""
    tree = read_style(path, text)
    found = [one for one in tree.declarations() if one.name == name][number]
    return _stretch(text, path, found)


def _stretch(text: str, path: str, one: Declaration) -> SourceStretch:
    tree = read_style(path, text)
    rule = tree.rule_at(one.start)
    within = " ".join(tree.prelude(rule).split()) if rule else ""
    value = text[one.value_start : one.value_end]
    return SourceStretch(path, 0, 0, one.name, value, one.start, one.end, text[one.start : one.end], within)


def commented(text: str, name: str, value: str) -> SourceStretch:
    match = re.search(rf"/\*\s*{name}.*?\*/|//\s*{name}[^\n]*", text)
    assert match
    return SourceStretch("a.wxss", 0, 0, name, value, *match.span(), match[0], ".a")


def place(text: str, selector: str, path: str = "a.wxss") -> RulePlace:
    tree = read_style(path, text)
    rule = next(rule for rule, _ in tree.rules() if tree.prelude(rule) == selector)
    return RulePlace(path, 0, 0, selector, selector, rule.body, rule.end - 1)


def done(text: str, changes: Changes | None) -> str | None:
    return None if changes is None else apply(text, changes)


def value(text: str, shown: SourceStretch, new: str) -> Changes | None:
    return styles.set_declaration(text, shown, shown.name, new)


A = ".a {\n  color: red;\n  top: 1px\n}\n"


def test_a_value_changes_or_goes() -> None:
    assert done(A, value(A, stretch(A, "color"), "blue ")) == A.replace("red", "blue")
    assert done(A, value(A, stretch(A, "top"), "2px !important")) == A.replace("1px", "2px !important")
    assert done(A, value(A, stretch(A, "color"), "  ")) == ".a {\n  top: 1px\n}\n"
    line = ".a { color: red; top: 1px }"
    assert done(line, value(line, stretch(line, "color"), "")) == ".a { top: 1px }"
    assert done(line, value(line, stretch(line, "top"), "")) == ".a { color: red; }"
    open_ended = ".a { color:; }"
    assert done(open_ended, value(open_ended, stretch(open_ended, "color"), "red")) == ".a { color: red; }"


def test_a_name_changes_and_both_at_once() -> None:
    color, top = stretch(A, "color"), stretch(A, "top")
    changed = styles.set_declaration(A, color, "background", "red")
    assert done(A, changed) == A.replace("color", "background")
    assert done(A, styles.set_declaration(A, top, "", "1px")) == ".a {\n  color: red;\n}\n"
    changed = styles.set_declaration(A, color, "background", "blue")
    assert done(A, changed) == A.replace("color: red", "background: blue")
    assert styles.set_declaration(A, color, "color", "red") is None


def test_off_and_on_again() -> None:
    off = done(A, styles.disable(A, stretch(A, "color")))
    assert off == ".a {\n  /* color: red; */\n  top: 1px\n}\n"
    assert done(off, styles.enable(off, commented(off, "color", "red"))) == A
    odd = ".a { color: /* x */ red; }"
    assert styles.disable(odd, stretch(odd, "color")) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (A, ".a {\n  color: red;\n  top: 1px;\n  left: 0;\n}\n"),
        (".a {}", ".a { left: 0; }"),
        (".a { }", ".a { left: 0; }"),
        (".a { top: 1px }", ".a { top: 1px; left: 0; }"),
        (".a { top: 1px; }", ".a { top: 1px; left: 0; }"),
        ("\t.a {\n\t}", "\t.a {\n\t  left: 0;\n\t}"),
        (".a {\n\ttop: 1px;\n\t.b { color: red }\n}", ".a {\n\ttop: 1px;\n\tleft: 0;\n\t.b { color: red }\n}"),
    ],
)
def test_a_declaration_is_added_behind_the_last(before: str, after: str) -> None:
    assert done(before, styles.add(before, place(before, ".a"), "left", "0")) == after


def test_a_rule_is_added_at_the_end() -> None:
    rule = ".b {\n  top: 1px;\n}\n"
    assert apply("", styles.add_rule("", "a.wxss", ".b", "top", "1px")) == rule
    assert done(A, styles.add_rule(A, "a.wxss", ".b", "top", "1px")) == f"{A}\n{rule}"
    assert done(".a {}", styles.add_rule(".a {}", "a.wxss", " .b ", "top ", " 1px")) == f".a {{}}\n\n{rule}"


def test_a_file_that_has_changed_meanwhile() -> None:
    shown = stretch(A, "color")
    moved = "/* new */\n.x { color: red }\n" + A
    assert done(moved, value(moved, shown, "blue")) == moved.replace("color: red;", "color: blue;")
    assert value(A.replace("red", "green"), shown, "blue") is None
    assert value(".b {\n  color: red;\n}\n", shown, "blue") is None
    assert value("", shown, "blue") is None
    assert styles.add(".b {}", place(A, ".a"), "left", "0") is None
    grown = A + A
    assert done(grown, value(grown, shown, "blue")) == A.replace("red", "blue") + A


def test_less_changes_in_the_rule_that_was_meant() -> None:
    less = "@c: red; // .a { color: @c }\n.a { color: @c; .b { color: @c; // color: blue\n } }\n"
    inner = stretch(less, "color", "a.less", 1)
    assert done(less, value(less, inner, "lighten(@c, 5%)")) == less.replace(
        ".b { color: @c;", ".b { color: lighten(@c, 5%);"
    )


def test_the_indented_form_is_left_alone() -> None:
    assert value(".a\n  top: 1px", SourceStretch("a.sass", 1, 1, "top", "1px", -1, -1), "2px") is None
    assert styles.add(".a\n  top: 1px", RulePlace("a.sass", 1, 1, ".a"), "left", "0") is None


@pytest.mark.parametrize("value", ["red", "calc((1px + 2px) * 2)", "'}'", '"\\""', "#{$a}", "@{b}px", "", "url(a.png)"])
def test_values_that_fit(value: str) -> None:
    assert styles.is_value(value)


@pytest.mark.parametrize("value", ["red }", "{", "calc(1px", "1px)", "'", '"', "/*", "*/", ") ("])
def test_values_that_would_break_the_file(value: str) -> None:
    assert not styles.is_value(value)
