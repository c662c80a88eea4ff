"""wx.bindEmployeeRelation: the answer becomes a world value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.open_api.employer import employer_dialog
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import ask_person


def bind_employee_relation(call: Call, ports: HostPorts) -> None:
    """bindEmployeeRelation: refusing is success, too."""

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure):
            return call.fail_with(answer)
        relation = "accept" if answer.get("confirm") else "reject"
        ports[WORLD].set("employee.relation", relation, "phone")
        call.succeed({"bindingStatus": relation})

    ask_person(call, ports, employer_dialog(call, "申请成为用工关系"), answered)


HANDLERS: tuple[Handler, ...] = (in_host("bindEmployeeRelation", bind_employee_relation, state="simulated"),)
