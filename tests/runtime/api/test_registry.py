"""The registry: complete, without doubles, honest."""

from __future__ import annotations

import re

import msgspec
import pytest

from runtime.api.handler import Handler
from runtime.api.registry import Registry
from runtime.api.table import table
from runtime.platform.wechat import WECHAT

# The first 60 of the interfaces that real projects use most, without those of canvas, cloud and audio.
MOST_USED = (
    "navigateTo", "getStorageSync", "showToast", "setStorageSync", "request", "showModal", "navigateBack",
    "login", "getSystemInfoSync", "hideLoading", "showLoading", "createSelectorQuery", "redirectTo",
    "switchTab", "setNavigationBarTitle", "previewImage", "stopPullDownRefresh", "setClipboardData",
    "removeStorageSync", "getSystemInfo", "canIUse", "getUserInfo", "chooseImage", "getUserProfile", "reLaunch",
    "setStorage", "getMenuButtonBoundingClientRect", "getSetting", "uploadFile", "nextTick", "vibrateShort",
    "showActionSheet", "createAnimation", "getWindowInfo", "openSetting", "getAccountInfoSync",
    "saveImageToPhotosAlbum", "getFileSystemManager", "pageScrollTo", "getImageInfo", "hideToast",
    "chooseMedia", "downloadFile", "getStorage", "showShareMenu", "getLocation", "getUpdateManager",
    "hideNavigationBarLoading", "showNavigationBarLoading", "requestSubscribeMessage", "clearStorageSync",
    "getDeviceInfo", "getAppBaseInfo", "requestPayment", "openLocation", "authorize", "makePhoneCall",
)  # fmt: skip


def test_every_documented_name_has_an_entry() -> None:
    entries = WECHAT.registry.entries
    documented = {name for name, _ in (*WECHAT.catalogue.functions(), *WECHAT.catalogue.methods())}
    assert documented <= set(entries)


def test_handlers_are_for_documented_names() -> None:
    documented = {name for name, _ in (*WECHAT.catalogue.functions(), *WECHAT.catalogue.methods())}
    handled = [name for name, entry in WECHAT.registry.entries.items() if entry.state != "unsupported"]
    assert [name for name in handled if name not in documented] == []


@pytest.mark.parametrize("name", MOST_USED)
def test_what_real_projects_use_most_does_something(name: str) -> None:
    assert WECHAT.registry.entries[name].state in ("works", "simulated")


def test_a_name_without_a_handler_is_unsupported() -> None:
    assert WECHAT.registry.entries["getTransitCardCPLC"].state == "unsupported"
    assert not WECHAT.registry.is_supported("getTransitCardCPLC")


def test_two_handlers_for_one_name_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="two handlers for request"):
        Registry(WECHAT.catalogue, [Handler("request", "js"), Handler("request", "js")])


def test_the_table_is_small_and_tells_what_the_facade_needs() -> None:
    rows = table(WECHAT.registry)
    assert rows.functions["setStorageSync"] == ["s", "l", "w", ["key", "data"]]
    assert rows.functions["request"] == ["t", "h", "w"]
    assert rows.functions["onThemeChange"] == ["+", "j", "w"]
    assert rows.objects["FileSystemManager"]["readFileSync"][3] == ["filePath", "encoding", "position", "length"]
    assert rows.returns["request"] == "RequestTask"
    assert rows.returns["VKSession.getVKFrame"] == "VKFrame"
    assert rows.objects.keys() >= set(rows.returns.values())
    assert len(msgspec.json.encode(rows)) < 60_000


def test_names_are_functions_or_methods() -> None:
    handled = [name for name, entry in WECHAT.registry.entries.items() if entry.state != "unsupported"]
    assert all(re.fullmatch(r"[A-Za-z0-9]+(\.\w+){0,2}", name) for name in handled)
