"""Templates and mustaches: parsing, compiling, printing, rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.judges import judge_printing, judge_template
from tests.fuzz.texts import changed, fuzz_settings, pieces, sample_files

pytestmark = pytest.mark.fuzz

_TAGS = (
    "<view> </view> <view <text </text > <image/> <input> <block~wx:if='{{a}}'> </block> <wxs~module='m'> </wxs> "
    "<template~name='t'> <template~is='t'~data='{{a,...b}}'/> </template> <slot~name='{{n}}'/> <!-- --> <!DOCTYPE> <? "
    "<import~src='b.wxml'/> <include~src='a.wxml'/> <my-a~slot='x'> </my-a> <a:b </ > /> < "
)
_ATTRIBUTES = (
    'wx:for="{{l}}" wx:key="id" wx:key="{{i.d}}" wx:for-item="x" wx:elif="{{a}}" wx:else '
    "~bindtap=\"f\" catch:tap='{{g}}' "
    'class="a~{{b}}" style="width:1prx" data-A-b="{{c}}" mark:x="1" model:value="{{v}}" '
    'change:p="{{m.f}}" generic:g="t" '
    "x=1 ~y ~= slot:item let:z='{{1}}' class:on='{{a}}' hidden={{!h}} id "
)
_EXPRESSIONS = (
    "{{ }} {{a}} a b.c d[0] e[f] g(h) ? : ?? && || ! - + * / % === !== == < > <= >= ( ) [ ] { } , "
    "... 'x' \"y\" 1 .5 1e3 "
    "0x1f true false null undefined typeof void item index m m.f a-b a.b? new => ; \\ \\' \\\" this"
)
MARKUP_WORDS = [word.replace("~", " ") for word in f"{_TAGS}{_ATTRIBUTES}{_EXPRESSIONS}".split()]
EXPRESSION_WORDS = _EXPRESSIONS.split()
MARKUP = pieces(MARKUP_WORDS) | changed(sample_files(".wxml"), MARKUP_WORDS)
MUSTACHES = pieces(EXPRESSION_WORDS, 14).map(lambda text: f'<view a="{{{{{text}}}}}">{{{{{text}}}}}</view>')


@given(MARKUP)
@fuzz_settings(20_000)
def test_markup(text: str) -> None:
    judge_template(text)


@given(MUSTACHES)
@fuzz_settings(20_000)
def test_mustaches(text: str) -> None:
    judge_template(text)


@given(MARKUP | st.text(max_size=80))
@fuzz_settings(12_000)
def test_prints(text: str) -> None:
    judge_printing(text)
