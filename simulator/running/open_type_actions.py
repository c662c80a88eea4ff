"""Carries out what navigators and buttons with an open-type ask for; the outcome is an event for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Raw

from runtime.api.families.open_api.user_data import phone_number
from runtime.api.ports.account import ACCOUNT
from runtime.api.ports.world import WORLD
from runtime.protocol import logic
from simulator.api.call_host import CallHost
from simulator.api.surroundings import Routes
from simulator.bridge.notices import Notices
from simulator.running.elsewhere_pages import ElsewherePages

ROUTES = {
    "navigate": "navigateTo",
    "redirect": "redirectTo",
    "switchTab": "switchTab",
    "reLaunch": "reLaunch",
    "navigateBack": "navigateBack",
}
OTHER_PROGRAM = {
    "appId": "appId", "path": "path", "extraData": "extraData", "envVersion": "version", "shortLink": "shortLink",
}  # fmt: skip
"""Arguments of navigateToMiniProgram by the attributes of a navigator that mean them."""
OPEN_TYPE_APIS = {
    "getUserInfo": ("getUserInfo", "getuserinfo"),
    "openSetting": ("openSetting", "opensetting"),
}
"""Open-types that an API of the same meaning answers: its name, and the event that brings the result."""
FUNCTIONAL_PAGES = {
    "loginAndGetUserInfo": "getUserInfo",
    "requestPayment": "requestPayment",
    "chooseAddress": "chooseAddress",
    "chooseInvoice": "chooseInvoice",
    "chooseInvoiceTitle": "chooseInvoiceTitle",
}
"""APIs that do what a functional page does, by the page's name."""
NEED_CONSENT = frozenset({"chooseAvatar", "getPhoneNumber", "getRealtimePhoneNumber", "getUserInfo"})
"""Source: reference, privacy authorization. One that is joined by `|` with `agreePrivacyAuthorization` brings it."""

Event = Mapping[str, Any]


class OpenTypeActions:
    """For one program. `send` takes the events that answer, `forward` shares the page for a button, `scene` is that by
    which the program was opened."""

    def __init__(
        self,
        api: CallHost,
        routes: Routes,
        send: Callable[[logic.HostToLogic], None],
        forward: Callable[[Event], None],
        notices: Notices,
        scene: Callable[[], int],
    ) -> None:
        self._api = api
        self._elsewhere = ElsewherePages(api, scene)
        self._routes = routes
        self._send = send
        self._forward = forward
        self._notices = notices

    def carry_out(self, page_id: int, event: Event) -> None:
        """What one element asks for."""
        detail = event["detail"]
        if event["type"] == "navigate":
            self._navigate(page_id, event, detail)
        else:
            self._open(page_id, event, detail)

    def _navigate(self, page_id: int, event: Event, detail: Mapping[str, Any]) -> None:
        open_type = str(detail.get("openType") or "navigate")
        if open_type == "exit":
            self._routes.leave()
        elif detail.get("target") == "miniProgram":
            args = {name: detail[key] for name, key in OTHER_PROGRAM.items() if detail.get(key) is not None}
            self._api.ask("navigateToMiniProgram", args, lambda result: self._ended(page_id, event, result))
        elif open_type in ROUTES:
            api = ROUTES[open_type]
            failure = self._routes.route(api, str(detail.get("url") or ""), delta=_steps(detail.get("delta")))
            self._ended(page_id, event, {"errMsg": f"{api}:fail {failure.reason}" if failure else f"{api}:ok"})

    def _ended(self, page_id: int, event: Event, result: Mapping[str, Any]) -> None:
        message = str(result["errMsg"])
        is_failure = ":fail" in message
        if is_failure:
            self._notices.say("navigator-failed", "warn", detail={"message": message}, origin="program")
        self._tell(page_id, event, "fail" if is_failure else "success", result)
        self._tell(page_id, event, "complete", result)

    def _open(self, page_id: int, event: Event, detail: Mapping[str, Any]) -> None:
        # Consent comes before what needs it, in whatever order a template joins them.
        for open_type in sorted(str(detail.get("openType") or "").split("|"), key=lambda one: one in NEED_CONSENT):
            if open_type in NEED_CONSENT:
                self._with_consent(page_id, event, open_type)
            else:
                self._act(page_id, event, open_type)

    def _with_consent(self, page_id: int, event: Event, open_type: str) -> None:
        type_ = open_type.lower()
        self._api.with_consent(
            open_type,
            page_id,
            lambda: self._act(page_id, event, open_type),
            lambda refusal: self._tell(page_id, event, type_, refusal),
        )

    def _act(self, page_id: int, event: Event, open_type: str) -> None:
        if open_type in OPEN_TYPE_APIS:
            name, type_ = OPEN_TYPE_APIS[open_type]
            args = {"lang": lang} if (lang := event["detail"].get("lang")) else {}
            self._api.ask(name, args, lambda result: self._tell(page_id, event, type_, result))
            return
        match open_type:
            case "functionalPage":
                self._functional_page(page_id, event, event["detail"])
                return
            case "store":
                self._tell(page_id, event, "entersuccess", {})
                self._notices.say("store-simulated")
                return
            case "share":
                self._forward(event)
                return
            case "getPhoneNumber":
                self._tell(page_id, event, "getphonenumber", phone_number(self._api.ports))
            case "getRealtimePhoneNumber":
                code = self._api.ports[ACCOUNT].login_code()
                self._tell(page_id, event, "getrealtimephonenumber", {"errMsg": f"{open_type}:ok", "code": code})
            case "chooseAvatar":
                self._tell(page_id, event, "chooseavatar", {"avatarUrl": self._api.ports[WORLD]["user.avatarUrl"]})
            case "contact":
                self._elsewhere.contact(
                    page_id, event["detail"], lambda told: self._tell(page_id, event, "contact", told)
                )
            case "agreePrivacyAuthorization":
                self._api.ports[WORLD].set("privacy.isAgreed", True, "phone")
                self._tell(page_id, event, "agreeprivacyauthorization", {"errMsg": "agreePrivacyAuthorization:ok"})
            case "launchApp":
                self._elsewhere.launch_app(
                    page_id, event["detail"], lambda type_, told: self._tell(page_id, event, type_, told)
                )
            case "feedback":
                self._elsewhere.feedback(page_id)
            case _:
                self._notices.say("open-type-idle", "warn", detail={"openType": open_type})
                return
        self._notices.say("open-type-simulated", detail={"openType": open_type})

    def _functional_page(self, page_id: int, event: Event, detail: Mapping[str, Any]) -> None:
        name = str(detail.get("name") or "")
        if name not in FUNCTIONAL_PAGES:
            self._tell(page_id, event, "fail", {"errMsg": f"{name}:fail no such functional page"})
            return
        given = detail.get("args")
        login = {"code": self._api.ports[ACCOUNT].login_code()} if name == "loginAndGetUserInfo" else {}

        def ended(result: Mapping[str, Any]) -> None:
            message = str(result["errMsg"])
            type_ = "success" if ":fail" not in message else "cancel" if "cancel" in message else "fail"
            self._tell(page_id, event, type_, {**(login if type_ == "success" else {}), **result})

        self._api.ask(FUNCTIONAL_PAGES[name], given if isinstance(given, dict) else {}, ended)

    def _tell(self, page_id: int, event: Event, type_: str, detail: Mapping[str, Any]) -> None:
        answer = {**event, "type": type_, "detail": detail}
        self._send(logic.ViewEvents(page_id, Raw(msgspec.json.encode([answer]))))


def _steps(delta: Any) -> int:
    """How many pages back; a template may say anything."""
    try:
        return int(delta) or 1
    except (TypeError, ValueError, OverflowError):
        return 1
