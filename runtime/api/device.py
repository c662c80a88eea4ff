"""Device APIs: clipboard, network kind, vibration, screen, phone calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts
from runtime.api.simulation import confirm

COPIED = {"title": "内容已复制", "icon": "success", "image": "", "duration": 1500, "mask": False}
NETWORK_KINDS = ("wifi", "2g", "3g", "4g", "5g", "unknown", "none")


def set_clipboard(call: Call, ports: HostPorts) -> None:
    """setClipboardData; the platform shows a toast by itself."""
    ports.clipboard.write(call.text("data"))
    ports.ui.show(call.request.page_id, "toast", COPIED)
    call.succeed()


def get_clipboard(call: Call, ports: HostPorts) -> None:
    """getClipboardData."""
    call.succeed({"data": ports.clipboard.read()})


def network_type(call: Call, ports: HostPorts) -> None:
    """getNetworkType."""
    call.succeed({"networkType": ports.phone.network_type(), "signalStrength": 0, "hasSystemProxy": False})


def vibrate(kind: Literal["short", "long"]) -> Callable[[Call, HostPorts], None]:
    """vibrateShort, vibrateLong."""

    def run(call: Call, ports: HostPorts) -> None:
        ports.phone.vibrate(kind)
        call.succeed()

    return run


def keep_screen_on(call: Call, ports: HostPorts) -> None:
    """setKeepScreenOn."""
    ports.phone.keep_screen_on(on=call.flag("keepScreenOn"))
    call.succeed()


def get_brightness(call: Call, ports: HostPorts) -> None:
    """getScreenBrightness."""
    call.succeed({"value": ports.phone.brightness()})


def set_brightness(call: Call, ports: HostPorts) -> None:
    """setScreenBrightness."""
    value = call.number("value", -1)
    if not 0 <= value <= 1:
        raise ApiFailure("parameter error: parameter.value should be between 0 and 1")
    ports.phone.set_brightness(value)
    call.succeed()


def make_phone_call(call: Call, ports: HostPorts) -> None:
    """makePhoneCall: asks, as the system does."""
    confirm(call, ports, _dialog(call), lambda _answer: call.succeed())


def _dialog(call: Call) -> Mapping[str, Any]:
    return {"title": call.text("phoneNumber"), "content": "", "confirmText": "呼叫"}


HANDLERS: tuple[Handler, ...] = (
    in_host("setClipboardData", set_clipboard),
    in_host("getClipboardData", get_clipboard),
    in_host("getNetworkType", network_type),
    in_host("vibrateShort", vibrate("short")),
    in_host("vibrateLong", vibrate("long")),
    in_host("setKeepScreenOn", keep_screen_on, state="simulated"),
    in_host("getScreenBrightness", get_brightness, state="simulated"),
    in_host("setScreenBrightness", set_brightness, state="simulated"),
    in_host("makePhoneCall", make_phone_call, state="simulated"),
)
