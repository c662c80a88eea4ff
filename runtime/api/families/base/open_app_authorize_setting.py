"""wx.openAppAuthorizeSetting: says that the system would be asked; the switches are world values."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import ask_person


def _done(_answer: object) -> None:
    """Nothing follows."""


def open_app_authorize_setting(call: Call, ports: HostPorts) -> None:
    """openAppAuthorizeSetting."""
    ask_person(
        call,
        ports,
        {"title": "系统设置：权限", "content": "请在 Handset 的 Device 面板中修改", "showCancel": False},
        _done,
    )
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("openAppAuthorizeSetting", open_app_authorize_setting, state="simulated"),)
