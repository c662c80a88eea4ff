"""What the calls that switch a sensor on and off share."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.sensors import SENSORS

# Source: reference, wx.startAccelerometer.
INTERVALS_MS = {"game": 20, "ui": 60, "normal": 200}
NORMAL = "normal"


def starts(name: str, source: str, fixed_ms: int = 0) -> Handler:
    """A call that switches a sensor on. `fixed_ms`: for one whose interval is none of the program's business."""

    def start(call: Call, ports: HostPorts) -> None:
        ports[SENSORS].start(source, fixed_ms or INTERVALS_MS.get(call.text("interval", NORMAL), INTERVALS_MS[NORMAL]))
        call.succeed()

    return in_host(name, start, state="simulated")


def stops(name: str, source: str) -> Handler:
    """A call that switches a sensor off; one that is off already is no failure."""

    def stop(call: Call, ports: HostPorts) -> None:
        ports[SENSORS].stop(source)
        call.succeed()

    return in_host(name, stop, state="simulated")
