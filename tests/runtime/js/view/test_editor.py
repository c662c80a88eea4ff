"""`editor`: every attribute and event, the orders of EditorContext, keys, and what comes from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt

from runtime.platform.wechat import WECHAT
from tests.runtime.js.view.page_harness import PageHarness, block, node, on, page_of

pytestmark = pytest.mark.browser

SUPPORT = WECHAT.support.components["editor"]
DOCUMENTED = WECHAT.components["editor"]
METHODS = {name.split(".")[1] for name in WECHAT.registry.entries if name.startswith("EditorContext.")}


@dataclass(frozen=True)
class Row:
    """With `given`, after `before`, `asked` is `expected`."""

    given: dict[str, Any]
    asked: str
    expected: Any
    before: str = ""


IMAGE = "await order('insertImage', {src: '/img/a.svg'}); await until(() => $('#v img').complete, 'the picture');"
TAPPED = f"{IMAGE} v.tapped($('#v img'));"
HTML = "(await order('getContents')).html"


def shown(part: str) -> str:
    return f"$('{part}').getClientRects().length > 0"


ATTRIBUTES: dict[str, list[Row]] = {
    "read-only": [
        Row({"readOnly": True}, "v.root.isContentEditable", False), Row({}, "v.root.isContentEditable", True),
        Row({"readOnly": True}, HTML, "<p>x</p>", "await order('setContents', {html: 'x'});"),
    ],
    "placeholder": [
        Row({"placeholder": "write"}, "getComputedStyle(v.root, '::before').content", '"write"'),
        Row({"placeholder": "write"}, "getComputedStyle(v.root, '::before').content", "none",
            "await order('insertText', {text: 'x'});"),
    ],
    "show-img-size": [
        Row({"showImgSize": True}, "$('.wx-editor-image-size').textContent", "120 × 60", TAPPED),
        Row({}, shown(".wx-editor-image-size"), False, TAPPED),
    ],
    "show-img-toolbar": [
        Row({"showImgToolbar": True}, shown(".wx-editor-image-toolbar"), True, TAPPED),
        Row({"showImgToolbar": True}, f"/text-align: right/.test({HTML})", True,
            f"{TAPPED} v.tapped($('.wx-editor-image-align-right'));"),
        Row({"showImgToolbar": True}, "(await order('getContents')).delta.ops", [{"insert": "\n\n"}],
            f"{TAPPED} v.tapped($('.wx-editor-image-delete'));"),
        Row({"showImgSize": True}, shown(".wx-editor-image-toolbar"), False, TAPPED),
    ],
    "show-img-resize": [
        Row({"showImgResize": True}, "v.cells[0].attributes", {"height": "70", "width": "140"},
            f"{TAPPED} v.grab({{target: $('.wx-editor-image-corner-se')}}); v.dragged({{totalX: 20}}); v.dropped();"),
        Row({}, "v.grab({target: $('.wx-editor-image-corner-se')})", False, TAPPED),
    ],
    "enable-formats": [
        Row({"enableFormats": ["bold"]}, HTML, "<p><strong>a</strong>b</p>",
            "await order('setContents', {html: '<b>a</b><i>b</i>'});"),
        Row({"enableFormats": ["bold"]}, HTML, "<p>a</p>",
            "await order('setContents', {delta: {ops: [{insert: 'a', attributes: {color: 'red'}}]}});"),
        Row({"enableFormats": ["bold"]}, "v.formats", {}, "await order('format', 'italic');"),
    ],
    "enterkeyhint": [Row({"enterkeyhint": "send"}, "v.root.enterKeyHint", "send")],
    "confirm-hold": [Row({"confirmHold": False}, "v.is('confirmHold', true)", False)],
}  # fmt: skip
EMPTY = {"html": "<p><br></p>", "text": "\n", "delta": {"ops": [{"insert": "\n"}]}}
EVENTS: dict[str, Row] = {
    "ready": Row({}, "", {}),
    "focus": Row({}, "", EMPTY, "v.root.focus();"),
    "blur": Row(
        {}, "", EMPTY,
        "v.root.focus(); v.root.blur();",
    ),
    "input": Row(
        {}, "", {"html": "<p>a</p>", "text": "a\n", "delta": {"ops": [{"insert": "a\n"}]}},
        "await order('insertText', {text: 'a'});",
    ),
    "statuschange": Row({}, "", {"bold": True}, "await order('format', 'bold');"),
}  # fmt: skip


@pytest.fixture
def page(harness: PageHarness) -> Iterator[PageHarness]:
    yield harness
    harness.run("view.destroy()")


def opened(harness: PageHarness, given: dict[str, Any], *children: Any, before: str = "", events: Any = ()) -> None:
    """An editor that is there, as `v`, with `order(method, ...args)`."""
    harness.open(page_of(("editor", {"id": "v", "events": on(*events), **given}, *children)), stream=[])
    harness.run(
        "await until(() => (window.v = $('#v').__builtIn)?.caret, 'the parts of an editor');"
        "window.order = (method, ...args) => v.invoke(method, args);"
        f"const v = window.v; {before}"
    )


def asked(page: PageHarness, code: str) -> Any:
    return page.run(f"return {code}")


def test_the_tables_have_every_attribute_event_and_method() -> None:
    assert set(ATTRIBUTES) == set(DOCUMENTED["attributes"]) - SUPPORT.attributes
    assert set(EVENTS) == set(DOCUMENTED["events"]) - SUPPORT.events


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{name}-{number}") for name, rows in ATTRIBUTES.items() for number, row in enumerate(rows)],
)
def test_attributes(page: PageHarness, row: Row) -> None:
    opened(page, row.given, before=row.before)
    assert asked(page, row.asked) == row.expected


@pytest.mark.parametrize("name", EVENTS)
def test_events(page: PageHarness, name: str) -> None:
    row = EVENTS[name]
    opened(page, row.given, before=row.before, events=(name,))
    assert page.events(name)[0]["detail"] == row.expected


BOTH = "await order('setSelection', {index: 0, length: 2});"
FORMATS: list[tuple[str, Any, str]] = [
    ("bold", None, "<p><strong>ab</strong></p>"),
    ("italic", None, "<p><em>ab</em></p>"),
    ("underline", None, "<p><u>ab</u></p>"),
    ("strike", None, "<p><s>ab</s></p>"),
    ("ins", None, "<p><ins>ab</ins></p>"),
    ("script", "sub", "<p><sub>ab</sub></p>"),
    ("script", "super", "<p><sup>ab</sup></p>"),
    ("header", "H2", "<h2>ab</h2>"),
    ("header", 3, "<h3>ab</h3>"),
    ("align", "center", '<p style="text-align: center;">ab</p>'),
    ("direction", "rtl", '<p style="direction: rtl;">ab</p>'),
    ("indent", "+1", '<p class="ql-indent-1">ab</p>'),
    ("list", "ordered", "<ol><li>ab</li></ol>"),
    ("list", "bullet", "<ul><li>ab</li></ul>"),
    ("list", "check", '<ul data-checked="false"><li>ab</li></ul>'),
    *(
        (name, value, f'<p><span style="{css}: {value};">ab</span></p>')
        for name, css, value in (
            ("color", "color", "red"), ("backgroundColor", "background-color", "rgb(1, 2, 3)"),
            ("letterSpacing", "letter-spacing", "2px"), ("fontSize", "font-size", "24px"),
            ("fontFamily", "font-family", "serif"), ("fontStyle", "font-style", "oblique"),
            ("fontVariant", "font-variant", "small-caps"), ("fontWeight", "font-weight", "600"),
            ("textDecoration", "text-decoration", "underline"),
        )
    ),
    *(
        (name, value, f'<p style="{css}: {value};">ab</p>')
        for name, css, value in (
            ("lineHeight", "line-height", "2"), ("textIndent", "text-indent", "2em"), ("margin", "margin", "4px"),
            ("marginTop", "margin-top", "5px"), ("padding", "padding", "6px"), ("paddingLeft", "padding-left", "7px"),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "html"), FORMATS, ids=[f"{n}-{v}" for n, v, _ in FORMATS])
def test_a_format_is_set_shown_told_and_taken_away(page: PageHarness, name: str, value: Any, html: str) -> None:
    opened(page, {}, before=f"await order('setContents', {{html: 'ab'}}); {BOTH}")
    page.run(f"await order('format', {name!r}, {'undefined' if value is None else repr(value)})")
    assert asked(page, HTML) == html
    assert asked(page, f"{name!r} in v.formats") is True
    page.run("const { delta } = await order('getContents'); await order('setContents', { delta });")
    assert asked(page, HTML) == html
    page.run("await order('setContents', {html: (await order('getContents')).html})")
    assert asked(page, HTML) == html
    page.run(BOTH)
    again = "'-1'" if name == "indent" else "undefined" if value is None else repr(value)
    page.run(f"await order('format', {name!r}, {again})")
    assert asked(page, HTML) == "<p>ab</p>"


def test_a_format_that_is_none_is_told(page: PageHarness) -> None:
    opened(page, {}, before="await order('format', 'blink', 'x'); await order('format');")
    assert [entry[1] for entry in page.run("return logs")] == [
        'EditorContext.format: there is no format "blink"',
        'EditorContext.format: there is no format ""',
    ]


def test_what_is_inserted_stands_at_the_caret_and_moves_it(page: PageHarness) -> None:
    opened(page, {}, before="await order('insertText', {text: 'one'}); await order('insertDivider', {});")
    page.run(
        "await order('insertImage', {src: 'https://x.test/a.png', alt: 'A', width: '80%', data: {id: 1, role: 'god'},"
        " extClass: 'big'}); await order('insertText', {text: 'end'})"
    )
    assert asked(page, "await order('getContents')") == {
        "html": '<p>one</p><hr><p><img alt="A" width="80%" class="big" data-custom="id=1&amp;role=god"'
        ' src="https://x.test/a.png"></p><p>end</p>',
        "text": "one\n\nend\n",
        "delta": {
            "ops": [
                {"insert": "one\n"},
                {"insert": {"divider": True}},
                {
                    "insert": {"image": "https://x.test/a.png"},
                    "attributes": {"alt": "A", "width": "80%", "class": "big", "data-custom": "id=1&role=god"},
                },
                {"insert": "\nend\n"},
            ]
        },
    }
    assert asked(page, "(await order('getSelection')).range") == {"index": 10, "length": 0}


def test_undo_and_redo_and_clear(page: PageHarness) -> None:
    opened(page, {}, before="await order('insertText', {text: 'a'}); await order('clear');")
    assert asked(page, "await order('getHistoryState')") == {"undo": True, "redo": False}
    page.run("await order('undo')")
    assert asked(page, HTML) == "<p>a</p>"
    page.run("await order('redo')")
    assert asked(page, HTML) == "<p><br></p>"
    page.run("for (const n of [1, 2, 3]) await order('undo')")
    assert asked(page, "await order('getHistoryState')") == {"undo": False, "redo": True}


def test_selection_bounds_text_and_deletion(page: PageHarness) -> None:
    opened(page, {}, before="await order('setContents', {html: '<p>abc</p><p><b>def</b></p>'});")
    page.run("await order('setSelection', {index: 1, length: 4})")
    assert asked(page, "await order('getSelectionText')") == {"text": "bc\nd"}
    page.run("await order('removeFormat'); await order('deleteText', {index: 3, length: 1})")
    assert asked(page, HTML) == "<p>abcd<strong>ef</strong></p>"
    bounds = asked(page, "(await order('getBounds', {index: 0, length: 3})).bounds")
    assert bounds["left"] == 0
    assert 10 < bounds["width"] < 60
    assert bounds["height"] > 10
    page.run("await order('deleteText', {index: 99}); await order('scrollIntoView'); await order('blur')")
    assert asked(page, "v.hasFocus") is False


def test_setting_nothing_fails_and_a_missing_source_too(page: PageHarness) -> None:
    opened(page, {})
    said = "await order({0}).then(() => '', (error) => error.message)"
    assert asked(page, said.format("'setContents', {}")) == "neither delta nor html"
    assert asked(page, said.format("'insertImage', {}")) == "src is missing"


def test_keys_write_split_and_join_lines(page: PageHarness) -> None:
    opened(page, {}, events=("input",))
    page.tap("#v")
    page.type("hello")
    page.key(Qt.Key.Key_Return)
    page.type("you")
    assert asked(page, HTML) == "<p>hello</p><p>you</p>"
    for _ in range(4):
        page.key(Qt.Key.Key_Backspace)
    page.type("!")
    assert asked(page, HTML) == "<p>hello!</p>"
    assert page.events("input")[-1]["detail"]["text"] == "hello!\n"
    assert page.run("return keyboards.map((args) => args[0])") == [True]


def test_a_format_without_selection_is_that_of_the_next_letters(page: PageHarness) -> None:
    opened(page, {}, before="await order('insertText', {text: 'a'});", events=("statuschange",))
    page.run("await order('format', 'bold')")
    page.type("b")
    page.run("await order('format', 'bold')")
    page.type("c")
    assert asked(page, HTML) == "<p>a<strong>b</strong>c</p>"
    assert [event["detail"] for event in page.events("statuschange")] == [{"bold": True}, {}]


def test_a_list_goes_on_and_ends_with_an_empty_item(page: PageHarness) -> None:
    opened(page, {}, before="await order('format', 'list', 'ordered');")
    page.type("a")
    page.key(Qt.Key.Key_Return)
    page.type("b")
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_Return)
    page.type("c")
    assert asked(page, HTML) == "<ol><li>a</li><li>b</li></ol><p>c</p>"


def test_after_a_heading_comes_a_plain_line_and_a_step_back_makes_a_heading_plain(page: PageHarness) -> None:
    opened(page, {}, before="await order('format', 'header', 1);")
    page.type("a")
    page.key(Qt.Key.Key_Return)
    page.type("b")
    assert asked(page, HTML) == "<h1>a</h1><p>b</p>"
    page.run("await order('setSelection', {index: 0})")
    page.key(Qt.Key.Key_Backspace)
    assert asked(page, HTML) == "<p>a</p><p>b</p>"


def test_without_confirm_hold_the_key_puts_the_keyboard_away(page: PageHarness) -> None:
    opened(page, {"confirmHold": False})
    page.tap("#v")
    page.type("a")
    page.key(Qt.Key.Key_Return)
    assert asked(page, f"[{HTML}, v.hasFocus]") == ["<p>a</p>", False]


def test_a_composed_word_is_read_when_it_is_whole(page: PageHarness) -> None:
    opened(page, {}, before="await order('setContents', {html: '<p>a<b>b</b></p>'});", events=("input",))
    page.events()
    page.run(
        "const W = frame.contentWindow; v.root.dispatchEvent(new W.CompositionEvent('compositionstart'));"
        "$('#v strong').firstChild.data = 'b你';"
        "getSelection(); doc.getSelection().collapse($('#v strong').firstChild, 2);"
        "v.root.dispatchEvent(new W.CompositionEvent('compositionend', {data: '你'}))"
    )
    assert [event["detail"]["html"] for event in page.events("input")] == ["<p>a<strong>b你</strong></p>"]
    page.run("await order('undo')")
    assert asked(page, HTML) == "<p>a<strong>b</strong></p>"


def test_an_item_of_a_checklist_is_ticked_beside_its_text(page: PageHarness) -> None:
    opened(page, {}, before="await order('insertText', {text: 'a'}); await order('format', 'list', 'check');")
    page.run("const item = $('#v li'); v.tapped(item, {clientX: item.getBoundingClientRect().left - 5})")
    assert asked(page, HTML) == '<ul data-checked="true"><li>a</li></ul>'


def test_only_changed_blocks_are_drawn_anew(page: PageHarness) -> None:
    opened(page, {}, before="await order('setContents', {html: '<p>a</p><p>b</p><p>c</p>'});")
    page.run("window.former = [...v.root.children]; await order('setSelection', {index: 3});")
    page.type("x")
    assert asked(page, "[...v.root.children].map((one, index) => one === former[index])") == [True, False, True]


def test_a_block_of_the_program_holds_its_portal(page: PageHarness) -> None:
    portal = block(
        [[0, [[1, [[2, []]]]]]],
        [node("editor", id="v"), node("editor-portal", 0), node("view", 1, id="inside", events=on("tap"))],
        [[1, "attr", "key", 1]],
    )
    page.open(portal, stream=[""])
    page.run("await until(() => (window.v = $('#v').__builtIn)?.caret, 'the parts of an editor')")
    found = page.run("return await v.invoke('insertCustomBlock', [{}])")
    assert found == {"blockId": "block-1"}
    assert page.run("return $('.ql-custom-block').contains($('#inside'))") is False
    page.apply(["U", 1, [0, "block-1"]])
    assert page.run("return $('.ql-custom-block').contains($('#inside'))") is True
    page.run("view.gestures.tap($('#inside'), {clientX: 1, clientY: 1})")
    assert [event["type"] for event in page.events("tap")] == ["tap"]
    assert page.run("return (await v.invoke('getContents', [])).delta.ops") == [
        {"insert": {"customBlock": "block-1"}},
        {"insert": "\n\n"},
    ]


def test_every_method_is_carried_out(page: PageHarness) -> None:
    opened(page, {})
    orders = page.run("return Object.keys((await import('handset://shell/components/editor/orders.js')).ORDERS)")
    assert set(orders) == METHODS


def test_a_long_text_costs_no_more_than_its_changed_block(page: PageHarness) -> None:
    opened(page, {}, before="await order('setContents', {delta: {ops: [{insert: 'line of text\\n'.repeat(2000)}]}});")
    made = page.run(
        "let made = 0; const create = doc.createElement;"
        "doc.createElement = function (...a) { made += 1; return create.apply(doc, a); };"
        "await order('setSelection', {index: 100}); await order('insertText', {text: 'x'});"
        "delete doc.createElement; return made"
    )
    assert made < 5
