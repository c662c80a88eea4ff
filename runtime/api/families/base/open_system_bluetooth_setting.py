"""wx.openSystemBluetoothSetting: says that the system would be asked; the switches are world values."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import ask_person


def _done(_answer: object) -> None:
    """Nothing follows."""


def open_system_bluetooth_setting(call: Call, ports: HostPorts) -> None:
    """openSystemBluetoothSetting."""
    ask_person(
        call,
        ports,
        {"title": "系统设置：蓝牙", "content": "请在 Handset 的 Device 面板中修改", "showCancel": False},
        _done,
    )
    call.succeed()


HANDLERS: tuple[Handler, ...] = (
    in_host("openSystemBluetoothSetting", open_system_bluetooth_setting, state="simulated"),
)
