"""The test user in the forms in which programs get it. Nothing leaves the computer, and there is no real key."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.world import WORLD

INITIAL_VECTOR = base64.b64encode(bytes(16)).decode("ascii")
_SHOWN = ("nickName", "gender", "language", "city", "province", "country", "avatarUrl")


def user_info(ports: HostPorts, *, with_credentials: bool) -> dict[str, Any]:
    """The test user in the platform's form. The "encrypted" data are base64 JSON: there is no real key."""
    world = ports[WORLD]
    info = {name: world[f"user.{name}"] for name in _SHOWN}
    raw = msgspec.json.encode(info).decode("utf-8")
    result: dict[str, Any] = {"userInfo": info, "rawData": raw}
    if with_credentials:
        result["signature"] = hashlib.sha1((raw + world["session.key"]).encode("utf-8")).hexdigest()
        result |= encrypted(ports, {**info, "openId": world["user.openId"]})
    return result


def phone_number(ports: HostPorts) -> dict[str, Any]:
    """What the button with open-type getPhoneNumber gives."""
    number = ports[WORLD]["user.phoneNumber"]
    secret = {"phoneNumber": number, "purePhoneNumber": number, "countryCode": "86"}
    return {"errMsg": "getPhoneNumber:ok", "code": ports[ACCOUNT].login_code(), **encrypted(ports, secret)}


def encrypted(ports: HostPorts, secret: Mapping[str, Any]) -> dict[str, str]:
    """Data in the form in which a server gets them. There is no real key: they are base64 JSON."""
    marked = {**secret, "watermark": {"timestamp": ports[CLOCK].now_ms() // 1000}}
    text = base64.b64encode(msgspec.json.encode(marked)).decode("ascii")
    return {"encryptedData": text, "iv": INITIAL_VECTOR}
