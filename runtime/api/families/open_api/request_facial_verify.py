"""wx.requestFacialVerify: the face of the phone's user, as the world answers or the person at the phone says.

Source: reference, requestFacialVerify.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.open_api.check_is_support_facial_recognition import NOT_SUPPORTED
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import ask_person

# Assumed: the codes of wx.startSoterAuthentication.
CANCELLED, MISMATCH = 90008, 90009


def verify(call: Call, ports: HostPorts) -> None:
    """requestFacialVerify."""
    world = ports[WORLD]
    if "facial" not in world["biometrics.modes"]:
        return call.fail("not support facial recognition", errCode=NOT_SUPPORTED)

    def ends(answer: str) -> None:
        if answer == "match":
            call.succeed({"errCode": 0})
        elif answer == "mismatch":
            call.fail("verify failed", errCode=MISMATCH)
        else:
            call.fail("cancel", errCode=CANCELLED)

    if world["biometrics.answer"] != "ask":
        return ends(world["biometrics.answer"])

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        is_match = not isinstance(answer, ApiFailure) and bool(answer.get("confirm"))
        ends("match" if is_match else "cancel")

    dialog = {"title": "人脸核验（模拟）", "content": call.text("verifyId"), "confirmText": "通过"}
    return ask_person(call, ports, dialog, answered)


HANDLERS: tuple[Handler, ...] = (in_host("requestFacialVerify", verify, state="simulated"),)
