"""Account and open abilities, simulated with the editable test user: login, user info, permissions, payment, scanning.

Nothing leaves the computer. Source: reference, open interfaces.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts
from runtime.api.simulation import DIALOG, confirm, require_scope

SESSION_KEY = "handset-session-key"
INITIAL_VECTOR = base64.b64encode(bytes(16)).decode("ascii")
USER_INFO_SCOPE = "scope.userInfo"
SCOPES = (
    "scope.userInfo", "scope.userLocation", "scope.userFuzzyLocation", "scope.userLocationBackground",
    "scope.address", "scope.invoiceTitle", "scope.invoice", "scope.werun", "scope.record",
    "scope.writePhotosAlbum", "scope.camera", "scope.bluetooth", "scope.addPhoneContact", "scope.addPhoneCalendar",
)  # fmt: skip
MAX_TEMPLATES = 3


def login(call: Call, ports: HostPorts) -> None:
    """login: a code that no server knows."""
    call.succeed({"code": ports.account.login_code()})


def check_session(call: Call, ports: HostPorts) -> None:
    """checkSession."""
    if not ports.account.scenario().is_session_valid:
        raise ApiFailure("session expired")
    call.succeed()


def get_user_info(call: Call, ports: HostPorts) -> None:
    """getUserInfo."""
    require_scope(ports, USER_INFO_SCOPE)
    call.succeed(user_info(ports, with_credentials=call.flag("withCredentials", default=True)))


def get_user_profile(call: Call, ports: HostPorts) -> None:
    """getUserProfile: asks every time."""
    dialog = {"title": "获取你的昵称、头像", "content": call.text("desc"), "confirmText": "允许", "cancelText": "拒绝"}
    policy = ports.account.scenario().dialogs
    if policy == "decline":
        raise ApiFailure("auth deny")
    if policy == "accept":
        return call.succeed(user_info(ports, with_credentials=True))

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure) or not answer.get("confirm"):
            call.fail("auth deny")
        else:
            call.succeed(user_info(ports, with_credentials=True))

    ports.ui.ask(call.request.page_id, "modal", {**DIALOG, **dialog}, call.later(answered))


def user_info(ports: HostPorts, *, with_credentials: bool) -> dict[str, Any]:
    """The test user in the platform's form. The "encrypted" data are base64 JSON: there is no real key."""
    user = ports.account.scenario().user
    names = ("nickName", "gender", "language", "city", "province", "country", "avatarUrl")
    described: dict[str, Any] = msgspec.to_builtins(user)
    info = {name: described[name] for name in names}
    raw = msgspec.json.encode(info).decode("utf-8")
    result: dict[str, Any] = {"userInfo": info, "rawData": raw}
    if with_credentials:
        result["signature"] = hashlib.sha1((raw + SESSION_KEY).encode("utf-8")).hexdigest()
        result |= encrypted(ports, {**info, "openId": user.open_id})
    return result


def phone_number(ports: HostPorts) -> dict[str, Any]:
    """What the button with open-type getPhoneNumber gives."""
    number = ports.account.scenario().user.phone_number
    secret = {"phoneNumber": number, "purePhoneNumber": number, "countryCode": "86"}
    return {"errMsg": "getPhoneNumber:ok", "code": ports.account.login_code(), **encrypted(ports, secret)}


def encrypted(ports: HostPorts, secret: Mapping[str, Any]) -> dict[str, str]:
    """Data in the form in which a server gets them. There is no real key: they are base64 JSON."""
    marked = {**secret, "watermark": {"timestamp": ports.clock.now_ms() // 1000}}
    text = base64.b64encode(msgspec.json.encode(marked)).decode("ascii")
    return {"encryptedData": text, "iv": INITIAL_VECTOR}


def authorize(call: Call, ports: HostPorts) -> None:
    """authorize: a scope that the scenario does not refuse is granted."""
    scope = call.text("scope")
    if scope not in SCOPES:
        raise ApiFailure(f'invalid scope "{scope}"')
    require_scope(ports, scope)
    call.succeed()


def get_setting(call: Call, ports: HostPorts) -> None:
    """getSetting, openSetting: the scopes that have been decided."""
    result: dict[str, Any] = {"authSetting": dict(ports.account.scenario().grants)}
    if call.flag("withSubscriptions"):
        result["subscriptionsSetting"] = {"mainSwitch": True, "itemSettings": {}}
    call.succeed(result)


def choose_address(call: Call, ports: HostPorts) -> None:
    """chooseAddress: the scenario's address, once confirmed."""
    address: dict[str, Any] = msgspec.to_builtins(ports.account.scenario().address)
    lines = [f"{address['userName']} {address['telNumber']}"]
    lines.append("".join(address[part] for part in ("provinceName", "cityName", "countyName", "detailInfo")))
    confirm(call, ports, {"title": "收货地址", "content": "\n".join(lines)}, lambda _answer: call.succeed(address))


def scan_code(call: Call, ports: HostPorts) -> None:
    """scanCode: what the camera would see is typed into a dialog."""
    scan = ports.account.scenario().scan
    dialog = {"title": "扫码结果", "content": scan.result, "editable": True, "placeholderText": scan.result}

    def scanned(answer: Mapping[str, Any]) -> None:
        result = str(answer.get("content") or scan.result)
        raw = base64.b64encode(result.encode("utf-8")).decode("ascii")
        call.succeed({"result": result, "scanType": scan.scan_type, "charSet": scan.char_set, "rawData": raw})

    confirm(call, ports, dialog, scanned)


def request_payment(call: Call, ports: HostPorts) -> None:
    """requestPayment: no money moves."""
    dialog = {"title": "模拟支付", "content": call.text("package"), "confirmText": "支付"}
    confirm(call, ports, dialog, lambda _answer: call.succeed())


def request_subscribe_message(call: Call, ports: HostPorts) -> None:
    """requestSubscribeMessage: refusing is success, too."""
    template_ids = [str(one) for one in call.items("tmplIds")]
    if not template_ids:
        raise ApiFailure("Templates count out of bounds", 20003)
    if len(template_ids) > MAX_TEMPLATES:
        raise ApiFailure("Templates count out of max bounds", 20003)

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        is_allowed = not isinstance(answer, ApiFailure) and bool(answer.get("confirm"))
        call.succeed(dict.fromkeys(template_ids, "accept" if is_allowed else "reject"))

    policy = ports.account.scenario().dialogs
    if policy != "ask":
        return answered({"confirm": policy == "accept"})
    dialog = {"title": "申请发送消息", "content": "\n".join(template_ids), "confirmText": "允许", "cancelText": "取消"}
    ports.ui.ask(call.request.page_id, "modal", {**DIALOG, **dialog}, call.later(answered))


def other_program(call: Call, ports: HostPorts) -> None:
    """navigateToMiniProgram: asks, and stays here."""
    target = call.text("appId") or call.text("shortLink")
    if not target:
        raise ApiFailure("parameter error: parameter.appId should be String instead of Undefined;")
    dialog = {"title": "即将打开小程序", "content": f"{target}\n{call.text('path')}".strip(), "confirmText": "允许"}
    confirm(call, ports, dialog, lambda _answer: call.succeed())


def accepted(call: Call, _ports: HostPorts) -> None:
    """What only changes something that Handset does not show."""
    call.succeed()


def _fixed(name: str, **result: Any) -> Handler:
    return in_host(name, lambda call, _ports: call.succeed(result), state="simulated")


HANDLERS: tuple[Handler, ...] = (
    in_host("login", login, state="simulated"),
    in_host("checkSession", check_session, state="simulated"),
    in_host("getUserInfo", get_user_info, state="simulated"),
    in_host("getUserProfile", get_user_profile, state="simulated"),
    in_host("authorize", authorize, state="simulated"),
    in_host("getSetting", get_setting, state="simulated"),
    in_host("openSetting", get_setting, state="simulated"),
    in_host("chooseAddress", choose_address, state="simulated"),
    in_host("scanCode", scan_code, state="simulated"),
    in_host("requestPayment", request_payment, state="simulated"),
    in_host("requestSubscribeMessage", request_subscribe_message, state="simulated"),
    in_host("navigateToMiniProgram", other_program, state="simulated"),
    in_host("showShareMenu", accepted, state="simulated"),
    in_host("hideShareMenu", accepted, state="simulated"),
    in_host("updateShareMenu", accepted, state="simulated"),
    in_host("setEnableDebug", accepted, state="simulated"),
    in_host("requirePrivacyAuthorize", accepted, state="simulated"),
    _fixed("getPrivacySetting", needAuthorization=False, privacyContractName=""),
    _fixed("checkIsAddedToMyMiniProgram", added=False),
)
