"""The indented form of Sass as a tree, and changes of it: what is meant changes and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from runtime.edits import styles
from runtime.edits.change import Changes, apply
from runtime.inspector.model import RulePlace, SourceStretch
from runtime.language.styles.indented import read_any_style
from runtime.language.styles.tree import Declaration, Item, Rule

PATH = "a.sass"
A = """$main: red
// note
    color: blue
.a,
.b
  color: $main // why
  background: url(http://x.cn/a.png)
  &:hover
    color: blue
  margin: 0

@media (min-width: 1px)
  .c
    width: 1px
.empty
+mix(1)
"""


def told(items: tuple[Item, ...], text: str) -> list[object]:
    found: list[object] = []
    for one in items:
        if isinstance(one, Rule):
            found.append([" ".join(text[one.start : one.prelude_end].split()), *told(one.children, text)])
        elif isinstance(one, Declaration):
            found.append((one.name, text[one.value_start : one.value_end]))
        else:
            found.append(text[one.start : one.end])
    return found


def test_rules_and_declarations_are_told_by_their_indentation() -> None:
    assert told(read_any_style(PATH, A).items, A) == [
        ("$main", "red"),
        [".a, .b", ("color", "$main"), ("background", "url(http://x.cn/a.png)"), ["&:hover", ("color", "blue")],
         ("margin", "0")],
        ["@media (min-width: 1px)", [".c", ("width", "1px")]],
        [".empty"],
        "+mix(1)",
    ]  # fmt: skip


@given(st.text(alphabet=st.sampled_from("a:;. \t\n\r,/*{}\"'@&$")))
def test_any_text_is_read_and_places_lie_in_it(text: str) -> None:
    tree = read_any_style(PATH, text)
    assert len(tree.text) == len(text)
    for rule, _ in tree.rules():
        assert 0 <= rule.start <= rule.prelude_end <= rule.body <= rule.end <= len(text)
    for one in tree.declarations():
        assert one.start < one.name_end <= one.value_start < one.value_end <= one.end <= len(text)


def stretch(text: str, name: str, number: int = 0) -> SourceStretch:
    tree = read_any_style(PATH, text)
    one = [one for one in tree.declarations() if one.name == name][number]
    rule = tree.rule_at(one.start)
    within = " ".join(tree.prelude(rule).split()) if rule else ""
    value = text[one.value_start : one.value_end]
    return SourceStretch(PATH, 0, 0, name, value, one.start, one.end, text[one.start : one.end], within)


def place(text: str, written: str) -> RulePlace:
    tree = read_any_style(PATH, text)
    rule = next(rule for rule, _ in tree.rules() if " ".join(tree.prelude(rule).split()) == written)
    return RulePlace(PATH, 0, 0, written, written, rule.body, rule.end)


def done(text: str, changes: Changes | None) -> str:
    assert changes is not None
    return apply(text, changes)


def test_a_value_changes_goes_and_comes_back() -> None:
    assert stretch(A, "color").within == ".a, .b"
    assert stretch(A, "margin").within == ".a, .b"
    colored = done(A, styles.set_declaration(A, stretch(A, "color"), "color", "green"))
    assert colored == A.replace("$main // why", "green // why")
    assert done(A, styles.set_declaration(A, stretch(A, "margin"), "margin", "")) == A.replace("  margin: 0\n", "")
    off = done(A, styles.disable(A, stretch(A, "margin")))
    assert off == A.replace("margin: 0", "/* margin: 0 */")
    at = off.index("/* margin")
    comment = SourceStretch(PATH, 0, 0, "margin", "0", at, at + 15, off[at : at + 15], ".a, .b")
    assert done(off, styles.enable(off, comment)) == A


def test_declarations_and_rules_are_added_as_lines() -> None:
    added = done(A, styles.add(A, place(A, "&:hover"), "top", "1px"))
    assert added == A.replace("    color: blue\n  margin", "    color: blue\n    top: 1px\n  margin")
    below = A.replace("margin: 0\n", "margin: 0\n  top: 1px\n")
    assert done(A, styles.add(A, place(A, ".a, .b"), "top", "1px")) == below
    assert done(A, styles.add(A, place(A, ".empty"), "top", "1px")) == A.replace(".empty\n", ".empty\n  top: 1px\n")
    assert done(".a", styles.add(".a", place(".a", ".a"), "top", "1px")) == ".a\n  top: 1px"
    tabs = ".a\n\t.b\n"
    assert done(tabs, styles.add(tabs, place(tabs, ".b"), "top", "1px")) == ".a\n\t.b\n\t\ttop: 1px\n"
    assert done(A, styles.add_rule(A, PATH, ".new", "top", "1px")) == f"{A}\n.new\n  top: 1px\n"
