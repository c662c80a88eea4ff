"""Style sheets: compiling afresh and again, linking, rules."""

from __future__ import annotations

import pytest
from hypothesis import given

from runtime.compiler.wxss.compile import compile_style
from runtime.compiler.wxss.sheet import StyleUnit
from tests.fuzz.judges import judge_sheet
from tests.fuzz.texts import changed, fuzz_settings, pieces, sample_files

pytestmark = pytest.mark.fuzz

_WORDS = (
    ".a #b view page * > + ~ , : :: :host :not( :nth-child(2n) [x=y] { } ; ( ) @media @media~(min-width:1px){ @import "
    "@import~'a.wxss' @import~'b.wxss'; @import~url(c); @keyframes~k{ from{ 50%{ @font-face{ @charset~'x'; @supports( "
    "color:red; width:10rpx; 1prx 1RPX calc(1px~+~2rpx) url(x.png) url('y.png') url( var(--a) "
    "--b:{c} !important // /* */ "
    "<!-- --> \\ \\} 'a \"b ' % 1e3rpx -.5rpx #fff a:b c"
)
WORDS = [word.replace("~", " ") for word in _WORDS.split()]
SHEETS = pieces(WORDS) | changed(sample_files(".wxss"), WORDS)


@given(SHEETS)
@fuzz_settings(14_000)
def test_sheets(text: str) -> None:
    judge_sheet(text)


@given(SHEETS, SHEETS)
@fuzz_settings(8_000)
def test_compiling_again(before: str, after: str) -> None:
    fresh = compile_style("a.wxss", after)
    again = compile_style("a.wxss", after, compile_style("a.wxss", before))
    assert _parts(again) == _parts(fresh)


def _parts(unit: StyleUnit) -> tuple[object, ...]:
    return unit.pieces, unit.rules, unit.diagnostics
