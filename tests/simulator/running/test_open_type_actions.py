"""What navigators and buttons with an open-type ask for: what is done, and the events that they get."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from runtime.api.file_areas import FileAreas
from runtime.api.interceptor import Interceptors
from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT, FakeAccount
from runtime.api.ports.clock import CLOCK, FakeClock
from runtime.api.ports.declarations import DECLARATIONS, FakeDeclarations
from runtime.api.ports.ui import UI, FakeUi
from runtime.api.ports.world import WORLD
from runtime.platform.wechat import WECHAT
from runtime.protocol import logic
from runtime.world.world import new_world
from simulator.api.call_host import CallHost
from simulator.bridge.recorder import Recorder
from simulator.running.open_type_actions import OpenTypeActions
from simulator.session.routes import RouteFailure
from simulator.traffic.network_side import NetworkSide
from tests.support.run_parts import Script


class Page:
    """A page with one element that asks; `routes` are those that were carried out."""

    def __init__(self, folder: Path) -> None:
        self.script = Script()
        self.routes: list[tuple[str, str, int]] = []
        self.refusal = ""
        self.world = new_world()
        self.ui = FakeUi()
        self.scene = 1001
        made = {
            ACCOUNT: FakeAccount(), CLOCK: FakeClock(), WORLD: self.world, DECLARATIONS: FakeDeclarations(),
            UI: self.ui,
        }  # fmt: skip
        ports = HostPorts(FileAreas.under(folder, folder), made)
        self.api = api = CallHost(WECHAT, ports, Interceptors(), Recorder(), self.script.to_logic, NetworkSide())
        self.actions = OpenTypeActions(
            api, self, self.script.to_logic, self.forward, self.script.notices, lambda: self.scene
        )

    def route(self, api: str, url: str, *, delta: int = 1, call_id: int = 0) -> RouteFailure | None:
        self.routes.append((api, url, delta))
        return RouteFailure(self.refusal) if self.refusal else None

    def forward(self, event: Mapping[str, Any]) -> None:
        self.script.add(f"forward {event['id']}")

    def leave(self) -> None:
        self.script.add("leave")

    def asks(self, type_: str, **detail: Any) -> list[str]:
        """The lines of what came of it; an event is `event <type> <errMsg>`."""
        self.script.logic.clear()
        self.actions.carry_out(1, {"id": 7, "type": type_, "detail": detail})
        lines = [line for line in self.script.take() if line != "logic ViewEvents"]
        for message in [one for one in self.script.logic if isinstance(one, logic.ViewEvents)]:
            (event,) = msgspec.json.decode(message.events)
            assert event["id"] == 7
            lines.append(f"event {event['type']} {event['detail'].get('errMsg', '')}".rstrip())
        return lines


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(tmp_path)


@pytest.mark.parametrize(
    ("open_type", "api"),
    [("", "navigateTo"), ("redirect", "redirectTo"), ("switchTab", "switchTab"), ("reLaunch", "reLaunch")],
)
def test_a_navigator_routes_and_hears_of_it(page: Page, open_type: str, api: str) -> None:
    told = page.asks("navigate", openType=open_type, url="/b")
    assert page.routes == [(api, "/b", 1)]
    assert told == [f"event success {api}:ok", f"event complete {api}:ok"]


def test_a_refused_route_is_told_to_the_element_and_on_the_console(page: Page) -> None:
    page.refusal = "page is not found"
    message = "navigateTo:fail page is not found"
    told = page.asks("navigate", url="/x")
    assert told == ["notice navigator-failed", f"event fail {message}", f"event complete {message}"]


@pytest.mark.parametrize(
    ("delta", "steps"), [(2, 2), ("3", 3), (0, 1), (None, 1), ("many", 1), ([], 1), (float("inf"), 1)]
)
def test_a_template_may_write_anything_for_the_steps_back(page: Page, delta: Any, steps: int) -> None:
    page.asks("navigate", openType="navigateBack", delta=delta)
    assert page.routes == [("navigateBack", "", steps)]


def test_a_navigator_leaves_or_does_nothing(page: Page) -> None:
    assert page.asks("navigate", openType="exit") == ["leave"]
    assert page.asks("navigate", openType="sideways") == []
    assert page.routes == []


def test_a_button_shares_by_the_page(page: Page) -> None:
    assert page.asks("opentype", openType="share") == ["forward 7"]


@pytest.mark.parametrize(
    ("open_type", "event"),
    [
        ("getPhoneNumber", "getphonenumber"), ("getRealtimePhoneNumber", "getrealtimephonenumber"),
        ("chooseAvatar", "chooseavatar"),
        ("agreePrivacyAuthorization", "agreeprivacyauthorization"), ("launchApp", "error"),
    ],
)  # fmt: skip
def test_what_is_simulated_is_said_to_be(page: Page, open_type: str, event: str) -> None:
    notice, told = page.asks("opentype", openType=open_type)
    assert notice == "notice open-type-simulated"
    assert told.split()[1] == event


@pytest.mark.parametrize("open_type", ["getPhoneNumber", "getRealtimePhoneNumber", "chooseAvatar", "getUserInfo"])
def test_a_button_for_what_is_the_users_own_waits_for_consent(page: Page, open_type: str) -> None:
    page.world.set("privacy.isAgreed", False, "panel")
    assert [line for line in page.asks("opentype", openType=open_type) if line.startswith("event")] == []
    page.script.logic.clear()
    page.api.privacy.answered("disagree")
    (message,) = (one for one in page.script.logic if isinstance(one, logic.ViewEvents))
    (event,) = msgspec.json.decode(message.events)
    assert (event["type"], event["detail"]["errno"]) == (open_type.lower(), 104)
    assert event["detail"]["errMsg"] == f"{open_type}:fail privacy permission is not authorized"


def test_a_button_that_agrees_as_well_brings_its_consent(page: Page) -> None:
    page.world.set("privacy.isAgreed", False, "panel")
    told = page.asks("opentype", openType="getPhoneNumber|agreePrivacyAuthorization")
    assert [line.split()[1] for line in told if line.startswith("event")] == [
        "agreeprivacyauthorization", "getphonenumber",
    ]  # fmt: skip
    assert page.world["privacy.isAgreed"]


def test_an_open_type_that_does_nothing_says_so(page: Page) -> None:
    assert page.asks("opentype", openType="teleport") == ["notice open-type-idle"]


def test_a_functional_page_does_what_its_api_does(page: Page) -> None:
    page.world.set_all({"answers.dialogs": "accept", "permission.userInfo": "granted"}, "panel")
    told = page.asks("opentype", openType="functionalPage", name="loginAndGetUserInfo")
    assert [line for line in told if line.startswith("event")] == ["event success getUserInfo:ok"]
    page.world.set("permission.userInfo", "denied", "panel")
    told = page.asks("opentype", openType="functionalPage", name="loginAndGetUserInfo")
    assert [line for line in told if line.startswith("event")] == ["event fail getUserInfo:fail auth deny"]
    page.world.set_all({"answers.dialogs": "decline", "permission.address": "granted"}, "panel")
    told = page.asks("opentype", openType="functionalPage", name="chooseAddress", args="none")
    assert [line for line in told if line.startswith("event")] == ["event cancel chooseAddress:fail cancel"]
    told = page.asks("opentype", openType="functionalPage", name="elsewhere")
    assert told == ["event fail elsewhere:fail no such functional page"]


def test_a_store_is_entered(page: Page) -> None:
    assert page.asks("opentype", openType="store") == ["notice store-simulated", "event entersuccess"]


CARD = {
    "showMessageCard": True, "sessionFrom": "shop", "sendMessageTitle": "A cup", "sendMessagePath": "/pages/cup?id=3",
}  # fmt: skip


@pytest.mark.parametrize(
    ("card", "is_tapped", "path", "query"),
    [(CARD, True, "pages/cup", {"id": "3"}), (CARD, False, "", {}), ({"sendMessagePath": "/pages/cup"}, True, "", {})],
)
def test_customer_service_shows_what_is_carried_there(
    page: Page, card: dict[str, Any], is_tapped: bool, path: str, query: dict[str, str]
) -> None:
    assert page.asks("opentype", openType="contact", **card) == ["notice open-type-simulated"]
    ((_, dialog, _),) = page.ui.asked
    shown = "shop\nA cup\n/pages/cup?id=3" if card is CARD else ""
    assert (dialog["content"], dialog["showCancel"]) == (shown, card is CARD)
    page.ui.answer({"confirm": is_tapped})
    (event,) = msgspec.json.decode(page.script.logic[-1].events)
    assert event["detail"] == {"errMsg": "enterContact:ok", "path": path, "query": query}


def test_the_app_that_has_opened_the_program_is_launched(page: Page) -> None:
    told = page.asks("opentype", openType="launchApp", appParameter="x")
    assert "event error launchApp:fail invalid scene" in told
    page.scene = 1069
    for answer, type_ in ((True, "launchapp"), (False, "error")):
        page.asks("opentype", openType="launchApp", appParameter="p-1")
        assert page.ui.asked[0][1]["content"] == "p-1"
        page.ui.answer({"confirm": answer})
        (event,) = msgspec.json.decode(page.script.logic[-1].events)
        assert event["type"] == type_


def test_feedback_is_a_page_of_the_app_around(page: Page) -> None:
    assert page.asks("opentype", openType="feedback") == ["notice open-type-simulated"]
    assert page.ui.asked[0][1]["title"] == "意见反馈（模拟）"


def test_dialogs_that_the_world_answers_are_not_shown(page: Page) -> None:
    page.world.set("answers.dialogs", "accept", "panel")
    assert "event contact enterContact:ok" in page.asks("opentype", openType="contact", **CARD)
    assert page.ui.asked == []


def test_a_button_asks_for_the_user_in_a_language(page: Page) -> None:
    page.world.set("permission.userInfo", "granted", "panel")
    page.asks("opentype", openType="getUserInfo", lang="zh_TW")
    (event,) = msgspec.json.decode(page.script.logic[-1].events)
    assert event["detail"]["userInfo"]["language"] == "zh_TW"
