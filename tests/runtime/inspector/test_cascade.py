"""Who wins: weight, importance, order, inline style, layers, and what is inherited."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.inspector.cascade import settle
from runtime.inspector.model import ElementStyles
from runtime.inspector.specificity import specificity
from runtime.protocol.inspection import MatchedRule, StyleAnswer, StyledElement
from tests.runtime.inspector.styled import BOX, StyledProject, declared, read

PAGE_SHEET = "page:pages/index/index.wxss"


def fates(styles: ElementStyles) -> dict[str, list[str]]:
    """What came of each declaration, by the rule's selector."""
    return {
        rule.text or rule.kind: [f"{one.name}:{one.value} {one.fate}" for one in rule.declarations]
        for section in styles.sections
        for rule in section.rules
        if rule.declarations
    }


def styled(*rules: MatchedRule, above: tuple[MatchedRule, ...] = (), inline: str = "", tmp: Path) -> ElementStyles:
    own = StyledElement("view", (1, 0), list(rules), [declared(inline)] if inline else [])
    around = [StyledElement("page", None, list(above))] if above else []
    return settle(StyleAnswer(own, around, {}, BOX), StyledProject(tmp, {}).sources)


def rule(selector: str, *declarations: str, layer: int = -1) -> MatchedRule:
    return MatchedRule("page:a.wxss", 0, selector, [selector], [declared(one) for one in declarations], layer=layer)


def test_the_heavier_selector_wins_and_later_ones_among_equals(tmp_path: Path) -> None:
    styles = styled(rule("#a", "top: 1"), rule(".a", "top: 2", "left: 2"), rule(".b", "left: 3"), tmp=tmp_path)
    assert fates(styles) == {
        "#a": ["top:1 active"], ".b": ["left:3 active"], ".a": ["top:2 overridden", "left:2 overridden"],
    }  # fmt: skip
    assert [one.text for one in styles.sections[0].rules] == ["", "#a", ".b", ".a"]
    assert styles.origins["top"][0].text == "#a"


def test_importance_beats_weight_and_inline_style(tmp_path: Path) -> None:
    styles = styled(rule(".a", "top: 1 !important", "left: 1"), inline="top: 2", tmp=tmp_path)
    assert fates(styles) == {"inline": ["top:2 overridden"], ".a": ["top:1 active", "left:1 active"]}
    styles = styled(rule("#a", "left: 1"), inline="left: 2", tmp=tmp_path)
    assert fates(styles) == {"inline": ["left:2 active"], "#a": ["left:1 overridden"]}


def test_a_shorthand_counts_as_long_as_one_part_of_it_does(tmp_path: Path) -> None:
    styles = styled(rule(".a", "margin: 1"), rule(".b", "margin-top: 2"), tmp=tmp_path)
    assert fates(styles)[".a"] == ["margin:1 active"]
    styles = styled(rule(".a", "margin: 1"), rule(".b", "margin-top: 2", "margin-left: 2"), tmp=tmp_path)
    assert fates(styles)[".a"] == ["margin:1 overridden"]


def test_the_second_of_two_in_one_rule_wins_unless_it_is_dropped(tmp_path: Path) -> None:
    assert fates(styled(rule(".a", "top: 1", "top: 2"), tmp=tmp_path))[".a"] == ["top:1 overridden", "top:2 active"]
    assert fates(styled(rule(".a", "top: 1", "top: bad"), tmp=tmp_path))[".a"] == ["top:1 active", "top:bad dropped"]


def test_layers_lose_to_none_and_win_when_important(tmp_path: Path) -> None:
    styles = styled(
        rule("#a", "top: 1", "left: 1 !important", layer=0), rule(".b", "top: 2", "left: 2 !important"), tmp=tmp_path
    )
    assert fates(styles) == {
        "#a": ["top:1 overridden", "left:1 active"], ".b": ["top:2 active", "left:2 overridden"],
    }  # fmt: skip


def test_what_is_inherited_counts_until_something_nearer_says_otherwise(tmp_path: Path) -> None:
    styles = styled(
        rule(".a", "color: red"), above=(rule(".p", "color: blue", "font-size: 2", "top: 1"),), tmp=tmp_path
    )
    assert styles.sections[1].tag == "page"
    assert fates(styles)[".p"] == ["color:blue overridden", "font-size:2 active", "top:1 not_inherited"]
    assert styles.origins["font-size"][0].text == ".p"
    assert "top" not in styles.origins


def test_a_list_with_an_unreadable_selector_is_dropped_as_a_whole(tmp_path: Path) -> None:
    broken = unreadable(rule(".a, ::x y", "top: 1"))
    styles = styled(broken, rule(".b", "top: 2"), tmp=tmp_path)
    assert fates(styles)[".a, ::x y"] == ["top:1 dropped"]
    assert fates(styles)[".b"] == ["top:2 active"]


def unreadable(one: MatchedRule) -> MatchedRule:
    return MatchedRule(one.sheet, one.rule, one.selector, [".a"], one.declarations, is_dropped=True)


@pytest.mark.parametrize(
    ("selectors", "weight"),
    [([".a"], (0, 1, 0)), (["wx-view.a", "#b"], (1, 0, 0)), ([".a::before"], (0, 1, 1)), (["$"], (0, 0, 0)),
     (["[is=x] .a > wx-text:first-child"], (0, 3, 1)), ([":is(.a, #b)"], (1, 0, 0)), ([], (0, 0, 0))],
)  # fmt: skip
def test_weights(selectors: list[str], weight: tuple[int, int, int]) -> None:
    assert specificity(selectors) == weight


def test_pseudo_elements_have_a_section_of_their_own(tmp_path: Path) -> None:
    before = MatchedRule("phone:", 0, ".a::before", [".a::before"], [declared("top: 1")], "before")
    styles = styled(rule(".a", "top: 2"), before, tmp=tmp_path)
    assert [(one.pseudo, len(one.rules)) for one in styles.sections] == [("", 2), ("before", 1)]
    assert fates(styles) == {".a": ["top:2 active"], ".a::before": ["top:1 active"]}


def test_all_of_it_on_a_project(tmp_path: Path) -> None:
    project = StyledProject(
        tmp_path, {"app.wxss": ".a { color: red; top: 1rpx }", "pages/index/index.wxss": ".a { color: blue }"}
    )
    styles = project.styles("app:app.wxss", PAGE_SHEET)
    assert [read(one) for one in styles.sections[0].rules] == [
        ["inline"],
        ["pages/index/index.wxss:1 .a", "color: blue | active 1"],
        ["app.wxss:1 .a", "color: red | overridden 1", "top: 1rpx | active 1"],
    ]  # fmt: skip
