"""How the simulated phone is doing, as its world says: what its status bar shows and the system information tells."""

from __future__ import annotations

from types import MappingProxyType

from runtime.world.declared import Values
from runtime.world.groups.ad import NO_ERROR
from simulator.device.facts import AccountStatus, MediaStatus, PhoneStatus

# What tells that the system denies a permission to the host app. Source: reference, getAppAuthorizeSetting.
_AUTHORIZED = MappingProxyType({
    "permission.writePhotosAlbum": "albumAuthorized", "permission.camera": "cameraAuthorized",
    "permission.userLocation": "locationAuthorized", "permission.record": "microphoneAuthorized",
    "permission.addPhoneCalendar": "phoneCalendarAuthorized",
})  # fmt: skip


def phone_status(values: Values) -> PhoneStatus:
    """As it is now."""
    return PhoneStatus(
        network_type=values["network.type"],
        battery_level=values["battery.level"],
        is_charging=values["battery.isCharging"],
        is_bluetooth_on=values["system.isBluetoothOn"],
        is_location_on=values["system.isLocationOn"],
        is_wifi_on=values["system.isWifiOn"],
        keyboard_height=values["keyboard.height"],
        media=MediaStatus(
            stream=values["live.stream"],
            is_camera_denied=values["permission.camera"] in ("denied", "off"),
            scan_result=values["scan.result"],
            scan_type=values["scan.type"],
            scan_char_set=values["scan.charSet"],
        ),
        account=AccountStatus(
            nick_name=values["user.nickName"],
            avatar_url=values["user.avatarUrl"],
            gender=values["user.gender"],
            city=values["user.city"],
            province=values["user.province"],
            country=values["user.country"],
            language=values["user.language"],
            group_name=values["chat.groupName"],
            ad_error=0 if values["ad.error"] == NO_ERROR else int(values["ad.error"]),
            official_account=values["officialAccount.status"],
        ),
        denied=frozenset(told for name, told in _AUTHORIZED.items() if values[name] == "off"),
    )
