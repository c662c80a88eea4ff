"""The service and the characteristic that a call means."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import connected, is_ios, refusal
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import Connection, Place
from runtime.world.radio.peripherals import Characteristic, Peripheral, Service


def service_meant(call: Call, ports: HostPorts, peripheral: Peripheral, connection: Connection) -> Service:
    """On iOS a service is known once the program has asked for the services. Source: guide, BLE."""
    found = peripheral.service(call.text("serviceId"))
    if found is None or (is_ios(ports) and not connection.read_services):
        raise refusal("no service")
    return found


def characteristic_meant(call: Call, ports: HostPorts) -> tuple[Peripheral, Connection, Characteristic, Place]:
    """On a connected device, with its place. Raises ApiFailure."""
    peripheral, connection = connected(call, ports)
    service = service_meant(call, ports, peripheral, connection)
    found = service.characteristic(call.text("characteristicId"))
    if found is None or (is_ios(ports) and service.key not in connection.read_characteristics):
        raise refusal("no characteristic")
    return peripheral, connection, found, (service.key, found.key)
