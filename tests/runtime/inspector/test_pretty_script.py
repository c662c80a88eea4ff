"""Scripts laid out on many lines: the same tokens in the same order, and the same program."""

from __future__ import annotations

import re

import pytest
import quickjs

from runtime.inspector.pretty_script import MAX_BYTES, pretty_script

PACKED = (
    '"use strict";var a=require("./b"),c={x:1,y:[1,2],z:function(t){return t&&t.u?void 0:-t.v},'
    'longer:"aaaaaaaaaaaaaaaa"'
    "};for(var i=0;i<2;i++)if(i%2){a.f(i,`x${i} {y}`)}else a.g(!i);try{b()}catch(e){throw new Error('x'+e)}"
)
LAID_OUT = """"use strict";
var a = require("./b"), c = {
  x: 1,
  y: [1, 2],
  z: function(t) {
    return t && t.u ? void 0 : -t.v
  },
  longer: "aaaaaaaaaaaaaaaa"
};
for (var i = 0; i < 2; i++) if (i % 2) {
  a.f(i, `x${i} {y}`)
} else a.g(!i);
try {
  b()
} catch (e) {
  throw new Error('x' + e)
}
"""
PROGRAMS = (
    "var t=2;1- --t*t",
    "var a=1;a+ +a",
    "var a=1;a- -a+ ++a",
    "var x=1\nvar y=x\n++x\nx+y",
    "typeof void 0",
    "(function(){return/a;b/.test('a;b')})()",
    "[...'abc'].map(c=>({c})).length",
    "var o={f(){return 1},get g(){return 2}};o.f()+o.g",
    "var s='';switch(2){case 1:s+='a';case 2:s+='b';break;default:s+='c'}s",
    "let n=0;do{n++}while(n<3)n",
    "a:for(let i=0;;i++){if(i>2)break a}'end'",
    "class A{static #p=3;static q(){return A.#p}}A.q()",
    "1?2:3",
    "(()=>{let{a,...b}={a:1,b:2,c:3};return b.c})()",
    "`a${`b${1}`}c`",
    "var y=null;y?.z??5",
    "1 in[]",
    "// only a comment\n7",
    "(function*(){yield 1;yield*[2]})().next().value",
    "new(class{constructor(){this.v=4}})().v",
    "delete{}.a",
    "(-1)**2",
)


def test_blocks_and_long_objects_take_lines_of_their_own() -> None:
    assert pretty_script(PACKED) == LAID_OUT


@pytest.mark.parametrize("code", PROGRAMS)
def test_the_program_stays_the_same(code: str) -> None:
    laid_out = pretty_script(code)
    assert laid_out is not None
    assert re.sub(r"\s", "", laid_out) == re.sub(r"\s", "", code)
    assert quickjs.Context().eval(f"eval({code!r})") == quickjs.Context().eval(f"eval({laid_out!r})")
    assert pretty_script(laid_out) is not None


@pytest.mark.parametrize("text", ["<view>", "{", ".a { color: red }", "x" * (MAX_BYTES + 1)])
def test_what_is_no_script_or_too_long_is_not_laid_out(text: str) -> None:
    assert pretty_script(text) is None


def test_nothing_is_nothing() -> None:
    assert pretty_script("") == "\n"
