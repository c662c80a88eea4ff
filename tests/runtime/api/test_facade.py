"""The façade: what a program sees of `wx`, against the platform's calling convention."""

from __future__ import annotations

import json

import msgspec
import pytest

from runtime.platform.wechat import WECHAT
from runtime.protocol.logic import ApiTrace, Log
from tests.support.wx_program import WxProgram


def test_every_documented_name_is_an_enumerable_reassignable_function(program: WxProgram) -> None:
    names = set(program.run("Object.keys(wx).filter((name) => typeof wx[name] === 'function')"))
    assert {name for name, _ in WECHAT.catalogue.functions()} <= names
    assert program.run("wx.request = () => 5; return wx.request();") == 5


def test_success_runs_before_complete_with_the_same_object(program: WxProgram) -> None:
    program.run(
        """let seen; wx.setStorage({ key: 'a', data: 1,
             success: (r) => { seen = r; log.push('success'); },
             complete: (r) => log.push(['complete', r === seen, r.errMsg]) });
           log.push('after the call');"""
    )
    assert program.log() == ["after the call", "success", ["complete", True, "setStorage:ok"]]


def test_fail_runs_before_complete(program: WxProgram) -> None:
    program.run("wx.getStorage({ key: 'none', ...outcome('get') })")
    error = {"errMsg": "getStorage:fail data not found"}
    assert program.log() == [["get", "fail", error], ["get", "complete", error]]


def test_a_throwing_callback_is_reported_and_complete_still_runs(program: WxProgram) -> None:
    program.run(
        "wx.setStorage({ key: 'a', data: 1, success() { throw new Error('boo'); }, complete: () => log.push('c') })"
    )
    assert program.log() == [["uncaught", "wx.setStorage success", "boo"], "c"]


def test_without_callbacks_a_promise_is_returned(program: WxProgram) -> None:
    program.run("wx.setStorage({ key: 'a', data: { b: [1] } }).then((r) => log.push(r.errMsg))")
    program.run("wx.getStorage({ key: 'a' }).then((r) => log.push(r.data))")
    program.run("wx.getStorage({ key: 'z' }).catch((r) => log.push(r))")
    assert program.log() == ["setStorage:ok", {"b": [1]}, {"errMsg": "getStorage:fail data not found"}]
    assert program.run("return typeof wx.setStorage({ key: 'a', data: 1, complete() {} })") == "undefined"


def test_options_may_be_left_out(program: WxProgram) -> None:
    program.run("wx.getSystemInfo().then((r) => log.push(r.model)); wx.clearStorage(); wx.hideToast(null);")
    assert program.log() == ["iPhone 12"]
    assert program.host_calls()[0].name == "hideToast"


def test_an_option_that_is_no_object_fails_in_form(program: WxProgram) -> None:
    program.run("wx.showToast('hi').catch((r) => log.push(r.errMsg))")
    assert program.log() == ["showToast:fail parameter error: parameter should be Object instead of String;"]


def test_a_wrong_argument_fails_in_the_platforms_words(program: WxProgram) -> None:
    program.run("wx.removeStorage({ key: 3, fail: (r) => log.push(r.errMsg) })")
    assert program.log() == ["removeStorage:fail parameter error: parameter.key should be String instead of Number;"]


def test_sync_functions_throw_the_same_text(program: WxProgram) -> None:
    program.run("try { wx.removeStorageSync(); } catch (e) { log.push([e instanceof Error, e.message]); }")
    text = "removeStorageSync:fail parameter error: parameter.key should be String instead of Undefined;"
    assert program.log() == [[True, text]]


def test_a_host_call_travels_and_its_answer_comes_back(program: WxProgram) -> None:
    program.from_tap = True
    program.run("wx.showModal({ title: 'sure?', onTap() {}, ...outcome('modal') })")
    call = program.host_calls()[0]
    assert (call.name, msgspec.json.decode(call.args), call.page_id, call.from_tap) == (
        "showModal", {"title": "sure?"}, 1, True,
    )  # fmt: skip
    assert program.log() == []
    program.answer(True, {"confirm": True, "cancel": False, "errMsg": "showModal:ok"})
    assert [entry[:2] for entry in program.log()] == [["modal", "success"], ["modal", "complete"]]


def test_listeners_are_called_in_order_and_can_be_removed(program: WxProgram) -> None:
    program.run(
        """const a = (r) => log.push(['a', r.theme]); const b = () => { throw new Error('b'); };
           wx.onThemeChange(a); wx.onThemeChange(b); wx.onThemeChange(a);
           installed.apiEvent('onThemeChange', { theme: 'dark' }, '');
           wx.offThemeChange(b); wx.offThemeChange(a); installed.apiEvent('onThemeChange', {}, '');
           wx.onThemeChange(a); wx.offThemeChange(); installed.apiEvent('onThemeChange', {}, '');"""
    )
    assert program.log() == [["a", "dark"], ["uncaught", "wx.onThemeChange listener", "b"], ["a", "dark"]]


def test_another_theme_and_another_size_are_told(program: WxProgram) -> None:
    program.run(
        """wx.onThemeChange((r) => log.push(r)); wx.onWindowResize((r) => log.push(r));
           const change = (device) => receive({ m: 'device-changed', device });
           const portrait = { screenWidth: 390, screenHeight: 844, windowWidth: 390 };
           change({ theme: 'dark', ...portrait, windowHeight: 753 });
           change({ theme: 'dark', ...portrait, windowHeight: 700 });
           change({ theme: 'dark', screenWidth: 844, screenHeight: 390, windowWidth: 844, windowHeight: 300 });
           library.launched.program.app.darkmode = false;
           change({ theme: 'light', screenWidth: 844, screenHeight: 390 });"""
    )
    assert program.log() == [
        ["App", "onThemeChange", {"theme": "dark"}],
        {"theme": "dark"},
        {"size": {"windowWidth": 844, "windowHeight": 300}},
    ]


def test_an_unsupported_function_fails_and_is_noted_once(program: WxProgram) -> None:
    program.run("wx.getTransitCardCPLC({ fail: (r) => log.push(r.errMsg) }); wx.getTransitCardCPLC({ fail() {} });")
    assert program.log() == ["getTransitCardCPLC:fail not supported by Handset"]
    notices = [message for message in program.sent if isinstance(message, Log)]
    assert len(notices) == 1
    assert b"wx.getTransitCardCPLC is not supported" in bytes(notices[0].args)
    traces = [message for message in program.sent if isinstance(message, ApiTrace)]
    assert [trace.state for trace in traces] == ["unsupported", "unsupported"]


def test_an_unsupported_object_has_its_methods_and_says_why_they_do_nothing(program: WxProgram) -> None:
    program.run(
        """const session = wx.createInferenceSession({ model: 'a' }); session.mine = 'kept';
           session.run({}).catch((r) => log.push(r.errMsg)); session.destroy(); session.destroy();
           log.push(session.mine);"""
    )
    assert program.log() == ["kept", "run:fail not supported by Handset"]
    names = [message.name for message in program.sent if isinstance(message, ApiTrace)]
    assert names == ["createInferenceSession", "InferenceSession.run", "InferenceSession.destroy"]


@pytest.mark.parametrize(
    "code",
    [
        "wx.createVKSession({}).getVKFrame(1, 1).getCameraBuffer(1, 1); wx.createVKSession({}).on('resize', () => {});",
        "const t = wx.cloud.downloadFile({ fileID: 'a', fail() {} }); t.onProgressUpdate(() => {}); t.abort();",
        "wx.cloud.uploadFile({ cloudPath: 'a', filePath: 'b', fail() {} }).abort();",
    ],
    ids=["a frame", "a download", "an upload"],
)
def test_what_an_unsupported_object_hands_out_is_there_too(program: WxProgram, code: str) -> None:
    program.run(code + " log.push('on', wx.createLivePusherContext().applySticker({ fail() {} }) === undefined);")
    assert program.log()[:2] == ["on", True]


def test_a_request_returns_a_task_with_methods_and_listeners(program: WxProgram) -> None:
    program.run(
        """const task = wx.request({ url: 'http://x/', ...outcome('r') });
           task.onHeadersReceived((r) => log.push(r.statusCode)); globalThis.task = task;"""
    )
    call_id = program.host_calls()[0].call_id
    program.run(f"installed.apiEvent('onHeadersReceived', {{ statusCode: 200 }}, '{call_id}')")
    program.run("task.abort()")
    abort = program.host_calls()[1]
    assert (abort.name, msgspec.json.decode(abort.args)) == ("RequestTask.abort", {"task": call_id})
    program.answer(False, {"errMsg": "request:fail abort"}, 0)
    assert program.log()[0] == 200
    program.run(f"installed.apiEvent('onHeadersReceived', {{ statusCode: 500 }}, '{call_id}')")
    assert [entry[1] for entry in program.log()] == []


def test_buffers_cross_as_buffers(program: WxProgram) -> None:
    program.run(
        """wx.request({ url: 'http://x/', method: 'POST', data: new Uint8Array([1, 2, 255]).buffer,
             success: (r) => log.push([r.data instanceof ArrayBuffer, ...new Uint8Array(r.data)]) })"""
    )
    assert msgspec.json.decode(program.host_calls()[0].args)["data"] == {"$b64": "AQL/"}
    program.answer(True, {"data": {"$b64": "AQL/"}, "errMsg": "request:ok"})
    assert program.log() == [[True, 1, 2, 255]]


def test_what_a_server_sent_is_not_taken_for_a_mark(program: WxProgram) -> None:
    program.run("wx.request({ url: 'http://x/', success: (r) => log.push(r.data) })")
    program.answer(True, {"data": {"inner": {"$b64": "AQ=="}}, "errMsg": "request:ok"})
    assert program.log() == [{"inner": {"$b64": "AQ=="}}]


def test_cyclic_arguments_fail(program: WxProgram) -> None:
    program.run("const a = {}; a.a = a; wx.setStorage({ key: 'a', data: a, fail: (r) => log.push(r.errMsg) });")
    assert program.log() == ["setStorage:fail Converting circular structure to JSON"]


@pytest.mark.parametrize("name", ["setStorage", "request", "showModal"])
def test_values_that_are_nested_too_deeply_are_refused(program: WxProgram, name: str) -> None:
    """The logic layer looks first, but what runs beside it may have put it out of action."""
    answer = program.apis.call(name, '{"key": "a", "data": ' + "[" * 600 + "]" * 600 + "}", 7)
    assert json.loads(answer) == {
        "ok": False, "result": {"errMsg": f"{name}:fail parameter error: nested more than 500 levels deep"},
    }  # fmt: skip
    assert program.host_calls() == []


@pytest.mark.parametrize(
    "given", ["new Date(NaN)", "{ toJSON: () => null }", "{ toJSON: () => undefined }", "[1]", "null", "1"]
)
def test_an_argument_that_is_no_options_object_on_the_wire_counts_as_none(program: WxProgram, given: str) -> None:
    program.run(f"try {{ wx.removeStorageSync({given}); }} catch (e) {{ log.push(e.message); }}; log.push('on');")
    program.run(f"wx.getSystemInfoSync({given}); wx.getStorage({given}).catch((e) => log.push(e.errMsg));")
    assert "internal error" not in str(program.log())
