"""The text of library snapshots; each expectation is what miniprogram-simulate and Jest 26 write for the same file."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.render import run_render
from tests.support.project_folder import write_project

HERE = "c/c"


def snapshot(folder: Path, wxml: str, script: str = "Component({})", data: Any = None, **files: str) -> list[str]:
    """The lines below the root. `d_wxml`, `d_js` … are files of other components."""
    named = {f"c/{name.replace('_', '.')}": text for name, text in files.items()}
    others = {Path(name).stem for name in named}
    for stem in others:
        named.setdefault(f"c/{stem}.json", '{"component": true}')
    using = {stem: stem for stem in others}
    write_project(
        folder,
        {
            "app.json": '{"pages": ["p"]}',
            "p.wxml": "p",
            "c/c.json": json.dumps({"component": True, "usingComponents": using}),
            "c/c.wxml": wxml,
            "c/c.js": script,
            **named,
        },
    )
    file = None if data is None else folder / "data.json"
    if file is not None:
        file.write_text(json.dumps(data), "utf-8")
    out = io.StringIO()
    run_render(folder / HERE, data_file=file, output="snapshot", out=out, problems=io.StringIO())
    return out.getvalue().removesuffix("\n").split("\n")


def inside(folder: Path, wxml: str, script: str = "Component({})", **files: str) -> str:
    first, *lines, last = snapshot(folder, wxml, script, **files)
    assert (first, last) == ("<main>", "</main>")
    return "\n".join(line.removeprefix("  ") for line in lines)


def test_names_are_sorted_as_words_and_events_by_type(tmp_path: Path) -> None:
    wxml = (
        '<view data-a-b="2" aria-label="x" my-attr="1" myOther="2" foo_bar="3" hidden mark:a="1" Z="1" a="1" A1="2" '
        'a-b="3" aa="4" bindtap="t" catch:longpress="l" capture-bind:my-event="m" bind:myEvent="e"/>'
    )
    assert inside(tmp_path, wxml).split("\n") == [
        "<wx-view",
        '  a="1"',
        '  A1="2"',
        '  aa="4"',
        '  aB="3"',
        '  ariaLabel="x"',
        '  data-a-b="2"',
        '  foo_bar="3"',
        '  hidden="{{true}}"',
        '  mark:a="1"',
        '  myAttr="1"',
        '  myOther="2"',
        '  Z="1"',
        '  catch:longpress="l"',
        '  capture-bind:my-event="m"',
        '  bind:myEvent="e"',
        '  bind:tap="t"',
        "/>",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("undefined", '""'), ("null", '"{{null}}"'), ("true", '"{{true}}"'), ("1.50", '"{{1.5}}"'),
        ("-0", '"{{-0}}"'), ("NaN", '"{{NaN}}"'), ("1e-7", '"{{1e-7}}"'), ("1e21", '"{{1e+21}}"'),
        ("0.1 + 0.2", '"{{0.30000000000000004}}"'), ("function abc() {}", '"{{[Function]}}"'),
        ("{}", '"{{Object {}}}"'), ("[]", '"{{Array []}}"'), (r"'a\"b\\c'", r'"a\"b\\c"'), ("'{{x}}'", '"{{x}}"'),
    ],
)  # fmt: skip
def test_values(tmp_path: Path, value: str, text: str) -> None:
    assert inside(tmp_path, '<view a="{{v}}"/>', f"Component({{data: {{v: {value}}}}})") == f"<wx-view\n  a={text}\n/>"


def test_objects_have_lines_of_their_own(tmp_path: Path) -> None:
    script = r"""Component({data: {v: {b: 'q"x\ny', a: [1, 'two', null, {z: undefined}, []], c() {}}}})"""
    assert inside(tmp_path, '<view a="{{v}}"/>', script).split("\n") == [
        "<wx-view",
        '  a="{{',
        "    Object {",
        '      "a": Array [',
        "        1,",
        '        "two",',
        "        null,",
        "        Object {",
        '          "z": undefined,',
        "        },",
        "        Array [],",
        "      ],",
        r'      "b": "q\"x',
        'y",',
        '      "c": [Function],',
        "    }",
        '  }}"',
        "/>",
    ]


def test_texts_and_tags(tmp_path: Path) -> None:
    wxml = '<abc>a &lt; b & "q" {{t}}</abc><view>{{e}}</view><span/><my-tag some-prop="{{1}}"/><swiper-item/>'
    assert inside(tmp_path, wxml, "Component({data: {t: '<b>', e: ''}})").split("\n") == [
        "<abc>",
        '  a &lt; b & "q" &lt;b&gt;',
        "</abc>",
        "<wx-view>",
        "  ",
        "</wx-view>",
        "<span />",
        "<my-tag",
        '  someProp="{{1}}"',
        "/>",
        "<wx-swiper-item />",
    ]


def test_components_keep_what_is_no_property_and_virtual_ones_give_way(tmp_path: Path) -> None:
    files = {
        "d_wxml": "<text><slot/></text>",
        "d_js": "Component({properties: {someProp: Number}})",
        "v_wxml": "{{n}}",
        "v_js": "Component({options: {virtualHost: true}, properties: {n: String}})",
    }
    wxml = '<d class="k" some-prop="{{1}}" other-prop="{{2}}" bind:go="g">x</d><v id="v" n="y"/>'
    assert inside(tmp_path, wxml, **files).split("\n") == [
        "<d",
        '  class="k"',
        '  otherProp="{{2}}"',
        '  bind:go="g"',
        ">",
        "  <wx-text>",
        "    x",
        "  </wx-text>",
        "</d>",
        "y",
    ]


def test_the_root_has_the_data_that_are_no_properties(tmp_path: Path) -> None:
    script = "Component({properties: {known: String}})"
    lines = snapshot(tmp_path, "{{known}}", script, {"known": "k", "id": "i", "fooBar": {"a": 1}})
    assert lines == [
        "<main",
        '  fooBar="{{',
        "    Object {",
        '      "a": 1,',
        "    }",
        '  }}"',
        '  id="i"',
        ">",
        "  k",
        "</main>",
    ]


def test_handlers_in_wxs_are_attributes(tmp_path: Path) -> None:
    wxml = (
        '<wxs module="m">module.exports = {f: function () {}}</wxs><view bind:touchmove="{{m.f}}" '
        'capture-bind:tap="{{m.f}}" bindtouchend="h" bind:touchstart="{{m.none}}" change:aB="{{m.f}}" aB="{{1}}"/>'
    )
    assert inside(tmp_path, wxml).split("\n") == [
        "<wx-view",
        '  $gdc="{{[Function]}}"',
        '  $wxs:bind:touchmove="{{[Function]}}"',
        '  $wxs:capture-bind:tap="{{[Function]}}"',
        '  $wxs:change:aB="{{[Function]}}"',
        '  aB="{{1}}"',
        '  bind:touchend="h"',
        '  bind:touchstart=""',
        "/>",
    ]


@pytest.mark.parametrize(
    ("attributes", "kept"),
    [
        ('catchtap="c" capture-bind:tap="b"', 'catch:tap="c"'), ('capture-bind:tap="b" catchtap="c"', 'catch:tap="c"'),
        ('mut-bind:tap="c" bind:tap="q"', 'mut-bind:tap="c"'), ('bindtap=""', 'bind:tap=""'),
        ('bindtap="{{none}}"', 'bind:tap=""'),
    ],
)  # fmt: skip
def test_one_handler_for_a_type(tmp_path: Path, attributes: str, kept: str) -> None:
    assert inside(tmp_path, f"<view {attributes}/>") == f"<wx-view\n  {kept}\n/>"


def test_a_template_alone_has_a_root_too(tmp_path: Path) -> None:
    (tmp_path / "one.wxml").write_text("<view>{{n}}</view>", "utf-8")
    out = io.StringIO()
    assert run_render(tmp_path / "one.wxml", output="snapshot", out=out, problems=io.StringIO()) == 0
    assert out.getvalue() == "<main>\n  <wx-view>\n    \n  </wx-view>\n</main>\n"
