"""What the last match leaves on `RegExp`: there for programs that ask for it, and only for those."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.logic_program import LogicProgram


def run(code: str) -> Any:
    program = LogicProgram({"pages/p/p.wxml": "", "pages/p/p.js": f"Page({{}});\n{code}"})
    program.launch()
    assert program.errors() == []
    return program.logs()


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("/(y+)-(M)/.test('a yy-M b'), [RegExp.$1, RegExp.$2, RegExp.$3]", ["yy", "M", ""]),
        ("/b(x)?/.exec('abc'), [RegExp.$1, RegExp.lastMatch, RegExp['$&']]", ["", "b", "b"]),
        ("/b/.test('abc'), /z/.test('q'), [RegExp.leftContext, RegExp.rightContext, RegExp.input]", ["a", "c", "abc"]),
        ("'x1y2'.replace(/([a-z])(\\d)/g, ''), [RegExp.$1, RegExp.$2, RegExp.lastParen]", ["y", "2", "2"]),
        ("'k=v'.match(/(\\w)=(\\w)/), RegExp['$2']", "v"),
        ("RegExp.$1", ""),
        ("'a1b22'.replace(/\\d+/g, 'n') + 'a,b'.split(/,/).length + /x/y.test('ax') + RegExp.$9", "anbn2false"),
    ],
)
def test_after_a_match(expression: str, expected: Any) -> None:
    assert run(f"console.log(({expression}))") == [expected]


def test_a_date_formatter_of_the_usual_kind() -> None:
    code = """function format(date, text) {
      const parts = { 'M+': date.getMonth() + 1, 'd+': date.getDate() };
      if (/(y+)/.test(text)) text = text.replace(RegExp.$1, String(date.getFullYear()).slice(4 - RegExp.$1.length));
      for (const part of Object.keys(parts)) {
        if (new RegExp(`(${part})`).test(text)) text = text.replace(RegExp.$1, String(parts[part]).padStart(2, '0'));
      }
      return text;
    }
    console.log(format(new Date(2024, 1, 3), 'yyyy-MM-dd'));"""
    assert run(code) == ["2024-02-03"]


def test_other_programs_keep_the_engine_s_own_exec() -> None:
    assert run("const r = 'RegExp'; console.log(String(RegExp.prototype.exec).includes('[native code]'))") == [True]
