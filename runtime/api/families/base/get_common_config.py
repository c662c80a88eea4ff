"""wx.getCommonConfig: what the developer would have published for the program, as the world says.

Source: reference, wx.getCommonConfig; `Assumed:` `conf` is the JSON text of the values that were asked for.
"""

from __future__ import annotations

import json

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD

LIFE_S = 3600
AS_JSON = 1


def get_common_config(call: Call, ports: HostPorts) -> None:
    """getCommonConfig; without keys all that is published."""
    published = ports[WORLD]["config.published"]
    keys = [key for key in call.items("keys") if isinstance(key, str)]
    wanted = {key: published[key] for key in keys if key in published} if keys else dict(published)
    conf = json.dumps(wanted, ensure_ascii=False, separators=(",", ":"))
    call.succeed({"errcode": 0, "errmsg": "ok", "conf": conf, "conf_type": AS_JSON, "expire_sec": LIFE_S})


HANDLERS: tuple[Handler, ...] = (in_host("getCommonConfig", get_common_config, state="simulated"),)
