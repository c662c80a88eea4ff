"""wx.getWeRunData: the steps of the last thirty days, as a server can decrypt them."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.open_api.user_data import encrypted
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.world import WORLD

DAYS = 31
_DAY_S = 86_400


def get_we_run_data(call: Call, ports: HostPorts) -> None:
    """getWeRunData: today's steps are those of the world, and so are all others."""
    today = ports[CLOCK].now_ms() // 1000 // _DAY_S * _DAY_S
    steps = ports[WORLD]["user.steps"]
    days = [{"timestamp": today - (DAYS - 1 - day) * _DAY_S, "step": steps} for day in range(DAYS)]
    call.succeed(encrypted(ports, {"stepInfoList": days}))


HANDLERS: tuple[Handler, ...] = (in_host("getWeRunData", get_we_run_data, state="simulated"),)
