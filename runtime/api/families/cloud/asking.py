"""How a call of wx.cloud is asked of the environment, and how its end is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.port import HostPorts
from runtime.api.ports.cloud import CLOUD, CloudRefusal
from runtime.api.ports.world import WORLD

OPEN_ID = "user.openId"


def ask_cloud(call: Call, ports: HostPorts) -> None:
    """Asks what the program has asked, as the user of the phone."""
    ports[CLOUD].ask(call.request.name, call.args, str(ports[WORLD][OPEN_ID]), answering(call, call.succeed))


def answering(
    call: Call, succeed: Callable[[Mapping[str, Any]], object]
) -> Callable[[Mapping[str, Any] | CloudRefusal], None]:
    """Hears the answer of the cloud; `succeed` gets what is no refusal."""

    def hear(answer: Mapping[str, Any] | CloudRefusal) -> None:
        if call.is_ended:
            return
        if isinstance(answer, CloudRefusal):
            refuse(call, answer)
        else:
            succeed(answer)

    return call.later(hear)


def refuse(call: Call, refusal: CloudRefusal) -> None:
    """In the platform's form: the number stands in the text as well."""
    reason = refusal.reason if refusal.code == -1 else f"{refusal.code} {refusal.reason}"
    call.failure = ApiFailure(reason, environment=refusal.is_environment)
    call.fail(reason, errCode=refusal.code)
