"""The simulated phone as its two readers are told of it: the view draws it, the logic layer answers questions."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field


class _Part(Struct, frozen=True, rename="camel"):
    """Base: frozen, names as a mini program knows them."""


class Box(_Part, frozen=True, kw_only=True):
    """A rectangle on the screen, px."""

    left: float
    top: float
    right: float
    bottom: float
    width: float
    height: float


class Edges(_Part, frozen=True, kw_only=True):
    """What notch, corners and home indicator take, px."""

    top: float
    right: float
    bottom: float
    left: float


class PlayedMedia(_Part, frozen=True, kw_only=True):
    """What is played to components that need a camera or a stream."""

    stream: Literal["playing", "buffering", "broken", "ended"]
    is_camera_denied: bool
    scan_result: str
    scan_type: str
    scan_char_set: str


class PlayedAccount(_Part, frozen=True, kw_only=True):
    """What components show of the platform's accounts: of the user and their group, whether there is an ad
    (`ad_error` 0) and whether the program's official account can be shown (`official_account` 0)."""

    nick_name: str
    avatar_url: str
    gender: int
    city: str
    province: str
    country: str
    language: str
    group_name: str
    ad_error: int
    official_account: int


class PhoneDevice(_Part, frozen=True, kw_only=True):
    """What the view draws. Lengths in px of the phone as it is held."""

    id: str
    name: str
    model: str
    brand: str
    system: str
    platform: Literal["ios", "android"]
    pixel_ratio: float
    cutout: Literal["none", "notch", "island", "punch"]
    orientation: Literal["portrait", "landscape"]
    theme: Literal["light", "dark"]
    language: str
    font_size: float
    width: float
    height: float
    window_width: float
    status_bar_height: float
    navigation_bar_height: float
    tab_bar_height: float
    keyboard_height: float
    insets: Edges
    menu_button: Box
    network_type: str
    battery_level: float
    is_charging: bool
    played: PlayedMedia
    account: PlayedAccount


class HostApp(_Part, frozen=True, kw_only=True):
    """The app around the mini program."""

    app_id: str
    env: str
    version: str


class SystemInformation(_Part, frozen=True, kw_only=True):
    """Every key of wx.getSystemInfoSync, getWindowInfo, getDeviceInfo and getAppBaseInfo, as the page on top sees it.

    `theme` is missing for programs that do not follow the phone's.
    """

    pixel_ratio: float
    screen_width: float
    screen_height: float
    window_width: float
    window_height: float
    status_bar_height: float
    safe_area: Box
    screen_top: float
    device_orientation: Literal["portrait", "landscape"]
    menu_button: Box
    tab_bar_height: float
    abi: str
    device_abi: str
    benchmark_level: int
    brand: str
    cpu_type: str
    memory_size: str
    model: str
    platform: str
    system: str
    sdk_version: str = field(name="SDKVersion")
    pc_kernel_version: str = field(name="PCKernelVersion")
    enable_debug: bool
    font_size_setting: float
    font_size_scale_factor: float
    host: HostApp
    language: str
    version: str
    theme: Literal["light", "dark"] | UnsetType = UNSET
    album_authorized: bool
    camera_authorized: bool
    location_authorized: bool
    microphone_authorized: bool
    notification_authorized: bool
    notification_alert_authorized: bool
    notification_badge_authorized: bool
    notification_sound_authorized: bool
    phone_calendar_authorized: bool
    bluetooth_enabled: bool
    location_enabled: bool
    location_reduced_accuracy: bool
    wifi_enabled: bool
