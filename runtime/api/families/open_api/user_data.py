"""The test user in the forms in which programs get it. Nothing leaves the computer.

What is secret is encrypted as the platform does it, with the session key of the world (`session.key`): a server under
test decrypts it with the key that the panel shows. Source: reference, signature and decryption of open data.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

import msgspec

from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.world import WORLD

_SHOWN = ("nickName", "gender", "language", "city", "province", "country", "avatarUrl")
_BLOCK_BYTES = 16


def user_info(ports: HostPorts, *, with_credentials: bool, language: str = "") -> dict[str, Any]:
    """The test user in the platform's form. `language`: the one that was asked for, if one was."""
    world = ports[WORLD]
    info = {name: world[f"user.{name}"] for name in _SHOWN} | ({"language": language} if language else {})
    raw = msgspec.json.encode(info).decode("utf-8")
    result: dict[str, Any] = {"userInfo": info, "rawData": raw}
    if with_credentials:
        result["signature"] = hashlib.sha1((raw + world["session.key"]).encode("utf-8")).hexdigest()
        secret = {**info, "openId": world["user.openId"]}
        result |= encrypted(ports, {**secret, "unionId": union_id} if (union_id := world["user.unionId"]) else secret)
    return result


def phone_number(ports: HostPorts) -> dict[str, Any]:
    """What the button with open-type getPhoneNumber gives."""
    number = ports[WORLD]["user.phoneNumber"]
    secret = {"phoneNumber": number, "purePhoneNumber": number, "countryCode": "86"}
    return {"errMsg": "getPhoneNumber:ok", "code": ports[ACCOUNT].login_code(), **encrypted(ports, secret)}


def encrypted(ports: HostPorts, secret: Mapping[str, Any]) -> dict[str, str]:
    """Data as a server gets them: AES-128-CBC with PKCS#7 padding, watermarked with time and appid."""
    # Loaded with the first secret: the library takes longer than a whole call.
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    watermark = {"timestamp": ports[CLOCK].now_ms() // 1000, "appid": ports[ACCOUNT].appid()}
    text = msgspec.json.encode({**secret, "watermark": watermark})
    padding = _BLOCK_BYTES - len(text) % _BLOCK_BYTES
    vector = secrets.token_bytes(_BLOCK_BYTES)
    key = base64.b64decode(ports[WORLD]["session.key"])
    encryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
    data = encryptor.update(text + bytes([padding]) * padding) + encryptor.finalize()
    return {"encryptedData": base64.b64encode(data).decode("ascii"), "iv": base64.b64encode(vector).decode("ascii")}
