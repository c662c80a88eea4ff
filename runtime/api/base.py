"""Base APIs: system information, account and launch facts, canIUse. Answers come from the device snapshot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runtime.api.call import Call
from runtime.api.can_i_use import can_i_use
from runtime.api.handler import Handler, in_host, in_js, in_logic
from runtime.api.ports import HostPorts, LogicPorts
from runtime.api.spec import catalogue

WINDOW_KEYS = tuple(catalogue().types["WindowInfo"].fields)
DEVICE_KEYS = tuple(catalogue().types["DeviceInfo"].fields)
APP_BASE_KEYS = tuple(catalogue().types["AppBaseInfo"].fields)
SYSTEM_KEYS = tuple(catalogue().types["SystemInfo"].fields)
SETTING_KEYS = tuple(catalogue().types["SystemSetting"].fields)
AUTHORIZE_KEYS = tuple(catalogue().types["AppAuthorizeSetting"].fields)
RECT_KEYS = ("bottom", "height", "left", "right", "top", "width")

Read = Callable[[LogicPorts], Any]


def members(*keys: str) -> Read:
    """Reads those members of the device snapshot that it has."""

    def read(ports: LogicPorts) -> dict[str, Any]:
        snapshot = ports.device.snapshot()
        return {key: snapshot[key] for key in keys if key in snapshot}

    return read


def menu_button(ports: LogicPorts) -> dict[str, Any]:
    """The capsule's rectangle."""
    rect = ports.device.snapshot().get("menuButton", {})
    return {key: rect.get(key, 0) for key in RECT_KEYS}


def app_authorize(ports: LogicPorts) -> dict[str, Any]:
    """Permissions of the host app, in words. The snapshot says them as booleans."""
    snapshot = ports.device.snapshot()
    return {
        key: snapshot[key] if key == "locationReducedAccuracy" else "authorized" if snapshot[key] else "denied"
        for key in AUTHORIZE_KEYS
        if key in snapshot
    }


def battery(ports: LogicPorts) -> dict[str, Any]:
    """A battery that never runs down, unless the snapshot has one."""
    full = {"level": 100, "isCharging": False, "isLowPowerModeEnabled": False}
    return {**full, **ports.device.snapshot().get("battery", {})}


def skyline(ports: LogicPorts) -> dict[str, Any]:
    """Pages are drawn by a web view."""
    return {"isSupported": False, "version": "", "reason": "not supported by Handset"}


def user_agent(ports: LogicPorts) -> dict[str, Any]:
    """Assumed: the form of a current client."""
    snapshot = ports.device.snapshot()
    phone = f"{snapshot.get('system', '')}; {snapshot.get('model', '')}"
    return {"userAgent": f"Mozilla/5.0 ({phone}) MicroMessenger/{snapshot.get('version', '')} miniProgram"}


def benchmark(ports: LogicPorts) -> dict[str, Any]:
    """The level of the simulated phone."""
    level = ports.device.snapshot().get("benchmarkLevel", -1)
    return {"benchmarkLevel": level, "modelLevel": 3}


def ask_can_i_use(call: Call, ports: LogicPorts) -> None:
    """canIUse."""
    version = str(ports.device.snapshot().get("SDKVersion", ""))
    call.succeed({"value": can_i_use(call.text("schema"), version, ports.is_supported)})


def exit_mini_program(call: Call, ports: HostPorts) -> None:
    """exitMiniProgram."""
    call.succeed()
    ports.navigation.leave()


def restart_mini_program(call: Call, ports: HostPorts) -> None:
    """restartMiniProgram, and applyUpdate of the update manager."""
    call.succeed()
    ports.navigation.restart()


def _now(name: str, read: Read) -> Handler:
    return in_logic(name, lambda call, ports: call.succeed({"value": read(ports)}))


def _later(name: str, read: Read) -> Handler:
    return in_logic(name, lambda call, ports: call.succeed(read(ports)))


HANDLERS: tuple[Handler, ...] = (
    _now("getSystemInfoSync", members(*SYSTEM_KEYS)),
    _later("getSystemInfo", members(*SYSTEM_KEYS)),
    _later("getSystemInfoAsync", members(*SYSTEM_KEYS)),
    _now("getWindowInfo", members(*WINDOW_KEYS)),
    _now("getDeviceInfo", members(*DEVICE_KEYS)),
    _now("getAppBaseInfo", members(*APP_BASE_KEYS)),
    _now("getSystemSetting", members(*SETTING_KEYS)),
    _now("getAppAuthorizeSetting", app_authorize),
    _now("getMenuButtonBoundingClientRect", menu_button),
    _now("getBatteryInfoSync", battery),
    _later("getBatteryInfo", battery),
    _now("getSkylineInfoSync", skyline),
    _later("getSkylineInfo", skyline),
    _later("getRendererUserAgent", user_agent),
    _later("getDeviceBenchmarkInfo", benchmark),
    _now("getAccountInfoSync", lambda ports: ports.program.account),
    _now("getExtConfigSync", lambda ports: ports.program.ext_config),
    _later("getExtConfig", lambda ports: {"extConfig": ports.program.ext_config}),
    _now("getApiCategory", lambda ports: {"apiCategory": "default"}),
    _now("getExptInfoSync", lambda ports: {}),
    in_logic("canIUse", ask_can_i_use),
    in_host("exitMiniProgram", exit_mini_program, state="simulated"),
    in_host("restartMiniProgram", restart_mini_program),
    *in_js("getLaunchOptionsSync", "getEnterOptionsSync", "base64ToArrayBuffer", "arrayBufferToBase64", "nextTick"),
    *in_js("requestIdleCallback", "cancelIdleCallback", "getLogManager", "getRealtimeLogManager"),
    *in_js("getUpdateManager", "getPerformance", state="simulated"),
    *in_js("reportEvent", "reportAnalytics", "reportMonitor", "reportPerformance", state="simulated"),
)
