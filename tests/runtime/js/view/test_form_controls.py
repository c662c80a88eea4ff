"""Built-in form controls: attributes, events, values."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.runtime.js.view.page_harness import PageHarness, block, node, on, page_of

pytestmark = pytest.mark.browser

FIELD_EVENTS = ("input", "focus", "blur", "confirm")


def details(harness: PageHarness, *types: str) -> list[tuple[str, Any]]:
    return [(event["type"], event["detail"]) for event in harness.events(*types)]


def test_typing_into_an_input(harness: PageHarness) -> None:
    harness.open(
        page_of(
            ("input", {"id": "i", "placeholder": "name", "maxlength": 3, "events": on(*FIELD_EVENTS)}),
            ("view", {"id": "away", "style": "height:50px"}),
        ),
        stream=[],
    )
    harness.tap("#i")
    harness.type("abcd")
    harness.key(Qt.Key.Key_Return)
    events = details(harness)
    assert events[0] == ("focus", {"value": "", "height": 0})
    assert [detail["value"] for kind, detail in events if kind == "input"] == ["a", "ab", "abc"]
    assert events[3][1]["cursor"] == 3
    assert events[-2:] == [("confirm", {"value": "abc"}), ("blur", {"value": "abc", "cursor": 3})]
    assert harness.run("return keyboards.map((args) => args.slice(0, 2))") == [[True, 0], [False, 0]]
    assert harness.run("return $('.wx-input-placeholder').style.display") == "none"


def test_a_hint_stays_in_the_middle_whatever_its_class_says(harness: PageHarness) -> None:
    style = "position: absolute; top: 0; line-height: 10px; font-size: 13px"
    harness.open(
        page_of(("input", {"id": "i", "style": "height:60px", "placeholder": "name", "placeholderStyle": style})),
        stream=[],
    )
    middle = "const box = (e) => e.getBoundingClientRect(); const mid = (e) => box(e).top + box(e).height / 2;"
    assert harness.run(f"{middle} return Math.abs(mid($('.wx-input-placeholder')) - mid($('#i'))) < 1")


def test_a_value_that_the_program_changes_is_told_while_the_user_is_elsewhere(harness: PageHarness) -> None:
    field = block([[0, []]], [node("input", id="i", events=on("input", "change"))], [[0, "attr", "value", 1]])
    harness.open(field, stream=["a"])
    harness.apply(["U", 1, [0, "b"]])
    harness.apply(["U", 1, [0, "b"]])
    harness.tap("#i")
    harness.apply(["U", 1, [0, "c"]])
    assert details(harness, "change") == [("change", {"value": "b"})]


def test_a_form_is_handed_to_the_chat(harness: PageHarness) -> None:
    form = (
        "form", {"id": "f", "events": on("submitToGroup", "submit")},
        ("textarea", {"id": "t", "name": "text", "value": "hello", "style": "height:40px"}),
        ("button", {"id": "go", "formType": "submitToGroup"}, "go"),
    )  # fmt: skip
    harness.open(page_of(form), stream=[])
    harness.tap("#go")
    assert [(kind, detail["value"]) for kind, detail in details(harness)] == [("submitToGroup", {"text": "hello"})]


def test_a_value_that_comes_back_late_does_not_undo_typing(harness: PageHarness) -> None:
    field = block([[0, []]], [node("input", id="i", events=on("input"))], [[0, "attr", "value", 1]])
    harness.open(field, stream=[""])
    harness.tap("#i")
    harness.type("abc")
    harness.apply(["U", 1, [0, "a"]])
    assert harness.run("return $('input').value") == "abc"
    harness.apply(["U", 1, [0, "X"]])
    assert harness.run("return $('input').value") == "X"
    harness.apply(["E", 1, 0, "hello", 2])
    assert harness.run("const f = $('input'); return [f.value, f.selectionStart]") == ["hello", 2]


def test_number_fields_take_digits(harness: PageHarness) -> None:
    harness.open(page_of(("input", {"id": "i", "type": "digit"})), stream=[])
    harness.tap("#i")
    harness.type("1a.b5")
    assert harness.run("return $('input').value") == "1.5"


def test_textarea_grows_with_its_text(harness: PageHarness) -> None:
    harness.open(page_of(("textarea", {"id": "t", "autoHeight": True, "events": on("input", "linechange")})), stream=[])
    before = harness.run("return $('#t').offsetHeight")
    harness.tap("#t")
    harness.type("a")
    harness.key(Qt.Key.Key_Return)
    harness.type("b")
    assert harness.run("return $('#t').offsetHeight") > before
    assert [detail["lineCount"] for _, detail in details(harness, "linechange")] == [1, 2]


def test_form_collects_and_resets(harness: PageHarness) -> None:
    harness.open(
        page_of(
            (
                "form",
                {"events": on("submit", "reset")},
                ("input", {"name": "who", "value": "me"}),
                ("switch", {"name": "on", "id": "sw"}),
                ("slider", {"name": "much", "value": 30}),
                (
                    "checkbox-group",
                    {"name": "many"},
                    ("checkbox", {"value": "a", "id": "ca"}),
                    ("checkbox", {"value": "b"}),
                ),
                ("radio-group", {"name": "one"}, ("radio", {"value": "x", "checked": True}), ("radio", {"value": "y"})),
                ("button", {"id": "go", "formType": "submit"}, "go"),
                ("button", {"id": "back", "formType": "reset"}, "back"),
            )
        ),
        stream=[],
    )
    harness.tap("#sw")
    harness.tap("#ca")
    harness.tap("#go")
    value = {"who": "me", "on": True, "much": 30, "many": ["a"], "one": "x"}
    assert details(harness)[0][1]["value"] == value
    harness.tap("#back")
    harness.tap("#go")
    events = details(harness)
    assert [kind for kind, _ in events] == ["reset", "submit"]
    assert events[1][1]["value"] == {**value, "on": False, "many": []}


@pytest.mark.parametrize("form", [[], ["group"], ["button"], ["group", "button"]])
def test_a_form_sees_of_a_component_what_it_opens(harness: PageHarness, form: list[str]) -> None:
    main = block(
        [[0, [[1, [["?", 0]]], [3, ["go"]]]]],
        [
            node("form", events=on("submit")),
            node("my-field", 0, host=True, content=[0]),
            node("view", 0),
            node("button", 0, id="outer", attrs={"formType": "submit"}),
        ],
        regions=[{"kind": "content", "node": 1, "blocks": [3]}],
        hosts=[1],
    )
    shadow = block(
        [[0, []], [1, ["go"]], [2, [["?", 0]]]],
        [
            node("input", attrs={"name": "inner", "value": "1"}),
            node("button", id="inner", attrs={"formType": "submit"}),
            node("view"),
        ],
        regions=[{"kind": "slot", "node": 2, "name": ""}],
    )
    content = block([[0, []]], [node("input", attrs={"name": "slotted", "value": "2"})])
    scope = {"path": "c/field", "prefix": "c-field", "mode": "isolated", "parent": 0, "ext": {}, "form": form}
    harness.open(main, shadow, content, first=[["P", 1, scope]], stream=[0, 1, 1, 2, 1, 0, 1, 3])
    harness.tap("#outer")
    seen = {"inner": "1", "slotted": "2"} if "group" in form else {"slotted": "2"}
    assert [event["detail"]["value"] for event in harness.events("submit")] == [seen]
    harness.tap("#inner")
    assert len(harness.events("submit")) == ("button" in form)


def test_radio_and_checkbox_groups_report(harness: PageHarness) -> None:
    harness.open(
        page_of(
            (
                "radio-group",
                {"events": on("change")},
                ("label", {}, ("radio", {"value": "x", "checked": True}), ("text", {"id": "lx"}, "X")),
                ("label", {}, ("radio", {"value": "y"}), ("text", {"id": "ly"}, "Y")),
            ),
            ("checkbox-group", {"events": on("change")}, ("checkbox", {"value": "c", "id": "c"})),
            ("label", {"for": "c", "id": "lc"}, "for c"),
        ),
        stream=[],
    )
    harness.tap("#ly")
    harness.tap("#lx")
    harness.tap("#lx")
    harness.tap("#lc")
    harness.tap("#c")
    changes = [detail["value"] for _, detail in details(harness, "change")]
    assert changes == ["y", "x", ["c"], []]


def test_slider_follows_the_finger(harness: PageHarness) -> None:
    harness.open(
        page_of(("slider", {"id": "s", "min": 0, "max": 100, "step": 10, "events": on("change", "changing")})),
        stream=[],
    )
    harness.press(".wx-slider-handle-wrapper")
    harness.move(60, 0)
    harness.release()
    events = details(harness)
    assert events[0] == ("changing", {"value": 50})
    assert events[-1] == ("change", {"value": 70})


def test_picker_asks_the_shell(harness: PageHarness) -> None:
    picker = {"mode": "selector", "range": ["a", "b"], "value": 0, "events": on("change", "cancel")}
    harness.open(page_of(("picker", picker, ("button", {"id": "open"}, "pick"))), stream=[])
    harness.tap("#open")
    assert harness.run("return pickers[0].spec") == {"mode": "selector", "range": ["a", "b"], "value": 0}
    harness.run("pickers[0].resolve({value: 1}); await 0")
    harness.tap("#open")
    harness.run("pickers[1].resolve(null); await 0")
    assert details(harness) == [("change", {"value": "1"}), ("cancel", {})]


def test_picker_view_wheels(harness: PageHarness) -> None:
    rows = [("view", {}, str(number)) for number in range(10)]
    harness.open(
        page_of(("picker-view", {"value": [2], "events": on("change")}, ("picker-view-column", {"id": "c"}, *rows))),
        stream=[],
    )
    harness.press("#c")
    for _ in range(4):
        harness.move(0, -17)
    harness.run("await new Promise((resolve) => setTimeout(resolve, 150))")
    harness.release()
    assert details(harness) == [("change", {"value": [4]})]


def test_button_requests(harness: PageHarness) -> None:
    harness.open(
        page_of(
            ("button", {"id": "b", "openType": "getUserInfo", "lang": "en"}, "info"),
            ("button", {"id": "d", "disabled": True, "openType": "share", "events": on("tap")}, "off"),
            ("navigator", {"id": "n", "url": "../b/b?x=1", "openType": "redirect"}, "go"),
        ),
        stream=[],
    )
    for selector in ("#b", "#d", "#n"):
        harness.tap(selector)
    events = harness.events()
    assert [event["type"] for event in events] == ["opentype", "navigate"]
    assert events[0]["detail"]["openType"] == "getUserInfo"
    assert events[1]["detail"]["url"] == "../b/b?x=1"
    assert events[1]["detail"]["openType"] == "redirect"


def test_typed_text_scroll_and_focus_survive_a_template_swap(harness: PageHarness) -> None:
    page = page_of(
        ("input", {"id": "i", "events": on("focus", "blur")}),
        ("switch", {"id": "s"}),
        ("view", {"style": "height:2000px"}),
    )
    harness.open(page, stream=[])
    harness.tap("#i")
    harness.type("kept")
    harness.tap("#s")
    harness.run("$('input').focus(); doc.scrollingElement.scrollTop = 300; await frames(1)")
    swapped = page_of(
        ("view", {}, "new"),
        ("input", {"id": "i", "events": on("focus", "blur")}),
        ("switch", {"id": "s"}),
        ("view", {"style": "height:2000px"}),
    )
    harness.events()
    harness.apply(["K"], ["D", 2, swapped], ["B", 0, [50, 2]])
    assert harness.run(
        "return [$('input').value, doc.activeElement === $('input'), doc.scrollingElement.scrollTop,"
        "!!$('.wx-switch-input-checked')]"
    ) == ["kept", True, 300, True]
    assert harness.events() == []


def test_style_sheets_may_select_by_aria(harness: PageHarness) -> None:
    harness.open(
        page_of(("checkbox", {"id": "c", "checked": True}), ("view", {"id": "v", "ariaRole": "button"})), stream=[]
    )
    assert harness.run("return $('#c').getAttribute('aria-checked')") == "true"
    harness.tap("#c")
    assert harness.run("return $('#c').getAttribute('aria-checked')") == "false"
    assert harness.run("return $('#v').getAttribute('role')") == "button"
