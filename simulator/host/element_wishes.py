"""Carries out what navigators and buttons with an open-type ask for, and sharing; the outcome is an event for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from runtime.protocol import logic, view

if TYPE_CHECKING:
    from simulator.host.api_host import ApiHost
    from simulator.host.program import Program

ROUTES = {
    "navigate": "navigateTo",
    "redirect": "redirectTo",
    "switchTab": "switchTab",
    "reLaunch": "reLaunch",
    "navigateBack": "navigateBack",
}
OPEN_TYPE_APIS = {
    "getUserInfo": ("getUserInfo", "getuserinfo"),
    "openSetting": ("openSetting", "opensetting"),
}
"""Open-types that an API of the same meaning answers: its name, and the event that brings the result."""


class ElementWishes:
    """Carries the wishes out for one program."""

    def __init__(self, program: Program, api: ApiHost) -> None:
        self._program = program
        self._api = api

    def carry_out(self, page_id: int, event: Mapping[str, Any]) -> None:
        """One wish of an element."""
        detail = event["detail"]
        if event["type"] == "navigate":
            self._navigate(page_id, event, detail)
        else:
            self._open(page_id, event, detail)

    def share(self, origin: str, target: Mapping[str, Any] | None = None) -> None:
        """Asks the page what to share and shows the card. `origin`: menu or button."""
        page = self._program.page
        if page is None:
            return
        options = msgspec.json.encode({"from": origin, "target": target}).decode()
        code = (
            "(async () => JSON.stringify((page.onShareAppMessage && await "
            f"page.onShareAppMessage({options})) || {{}}))()"
        )

        def answered(answer: logic.Evaluated) -> None:
            value = msgspec.json.decode(answer.value) if not answer.error else None
            shared = msgspec.json.decode(value["v"]) if value and value.get("t") == "string" else {}
            card = {
                "title": str(shared.get("title") or page.path),
                "path": str(shared.get("path") or "/" + page.path),
                "imageUrl": str(shared.get("imageUrl") or ""),
            }
            said = {"title": card["title"], "path": card["path"]}
            self._program.voice.say("shared", detail=said)
            self._program.send_to_view(view.Chrome("share", card, page_id=page.page_id))

        self._program.evaluate(code, answered)

    def _navigate(self, page_id: int, event: Mapping[str, Any], detail: Mapping[str, Any]) -> None:
        open_type = str(detail.get("openType") or "navigate")
        if detail.get("target") == "miniProgram":
            self._fail(page_id, event, "navigateToMiniProgram:fail there is no other mini program in Handset")
        elif open_type == "exit":
            self._program.set_foreground(visible=False)
        elif open_type in ROUTES:
            api = ROUTES[open_type]
            failure = self._program.route(api, str(detail.get("url") or ""), delta=int(detail.get("delta") or 1))
            if failure:
                self._fail(page_id, event, f"{api}:fail {failure.reason}")
            else:
                self._tell(page_id, event, "success", {"errMsg": f"{api}:ok"})
                self._tell(page_id, event, "complete", {"errMsg": f"{api}:ok"})

    def _fail(self, page_id: int, event: Mapping[str, Any], message: str) -> None:
        self._program.voice.say("navigator-failed", "warn", detail={"message": message}, origin="program")
        self._tell(page_id, event, "fail", {"errMsg": message})
        self._tell(page_id, event, "complete", {"errMsg": message})

    def _open(self, page_id: int, event: Mapping[str, Any], detail: Mapping[str, Any]) -> None:
        open_type = str(detail["openType"])
        if open_type in OPEN_TYPE_APIS:
            name, type_ = OPEN_TYPE_APIS[open_type]
            self._api.ask(name, {}, lambda result: self._tell(page_id, event, type_, result))
            return
        user = self._api.ports.account.scenario().user
        code = self._api.ports.account.login_code()
        match open_type:
            case "share":
                self.share("button", {"id": "", "dataset": {}})
                return
            case "getPhoneNumber" | "getRealtimePhoneNumber":
                self._tell(page_id, event, open_type.lower(), {"errMsg": f"{open_type}:ok", "code": code})
            case "chooseAvatar":
                self._tell(page_id, event, "chooseavatar", {"avatarUrl": user.avatar_url})
            case "contact":
                self._tell(page_id, event, "contact", {"errMsg": "enterContact:ok", "path": "", "query": {}})
            case "agreePrivacyAuthorization":
                self._tell(page_id, event, "agreeprivacyauthorization", {"errMsg": "agreePrivacyAuthorization:ok"})
            case "launchApp":
                self._tell(page_id, event, "error", {"errMsg": "launchApp:fail invalid scene"})
            case _:
                self._program.voice.say("open-type-idle", "warn", detail={"openType": open_type})
                return
        self._program.voice.say("open-type-simulated", detail={"openType": open_type})

    def _tell(self, page_id: int, event: Mapping[str, Any], type_: str, detail: Mapping[str, Any]) -> None:
        answer = {**event, "type": type_, "detail": detail}
        self._program.send_to_logic(logic.ViewEvents(page_id, Raw(msgspec.json.encode([answer]))))
