"""wx.canIUse tells the truth: what Handset does not carry out is false, whatever the reference says."""

from __future__ import annotations

import pytest

from runtime.platform.can_i_use import can_i_use
from runtime.platform.wechat import WECHAT

NEWEST = "99.0.0"


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("request", True),
        ("nextTick", True),
        ("getUpdateManager", True),
        ("getWindowInfo", True),
        ("showToast.object.image", True),
        ("showToast.object.nothing", False),
        ("request.object.method.POST", True),
        ("request.object.method.GRAB", False),
        ("getSystemInfoSync.return.safeArea.top", True),
        ("getSystemInfo.success.screenWidth", True),
        ("onThemeChange.callback.theme", True),
        ("FileSystemManager.readFile", True),
        ("button", True),
        ("button.open-type.getUserInfo", True),
        ("button.open-type.flyToTheMoon", False),
        ("rich-text.user-select", True),
        ("view.nothing", False),
        ("scroll-view.scroll-y", True),
        ("scroll-view.enable-back-to-top", False),
        ("scroll-view.bindscroll", True),
        ("input.bindnicknamereview", True),
        ("button.open-type.liveActivity", False),
        ("canvas.type", True),
        ("span", True),
        ("map", True),
        ("map.subkey", False),
        ("store-gift", False),
        ("map.longitude", True),
        ("sticky-header", True),
        ("xr-scene", False),
        ("getTransitCardCPLC", False),
        ("SelectorQuery.select", True),
        ("RequestTask.abort", True),
        ("RequestTask.startHTTPDNS", False),
        ("VideoContext.play", True),
        ("VideoContext.startCasting", False),
        ("InnerAudioContext.src", True),
        ("Canvas.width", True),
        ("Canvas.nothing", False),
        ("Canvas", False),
        ("WxCloud.callFunction", True),
        ("WxCloud.callContainer", False),
        ("setTopBarText", False),
        ("onGeneratePoster", False),
        ("noSuchThing", False),
        ("", False),
    ],
)
def test_can_i_use(schema: str, expected: bool) -> None:
    assert can_i_use(WECHAT, schema, "3.8.12") is expected


def test_can_i_use_knows_when_things_came() -> None:
    assert can_i_use(WECHAT, "getWindowInfo", "2.19.0") is False
    assert can_i_use(WECHAT, "getWindowInfo", "2.20.1") is True


@pytest.mark.parametrize(
    "schema", ["a.b.c.d.e", "..", "request.", " request ", "request.object.method.POST.x", "\0", "WxCloud."]
)
def test_any_text_has_an_answer(schema: str) -> None:
    assert can_i_use(WECHAT, schema, "3.8.12") in (True, False)


def test_every_api_and_method_says_what_the_registry_says() -> None:
    entries = {name: entry for name, entry in WECHAT.registry.entries.items() if name.count(".") <= 1}
    wrong = [
        name for name, entry in entries.items() if can_i_use(WECHAT, name, NEWEST) != (entry.state != "unsupported")
    ]
    assert len(entries) > 1000
    assert wrong == []


def test_properties_are_there_with_their_object() -> None:
    wrong = []
    for owner, described in WECHAT.catalogue.objects.items():
        is_there = WECHAT.registry.is_handed_out(owner)
        for name in {*described.properties} - {*described.methods}:
            is_method = f"{owner}.{name}" in WECHAT.registry.entries
            if "." not in owner and not is_method and can_i_use(WECHAT, f"{owner}.{name}", NEWEST) != is_there:
                wrong.append(f"{owner}.{name}")
    assert wrong == []


def test_components_without_a_drawing_are_false_with_all_that_is_theirs() -> None:
    for tag, support in WECHAT.support.components.items():
        if not support.is_drawn:
            attributes = WECHAT.components[tag].get("attributes", {})
            asked = [tag, *(f"{tag}.{name}" for name in attributes)]
            assert not any(can_i_use(WECHAT, schema, NEWEST) for schema in asked), tag
