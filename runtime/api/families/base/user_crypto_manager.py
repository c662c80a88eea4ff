"""wx.getUserCryptoManager: keys of the user that a program's server can ask the platform for: here world
values.

Source: reference, UserCryptoManager.
"""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.get_random_values import get_random_values
from runtime.api.handler import Handler, in_host, in_js, in_logic
from runtime.api.port import HostPorts
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.world import WORLD

KEY_LIFE_S = 3600


def get_latest_user_key(call: Call, ports: HostPorts) -> None:
    """getLatestUserKey."""
    expires = ports[CLOCK].now_ms() // 1000 + KEY_LIFE_S
    call.succeed({**ports[WORLD].members("userKey"), "expireTime": expires})


HANDLERS: tuple[Handler, ...] = (
    *in_js("getUserCryptoManager"),
    in_host("UserCryptoManager.getLatestUserKey", get_latest_user_key, state="simulated"),
    in_logic("UserCryptoManager.getRandomValues", get_random_values),
)
