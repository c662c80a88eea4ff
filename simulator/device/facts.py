"""What the system information says that does not depend on the phone: versions, permissions, switches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class AppFacts:
    """The simulated host app. `platform` empty = the phone's own (`ios`, `android`).

    Assumed: version numbers of a current client; projects compare them with `>=`.
    """

    version: str = "8.0.60"
    sdk_version: str = "3.8.12"
    host_app_id: str = "wx-handset"
    host_env: str = "WeChat"
    platform: str = ""
    is_debug: bool = False


@dataclass(frozen=True, slots=True)
class MediaStatus:
    """What is played to components that need a camera or a stream."""

    stream: Literal["playing", "buffering", "broken", "ended"] = "playing"
    is_camera_denied: bool = False
    scan_result: str = ""
    scan_type: str = "QR_CODE"
    scan_char_set: str = "utf-8"


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """What components show of the platform's accounts; as `PlayedAccount`."""

    nick_name: str = ""
    avatar_url: str = ""
    gender: int = 0
    city: str = ""
    province: str = ""
    country: str = ""
    language: str = "zh_CN"
    group_name: str = ""
    ad_error: int = 0
    official_account: int = 0


@dataclass(frozen=True, slots=True)
class PhoneStatus:
    """How the phone is doing, as its status bar and the system information say it. `denied`: what the phone's system
    does not allow to the host app (`cameraAuthorized`). `keyboard_height` 0: as is usual for the phone."""

    network_type: str = "wifi"
    battery_level: int = 100
    is_charging: bool = False
    is_bluetooth_on: bool = True
    is_location_on: bool = True
    is_wifi_on: bool = True
    denied: frozenset[str] = frozenset()
    keyboard_height: int = 0
    media: MediaStatus = MediaStatus()
    account: AccountStatus = AccountStatus()
