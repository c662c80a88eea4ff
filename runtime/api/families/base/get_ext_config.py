"""wx.getExtConfig and its sync form."""

from __future__ import annotations

from runtime.api.families.base.device_facts import later, now
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (
    now("getExtConfigSync", lambda ports: ports.program.ext_config),
    later("getExtConfig", lambda ports: {"extConfig": ports.program.ext_config}),
)
