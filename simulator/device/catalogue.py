"""Reads the phone models of `resources/devices`, one file a model.

A file gives the portrait measures; what it leaves out of `landscape` follows from them by the platform's habits.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from simulator.device.device import Device
from simulator.device.measures import Insets, Measures

DEFAULT_DEVICE = "iphone-12"
# Source: Human Interface Guidelines, Material 3: height of the top bar.
NAVIGATION_BAR_HEIGHT = {"ios": 44, "android": 48}
NAVIGATION_BAR_HEIGHT_LANDSCAPE = {"ios": 32, "android": 48}


def load_devices() -> dict[str, Device]:
    """All phone models by id, in the order in which a list shows them."""
    folder = files("resources") / "devices"
    entries = [json.loads(file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".json")]
    return {entry["id"]: parse_device(entry) for entry in sorted(entries, key=lambda entry: entry["order"])}


class UnknownDevice(Exception):
    """There is no phone model of that name; the text names those that there are."""


def find_device(devices: Mapping[str, Device], name: str) -> Device:
    """The device of an id or a name (`iPhone X`); empty: the default one. Raises UnknownDevice."""
    wanted = name.casefold().strip()
    if not wanted:
        return devices[DEFAULT_DEVICE]
    for device in devices.values():
        if wanted in (device.id, device.name.casefold(), device.model.casefold()):
            return device
    for device in devices.values():
        if device.name.casefold().startswith(wanted):
            return device
    known = ", ".join(device.name for device in devices.values())
    raise UnknownDevice(f"no device is named {name!r}; there are: {known}")


def parse_device(entry: dict[str, Any]) -> Device:
    """A device from the JSON of its file. Raises KeyError when a required key is missing."""
    platform = entry["platform"]
    width, height, status_bar = entry["width"], entry["height"], entry["status_bar_height"]
    safe_area, landscape = entry["safe_area"], entry.get("landscape", {})
    sides = landscape.get("sides", 0)
    return Device(
        id=entry["id"],
        name=entry["name"],
        model=entry["model"],
        brand=entry["brand"],
        system=entry["system"],
        platform=platform,
        pixel_ratio=entry["pixel_ratio"],
        cutout=entry["cutout"],
        portrait=Measures(
            width=width,
            height=height,
            status_bar_height=status_bar,
            navigation_bar_height=NAVIGATION_BAR_HEIGHT[platform],
            insets=Insets(top=safe_area["top"], bottom=safe_area["bottom"]),
        ),
        landscape=Measures(
            width=height,
            height=width,
            status_bar_height=landscape["status_bar_height"],
            navigation_bar_height=landscape.get("navigation_bar_height", NAVIGATION_BAR_HEIGHT_LANDSCAPE[platform]),
            insets=Insets(
                top=landscape["status_bar_height"], right=sides, bottom=landscape.get("bottom", 0), left=sides
            ),
        ),
    )
