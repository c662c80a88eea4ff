"""Values of characteristics: what the program has written, what a device sends by itself or in reply."""

from __future__ import annotations

from runtime.api.call import Call, from_bytes
from runtime.api.families.device.bluetooth.adapter import device_id, peripheral_at
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import BLUETOOTH, Place, Subscription
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.world import WORLD
from runtime.world.groups.bluetooth import MOST_RECEIVED
from runtime.world.radio.hexadecimal import whole_uuid
from runtime.world.radio.peripherals import Characteristic, Peripheral

REPLIES_AFTER_MS = 30
MOST_SHOWN = 1024
"""Hexadecimal digits of what was written, in the world's list."""


def characteristic_at(peripheral: Peripheral, place: Place) -> Characteristic | None:
    """As the world describes it now."""
    service = peripheral.service(place[0])
    return service.characteristic(place[1]) if service else None


def current_value(ports: HostPorts, peripheral: Peripheral, place: Place) -> str:
    """What the program has written last, else what the world says, in hexadecimal digits."""
    characteristic = characteristic_at(peripheral, place)
    written = ports[BLUETOOTH].written.get((peripheral.device_id.upper(), place))
    return written if written is not None else characteristic.value if characteristic else ""


def was_written(ports: HostPorts, peripheral: Peripheral, place: Place, value: str) -> None:
    """The device keeps it, and the world shows it."""
    ports[BLUETOOTH].written[peripheral.device_id.upper(), place] = value
    world = ports[WORLD]
    entry = {
        "deviceId": device_id(ports, peripheral.device_id), "serviceId": place[0], "characteristicId": place[1],
        "value": value[:MOST_SHOWN],
    }  # fmt: skip
    world.set("bluetooth.received", [*world["bluetooth.received"], entry][-MOST_RECEIVED:], "program")


def tell_value(ports: HostPorts, peripheral: Peripheral, place: Place, value: str) -> None:
    """Listeners of onBLECharacteristicValueChange hear a value."""
    ports[WORLD].tell(
        "bleValue",
        {
            "deviceId": device_id(ports, peripheral.device_id),
            "serviceId": place[0],
            "characteristicId": place[1],
            "value": from_bytes(bytes.fromhex(value)),
        },
    )


def send(ports: HostPorts, address: str, place: Place, value: str) -> bool:
    """A device sends a value to a subscriber; whether there is one."""
    connection, peripheral = ports[BLUETOOTH].connections.get(address), peripheral_at(ports, address)
    if connection is None or peripheral is None or place not in connection.subscriptions:
        return False
    tell_value(ports, peripheral, place, value)
    return True


def begin_notifications(call: Call, ports: HostPorts, address: str, place: Place, subscription: Subscription) -> None:
    """The device begins to send what its timeline says, for as long as this subscription holds."""

    def next_one() -> None:
        connection, peripheral = ports[BLUETOOTH].connections.get(address), peripheral_at(ports, address)
        if connection is None or peripheral is None or connection.subscriptions.get(place) is not subscription:
            return
        characteristic = characteristic_at(peripheral, place)
        timeline = characteristic.notifies if characteristic else None
        if timeline is None or (subscription.told >= len(timeline.values) and not timeline.loops):
            return
        send(ports, address, place, timeline.values[subscription.told % len(timeline.values)])
        subscription.told += 1
        ports[CLOCK].after(timeline.every_ms, call.later(next_one))

    peripheral = peripheral_at(ports, address)
    characteristic = characteristic_at(peripheral, place) if peripheral else None
    if characteristic and characteristic.notifies:
        ports[CLOCK].after(characteristic.notifies.every_ms, call.later(next_one))


def reply_to(call: Call, ports: HostPorts, peripheral: Peripheral, place: Place, written: str) -> None:
    """The device sends what it replies to something that was written: the first reply that fits."""
    characteristic = characteristic_at(peripheral, place)
    for reply in characteristic.replies if characteristic else ():
        if written.startswith(reply.to.lower()):
            by = _place_of(peripheral, place, reply.by)
            for number, value in enumerate(reply.answers, 1):
                _send_later(call, ports, peripheral.device_id.upper(), by, value, number * REPLIES_AFTER_MS)
            return


def _send_later(call: Call, ports: HostPorts, address: str, place: Place, value: str, delay_ms: int) -> None:
    ports[CLOCK].after(delay_ms, call.later(lambda: send(ports, address, place, value)))


def _place_of(peripheral: Peripheral, place: Place, by: str | None) -> Place:
    """Another characteristic of the same service, else of any."""
    if by is None:
        return place
    key = whole_uuid(by)
    keys = [place[0], *(service.key for service in peripheral.all_services if service.characteristic(key))]
    own = peripheral.service(place[0])
    return (keys[0] if own and own.characteristic(key) else keys[-1], key)
