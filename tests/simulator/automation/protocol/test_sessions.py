"""Clients that come, share a program, babble, flood and vanish."""

from __future__ import annotations

import json
import socket

import pytest
from PySide6.QtNetwork import QHostAddress, QTcpServer

from simulator.automation.protocol.server import MOST_CLIENTS, AutomationServer
from simulator.automation.protocol.session import MOST_OPEN, REPLY_DELAY_MS
from simulator.debug.loopback import PortTaken
from simulator.running.headless import HeadlessProgram
from tests.support.automation_client import AutomationClient
from tests.support.driven_program import Drives
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser
IPV6 = QHostAddress.SpecialAddress.LocalHostIPv6
HAS_IPV6 = QTcpServer().listen(QHostAddress(IPV6), 0)


def call(client: AutomationClient, text: str) -> object:
    return client.ask("App.callFunction", functionDeclaration=text, args=[])["result"]


def test_clients_have_what_is_their_own(server: AutomationServer, client: AutomationClient) -> None:
    other = AutomationClient(server.port)
    for one, name in ((client, "first"), (other, "second")):
        one.ask("App.addBinding", name=name)
        one.ask("App.mockWxMethod", method="getStorageSync", result=name)
    assert call(client, "() => { second(2); first(1); return wx.getStorageSync('k') }") == "second"
    wait_until(lambda: client.events("App.bindingCalled") and other.events("App.bindingCalled"), "both calls")
    assert client.events("App.bindingCalled") == [{"name": "first", "args": [1]}]
    assert other.events("App.bindingCalled") == [{"name": "second", "args": [2]}]
    box = client.element(".box")
    assert other.refused("Element.tap", **box) == "no such element"
    other.close()
    wait_until(lambda: server.client_count == 1, "the end of one")
    assert call(client, "() => [wx.getStorageSync('k'), typeof second, typeof first]") == [
        "first",
        "undefined",
        "function",
    ]


def test_no_reply_is_there_before_its_client_waits(client: AutomationClient) -> None:
    delays: list[int] = []
    assert REPLY_DELAY_MS <= 5
    for _ in range(20):
        before = len(client.said)
        client.send("Tool.getInfo")
        # Whatever the socket brings at once has been dealt with before a timer of the loop is due.
        delays.append(len(client.said) - before)
        wait_until(lambda before=before: len(client.said) > before, "the reply")
    assert set(delays) == {0}


def test_the_end_of_a_route_is_heard_before_the_reply_and_that_of_a_way_back_after_it(client: AutomationClient) -> None:
    def told(number: str) -> list[str]:
        """What has come since the call of a route, once its reply and its end are there."""
        began = len(client.said)
        wait_until(lambda: len(client.said) >= began + 2, "the reply and the end", instead=lambda: client.said)
        return ["reply" if one.get("id") == number else one["method"] for one in client.said[began:]]

    def go(method: str, **option: object) -> str:
        return client.send("App.callWxMethod", method=method, args=[option])

    client.ask("App.addBinding", name="onAppRouteDone")
    call(client, "() => { wx.onAppRouteDone(onAppRouteDone) }")
    assert told(go("navigateTo", url="/pages/b/b")) == ["App.bindingCalled", "reply"]
    assert told(go("navigateBack")) == ["reply", "App.bindingCalled"]
    assert told(go("reLaunch", url="/pages/a/a")) == ["App.bindingCalled", "reply"]
    assert "not found" in client.reply(go("navigateTo", url="/nowhere"))["error"]["message"]
    overtaken, last = go("reLaunch", url="/pages/b/b"), go("reLaunch", url="/pages/a/a")
    assert all("result" in client.reply(one) for one in (overtaken, last))
    call(client, "() => { wx.offAppRouteDone(onAppRouteDone) }")


def test_ids_of_what_is_gone_are_never_others(client: AutomationClient) -> None:
    box = client.element(".box")
    assert client.refused("Element.tap", **{**box, "elementId": "no"}) == "no such element"
    client.ask("App.callWxMethod", method="reLaunch", args=[{"url": "/pages/a/a"}])
    new = client.element(".box")
    assert new["elementId"] != box["elementId"]
    assert client.refused("Element.tap", **box) == "page destroyed"
    assert client.refused("Page.getData", pageId=box["pageId"]) == "page destroyed"
    assert client.refused("Page.getElements", selector="view", pageId=box["pageId"]) == "page destroyed"
    assert client.refused("Element.tap", **{**box, "pageId": new["pageId"]}) == "no such element"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "1", '"x"', "{}", '{"id": {}, "method": "Tool.getInfo"}', '{"id": "1"}', "[" * 100_000,
     '{"id": true, "method": "Tool.getInfo"}', '{"id": "1", "method": 5}', '{"id": "\\ud800", "method": "\\udfff"}'],
    ids=lambda text: text[:20] or "empty",
)  # fmt: skip
def test_what_is_no_request_harms_nobody(client: AutomationClient, text: str) -> None:
    client.socket.sendTextMessage(text)
    wait_until(lambda: client.said, "an answer")
    assert "error" in client.said[0]
    assert client.ask("Tool.getInfo")["SDKVersion"]


@pytest.mark.parametrize(
    ("method", "params", "why"),
    [
        ("Page.getElements", {}, "params.pageId: expected number"),
        ("Page.getElements", {"pageId": True}, "params.pageId: expected number"),
        ("Page.getElements", {"pageId": "x"}, "params.pageId: expected number"),
        ("Page.getData", {"pageId": 10**30}, "page destroyed"),
        ("App.callFunction", {"functionDeclaration": 1}, "params.functionDeclaration: expected string"),
        ("App.callWxMethod", {"method": "x", "args": 1}, "params.args: expected array"),
        ("Page.getWindowProperties", {"pageId": 1, "names": [1]}, "params.names: expected strings"),
        ("Nothing.atAll", {}, "Nothing.atAll unimplemented"),
        ("", {}, " unimplemented"),
        ("__class__", {}, "__class__ unimplemented"),
        ("App.addBinding", {}, "params.name: expected string"),
        ("Tool.native", {}, "params.method: expected string"),
    ],
)
def test_bad_parameters_are_named(client: AutomationClient, method: str, params: dict[str, object], why: str) -> None:
    assert client.refused(method, **params) == why


def test_strange_values_pass_or_are_refused(client: AutomationClient) -> None:
    slider = client.element(".sl")
    for args in ([], ["x"], [None], [True]):
        refused = client.refused("Element.callFunction", functionName="slider.slideTo", args=args, **slider)
        assert refused == "params.args[0]: expected number"
    points = [{"identifier": "x"}, {"identifier": 0, "clientX": "left"}, 5, {"identifier": 1.5}]
    for point in points:
        assert "changedTouches" in client.refused("Element.touchstart", changedTouches=[point], **slider)
    assert client.refused("App.callFunction", functionDeclaration="(", args=[])
    circle = "() => { const a = {}; a.a = a; return a }"
    assert "circular" in client.refused("App.callFunction", functionDeclaration=circle, args=[])
    assert client.ask("App.callFunction", functionDeclaration="() => undefined", args=[]) == {"result": None}


def test_frames_that_are_no_text_or_too_large_end_the_connection(
    server: AutomationServer, client: AutomationClient
) -> None:
    other = AutomationClient(server.port)
    other.socket.sendBinaryMessage(b"\0\1")
    wait_until(lambda: not other.is_open, "the end")
    large = AutomationClient(server.port)
    large.socket.sendTextMessage(json.dumps({"id": "1", "method": "x" * 17_000_000}))
    wait_until(lambda: not large.is_open, "the end")
    assert client.ask("Tool.getInfo")


def test_a_flood_is_answered_and_the_others_go_on(server: AutomationServer, client: AutomationClient) -> None:
    flood = AutomationClient(server.port)
    for _ in range(MOST_OPEN + 500):
        flood.send("App.callFunction", functionDeclaration="() => 1", args=[])
    assert client.ask("App.callFunction", functionDeclaration="() => 2", args=[]) == {"result": 2}
    wait_until(lambda: len(flood.said) == MOST_OPEN + 500, "all replies")
    texts = {one["error"]["message"] for one in flood.said if "error" in one}
    assert texts <= {"App.callFunction: too many requests at once"}
    flood.close()


def test_clients_that_race_on_one_page_are_all_served(server: AutomationServer, client: AutomationClient) -> None:
    others = [client, *(AutomationClient(server.port) for _ in range(3))]
    boxes = [one.element(".box") for one in others]
    sent: list[tuple[AutomationClient, str]] = []
    for turn in range(10):
        for one, box in zip(others, boxes, strict=True):
            sent.append((one, one.send("Page.setData", data={f"n{turn}": turn}, pageId=box["pageId"])))
            sent.append((one, one.send("Element.tap", **box)))
            sent.append((one, one.send("Element.getDOMProperties", names=["innerText"], **box)))
    sent.append((others[1], others[1].send("App.callWxMethod", method="reLaunch", args=[{"url": "/pages/b/b"}])))
    sent += [(one, one.send("Page.getData", **one.page())) for one in others]
    answers = [one.reply(number) for one, number in sent]
    assert {str(one["error"]["message"]) for one in answers if "error" in one} <= {"page destroyed"}
    assert [one.ask("App.getCurrentPage")["path"] for one in others] == ["pages/b/b"] * 4
    for one in others[1:]:
        one.close()
    wait_until(lambda: server.client_count == 1, "the end of the others")


def test_an_enormous_value_comes_whole_or_is_refused(server: AutomationServer, client: AutomationClient) -> None:
    other = AutomationClient(server.port)
    long = "(length) => 'x'.repeat(length)"
    assert len(client.ask("App.callFunction", functionDeclaration=long, args=[20_000_000])["result"]) == 20_000_000
    assert "memory" in client.refused("App.callFunction", functionDeclaration=long, args=[1_000_000_000])
    assert other.ask("App.callFunction", functionDeclaration="() => 1", args=[]) == {"result": 1}
    other.close()


def test_a_program_does_not_wait_for_exposed_functions(server: AutomationServer, client: AutomationClient) -> None:
    client.ask("App.addBinding", name="tellClient")
    flood = "() => { for (let i = 0; i < 5000; i++) tellClient(i); return 5000 }"
    assert client.ask("App.callFunction", functionDeclaration=flood, args=[]) == {"result": 5000}
    wait_until(lambda: len(client.events("App.bindingCalled")) == 5000, "all calls")
    assert [one["args"] for one in client.events("App.bindingCalled")] == [[number] for number in range(5000)]


def test_a_client_may_vanish_in_mid_call(server: AutomationServer, client: AutomationClient) -> None:
    other = AutomationClient(server.port)
    other.send("App.callFunction", functionDeclaration="() => new Promise((r) => { global.end = r })", args=[])
    other.send("App.captureScreenshot", fullPage=True)
    other.socket.flush()
    other.close()
    wait_until(lambda: server.client_count == 1, "the end of one")
    assert call(client, "() => typeof (global.end && global.end())") == "undefined"


def test_a_page_in_a_browser_is_not_let_in(server: AutomationServer) -> None:
    own = f"http://127.0.0.1:{server.port}"
    strangers = ["http://evil.example", "null", "", "http://127.0.0.1:1", "http://localhost", f"{own}/", f"{own}.evil"]
    for origin in strangers:
        assert AutomationClient(server.port, headers={"Origin": origin}).is_refused
    rebound = {"Host": f"evil.example:{server.port}", "Origin": f"http://evil.example:{server.port}"}
    assert AutomationClient(server.port, headers=rebound).is_refused
    # The library of one client sends the address itself.
    client = AutomationClient(server.port, headers={"Origin": own})
    assert client.ask("Tool.getInfo")
    client.close()


def test_both_names_of_the_loopback_reach_it(server: AutomationServer) -> None:
    hosts = ["127.0.0.1", "localhost", *(["[::1]"] if HAS_IPV6 else [])]
    for host in hosts:
        other = AutomationClient(server.port, host)
        assert other.ask("Tool.getInfo")
        other.close()


def test_a_port_that_is_taken_leaves_nothing_half_open(server: AutomationServer, program: HeadlessProgram) -> None:
    with pytest.raises(PortTaken):
        AutomationServer(program.program, server._desk, port=server.port)
    if not HAS_IPV6:
        return
    with socket.socket(socket.AF_INET6) as other:
        other.bind(("::1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken):
            AutomationServer(program.program, server._desk, port=port)
        with socket.socket() as free:
            free.bind(("127.0.0.1", port))


def test_there_is_an_end_to_clients(server: AutomationServer, client: AutomationClient) -> None:
    others = [AutomationClient(server.port) for _ in range(MOST_CLIENTS - 1)]
    assert all(one.is_open for one in others)
    assert AutomationClient(server.port).is_refused
    for one in others:
        one.close()
    wait_until(lambda: server.client_count == 1, "the end of the others")


def test_a_project_is_closed_after_its_reply(
    server: AutomationServer, client: AutomationClient, drives: Drives
) -> None:
    told: list[bool] = []
    server.project_closed.connect(lambda: told.append(True))
    assert client.ask("Tool.close") == {}
    wait_until(lambda: told, "the wish to close")
    wait_until(lambda: not client.is_open, "the end of the connection")
