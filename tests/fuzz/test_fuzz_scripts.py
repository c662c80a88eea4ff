"""Scripts and wxs: the module transform, types, rules. What was right before is right after, line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.compiler.script.syntax import Dialect
from tests.fuzz.judges import judge_script, judge_wxs
from tests.fuzz.texts import changed, fuzz_settings, pieces, sample_files, short

pytestmark = pytest.mark.fuzz

_WORDS = (
    "import~a~from~'./a' import~*~as~b~from~'b' import~{c,d~as~e}~from~'c' import~'d' import('e') export~default~ "
    "export~const~f=1 export~{g} export~*~from~'h' export~{i~as~default}~from~'i' "
    "export~function~j(){} export~class~K{} "
    "const~ let~ var~ a b c = => ( ) { } [ ] ; , . ... ?. ?? : + ++ ! async~ await~ function~ return~ class~ extends~ "
    "new~Date('2020-1-1') /(?<=a)b/ `x${a}` 'y' \"z\" 1 // /* */ require('./m') require(n) require.async('p') "
    "Page({ Component({ Behavior({ methods:{ properties:{ behaviors:[ wx.request({}) wx.x?.() this.y=1 this "
    "module.exports= exports.q= try{ }catch(e){ } if(wx.z) @d interface~I{} type~T=string :~number "
    "as~any <T> enum~E{A} "
    "namespace~N{} declare~ private~ readonly~ abstract~ satisfies~T import~type~{U}~from~'u' !:"
)
WORDS = [word.replace("~", " ") for word in _WORDS.split()]
SAMPLES = short(
    [
        *sample_files(".js", ".ts"),
        "import a, { b as c } from './m'\nexport default class extends a { x = b }\nexport { c as d }\n",
        "import { A } from './a'\nenum B { C = 1, D }\nexport namespace E { export const f: A = B.C }\n",
        "class P { constructor(private readonly a: string, public b?: number) {} m<T>(x: T): x is T { return !!x } }\n",
    ]
)
WXS = pieces([*WORDS, "getRegExp('a')", "getDate()", "module.exports={}", "'\\x'"]) | changed(SAMPLES, WORDS)


@given(pieces(WORDS) | changed(SAMPLES, WORDS), st.sampled_from(["javascript", "typescript"]), st.booleans())
@fuzz_settings(18_000)
def test_scripts(text: str, dialect: Dialect, is_strict: bool) -> None:
    judge_script(text, dialect, is_strict)


@given(WXS)
@fuzz_settings(10_000)
def test_wxs(text: str) -> None:
    judge_wxs(text)
