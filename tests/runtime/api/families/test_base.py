"""System information and canIUse."""

from __future__ import annotations

from tests.support.api_ports import FakeHost
from tests.support.wx_program import DEVICE, WxProgram


def test_system_information_in_all_forms(program: WxProgram) -> None:
    info = program.run("wx.getSystemInfoSync()")
    assert info["windowHeight"] == 753
    assert "menuButton" not in info
    for form in ("getSystemInfo", "getSystemInfoAsync"):
        program.run(f"wx.{form}({{ success: (r) => log.push(r.model) }})")
    assert program.log() == ["iPhone 12", "iPhone 12"]
    assert program.run("wx.getWindowInfo().safeArea.top") == 47
    assert program.run("wx.getDeviceInfo().platform") == "ios"
    assert program.run("wx.getAppBaseInfo().SDKVersion") == "3.8.12"
    assert program.run("wx.getSystemSetting()") == {
        "bluetoothEnabled": True, "locationEnabled": True, "wifiEnabled": True, "deviceOrientation": "portrait",
    }  # fmt: skip
    assert program.run("wx.getAppAuthorizeSetting().cameraAuthorized") == "authorized"


def test_the_capsule(program: WxProgram) -> None:
    assert program.run("wx.getMenuButtonBoundingClientRect()") == {
        "left": 296, "top": 51, "right": 383, "bottom": 83, "width": 87, "height": 32,
    }  # fmt: skip


def test_a_changed_device_shows_at_once(program: WxProgram) -> None:
    program.device.replace({**DEVICE, "theme": "dark"})
    assert program.run("wx.getAppBaseInfo().theme") == "dark"


def test_account_and_ext_config(program: WxProgram) -> None:
    assert program.run("wx.getAccountInfoSync().miniProgram") == {
        "appId": "wx0123456789abcdef", "envVersion": "develop", "version": "",
    }  # fmt: skip
    assert program.run("wx.getExtConfigSync()") == {"theme": "blue"}


def test_can_i_use_from_a_program(program: WxProgram) -> None:
    assert program.run("[wx.canIUse('request'), wx.canIUse('getTransitCardCPLC')]") == [True, False]


def test_system_information_is_there_when_the_call_returns(program: WxProgram) -> None:
    program.run(
        """wx.getSystemInfo({ success(r) { log.push(['success', r.statusBarHeight]) },
                            complete(r) { log.push(['complete', r.statusBarHeight]) } });
           log.push('returned');"""
    )
    assert program.log() == [["success", 47], ["complete", 47], "returned"]


def test_the_asynchronous_form_answers_after_the_call(program: WxProgram) -> None:
    program.run("wx.getSystemInfoAsync({ success(r) { log.push(r.statusBarHeight) } }); log.push('returned');")
    assert program.log() == ["returned", 47]


def test_without_callbacks_it_is_a_promise(program: WxProgram) -> None:
    program.run("wx.getSystemInfo().then((r) => log.push(r.statusBarHeight)); log.push('returned');")
    assert program.log() == ["returned", 47]


def test_leaving_and_restarting(host: FakeHost) -> None:
    assert host.call("exitMiniProgram").ok
    assert host.call("restartMiniProgram", path="/a").ok
    assert host.navigation.ended == ["leave", "restart"]


def test_base64_both_ways(program: WxProgram) -> None:
    assert program.run("wx.arrayBufferToBase64(new Uint8Array([1, 2, 3]).buffer)") == "AQID"
    assert program.run("Array.from(new Uint8Array(wx.base64ToArrayBuffer('AQID')))") == [1, 2, 3]


def test_next_tick_runs_after_the_running_code(program: WxProgram) -> None:
    program.run("wx.nextTick(() => log.push('later')); log.push('now');")
    assert program.log() == ["now", "later"]


def test_launch_options_are_copies_and_enter_options_follow_the_last_show(program: WxProgram) -> None:
    program.run("wx.getLaunchOptionsSync().query.a = 'changed'; installed.fire('onAppShow', { scene: 1007 });")
    assert program.run("wx.getLaunchOptionsSync().query.a") == "1"
    assert program.run("wx.getEnterOptionsSync().scene") == 1007


def test_the_update_manager_finds_no_update(program: WxProgram) -> None:
    program.run("wx.getUpdateManager().onCheckForUpdate((r) => log.push(r))")
    assert program.log() == [{"hasUpdate": False}]


def test_log_managers_write_to_the_console(program: WxProgram) -> None:
    program.run("wx.getLogManager().info('a', 1); wx.getRealtimeLogManager().tag('t').error('b');")
    assert program.log() == [["info", "a", 1], ["error", "[t]", "b"]]


def test_idle_callbacks_run_unless_cancelled(program: WxProgram) -> None:
    program.run(
        """wx.requestIdleCallback((d) => log.push(d.didTimeout));
           wx.cancelIdleCallback(wx.requestIdleCallback(() => log.push('cancelled')));"""
    )
    assert program.log() == [False]


def test_a_plugin_is_never_newer(program: WxProgram) -> None:
    program.run(
        """const plugin = wx.getPluginUpdateManager({ pluginId: 'a' });
           plugin.onCheckForUpdate((r) => log.push(r.hasUpdate));
           log.push(plugin.applyUpdate === undefined, typeof plugin.onUpdateReady);"""
    )
    assert program.log() == [True, "function", False]


def test_a_user_has_one_keeper_of_keys(program: WxProgram) -> None:
    program.run(
        """const manager = wx.getUserCryptoManager();
           log.push(manager === wx.getUserCryptoManager());
           manager.getRandomValues({ length: 6, success: (r) => log.push(r.randomValues.byteLength) });
           manager.getRandomValues({ length: -1, fail: () => log.push('refused') });
           manager.getLatestUserKey({ success() {} });"""
    )
    assert program.log() == [True, 6, "refused"]
    assert program.host_calls()[-1].name == "UserCryptoManager.getLatestUserKey"


def test_keys_of_the_user_are_those_of_the_world(host: FakeHost) -> None:
    host.play({"userKey.version": 3})
    result = host.call("UserCryptoManager.getLatestUserKey").result
    assert result is not None
    assert (result["version"], result["iv"], result["expireTime"] > 0) == (3, "0" * 32, True)
