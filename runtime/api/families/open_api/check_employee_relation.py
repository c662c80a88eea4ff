"""wx.checkEmployeeRelation: whether the user works for the owner is a world value."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD

UNDECIDED = "none"


def check_employee_relation(call: Call, ports: HostPorts) -> None:
    """checkEmployeeRelation: empty as long as nobody has decided."""
    relation = ports[WORLD]["employee.relation"]
    call.succeed({"bindingStatus": "" if relation == UNDECIDED else relation})


HANDLERS: tuple[Handler, ...] = (in_host("checkEmployeeRelation", check_employee_relation, state="simulated"),)
