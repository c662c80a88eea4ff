"""wx.getUserInfo."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.open_api.user_data import user_info
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def get_user_info(call: Call, ports: HostPorts) -> None:
    """getUserInfo."""
    with_credentials = call.flag("withCredentials", default=True)
    call.succeed(user_info(ports, with_credentials=with_credentials, language=call.text("lang")))


HANDLERS: tuple[Handler, ...] = (in_host("getUserInfo", get_user_info, state="simulated"),)
