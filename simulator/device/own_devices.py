"""Phones that the user has described: one file beside the settings, read by the window and the command line alike.

What a description leaves out (cut-out, status bar, landscape) follows from it by the platform's habits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec

from runtime.systems.user_folders import user_config_folder
from simulator.device.catalogue import load_devices, parse_device
from simulator.device.device import Cutout, Device, Platform

FILE = "devices.json"
Width = Annotated[int, msgspec.Meta(ge=240, le=1400)]
Height = Annotated[int, msgspec.Meta(ge=320, le=2000)]
Ratio = Annotated[float, msgspec.Meta(ge=1, le=5)]
Inset = Annotated[int, msgspec.Meta(ge=0, le=120)]
_NOTCH_TOP, _ISLAND_TOP, _ISLAND_STATUS_BAR = 44, 59, 54
_LEAST_STATUS_BAR = {"ios": 20, "android": 24}


class OwnDevice(msgspec.Struct, frozen=True):
    """A phone held upright; lengths in CSS pixels, `top` and `bottom` from the screen's edges to its safe area."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    width: Width = 390
    height: Height = 844
    pixel_ratio: Ratio = 3
    platform: Platform = "ios"
    top: Inset = 47
    bottom: Inset = 34


def read_own_devices(folder: Path) -> Sequence[OwnDevice]:
    """What the file in this folder describes. Raises ValueError if it cannot be understood; no file is no device."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=tuple[OwnDevice, ...])
    except OSError:
        return ()
    except msgspec.MsgspecError as error:
        raise ValueError(f"{FILE}: {error}") from error


def known_devices() -> dict[str, Device]:
    """All phone models by id, the user's own ones last. Of two that are called the same the first counts."""
    return with_own(load_devices(), user_config_folder())


def with_own(devices: Mapping[str, Device], folder: Path) -> dict[str, Device]:
    """These and those described in a folder; a file that cannot be understood describes none."""
    try:
        own = read_own_devices(folder)
    except ValueError:
        own = ()
    return dict(devices) | {f"own:{one.name}": parse_device(_entry(one)) for one in own}


def _entry(own: OwnDevice) -> dict[str, Any]:
    is_ios = own.platform == "ios"
    cutout, status_bar = _top_of(own)
    sides = own.top if cutout != "none" else 0
    return {
        "id": f"own:{own.name}",
        "name": own.name,
        "model": own.name,
        "brand": "iPhone" if is_ios else "Android",
        "system": "iOS 17.0" if is_ios else "Android 14",
        "platform": own.platform,
        "width": own.width,
        "height": own.height,
        "pixel_ratio": own.pixel_ratio,
        "cutout": cutout,
        "status_bar_height": status_bar,
        "safe_area": {"top": own.top, "bottom": own.bottom},
        "landscape": {
            "status_bar_height": 0 if is_ios else _LEAST_STATUS_BAR["android"],
            "sides": sides,
            "bottom": min(own.bottom, 21) if is_ios else own.bottom,
        },
    }


def _top_of(own: OwnDevice) -> tuple[Cutout, int]:
    """What is cut out of the screen at the top, and the height of the status bar around it."""
    status_bar = max(own.top, _LEAST_STATUS_BAR[own.platform])
    if own.platform == "android":
        return ("punch" if own.top > _LEAST_STATUS_BAR["android"] else "none"), status_bar
    if own.top >= _ISLAND_TOP:
        return "island", _ISLAND_STATUS_BAR
    return ("notch" if own.top >= _NOTCH_TOP else "none"), status_bar
