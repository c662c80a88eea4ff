"""wx.notifyBLECharacteristicValueChange."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, refusal
from runtime.api.families.device.bluetooth.attributes import characteristic_meant
from runtime.api.families.device.bluetooth.values import begin_notifications
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import Subscription


def notify(call: Call, ports: HostPorts) -> None:
    """notifyBLECharacteristicValueChange."""
    peripheral, connection, characteristic, place = characteristic_meant(call, ports)
    if not {"notify", "indicate"} & set(characteristic.properties):
        raise refusal("property not support")
    if not call.flag("state"):
        connection.subscriptions.pop(place, None)
    elif place not in connection.subscriptions:
        connection.subscriptions[place] = subscription = Subscription()
        begin_notifications(call, ports, peripheral.device_id.upper(), place, subscription)
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (in_host("notifyBLECharacteristicValueChange", notify, state="simulated"),)
