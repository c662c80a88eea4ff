"""wx.chooseAddress: the world's address, once confirmed."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm


def choose_address(call: Call, ports: HostPorts) -> None:
    """chooseAddress: the world's address, once confirmed."""
    address = ports[WORLD].members("address")
    lines = [f"{address['userName']} {address['telNumber']}"]
    lines.append("".join(address[part] for part in ("provinceName", "cityName", "countyName", "detailInfo")))
    confirm(call, ports, {"title": "收货地址", "content": "\n".join(lines)}, lambda _answer: call.succeed(address))


HANDLERS: tuple[Handler, ...] = (in_host("chooseAddress", choose_address, state="simulated"),)
