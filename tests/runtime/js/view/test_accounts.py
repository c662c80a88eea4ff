"""Components that stand for what the platform's accounts give: ads, official account, open data, stores, services."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.platform.wechat import WECHAT
from tests.runtime.js.view.page_harness import PageHarness, on, page_of

pytestmark = pytest.mark.browser

ACCOUNT = {
    "nickName": "Ann", "avatarUrl": "", "gender": 2, "city": "广州", "province": "广东", "country": "中国",
    "language": "zh_CN", "groupName": "Friends", "adError": 0, "officialAccount": 0,
}  # fmt: skip
LATE = ("ad", "ad-custom", "official-account", "store-home", "store-product", "store-coupon", "contact-button")
SHOWN = "return c.querySelector('.wx-ad-box').offsetHeight > 0"


def opened(harness: PageHarness, tag: str, given: dict[str, Any], **account: Any) -> None:
    """One component; `c` is its element in what runs from now on."""
    events = WECHAT.components[tag].get("events", {})
    attributes = {"id": "c", "events": on(*events), **given}
    harness.open(page_of((tag, attributes)), stream=[], device={"account": {**ACCOUNT, **account}})
    if tag in LATE:
        harness.run("await until(() => $('#c').children.length > 1, 'the parts'); await frames(1)")


@pytest.mark.parametrize("tag", ["ad", "ad-custom"])
def test_an_ad_is_a_labelled_box_and_says_that_it_is_there(harness: PageHarness, tag: str) -> None:
    opened(harness, tag, {"unitId": "adunit-1"})
    assert [event["type"] for event in harness.events()] == ["load"]
    assert harness.run(f"const c = $('#c'); {SHOWN}") is True
    assert harness.run("return $('#c .wx-ad-label').textContent") == "广告 adunit-1"
    assert harness.run("return Boolean($('#c .wx-ad-close'))") is (tag == "ad")


@pytest.mark.parametrize(("unit", "error", "code"), [("u", 1004, 1004), ("", 0, 1002)], ids=["none suits", "no unit"])
def test_an_ad_that_there_is_not_takes_no_room_and_says_why(
    harness: PageHarness, unit: str, error: int, code: int
) -> None:
    opened(harness, "ad", {"unitId": unit}, adError=error)
    (event,) = harness.events()
    assert (event["type"], event["detail"]["errCode"]) == ("error", code)
    assert harness.run(f"const c = $('#c'); {SHOWN}") is False


def test_a_closed_ad_is_gone_and_another_unit_is_another_ad(harness: PageHarness) -> None:
    opened(harness, "ad", {"unitId": "u"})
    harness.run("$('#c .wx-ad-close').click(); await frames(1)")
    assert [event["type"] for event in harness.events()] == ["load", "close"]
    assert harness.run(f"const c = $('#c'); {SHOWN}") is False
    harness.run("$('#c').__builtIn.assign('unitId', 'v'); await frames(1)")
    assert [event["type"] for event in harness.events()] == ["load"]


def test_an_ad_comes_again_at_its_interval_and_not_sooner_than_the_platform_lets_it(harness: PageHarness) -> None:
    opened(harness, "ad", {"unitId": "u"})
    waits = harness.run(
        """const own = $('#c').__builtIn; const waits = []; const { setInterval } = own.window;
           own.window.setInterval = (_, wait) => { waits.push(wait); return 0; };
           own.assign('adIntervals', 5); own.assign('adIntervals', 60); own.assign('adIntervals', undefined);
           own.window.setInterval = setInterval;
           return waits"""
    )
    assert waits == [30_000, 60_000]


@pytest.mark.parametrize(("kind", "theme"), [("video", "black"), ("grid", "white")])
def test_kind_and_theme_of_an_ad(harness: PageHarness, kind: str, theme: str) -> None:
    opened(harness, "ad", {"unitId": "u", "adType": kind, "adTheme": theme})
    box = "const c = $('#c .wx-ad-box')"
    assert harness.run(f"{box}; return c.offsetHeight") == {"video": 211, "grid": 375}[kind]
    colour = harness.run(f"{box}; return getComputedStyle(c).backgroundColor")
    assert (colour == "rgb(0, 0, 0)") is (theme == "black")


@pytest.mark.parametrize(("status", "told"), [(0, "load"), (-2, "error"), (3, "error")])
def test_an_official_account_is_a_card_or_says_why_not(harness: PageHarness, status: int, told: str) -> None:
    opened(harness, "official-account", {}, officialAccount=status)
    (event,) = harness.events()
    assert (event["type"], event["detail"]["status"]) == (told, status)
    assert harness.run("return $('#c .wx-official-account-card').offsetHeight") == (84 if status == 0 else 0)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"type": "userNickName"}, "Ann"),
        ({"type": "userGender"}, "Female"),
        ({"type": "userGender", "lang": "zh_CN"}, "女"),
        ({"type": "userCity"}, "广州"),
        ({"type": "userLanguage"}, "zh_CN"),
        ({"type": "groupName", "openGid": "g"}, "Friends"),
        ({"type": "groupName", "defaultText": "?"}, "?"),
        ({"type": "nothing", "defaultText": "?"}, "?"),
    ],
)
def test_open_data_are_the_users(harness: PageHarness, given: dict[str, Any], shown: str) -> None:
    opened(harness, "open-data", given)
    assert harness.run("return $('#c').textContent") == shown
    is_wrong = given["type"] == "groupName" and "openGid" not in given
    assert [event["type"] for event in harness.events()] == (["error"] if is_wrong else [])


@pytest.mark.parametrize(
    ("account", "given", "picture"),
    [
        ({"avatarUrl": "data:image/svg+xml,<svg/>"}, {}, "data:image/svg+xml,<svg/>"),
        ({}, {"defaultAvatar": "data:,x"}, "data:,x"),
        ({}, {}, None),
    ],
    ids=["own", "default", "none"],
)
def test_the_users_picture(
    harness: PageHarness, account: dict[str, str], given: dict[str, str], picture: str | None
) -> None:
    opened(harness, "open-data", {"type": "userAvatarUrl", **given}, **account)
    assert harness.run("return $('#c img')?.getAttribute('src') ?? null") == picture


def test_what_is_shown_follows_the_world(harness: PageHarness) -> None:
    opened(harness, "open-data", {"type": "userNickName"})
    harness.run("view.setDevice({ ...view.device, account: { ...view.device.account, nickName: 'Bob' } })")
    assert harness.run("return $('#c').textContent") == "Bob"


@pytest.mark.parametrize(
    ("tag", "given", "label"),
    [
        ("store-home", {"appid": "wx1"}, "小店 wx1"),
        ("store-product", {"productId": "p1"}, "小店商品 p1"),
        ("store-coupon", {"couponId": "c1"}, "小店优惠券 c1"),
    ],
)
def test_a_card_of_a_store_asks_to_go_there(harness: PageHarness, tag: str, given: dict[str, Any], label: str) -> None:
    opened(harness, tag, given)
    assert harness.run("return $('#c .wx-store-card').textContent") == label
    harness.events()
    harness.tap("#c")
    (asked,) = harness.events("opentype")
    assert asked["detail"]["openType"] == "store"


def test_a_product_may_be_drawn_by_the_program(harness: PageHarness) -> None:
    opened(harness, "store-product", {"productId": "p1", "customContent": True})
    assert harness.run("return $('#c .wx-store-card').offsetHeight") == 0


@pytest.mark.parametrize(("size", "drawn"), [(5, 18), (20, 20), (99, 27)])
def test_the_old_button_of_customer_service(harness: PageHarness, size: int, drawn: int) -> None:
    opened(harness, "contact-button", {"size": size, "type": "default-light"})
    face = "$('#c .wx-contact-button-face')"
    assert harness.run(f"return [{face}.offsetWidth, {face}.dataset.type]") == [drawn, "default-light"]
    harness.tap("#c")
    (asked,) = harness.events("opentype")
    assert asked["detail"]["openType"] == "contact"


def test_a_functional_page_is_asked_for_with_its_arguments(harness: PageHarness) -> None:
    given = {"name": "requestPayment", "args": {"package": "p"}, "style": "height:40px", "events": on("success")}
    harness.open(page_of(("functional-page-navigator", {"id": "c", **given})), stream=[])
    harness.run("await until(() => $('#c').__builtIn.constructor.name !== 'Late', 'the parts')")
    harness.tap("#c")
    (asked,) = harness.events("opentype")
    assert asked["detail"] == {"openType": "functionalPage", "name": "requestPayment", "args": {"package": "p"}}
