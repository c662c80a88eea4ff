"""Bluetooth low energy peripherals around the phone, as they are described in JSON.

Names of UUIDs are of 16, 32 or 128 bits, bytes in hexadecimal digits.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Struct

from runtime.world.radio.hexadecimal import Hex, Uuid, whole_uuid

BATTERY_SERVICE, BATTERY_LEVEL = "180F", "2A19"
MOST_PERIPHERALS = 200
_NAMESPACE = uuid.UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")

Mac = Annotated[str, msgspec.Meta(pattern=r"^(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$")]
Property = Literal["read", "write", "writeNoResponse", "notify", "indicate"]
Pause = Annotated[int, msgspec.Meta(ge=10, le=3_600_000)]


class Notifications(Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """What is sent to a subscriber, one value after each pause; over and over, or once."""

    values: Annotated[list[Hex], msgspec.Meta(min_length=1)]
    every_ms: Pause = 1000
    loops: bool = True


class Reply(Struct, frozen=True, forbid_unknown_fields=True, rename={"answers": "with"}):
    """What is sent after something has been written that begins with `to`; by the characteristic `by`, if not by the
    one that was written."""

    answers: list[Hex]
    to: Hex = ""
    by: Uuid | None = None


class Characteristic(Struct, frozen=True, forbid_unknown_fields=True):
    """One that can do what its `properties` say."""

    uuid: Uuid
    properties: list[Property] = msgspec.field(default_factory=lambda: ["read"])
    value: Hex = ""
    notifies: Notifications | None = None
    replies: list[Reply] = []

    @property
    def key(self) -> str:
        """Its UUID as programs are told it."""
        return whole_uuid(self.uuid)


class Service(Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """Some characteristics."""

    uuid: Uuid
    is_primary: bool = True
    characteristics: list[Characteristic] = []

    @property
    def key(self) -> str:
        """Its UUID as programs are told it."""
        return whole_uuid(self.uuid)

    def characteristic(self, key: str) -> Characteristic | None:
        """By its UUID in any form."""
        return next((one for one in self.characteristics if one.key == whole_uuid(key)), None)


class Peripheral(Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """A device.

    `advertised`: UUIDs of services that it says it has, if not all. `battery` (%) is a battery service besides
    `services`. `connection`: how an attempt to connect ends. `pin` pairs.
    """

    device_id: Mac
    name: str = ""
    local_name: str | None = None
    is_present: bool = True
    rssi: Annotated[int, msgspec.Meta(ge=-127, le=20)] = -60
    battery: Annotated[int, msgspec.Meta(ge=0, le=100)] | None = None
    advertised: list[Uuid] | None = None
    manufacturer_data: Hex = ""
    service_data: dict[Uuid, Hex] = {}
    is_connectable: bool = True
    connection: Literal["works", "fails", "timeout"] = "works"
    mtu: Annotated[int, msgspec.Meta(ge=23, le=517)] = 247
    pin: str = ""
    services: list[Service] = []

    @property
    def all_services(self) -> list[Service]:
        """Those that it has, the battery's among them."""
        if self.battery is None:
            return self.services
        level = Characteristic(BATTERY_LEVEL, ["read", "notify"], f"{self.battery:02x}")
        return [*self.services, Service(BATTERY_SERVICE, characteristics=[level])]

    @property
    def told_services(self) -> list[str]:
        """UUIDs that it advertises."""
        told = self.advertised if self.advertised is not None else [one.uuid for one in self.services]
        return [whole_uuid(one) for one in told]

    def service(self, key: str) -> Service | None:
        """By its UUID in any form."""
        return next((one for one in self.all_services if one.key == whole_uuid(key)), None)


Peripherals = Annotated[list[Peripheral], msgspec.Meta(max_length=MOST_PERIPHERALS)]


def peripherals_of(value: Any) -> Sequence[Peripheral]:
    """The peripherals of a world value, which has been checked; of two with the same address the first."""
    by_address: dict[str, Peripheral] = {}
    for one in msgspec.convert(value, list[Peripheral]):
        by_address.setdefault(one.device_id.upper(), one)
    return list(by_address.values())


def device_id_on(platform: str, address: str) -> str:
    """What a phone calls a device: Android by its address, iOS by an id of the phone's own.

    Source: guide, Bluetooth, 3.1.
    """
    upper = address.upper()
    return str(uuid.uuid5(_NAMESPACE, upper)).upper() if platform == "ios" else upper
