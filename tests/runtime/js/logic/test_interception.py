"""Calls that JavaScript answers: the host may see and answer them, and the timeline hears of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from runtime.api.arguments import required
from runtime.platform.wechat import WECHAT
from runtime.protocol.logic import ApiCall, ApiTrace, Log
from tests.support.wx_program import WxProgram


@pytest.fixture
def program(tmp_path: Path) -> WxProgram:
    return WxProgram(tmp_path)


def seen(program: WxProgram) -> list[tuple[str, bytes, bool]]:
    return [(call.name, bytes(call.args), call.sync) for call in program.host_calls()]


def test_nobody_asks_about_calls_that_the_host_does_not_want_to_see(program: WxProgram) -> None:
    program.run("wx.onThemeChange(() => 0); wx.createSelectorQuery().select('#a'); wx.getUpdateManager()")
    assert seen(program) == []


def test_calls_are_told_to_the_timeline_but_for_the_quiet_ones(program: WxProgram) -> None:
    program.run("wx.getLaunchOptionsSync(); wx.nextTick(() => 0); wx.arrayBufferToBase64(new ArrayBuffer(3)); return 1")
    (trace,) = program.traces()
    assert (trace["m"], trace["name"], trace["ok"], trace["state"]) == (
        "api-trace",
        "getLaunchOptionsSync",
        True,
        "works",
    )
    assert trace["result"]["value"]["path"] == "pages/index/index"
    program.run("wx.onThemeChange(() => 0); wx.reportEvent('bought', { price: 3n, self: undefined }); return 1")
    assert [(one["name"], one["state"]) for one in program.traces()] == [
        ("onThemeChange", "works"), ("reportEvent", "simulated"),
    ]  # fmt: skip


def test_a_function_that_throws_is_told_and_throws(program: WxProgram) -> None:
    program.intercept("base64ToArrayBuffer")
    program.run("try { wx.base64ToArrayBuffer('%') } catch (error) { log.push(error.message.slice(0, 33)); }")
    assert program.log() == ["base64ToArrayBuffer:fail invalid "]
    assert [(one["name"], one["ok"]) for one in program.traces()] == [("base64ToArrayBuffer", False)]


def test_the_host_sees_the_arguments_and_may_answer(program: WxProgram) -> None:
    program.intercept("arrayBufferToBase64", "getLaunchOptionsSync")
    program.word = lambda call: {"value": f"mocked {call.name}"}
    program.run("log.push(wx.arrayBufferToBase64(new ArrayBuffer(3)), wx.getLaunchOptionsSync()); return 1")
    assert program.log() == ["mocked arrayBufferToBase64", "mocked getLaunchOptionsSync"]
    assert seen(program) == [
        ("arrayBufferToBase64", b'{"arrayBuffer":{"$b64":"AAAA"}}', True), ("getLaunchOptionsSync", b"{}", True),
    ]  # fmt: skip
    assert program.traces() == []


def test_a_failure_of_the_host_is_thrown(program: WxProgram) -> None:
    program.intercept("getUpdateManager")
    program.word = lambda call: {"errMsg": "getUpdateManager:fail mocked"}
    program.run("try { wx.getUpdateManager() } catch (error) { log.push(error.message); }")
    assert program.log() == ["getUpdateManager:fail mocked"]


def test_what_the_host_lets_go_is_done_here_under_the_same_number(program: WxProgram) -> None:
    program.intercept("getLaunchOptionsSync")
    assert program.run("wx.getLaunchOptionsSync().path") == "pages/index/index"
    (trace,) = program.traces()
    assert trace["call_id"] == program.host_calls()[0].call_id


@pytest.mark.parametrize("form", ["callbacks", "promise"])
def test_a_call_with_a_later_answer(program: WxProgram, form: str) -> None:
    program.intercept("pageScrollTo")
    heard = "...outcome('s')" if form == "callbacks" else ""
    code = f"const made = wx.pageScrollTo({{ scrollTop: 5, {heard} }});"
    program.run(code + " if (made) made.then((r) => log.push(r.errMsg), (r) => log.push(r.errMsg)); return 1")
    assert (seen(program), program.run("viewCalls.length")) == ([("pageScrollTo", b'{"scrollTop":5}', False)], 0)
    program.let_go()
    assert program.run("viewCalls.map(({ call }) => call.name)") == ["pageScroll"]
    program.run("viewCalls.pop().done('', null); return 1")
    ended = [["s", "success", {"errMsg": "pageScrollTo:ok"}], ["s", "complete", {"errMsg": "pageScrollTo:ok"}]]
    assert program.log() == (ended if form == "callbacks" else ["pageScrollTo:ok"])
    program.run(code + " if (made) made.catch((r) => log.push(r.errMsg)); return 1")
    program.answer(False, {"errMsg": "pageScrollTo:fail mocked"})
    assert program.run("viewCalls.length") == 0
    result = {"errMsg": "pageScrollTo:fail mocked"}
    failed = [["s", "fail", result], ["s", "complete", result]]
    assert program.log() == (failed if form == "callbacks" else ["pageScrollTo:fail mocked"])


@pytest.mark.parametrize(
    ("name", "use", "args"),
    [
        ("SelectorQuery.select", "wx.createSelectorQuery().select('#a')", {"selector": "#a"}),
        ("NodesRef.boundingClientRect", "wx.createSelectorQuery().select('#a').boundingClientRect()", {}),
        ("Animation.opacity", "wx.createAnimation().opacity(0.5)", {"value": 0.5}),
        ("LogManager.info", "wx.getLogManager().info('x')", {}),
        ("UpdateManager.applyUpdate", "wx.getUpdateManager().applyUpdate()", {}),
        ("CanvasContext.setFontSize", "wx.createCanvasContext('c').setFontSize(9)", {"fontSize": 9}),
        ("InnerAudioContext.play", "wx.createInnerAudioContext().play()", {}),
        ("VideoContext.seek", "wx.createVideoContext('v').seek(3)", {"position": 3}),
    ],
)
def test_methods_of_objects(program: WxProgram, name: str, use: str, args: dict[str, Any]) -> None:
    program.intercept(name)
    said: list[ApiCall] = []

    def word(call: ApiCall) -> dict[str, Any]:
        said.append(call)
        return {"value": "mocked"}

    program.word = word
    assert program.run(f"({use})") == "mocked"
    assert [call.name for call in said] == [name]
    if args:
        assert bytes(said[0].args) == str(args).replace("'", '"').replace(": ", ":").encode()


OBJECTS = {
    "SelectorQuery": "wx.createSelectorQuery()",
    "NodesRef": "wx.createSelectorQuery().select('#a')",
    "IntersectionObserver": "wx.createIntersectionObserver()",
    "MediaQueryObserver": "installed.createMediaQueryObserver(null)",
    "Animation": "wx.createAnimation()",
    "LogManager": "wx.getLogManager()",
    "RealtimeLogManager": "wx.getRealtimeLogManager()",
    "UpdateManager": "wx.getUpdateManager()",
    "PluginUpdateManager": "wx.getPluginUpdateManager({ pluginId: 'a' })",
    "PreDownloadSubpackageTask": "wx.preDownloadSubpackage({ packageType: 'workers', complete() {} })",
    "RewardedVideoAd": "wx.createRewardedVideoAd({ adUnitId: 'a' })",
    "InterstitialAd": "wx.createInterstitialAd({ adUnitId: 'a' })",
    "CanvasContext": "wx.createCanvasContext('c')",
    "OffscreenCanvas": "wx.createOffscreenCanvas({ type: '2d', width: 9, height: 9 })",
    "Canvas": "canvas",
    "CanvasRenderingContext": "canvas.getContext('2d')",
    "Path2D": "canvas.createPath2D()",
    "EventChannel": "installed.openerChannel(1)",
    "RequestTask": "wx.request({ url: 'http://a/' })",
    "UploadTask": "wx.uploadFile({ url: 'http://a/', filePath: 'a', name: 'a' })",
    "DownloadTask": "wx.downloadFile({ url: 'http://a/' })",
    "SocketTask": "wx.connectSocket({ url: 'ws://a/' })",
    "TCPSocket": "wx.createTCPSocket()",
    "UDPSocket": "wx.createUDPSocket()",
    "AudioContext": "wx.createAudioContext('a')",
    "BackgroundAudioManager": "wx.getBackgroundAudioManager()",
    "CameraContext": "wx.createCameraContext()",
    "InnerAudioContext": "wx.createInnerAudioContext()",
    "LivePlayerContext": "wx.createLivePlayerContext('p')",
    "MapContext": "wx.createMapContext('m')",
    "NFCAdapter": "wx.getNFCAdapter()",
    "Ndef": "wx.getNFCAdapter().getNdef()",
    "RecorderManager": "wx.getRecorderManager()",
    "VideoContext": "wx.createVideoContext('v')",
    "Router": "wx.router",
    "Worklet": "wx.worklet",
    "WorkletScrollViewContext": "wx.worklet.scrollViewContext",
    "Performance": "wx.getPerformance()",
    "PerformanceObserver": "wx.getPerformance().createObserver(() => {})",
    "WebAudioContext": "wx.createWebAudioContext()",
    "AudioBuffer": "wx.createWebAudioContext().createBuffer(1, 9, 44100)",
    "BufferSourceNode": "wx.createWebAudioContext().createBufferSource()",
    "CacheManager": "wx.createCacheManager({})",
    "MediaContainer": "wx.createMediaContainer()",
    "MediaRecorder": "wx.createMediaRecorder(canvas, {})",
    "VideoDecoder": "wx.createVideoDecoder()",
    "MediaAudioPlayer": "wx.createMediaAudioPlayer()",
    "GlobalPayment": "wx.createGlobalPayment({})",
    "RealtimeTagLogManager": "wx.getRealtimeLogManager().tag('a')",
}
NODE = """let canvas;
nodes['#c'] = [{ ref: [1, 0], tag: 'canvas', id: 'c', dataset: {}, mark: {} }];
wx.createSelectorQuery().select('#c').node((found) => { canvas = found.node; }).exec();
viewCalls.pop().done('', [{ node: { type: '2d', surface: { width: 9, height: 9 } } }]);
"""
# They belong to a drawing, and are handed out by methods that a rule may answer.
NEVER_SHOWN = {"CanvasGradient.addColorStop", "CanvasRenderingContext.CanvasGradient.addColorStop",
               "CanvasRenderingContext.CanvasPattern.setTransform"}  # fmt: skip
# A program assigns them.
NEVER_SHOWN |= {"BufferSourceNode.onended", "WebAudioContext.onstatechange"}
# Another context has these: what makes it is the view's (test_webgl.py).
WEBGL = re.compile(r"\.(WebGL|WEBGL|ANGLE|OES|OVR)")
LATER = ("async", "async-callback-only")


@pytest.mark.parametrize("kind", OBJECTS)
def test_every_method_of_an_object_that_javascript_answers_may_be_answered(program: WxProgram, kind: str) -> None:
    entries = WECHAT.registry.entries.items()
    own = {name: entry for name, entry in entries if entry.handler.place == "js" and name.partition(".")[0] == kind}
    names = [name for name, entry in own.items() if entry.api.kind not in LATER]
    shown = [name for name in names if name not in NEVER_SHOWN and not WEBGL.search(name)]
    node = NODE if "canvas" in OBJECTS[kind] else ""
    program.intercept(*shown)
    program.word = lambda call: {"value": call.name}
    methods = [name.rpartition(".")[2] for name in shown]
    calls = ", ".join(f"object.{method}({{ a: 1 }})" for method in methods)
    assert shown
    # An answer that comes later is a promise.
    later = [name for name in shown if WECHAT.registry.entries[name].api.kind.startswith(("async", "promise"))]
    answers = program.run(f"{node} const object = {OBJECTS[kind]}; return [{calls}]")
    assert answers == [{} if name in later else name for name in shown]


def test_no_object_that_javascript_answers_is_left_out() -> None:
    entries = WECHAT.registry.entries.items()
    kinds = {name.partition(".")[0] for name, entry in entries if entry.handler.place == "js" and "." in name}
    # A worker needs a process, editor and selection a query; entries, facts of files, streams, frames and servers come
    # with callbacks.
    queried = {"EditorContext", "SelectionContext", "ScrollViewContext", "DraggableSheetContext"}
    callbacks = {"EntryList", "Stats", "CameraFrameListener", "LivePusherContext", "BLEPeripheralServer"} | queried
    # Chains of the cloud only collect; console and require are no objects of wx.
    beside = {"DB", "WxCloud", "Console", "Require", "RequirePlugin"}
    assert kinds - set(OBJECTS) - beside == {"CanvasGradient", "Worker"} | callbacks


def test_a_method_that_handset_does_not_carry_out_fails_as_ever_if_it_is_let_go(program: WxProgram) -> None:
    program.intercept("InferenceSession.destroy", "WxCloud.callContainer")
    program.run(
        """const session = wx.createInferenceSession({ model: 'a' });
           log.push(session.destroy() === undefined);
           wx.cloud.callContainer({ name: 'f', fail: (e) => log.push(e.errMsg) });"""
    )
    program.let_go()
    assert program.log() == [
        True, "cloud.callContainer:fail not supported by Handset",
    ]  # fmt: skip
    notices = [bytes(one.args) for one in program.sent if isinstance(one, Log)]
    assert len([text for text in notices if b"InferenceSession.destroy" in text]) == 1
    assert len([text for text in notices if b"wx.cloud.callContainer" in text]) == 1
    traces = [one.name for one in program.sent if isinstance(one, ApiTrace)]
    assert (traces.count("InferenceSession.destroy"), traces.count("WxCloud.callContainer")) == (1, 1)


def test_a_cloud_function_may_be_answered(program: WxProgram) -> None:
    program.intercept("WxCloud.callFunction")
    program.run("wx.cloud.callFunction({ name: 'f' }).then((r) => log.push(r.result)); return 1")
    program.answer(True, {"result": 7, "errMsg": "cloud.callFunction:ok"})
    assert program.log() == [7]


def test_what_the_host_no_longer_wants_to_see_stays_here(program: WxProgram) -> None:
    program.intercept("getLaunchOptionsSync")
    program.intercept()
    program.run("wx.getLaunchOptionsSync(); return 1")
    assert seen(program) == []


def arguments_for(name: str) -> list[str]:
    """JavaScript of arguments that a function takes."""
    entry = WECHAT.registry.entries[name]
    samples = {"String": "'a'", "Number": "1", "Array": "[]", "Object": "{}", "ArrayBuffer": "new ArrayBuffer(4)"}
    given = {argument: samples.get(types[0], "true") for argument, types in required(entry)}
    if any(param.callbacks or param.fields for param in entry.api.params) or not given:
        return ["{" + ", ".join(f"{argument}: {value}" for argument, value in given.items()) + "}"]
    return list(given.values())


REFUSALS = {
    "arrayBufferToBase64(5)": "arrayBuffer should be ArrayBuffer instead of Number",
    "base64ToArrayBuffer()": "base64 should be String instead of Undefined",
    "reportEvent(null, {})": "eventId should be String instead of Null",
    "drawCanvas({ canvasId: 'a', actions: {} })": "actions should be Array instead of Object",
}


@pytest.mark.parametrize("is_shown", [False, True])
@pytest.mark.parametrize("call", REFUSALS)
def test_arguments_are_checked_whether_the_host_wants_to_see_the_call_or_not(
    program: WxProgram, call: str, is_shown: bool
) -> None:
    name = call.partition("(")[0]
    if is_shown:
        program.intercept(name)
    program.run(f"try {{ wx.{call}; }} catch (error) {{ log.push([error.message, error.errMsg]); }}")
    words = f"{name}:fail parameter error: parameter.{REFUSALS[call]};"
    assert (program.log(), seen(program)) == ([[words, words]], [])


def test_a_refused_call_with_a_later_answer_fails_later(program: WxProgram) -> None:
    program.run("wx.sendSocketMessage({ data: 5, ...outcome('s') }); log.push('on');")
    words = {"errMsg": "sendSocketMessage:fail parameter error: "
             "parameter.data should be String or ArrayBuffer instead of Number;"}  # fmt: skip
    assert program.log() == ["on", ["s", "fail", words], ["s", "complete", words]]
    program.run("wx.sendSocketMessage().catch((error) => log.push(error.errMsg)); return 1")
    assert program.log() == [words["errMsg"].replace("Number", "Undefined")]


def test_the_timeline_says_what_ended_a_call(program: WxProgram) -> None:
    program.run("wx.getLaunchOptionsSync(); try { wx.reportEvent(); } catch {} return 1")
    assert [(one["name"], one["ok"], one["ended_by"]) for one in program.traces()] == [
        ("getLaunchOptionsSync", True, "handler"), ("reportEvent", False, "arguments"),
    ]  # fmt: skip


def test_every_function_of_wx_comes_by_if_the_host_wants_to_see_all(program: WxProgram) -> None:
    names = [name for name in WECHAT.registry.entries if "." not in name]
    program.intercept(*names)
    unseen = []
    for name in sorted(names):
        given = ", ".join(arguments_for(name))
        program.run(f"try {{ Promise.resolve(wx.{name}({given})).catch(() => 0); }} catch {{}} return 1")
        if name not in {call.name for call in program.host_calls()}:
            unseen.append(name)
        program.sent.clear()
    # It is shown once the view has made the picture, and there is no canvas here; a route is rewritten while it begins.
    assert unseen == ["canvasToTempFilePath", "rewriteRoute"]
