"""wx.requestSubscribeEmployeeMessage: asks who works for the owner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.open_api.employer import employer_dialog
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import ask_person


def request_subscribe_employee_message(call: Call, ports: HostPorts) -> None:
    """requestSubscribeEmployeeMessage: only of an employer."""
    if ports[WORLD]["employee.relation"] != "accept":
        raise ApiFailure("no employee relation")

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure):
            call.fail_with(answer)
        elif answer.get("confirm"):
            call.succeed({"bindingStatus": "accept"})
        else:
            call.fail("cancel")

    ask_person(call, ports, employer_dialog(call, "申请发送用工消息"), answered)


HANDLERS: tuple[Handler, ...] = (
    in_host("requestSubscribeEmployeeMessage", request_subscribe_employee_message, state="simulated"),
)
