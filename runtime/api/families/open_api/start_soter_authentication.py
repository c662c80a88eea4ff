"""wx.startSoterAuthentication: fingerprint and face as the world answers, or the person at the phone."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import ask_person

# Source: reference, wx.startSoterAuthentication.
NOT_SUPPORTED, NOT_ENROLLED, CANCELLED, MISMATCH = 90001, 90011, 90008, 90009


def start_soter_authentication(call: Call, ports: HostPorts) -> None:
    """startSoterAuthentication."""
    world = ports[WORLD]
    wanted = [mode for mode in call.items("requestAuthModes") if mode in world["biometrics.modes"]]
    enrolled = [mode for mode in wanted if mode in world["biometrics.enrolled"]]
    if not enrolled:
        code = NOT_ENROLLED if wanted else NOT_SUPPORTED
        return call.fail("no fingerprint or face enrolled" if wanted else "not support soter", errCode=code)
    mode = enrolled[0]

    def ends(answer: str) -> None:
        if answer == "match":
            call.succeed(_proof(mode, call.text("challenge"), world["user.openId"]))
        else:
            code = CANCELLED if answer == "cancel" else MISMATCH
            call.fail("authenticate error" if answer == "mismatch" else "cancel", errCode=code)

    if world["biometrics.answer"] != "ask":
        return ends(world["biometrics.answer"])

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        is_match = not isinstance(answer, ApiFailure) and bool(answer.get("confirm"))
        ends("match" if is_match else "cancel")

    title = "验证指纹" if mode == "fingerPrint" else "验证面容"
    ask_person(call, ports, {"title": title, "content": call.text("authContent"), "confirmText": "通过"}, answered)


def _proof(mode: str, challenge: str, open_id: str) -> dict[str, Any]:
    """There is no trusted hardware: the signature is a digest, which no server can verify."""
    text = json.dumps({"raw": challenge, "fid": mode, "uid": open_id}, separators=(",", ":"))
    signature = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return {"authMode": mode, "errCode": 0, "resultJSON": text, "resultJSONSignature": signature}


HANDLERS: tuple[Handler, ...] = (in_host("startSoterAuthentication", start_soter_authentication, state="simulated"),)
