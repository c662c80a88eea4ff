"""Interaction and the phone shell: toast, loading, dialogs, navigation bar, tab bar, background, pull-down refresh.

What the shell draws is the view's; here arguments become the methods of resources/docs/wire.md, "Shell".
Source: reference, user interface. Observed: failure texts of the tab bar and of the action sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts

TOAST_MS = 1500
MAX_SHEET_ITEMS = 6
FRONT_COLORS = ("#ffffff", "#000000")

Params = Callable[[Call], Mapping[str, Any]]


def nothing(_call: Call) -> Mapping[str, Any]:
    """A shell method without parameters."""
    return {}


def toast(call: Call) -> Mapping[str, Any]:
    """showToast. A picture takes the place of the icon."""
    return {
        "title": call.text("title"),
        "icon": call.text("icon", "success"),
        "image": call.text("image"),
        "duration": call.number("duration", TOAST_MS),
        "mask": call.flag("mask"),
    }


def loading(call: Call) -> Mapping[str, Any]:
    """showLoading."""
    return {"title": call.text("title"), "mask": call.flag("mask")}


def hiding(call: Call) -> Mapping[str, Any]:
    """hideToast and hideLoading: each takes both kinds away, which are in one place, unless told not to."""
    return {"noConflict": call.flag("noConflict")}


def navigation_title(call: Call) -> Mapping[str, Any]:
    """setNavigationBarTitle."""
    return {"title": call.text("title")}


def navigation_color(call: Call) -> Mapping[str, Any]:
    """setNavigationBarColor: the text is white or black, nothing else."""
    front = call.text("frontColor").lower()
    if front not in FRONT_COLORS:
        raise ApiFailure(f'invalid frontColor "{call.text("frontColor")}"')
    animation = call.members("animation")
    return {
        "color": front,
        "backgroundColor": call.text("backgroundColor"),
        "animation": {
            "duration": animation.get("duration", 0),
            "timingFunc": animation.get("timingFunc", "linear"),
        },
    }


def background_color(call: Call) -> Mapping[str, Any]:
    """setBackgroundColor: of the window behind the page, and above and below it. Only the given members change."""
    names = ("backgroundColor", "backgroundColorTop", "backgroundColorBottom")
    return {name: call.text(name) for name in names if name in call.args}


def background_text_style(call: Call) -> Mapping[str, Any]:
    """setBackgroundTextStyle: the dots of the pull-down refresh."""
    return {"backgroundTextStyle": call.text("textStyle")}


def tab_bar_style(call: Call) -> Mapping[str, Any]:
    """setTabBarStyle: only the given members change."""
    names = ("color", "selectedColor", "backgroundColor", "borderStyle")
    return {"style": {name: call.text(name) for name in names if name in call.args}}


def tab_bar_item(call: Call) -> Mapping[str, Any]:
    """setTabBarItem: only the given members change."""
    names = ("text", "iconPath", "selectedIconPath")
    return {"item": {"index": _index(call), **{name: call.text(name) for name in names if name in call.args}}}


def badge(call: Call) -> Mapping[str, Any]:
    """setTabBarBadge; a long text becomes an ellipsis on the screen."""
    return {"badge": {"index": _index(call), "text": call.text("text")}}


def no_badge(call: Call) -> Mapping[str, Any]:
    """removeTabBarBadge."""
    return {"badge": {"index": _index(call), "text": ""}}


def red_dot(call: Call) -> Mapping[str, Any]:
    """showTabBarRedDot."""
    return {"redDot": {"index": _index(call), "visible": True}}


def no_red_dot(call: Call) -> Mapping[str, Any]:
    """hideTabBarRedDot."""
    return {"redDot": {"index": _index(call), "visible": False}}


def show_modal(call: Call, ports: HostPorts) -> None:
    """showModal: both buttons are success."""
    params = {
        "title": call.text("title"),
        "content": call.text("content"),
        "showCancel": call.flag("showCancel", default=True),
        "cancelText": call.text("cancelText") or "取消",
        "cancelColor": call.text("cancelColor", "#000000"),
        "confirmText": call.text("confirmText") or "确定",
        "confirmColor": call.text("confirmColor", "#576B95"),
        "editable": call.flag("editable"),
        "placeholderText": call.text("placeholderText"),
    }

    def answered(result: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(result, ApiFailure):
            return call.fail_with(result)
        is_confirmed = bool(result.get("confirm"))
        content = {"content": result.get("content") or ""} if call.flag("editable") and is_confirmed else {}
        call.succeed({"cancel": not is_confirmed, "confirm": is_confirmed, "content": None, **content})

    ports.ui.ask(call.request.page_id, "modal", params, call.later(answered))


def show_action_sheet(call: Call, ports: HostPorts) -> None:
    """showActionSheet: cancelling is failure."""
    items = call.items("itemList")
    if not items:
        raise ApiFailure("parameter error: itemList should have at least 1 item")
    if len(items) > MAX_SHEET_ITEMS:
        raise ApiFailure("parameter error: itemList should not be large than 6")
    params = {
        "itemList": [str(item) for item in items],
        "itemColor": call.text("itemColor", "#000000"),
        "alertText": call.text("alertText"),
    }

    def answered(result: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(result, ApiFailure):
            return call.fail_with(result)
        tap_index = result.get("tapIndex")
        if not isinstance(tap_index, int) or tap_index < 0:
            call.fail("cancel")
        else:
            call.succeed({"tapIndex": tap_index})

    ports.ui.ask(call.request.page_id, "actionSheet", params, call.later(answered))


def _index(call: Call) -> int:
    return int(call.number("index"))


def _shell(name: str, method: str, params: Params = nothing) -> Handler:
    def run(call: Call, ports: HostPorts) -> None:
        ports.ui.show(call.request.page_id, method, params(call))
        call.succeed()

    return in_host(name, run)


def _fixed(name: str, method: str, **params: Any) -> Handler:
    return _shell(name, method, lambda _call: params)


def _tab_bar(name: str, params: Params) -> Handler:
    def run(call: Call, ports: HostPorts) -> None:
        if not ports.navigation.is_tab_page(call.request.page_id):
            raise ApiFailure("not TabBar page")
        if "index" in call.args and not 0 <= _index(call) < ports.navigation.tab_count():
            raise ApiFailure("tabbar item not found")
        ports.ui.show(call.request.page_id, "setTabBar", params(call))
        call.succeed()

    return in_host(name, run)


def _tab_bar_shown(*, visible: bool) -> Params:
    return lambda call: {"visible": visible, "animation": call.flag("animation")}


HANDLERS: tuple[Handler, ...] = (
    _shell("showToast", "toast", toast),
    _shell("hideToast", "hideToast", hiding),
    _shell("showLoading", "loading", loading),
    _shell("hideLoading", "hideLoading", hiding),
    in_host("showModal", show_modal),
    in_host("showActionSheet", show_action_sheet),
    _shell("setNavigationBarTitle", "setNavigationBar", navigation_title),
    _shell("setNavigationBarColor", "setNavigationBar", navigation_color),
    _fixed("showNavigationBarLoading", "setNavigationBar", loading=True),
    _fixed("hideNavigationBarLoading", "setNavigationBar", loading=False),
    _fixed("hideHomeButton", "setNavigationBar", home=False),
    _shell("setBackgroundColor", "setBackground", background_color),
    _shell("setBackgroundTextStyle", "setBackground", background_text_style),
    _tab_bar("showTabBar", _tab_bar_shown(visible=True)),
    _tab_bar("hideTabBar", _tab_bar_shown(visible=False)),
    _tab_bar("setTabBarStyle", tab_bar_style),
    _tab_bar("setTabBarItem", tab_bar_item),
    _tab_bar("setTabBarBadge", badge),
    _tab_bar("removeTabBarBadge", no_badge),
    _tab_bar("showTabBarRedDot", red_dot),
    _tab_bar("hideTabBarRedDot", no_red_dot),
    _fixed("startPullDownRefresh", "pullDown", state="start"),
    _fixed("stopPullDownRefresh", "pullDown", state="stop"),
    _fixed("hideKeyboard", "keyboard", visible=False),
)
