"""Attributes and events of fields, pictures and containers that few programs use: each does what it says."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.platform.wechat import WECHAT
from tests.runtime.js.view.page_harness import PageHarness, on, page_of

pytestmark = pytest.mark.browser

TALL = ("view", {"style": "height:300px"})
NICK = {"account": {"nickName": "Ann"}}


@pytest.mark.parametrize("tag", ["image", "cover-view", "cover-image", "root-portal", "keyboard-accessory"])
def test_nothing_of_these_is_left_out(tag: str) -> None:
    assert WECHAT.support.components[tag].state == "works"


def test_a_nickname_is_offered_over_the_keyboard_and_reviewed(harness: PageHarness) -> None:
    events = on("input", "nicknamereview", "blur")
    harness.open(page_of(("input", {"id": "i", "type": "nickname", "events": events})), stream=[], device=NICK)
    harness.tap("#i")
    assert harness.run("return keyboards.find(([isShown]) => isShown)[3].suggestion") == "Ann"
    harness.run("keyboards.find(([isShown]) => isShown)[3].choose(); $('input').blur()")
    told = [(event["type"], event["detail"].get("value", event["detail"])) for event in harness.events()]
    assert told == [("input", "Ann"), ("blur", "Ann"), ("nicknamereview", {"pass": True, "timeout": False})]


def test_before_anything_is_known_of_the_user_no_name_is_offered(harness: PageHarness) -> None:
    harness.open(page_of(("input", {"id": "i", "type": "nickname"})), stream=[])
    harness.tap("#i")
    assert harness.run("return keyboards.filter(([isShown]) => isShown).map((args) => args.length)") == [3]


def test_other_fields_are_offered_nothing(harness: PageHarness) -> None:
    harness.open(page_of(("input", {"id": "i"})), stream=[], device=NICK)
    harness.tap("#i")
    assert harness.run("return keyboards.filter(([isShown]) => isShown).map((args) => args.length)") == [3]


@pytest.mark.parametrize(
    ("given", "height", "has_bar"), [({}, 300, True), ({"showConfirmBar": False}, 300, False), ({}, 0, False)]
)
def test_a_text_area_has_a_key_for_being_done(
    harness: PageHarness, given: dict[str, Any], height: int, has_bar: bool
) -> None:
    page = page_of(("textarea", {"id": "t", "events": on("confirm", "blur"), **given}))
    harness.open(page, stream=[], device={"keyboardHeight": height})
    harness.tap("#t")
    assert harness.run("return Boolean(keyboards.find(([isShown]) => isShown)[3])") is has_bar
    if has_bar:
        harness.run("keyboards.find(([isShown]) => isShown)[3].confirm()")
        assert [event["type"] for event in harness.events("confirm", "blur")] == ["confirm", "blur"]


def test_a_field_tells_its_selection_and_composition(harness: PageHarness) -> None:
    types = ("selectionchange", "keyboardcompositionstart", "keyboardcompositionupdate", "keyboardcompositionend")
    harness.open(page_of(("input", {"id": "i", "value": "hello", "events": on(*types)})), stream=[])
    harness.tap("#i")
    harness.run("$('input').setSelectionRange(1, 3); await until(() => sent.at(-1)?.detail.selectionEnd === 3, 'it')")
    harness.events()
    harness.run(
        "for (const step of ['start', 'update', 'end'])"
        "$('input').dispatchEvent(new frame.contentWindow.CompositionEvent(`composition${step}`))"
    )
    assert [event["type"] for event in harness.events()] == list(types[1:])


def test_what_the_program_puts_over_the_keyboard_is_there_while_one_types(harness: PageHarness) -> None:
    accessory = ("keyboard-accessory", {"id": "k"}, ("cover-view", {"id": "c", "style": "height:40px"}, "bar"))
    harness.open(page_of(("input", {"id": "i"}, accessory)), stream=[], device={"keyboardHeight": 200})
    place = "const b = $('#k').getBoundingClientRect(); return [b.left, b.top, b.width, b.height].map(Math.round)"
    assert harness.run(place) == [0, 0, 0, 0]
    harness.tap("#i")
    assert harness.run(place) == [0, 667 - 200 - 40, 375, 40]
    harness.tap("#c")
    assert harness.run("return doc.activeElement.localName") == "input"
    harness.run("$('input').blur()")
    assert harness.run(place) == [0, 0, 0, 0]


def test_a_long_press_on_a_picture_opens_its_menu(harness: PageHarness) -> None:
    pictures = [("image", {"id": name, "src": "/img/a.svg", "showMenuByLongpress": name == "a"}) for name in "ab"]
    harness.open(page_of(*pictures), stream=[])
    harness.press("#a")
    harness.run("await until(() => choices.length === 1, 'the menu')")
    harness.release()
    harness.run("choices[0].resolve('Save'); await 0; await 0; await 0;")
    assert harness.run("return choices[0].words.length") == 4
    assert "does nothing on the desk" in harness.run("return logs.at(-1)[1]")
    harness.run("$('#b').__builtIn.longPressed()")
    assert harness.run("return choices.length") == 1


@pytest.mark.parametrize(
    ("given", "asked", "expected"),
    [
        ({"src": "http://127.0.0.1:9/a.png", "forceHttps": True}, "$('#i img').src", "https://127.0.0.1:9/a.png"),
        ({"src": "/img/a.svg", "lazyLoad": True}, "$('#i img').loading", "lazy"),
        ({"src": "/img/a.svg", "lazyLoad": True, "preload": True}, "$('#i img').loading", "eager"),
        ({"src": "/img/a.svg", "fadeIn": True}, "$('#i img').getAnimations().length", 1),
        ({"src": "/img/a.svg"}, "$('#i img').getAnimations().length", 0),
    ],
)
def test_how_a_picture_comes(harness: PageHarness, given: dict[str, Any], asked: str, expected: Any) -> None:
    harness.open(page_of(("image", {"id": "i", **given})), stream=[])
    harness.run("await until(() => $('#i img').complete || $('#i img').loading === 'lazy', 'the picture')")
    assert harness.run(f"return {asked}") == expected


def test_a_referrer_policy_is_that_of_the_request(harness: PageHarness) -> None:
    harness.open(page_of(("cover-image", {"id": "i", "src": "/img/a.svg", "referrerPolicy": "origin"})), stream=[])
    assert harness.run("return $('#i img').referrerPolicy") == "origin"


def test_lines_of_a_text_are_limited(harness: PageHarness) -> None:
    words = "word " * 60
    texts = [("view", {}, ("text", {"id": name, **more}, words)) for name, more in (
        ("a", {"maxLines": 2, "overflow": "ellipsis"}), ("b", {}))]  # fmt: skip
    harness.open(page_of(*texts), stream=[])
    a, b = harness.run("return ['#a', '#b'].map((one) => $(one).getBoundingClientRect().height)")
    assert 0 < a < 60 < b


SCROLLED = "await frames(3); return Math.round($('.wx-scroll-view').scrollTop)"


@pytest.mark.parametrize(("alignment", "top"), [("start", 300), ("center", 260), ("end", 220), ("nearest", 220)])
def test_what_is_scrolled_to_stands_where_it_is_to(harness: PageHarness, alignment: str, top: int) -> None:
    page = page_of(
        ("scroll-view",
            {"scrollY": True, "style": "height:100px", "scrollIntoView": "x", "scrollIntoViewAlignment": alignment},
            TALL, ("view", {"id": "x", "style": "height:20px"}), TALL),
    )  # fmt: skip
    harness.open(page, stream=[])
    assert harness.run(SCROLLED) == top


def test_a_scroll_begins_and_ends(harness: PageHarness) -> None:
    given = {"scrollY": True, "style": "height:100px", "events": on("scrollstart", "scrollend")}
    harness.open(page_of(("scroll-view", given, TALL)), stream=[])
    harness.run("$('.wx-scroll-view').scrollTop = 50; await until(() => sent.length === 2, 'the end')")
    told = [(event["type"], event["detail"]) for event in harness.events()]
    assert told == [("scrollstart", {"isDrag": False}), ("scrollend", {"isDrag": False})]


def test_the_padding_of_a_scroll_view_and_what_sticks_in_it(harness: PageHarness) -> None:
    sticky = ("view", {"id": "s", "style": "position:sticky;top:0;height:10px"})
    given = {"scrollY": True, "style": "height:100px", "padding": [5, 0, 0, 7], "usingSticky": True}
    harness.open(page_of(("scroll-view", given, sticky, TALL, TALL)), stream=[])
    box = "const b = $('#s').getBoundingClientRect(); return [b.left, b.top]"
    assert harness.run(box) == [7, 5]
    harness.run("$('.wx-scroll-view').scrollTop = 400")
    assert harness.run(box) == [7, 0]


@pytest.mark.parametrize(("direction", "reached"), [("positive", [1, 1]), ("negative", [0, 0]), ("all", [1, 0])])
def test_a_swiper_goes_the_ways_that_it_may(harness: PageHarness, direction: str, reached: list[int]) -> None:
    items = [("swiper-item", {}, ("view", {"style": "height:100%"})) for _ in range(3)]
    harness.open(page_of(("swiper", {"id": "w", "direction": direction}, *items)), stream=[])
    told = []
    for way in (-200, 200):
        harness.run(f"const w = $('#w').__builtIn; w.dragged({{totalX: {way}, totalY: 0}});"
            f"w.dropped({{velocityX: {way / 100}, velocityY: 0}});")  # fmt: skip
        harness.run("await frames(2)")
        told.append(harness.run("return $('#w').__builtIn.current"))
    assert told == reached


def test_a_cover_view_scrolls_and_a_portal_has_a_class(harness: PageHarness) -> None:
    style = "height:50px;overflow-y:scroll"
    page = page_of(
        ("cover-view", {"id": "c", "style": style, "scrollTop": 30}, TALL),
        ("root-portal", {"externalClass": "mine"}, ("view", {"id": "p"})),
    )
    harness.open(page, stream=[])
    assert harness.run("return [$('#c').scrollTop, $('#p').parentNode.className.includes('mine')]") == [30, True]
