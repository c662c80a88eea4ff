"""HTTP calls: what is sent for which arguments, what the program gets for which answers."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from runtime.api.call import ApiFailure
from runtime.api.ports.http_values import HttpResponse
from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram

URL = "http://example.com/a"


def sent(host: FakeHost, **args: Any) -> Any:
    host.call("request", **{"url": URL, **args})
    return list(host.network.sent.values())[-1][0]


def answered(host: FakeHost, body: bytes, headers: tuple[tuple[str, str], ...] = (), **args: Any) -> dict[str, Any]:
    ended = host.call("request", **{"url": URL, **args})
    list(host.network.sent.values())[-1][1].done(HttpResponse(200, headers, body, {"fetchStart": 1.0}))
    assert ended.result is not None
    decoded: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(ended.result))
    return decoded


def test_get_puts_data_into_the_query(host: FakeHost) -> None:
    request = sent(host, url=URL + "?x=1&k=old", data={"k": "a b&", "n": 2, "o": {"p": 1}})
    assert request.url == URL + "?x=1&k=a%20b%26&n=2&o=%7B%22p%22%3A1%7D"
    assert (request.method, request.body) == ("GET", None)
    assert request.headers == {"content-type": "application/json"}


def test_post_is_json(host: FakeHost) -> None:
    request = sent(host, method="post", data={"k": [1, None]})
    assert (request.method, request.body) == ("POST", b'{"k":[1,null]}')


def test_post_of_a_form(host: FakeHost) -> None:
    header = {"Content-Type": "application/x-www-form-urlencoded"}
    request = sent(host, method="POST", header=header, data={"k": "a b", "中": "文"})
    assert request.body == b"k=a%20b&%E4%B8%AD=%E6%96%87"
    assert request.headers == header


@pytest.mark.parametrize(("data", "body"), [("raw text", b"raw text"), ({"$b64": "AQL/"}, b"\x01\x02\xff")])
def test_text_and_buffers_are_sent_as_they_are(host: FakeHost, data: Any, body: bytes) -> None:
    assert sent(host, method="PUT", data=data).body == body


def test_the_referer_cannot_be_set_and_headers_become_text(host: FakeHost) -> None:
    request = sent(host, header={"Referer": "x", "X-N": 5, "X-Null": None, "content-type": "text/plain"})
    assert request.headers == {"X-N": "5", "content-type": "text/plain"}


def test_urls_are_escaped_where_the_program_did_not(host: FakeHost) -> None:
    assert sent(host, url="http://example.com/中 文?q=中&r=%20#hash").url == (
        "http://example.com/%E4%B8%AD%20%E6%96%87?q=%E4%B8%AD&r=%20"
    )


@pytest.mark.parametrize("url", ["pages/a", "ftp://x/", "http://", "//example.com", "http://[bad"])
def test_what_is_no_url_fails(host: FakeHost, url: str) -> None:
    assert host.call("request", url=url).result == {"errMsg": f'request:fail invalid url "{url}"', "errno": 600009}


def test_json_is_parsed_and_stays_exact(host: FakeHost) -> None:
    assert answered(host, b'{"a": [1, 2.50], "b": "\\u4e2d"}')["data"] == {"a": [1, 2.5], "b": "中"}


@pytest.mark.parametrize("body", [b"{broken", b"plain", b""])
def test_what_is_no_json_stays_text(host: FakeHost, body: bytes) -> None:
    assert answered(host, body)["data"] == body.decode()


def test_json_stays_text_if_asked(host: FakeHost) -> None:
    assert answered(host, b"[1]", dataType="text")["data"] == "[1]"


def test_a_buffer_if_asked(host: FakeHost) -> None:
    assert answered(host, b"[1]", responseType="arraybuffer")["data"] == {"$b64": "WzFd"}


def test_headers_as_received_and_cookies_one_by_one(host: FakeHost) -> None:
    headers = (("X-Mixed", "a"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    result = answered(host, b"", headers)
    assert result["header"] == {"X-Mixed": "a", "Set-Cookie": "a=1,b=2"}
    assert result["cookies"] == ["a=1", "b=2"]
    assert result["statusCode"] == 200


def test_a_failure_of_the_network_has_the_platforms_form(host: FakeHost) -> None:
    ended = host.call("request", url=URL)
    host.network.sent[1][1].done(ApiFailure("timeout", 5))
    assert ended.result == {"errMsg": "request:fail timeout", "errno": 5}


def test_headers_and_chunks_are_events_of_the_task(host: FakeHost) -> None:
    ended = host.call("request", url=URL, enableChunked=True)
    request, listener = host.network.sent[1]
    assert request.chunked
    listener.headers(206, [("A", "b")])
    listener.chunk(b"\x01")
    assert ended.events == [
        ("onHeadersReceived", {"statusCode": 206, "header": {"A": "b"}, "cookies": []}, "1"),
        ("onChunkReceived", {"data": {"$b64": "AQ=="}}, "1"),
    ]


def test_abort_names_the_task(host: FakeHost) -> None:
    host.call("request", url=URL)
    assert host.call("RequestTask.abort", task=1).result == {"errMsg": "abort:ok"}
    assert host.network.aborted == [1]


def test_an_upload_sends_a_file_and_fields(host: FakeHost) -> None:
    path, real = host.areas.new_file("tmp", ".png")
    real.write_bytes(b"IMG")
    ended = host.call(
        "uploadFile", url=URL, filePath=path, name="file", formData={"n": 1}, header={"Content-Type": "x"}
    )
    request, listener = host.network.sent[1]
    assert (request.upload.name, request.upload.content, request.upload.fields) == ("file", b"IMG", {"n": "1"})
    assert request.headers == {}
    listener.progress(5, 10)
    detail = {"progress": 50, "totalBytesSent": 5, "totalBytesExpectedToSend": 10}
    assert ended.events == [("onProgressUpdate", detail, "1")]
    listener.done(HttpResponse(201, (), b'{"a":1}', {}))
    assert ended.result == {"data": '{"a":1}', "statusCode": 201, "errMsg": "uploadFile:ok"}


def test_an_upload_of_nothing_fails(host: FakeHost) -> None:
    ended = host.call("uploadFile", url=URL, filePath="http://tmp/none.png", name="f")
    assert ended.result == {"errMsg": 'uploadFile:fail file not found "http://tmp/none.png"'}


def test_a_download_goes_to_a_temporary_file(host: FakeHost) -> None:
    ended = host.call("downloadFile", url="http://example.com/x.png?y=1")
    host.network.answer(1, HttpResponse(200, (), b"IMG", {}))
    assert ended.result is not None
    place = host.areas.resolve(ended.result["tempFilePath"])
    assert place is not None
    assert place.real is not None
    assert (place.real.suffix, place.real.read_bytes()) == (".png", b"IMG")


def test_a_download_to_a_path_of_the_program(host: FakeHost) -> None:
    # The first of all calls that needs the folder.
    ended = host.call("downloadFile", url=URL, filePath="http://usr/x.bin")
    host.network.answer(1, HttpResponse(200, (), b"data", {}))
    assert ended.result is not None
    assert ended.result["filePath"] == "http://usr/x.bin"
    assert (host.areas.usr / "x.bin").read_bytes() == b"data"
    ended = host.call("downloadFile", url=URL, filePath="http://usr/../x.bin")
    assert ended.result == {
        "errMsg": 'downloadFile:fail permission denied, open "http://usr/../x.bin"', "errno": 1300013,
    }  # fmt: skip
    ended = host.call("downloadFile", url=URL, filePath="http://usr/none/x.bin")
    assert ended.result == {
        "errMsg": 'downloadFile:fail no such file or directory, open "http://usr/none/x.bin"', "errno": 1300002,
    }  # fmt: skip
    assert list(host.network.sent) == [1]


@pytest.mark.parametrize(
    "url", ["http://example.com/a.p\0ng", "http://example.com/a.p%00", "http://example.com/a./../x"]
)
def test_an_ending_that_is_no_ending_is_left_out(host: FakeHost, url: str) -> None:
    ended = host.call("downloadFile", url=url)
    host.network.answer(1, HttpResponse(200, (), b"data", {}))
    assert ended.ok
    assert ended.result is not None
    assert "." not in ended.result["tempFilePath"].rpartition("/")[2]


@pytest.mark.parametrize(
    ("body", "data"),
    [
        (b"[" * 100_000 + b"]" * 100_000, "[" * 100_000 + "]" * 100_000),
        (b"[" * 600 + b"]" * 600, "[" * 600 + "]" * 600),
        (b'{"a":NaN}', '{"a":NaN}'),
        (b'{"a":"\xff"}', '{"a":"\ufffd"}'.encode()),
        (b'{"a":"\\ud83d"}', b'{"a":"\\ufffd"}'),
    ],
)
def test_json_that_cannot_be_handed_over_stays_text(host: FakeHost, body: bytes, data: Any) -> None:
    ended = host.call("request", url=URL)
    host.network.sent[1][1].done(HttpResponse(200, (), body, {}))
    assert ended.result is not None
    got = ended.result["data"]
    assert (bytes(got) if isinstance(got, msgspec.Raw) else got) == data


def test_a_socket(host: FakeHost) -> None:
    ended = host.call("connectSocket", url="ws://example.com/")
    assert ended.result == {"socketTaskId": 1, "errMsg": "connectSocket:ok"}
    listener = host.network.sockets[1][1]
    listener.opened([("A", "b")])
    listener.message("hello")
    listener.message(b"\x01")
    listener.closed(1000, "bye")
    assert [(name, detail) for name, detail, _ in ended.events] == [
        ("onOpen", {"header": {"A": "b"}, "profile": {}}),
        ("onMessage", {"data": "hello"}),
        ("onMessage", {"data": {"$b64": "AQ=="}}),
        ("onClose", {"code": 1000, "reason": "bye"}),
    ]
    assert host.call("SocketTask.send", task=1, data={"$b64": "AQ=="}).ok
    assert host.call("SocketTask.send", task=1, data=5).ok is False
    assert host.call("SocketTask.close", task=1, code=1001).ok
    assert host.network.socket_traffic == [("send", 1, b"\x01"), ("close", 1, 1001, "")]


def test_a_socket_needs_a_socket_url(host: FakeHost) -> None:
    assert host.call("connectSocket", url="http://x/").result == {
        "errMsg": 'connectSocket:fail invalid url "http://x/"'
    }


@pytest.mark.parametrize(
    ("own", "of_program", "counts"),
    [
        ({}, {}, 60_000),
        ({}, {"request": 900}, 900),
        ({"timeout": 70}, {"request": 900}, 70),
        ({"timeout": 0}, {}, 60_000),
    ],
)
def test_the_time_limit_is_that_of_the_call_of_the_program_or_of_the_platform(
    host: FakeHost, own: dict[str, int], of_program: dict[str, int], counts: int
) -> None:
    host.network.limits = of_program
    host.call("request", url=URL, **own)
    assert host.network.sent[1][0].timeout_ms == counts


def test_each_api_has_a_time_limit_of_its_own(host: FakeHost) -> None:
    host.network.limits = {"request": 1, "downloadFile": 2, "connectSocket": 4}
    host.call("downloadFile", url=URL)
    host.call("connectSocket", url="ws://x")
    assert host.network.sent[1][0].timeout_ms == 2
    assert host.network.socket_limits_ms == {2: 4}


def test_the_last_socket_is_the_one_that_the_old_functions_mean(program: WxProgram) -> None:
    program.run(
        """wx.sendSocketMessage({ data: 'x', fail: (r) => log.push(r.errMsg) });
           wx.onSocketMessage((r) => log.push(['wx', r.data]));
           const task = wx.connectSocket({ url: 'ws://x/', success() {} });
           task.onMessage((r) => log.push(['task', r.data])); wx.sendSocketMessage({ data: 'y' });"""
    )
    socket, send = program.host_calls()
    assert msgspec.json.decode(send.args) == {"data": "y", "task": socket.call_id}
    program.answer(True, {"errMsg": "connectSocket:ok"}, 0)
    program.run(f"installed.apiEvent('onMessage', {{ data: 'hello' }}, '{socket.call_id}')")
    assert program.log() == [
        "sendSocketMessage:fail WebSocket is not connected", ["wx", "hello"], ["task", "hello"],
    ]  # fmt: skip
