"""Abbreviations of markup as Emmet has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.language.completion.abbreviations import abbreviation_before, expand
from runtime.platform.wechat import WECHAT
from tests.support.language_project import LanguageProject

TAGS = WECHAT.elements.tags


@pytest.mark.parametrize(
    ("abbreviation", "snippet"),
    [
        ("view", "<view>$1</view>$0"),
        (".list", '<view class="list">$1</view>$0'),
        ("text.a.b#c", '<text class="a b" id="c">$1</text>$0'),
        ("image", '<image src="$1" />$0'),
        ("image[src=/a.png mode]", '<image src="/a.png" mode="$1" />$0'),
        ("view>text{a b}", "<view>\n\t<text>a b</text>\n</view>$0"),
        ("view>text.i-$*2", '<view>\n\t<text class="i-1">$1</text>\n\t<text class="i-2">$2</text>\n</view>$0'),
        ("view+text", "<view>$1</view>\n<text>$2</text>$0"),
        ("a>b^c", "<a>\n\t<b>$1</b>\n</a>\n<c>$2</c>$0"),
        ("(a>b)*2+c", "<a>\n\t<b>$1</b>\n</a>\n<a>\n\t<b>$2</b>\n</a>\n<c>$3</c>$0"),
        ("a{$$ }*2", "<a>01 </a>\n<a>02 </a>$0"),
        ("a[wx:if={{b}}]", '<a wx:if="{{b\\}\\}">$1</a>$0'),
    ],
)
def test_what_an_abbreviation_means(abbreviation: str, snippet: str) -> None:
    assert expand(abbreviation, TAGS) == snippet


@pytest.mark.parametrize("text", ["", ">", "a>", "(a", "a)", "a*", "a b", "a.b>", "a*999>b*999", "(" * 99 + "a", "5"])
def test_what_is_no_abbreviation(text: str) -> None:
    assert expand(text, TAGS) == ""


def test_where_an_abbreviation_begins() -> None:
    assert abbreviation_before("<view>.a>b", 6, 10) == ".a>b"
    assert abbreviation_before("say view{a b}", 0, 13) == "view{a b}"
    assert abbreviation_before("价格view", 0, 6) == ""


def test_in_a_template(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, {})
    (found,) = project.completion("<view>\n  .row>text*2|\n</view>").suggestions
    assert (found.label, found.kind) == (".row>text*2", "snippet")
    assert "swiper-item" in project.labels("swip|")
    assert project.labels("<!-- swip| -->") == []
    assert project.labels("{{ '' }} a |") == []


@given(st.text("ab.#>+^*()[]{}$1= \"'", max_size=30))
def test_any_text_is_read(text: str) -> None:
    expand(text, TAGS)
