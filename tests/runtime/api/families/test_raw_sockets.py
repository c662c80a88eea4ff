"""TCP and UDP sockets: what is asked of the host, and what the program hears."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.ports.sockets import SOCKETS, FakeSockets, Peer
from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram


def sockets(host: FakeHost) -> FakeSockets:
    found = host.ports[SOCKETS]
    assert isinstance(found, FakeSockets)
    return found


def created(host: FakeHost, kind: str) -> int:
    assert host.call(f"create{kind}").ok
    return next(reversed(sockets(host).listeners))


def test_a_stream_connects_writes_and_closes(host: FakeHost) -> None:
    task = created(host, "TCPSocket")
    assert host.call("TCPSocket.connect", task=task, address="example.com", port=5000).ok
    assert host.call("TCPSocket.write", task=task, data="中").ok
    assert host.call("TCPSocket.write", task=task, data={"$b64": "AQI="}).ok
    assert host.call("TCPSocket.close", task=task).ok
    assert sockets(host).done == [
        ("create", True), ("connect", Peer("example.com", 5000), 2000),
        ("write", "中".encode()), ("write", b"\x01\x02"), ("close",),
    ]  # fmt: skip
    assert host.call("TCPSocket.write", task=task, data="late").result == {"errMsg": "write:fail socket is closed"}


@pytest.mark.parametrize("port", [0, -1, 80, 1023, 6379, 8080, 65_536, 1.5, 27_017])
def test_ports_that_a_phone_refuses(host: FakeHost, port: float) -> None:
    for kind in ("TCPSocket.connect", "UDPSocket.connect"):
        ended = host.call(kind, task=created(host, kind.partition(".")[0]), address="example.com", port=port)
        assert ended.ok is False
    assert [done for done in sockets(host).done if done[0] == "connect"] == []


def test_events_of_a_stream(host: FakeHost) -> None:
    ended = host.call("createTCPSocket")
    (listener,) = sockets(host).listeners.values()
    listener.opened()
    listener.message(b"\x01\x02", Peer("10.0.0.1", 5000), Peer("10.0.0.2", 40_000))
    listener.failed("reset")
    listener.closed()
    remote = {"address": "10.0.0.1", "port": 5000, "family": "IPv4", "size": 2}
    local = {"address": "10.0.0.2", "port": 40_000, "family": "IPv4"}
    assert [(name, detail) for name, detail, _ in ended.events] == [
        ("onConnect", {}),
        ("onMessage", {"message": {"$b64": "AQI="}, "remoteInfo": remote, "localInfo": local}),
        ("onError", {"errMsg": "reset"}),
        ("onClose", {}),
    ]


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"message": "hello"}, b"hello"),
        ({"message": "hello", "offset": 1, "length": 1}, b"hello"),
        ({"message": {"$b64": "AQIDBA=="}}, b"\x01\x02\x03\x04"),
        ({"message": {"$b64": "AQIDBA=="}, "offset": 1}, b"\x02\x03\x04"),
        ({"message": {"$b64": "AQIDBA=="}, "offset": 1, "length": 2}, b"\x02\x03"),
        ({"message": {"$b64": "AQIDBA=="}, "offset": 3, "length": 2}, None),
        ({"message": {"$b64": "AQIDBA=="}, "length": -1}, None),
        ({"message": 5}, None),
    ],
)
def test_a_packet_is_text_or_a_part_of_a_buffer(host: FakeHost, given: dict[str, Any], sent: bytes | None) -> None:
    ended = host.call("UDPSocket.send", task=created(host, "UDPSocket"), address="10.0.0.1", port=5000, **given)
    assert ended.ok is (sent is not None)
    packets = [done for done in sockets(host).done if done[0] == "send"]
    assert packets == ([] if sent is None else [("send", sent, Peer("10.0.0.1", 5000))])


def test_bind_returns_the_port(host: FakeHost) -> None:
    task = created(host, "UDPSocket")
    assert host.call("UDPSocket.bind", task=task, port=4_000).result == {"value": 4_000, "errMsg": "bind:ok"}
    assert host.call("UDPSocket.bind", task=task, port=70_000).ok is False


def test_the_objects_of_a_program(program: WxProgram) -> None:
    program.word = lambda call: {"value": None}
    program.run(
        """const tcp = wx.createTCPSocket();
           for (const name of ['Connect', 'Message', 'Error', 'Close']) {
             tcp['on' + name]((r) => log.push([name, r.message && r.message.byteLength]));
           }
           tcp.connect({ address: 'example.com', port: 5000 }); tcp.write('hello');"""
    )
    create, connect, write = program.host_calls()
    assert [create.name, connect.name, write.name] == ["createTCPSocket", "TCPSocket.connect", "TCPSocket.write"]
    assert b'"data":"hello"' in bytes(write.args).replace(b" ", b"")
    program.run(
        f"""installed.apiEvent('onConnect', {{}}, '{create.call_id}');
            installed.apiEvent('onMessage', {{ message: {{ $b64: 'AQI=' }} }}, '{create.call_id}');"""
    )
    program.answer(False, {"errMsg": "write:fail socket is not connected"}, 2)
    program.run(f"installed.apiEvent('onClose', {{}}, '{create.call_id}')")
    program.run(f"installed.apiEvent('onClose', {{}}, '{create.call_id}')")
    heard = program.log()
    assert [name for name, _ in heard] == ["Connect", "Message", "Error", "Close"]
    assert heard[1][1] == 2
