"""What a script declares and uses, with places."""

from __future__ import annotations

import pytest

from runtime.language.scripts.facts import read_script

PAGE = """// 😀 中文
const self = this
Page({
  data: { /* 中 */ title: '', 'quoted-key': 1 },
  onTap(event) { self.helper(); this.setData({ title: 1, 'title.b': 2, [`title[${1}]`]: 3, title }) },
  helper: () => {},
})
"""


def test_members_are_found_at_their_names() -> None:
    main = read_script("a.js", PAGE).declared.main
    assert main is not None
    members = {**main.methods, **main.data}
    assert {name: PAGE[one.start : one.end] for name, one in members.items()} == {
        "onTap": "onTap", "helper": "helper", "title": "title", "quoted-key": "quoted-key",
    }  # fmt: skip
    assert main.methods["onTap"].detail == "onTap(event)"


@pytest.mark.parametrize(
    ("code", "uses"),
    [
        ("this.go(); this.data.title; this.properties.width", ["member go", "data title", "data width"]),
        ("const that = this; that.go(); other.go()", ["member go"]),
        ("const { title, a: b, c = 1 } = this.data", ["data title", "data a", "data c"]),
        (
            "x.setData({ a: 1, 'b.c': 2, [`d[${i}].e`]: 3, [f]: 4, 'g[0]': 5 })",
            ["data a", "data b", "data b.c", "data d", "data d.[]", "data d.[].e", "data g", "data g.[]"],
        ),
        (
            "this.data.a.b[0].c; const { d: { e } } = this.data.f",
            ["data a", "data a.b", "data a.b.[]", "data a.b.[].c", "data f", "data f.d", "data f.d.e"],
        ),
        ("x.setData({ a: { b: [{ c: 1 }] } })", ["data a", "data a.b", "data a.b.[]", "data a.b.[].c"]),
        ("q.select('.card .title'); this.selectComponent('#a.b')", ["class card", "class title", "class b"]),
        ("x.setData({ [`${a}b`]: 1, ...more })", []),
    ],
)
def test_uses_are_found_at_their_names(code: str, uses: list[str]) -> None:
    text = f"/* 😀 */ function f() {{ {code} }}"
    found = [one for one in read_script("a.js", text).uses if one.name not in ("data", "properties", "selectComponent")]
    assert sorted(f"{one.kind} {'.'.join(one.keys)}" for one in found) == sorted(uses)
    assert all(text[one.start : one.end] == one.name for one in found if one.name != "[]")


def test_modules_are_found_between_their_quotation_marks() -> None:
    text = "import a from './a'\nexport * from \"./b\"\nrequire('./c'); require.async('./d'); import('./e')"
    modules = read_script("a.ts", text).modules
    assert [(one.name, text[one.start : one.end]) for one in modules] == [(f"./{x}", f"./{x}") for x in "abcde"]


def test_half_typed_scripts_keep_what_is_whole() -> None:
    main = read_script("a.js", "Page({ data: { a: 1 }, onTap() { this. } , onB() {} })").declared.main
    assert main is not None
    assert {"onTap", "onB"} <= set(main.methods)
