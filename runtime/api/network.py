"""HTTP: request, uploadFile, downloadFile. Any answer of a server is success, whatever its status.

Source: reference, network. The port moves bytes; here they get their meaning.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import msgspec
from msgspec import Raw

from runtime.api.call import ApiFailure, Call, as_bytes, from_bytes
from runtime.api.file_paths import check_quota, writable
from runtime.api.handler import Handler, in_host
from runtime.api.http_values import HttpRequest, HttpResponse, Upload
from runtime.api.ports import HostPorts
from runtime.private_files import write_private
from runtime.protocol.codec import is_deep, well_formed

DEFAULT_TIMEOUT_MS = 60_000
MAX_TIMEOUT_MS = 2**31 - 1
MAX_DOWNLOAD_BYTES = 200 * 1024 * 1024
"""Source: reference, downloadFile."""
METHODS = ("OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT")
JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"
URL_ERRNO = 600009
# What a URL may hold without being escaped, and the escapes themselves.
_URL_SAFE = "%/:=&?~#+!$,;'@()*[]-._|"


UPLOAD_MEMBERS = ("totalBytesSent", "totalBytesExpectedToSend")
DOWNLOAD_MEMBERS = ("totalBytesWritten", "totalBytesExpectedToWrite")


class _Exchange:
    """Hears of an exchange and tells the program. `answer` makes the result of an answer of the server."""

    def __init__(
        self, call: Call, answer: Callable[[HttpResponse], Mapping[str, Any]], members: tuple[str, str] | None = None
    ) -> None:
        self._call = call
        self._answer = answer
        self._members = members

    def headers(self, status: int, headers: Sequence[tuple[str, str]]) -> None:
        detail = {"statusCode": status, "header": joined(headers), "cookies": cookies_of(headers)}
        self._call.emit("onHeadersReceived", detail)

    def chunk(self, data: bytes) -> None:
        self._call.emit("onChunkReceived", {"data": from_bytes(data)})

    def progress(self, done: int, expected: int) -> None:
        if self._members is None:
            return
        percent = min(100, round(done * 100 / expected)) if expected > 0 else 0
        sent_name, total_name = self._members
        self._call.emit("onProgressUpdate", {"progress": percent, sent_name: done, total_name: max(expected, 0)})

    def done(self, outcome: HttpResponse | ApiFailure) -> None:
        self._call.guard(lambda: self._end(outcome))

    def _end(self, outcome: HttpResponse | ApiFailure) -> None:
        if isinstance(outcome, ApiFailure):
            raise outcome
        self._call.succeed(self._answer(outcome))


def request(call: Call, ports: HostPorts) -> None:
    """request."""
    method = (call.text("method") or "GET").upper()
    if method not in METHODS:
        raise ApiFailure(f"parameter error: parameter.method should be one of {', '.join(METHODS)}")
    headers = header_lines(call)
    url, body = with_data(http_url(call.text("url")), method, headers, call.args.get("data"))
    ports.network.send(
        call.request.call_id,
        HttpRequest(
            url,
            method,
            headers,
            body,
            timeout_ms=timeout_of(call, ports),
            follow_redirects=call.text("redirect", "follow") != "manual",
            chunked=call.flag("enableChunked"),
        ),
        _Exchange(call, lambda response: request_result(call, response)),
    )


def upload_file(call: Call, ports: HostPorts) -> None:
    """uploadFile: the file and the text fields as multipart/form-data."""
    path = call.text("filePath")
    place = ports.areas.resolve(path)
    if place is None or place.real is None or not place.real.is_file():
        raise ApiFailure(f'file not found "{path}"')
    fields = {name: call_text(value) for name, value in call.members("formData").items()}
    upload = Upload(call.text("name"), place.real.name, place.real.read_bytes(), fields)
    headers = {name: value for name, value in header_lines(call).items() if name.lower() != "content-type"}
    exchange = HttpRequest(
        http_url(call.text("url")), "POST", headers, upload=upload, timeout_ms=timeout_of(call, ports)
    )
    ports.network.send(call.request.call_id, exchange, _Exchange(call, upload_result, UPLOAD_MEMBERS))


def download_file(call: Call, ports: HostPorts) -> None:
    """downloadFile: to `filePath`, or to a temporary file."""
    target = writable(call, ports.areas, "filePath", "open") if call.text("filePath") else None
    url, headers, limit = http_url(call.text("url")), header_lines(call), MAX_DOWNLOAD_BYTES
    exchange = HttpRequest(url, "GET", headers, timeout_ms=timeout_of(call, ports), limit_bytes=limit)
    listener = _Exchange(call, lambda response: download_result(call, ports, target, response), DOWNLOAD_MEMBERS)
    ports.network.send(call.request.call_id, exchange, listener)


def abort(call: Call, ports: HostPorts) -> None:
    """abort of a task; the task's own call fails with `abort`."""
    ports.network.abort(call.task_id)
    call.succeed()


def request_result(call: Call, response: HttpResponse) -> dict[str, Any]:
    """The result of request."""
    return {
        "data": body_value(response.body, call),
        "statusCode": response.status,
        "header": joined(response.headers),
        "cookies": cookies_of(response.headers),
        "profile": dict(response.profile),
    }


def upload_result(response: HttpResponse) -> dict[str, Any]:
    """The result of uploadFile: the answer stays text."""
    return {"data": response.body.decode("utf-8", "replace"), "statusCode": response.status}


def download_result(call: Call, ports: HostPorts, target: Path | None, response: HttpResponse) -> dict[str, Any]:
    """Writes the file and names it."""
    result: dict[str, Any] = {"statusCode": response.status, "profile": dict(response.profile)}
    if target is None:
        path, real = ports.areas.new_file("tmp", suffix_of(call.text("url"), response.headers))
        write_private(real, response.body)
        return {**result, "tempFilePath": path}
    check_quota(ports.areas, len(response.body))
    write_private(target, response.body)
    return {**result, "filePath": call.text("filePath")}


def http_url(written: str) -> str:
    """The URL, escaped where the program did not. Raises ApiFailure if it is no HTTP URL."""
    text = written.strip()
    try:
        parts = urlsplit(text)
        is_http = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_http = False
    if not is_http:
        raise ApiFailure(f'invalid url "{text}"', URL_ERRNO)
    return urlunsplit((*parts[:2], quote(parts.path, _URL_SAFE), quote(parts.query, _URL_SAFE), ""))


def header_lines(call: Call) -> dict[str, str]:
    """The program's headers as text. The Referer is the platform's and cannot be set."""
    given = {str(name): call_text(value) for name, value in call.members("header").items() if value is not None}
    return {name: value for name, value in given.items() if name.lower() != "referer"}


def with_data(url: str, method: str, headers: dict[str, str], data: Any) -> tuple[str, bytes | None]:
    """URL and body for `data`, after method and content type. Adds a content type to `headers` if there is none."""
    written = next((value for name, value in headers.items() if name.lower() == "content-type"), None)
    if written is None:
        headers["content-type"] = JSON_TYPE
    content_type = (written or JSON_TYPE).lower()
    if data is None:
        return url, None
    raw = as_bytes(data)
    if raw is not None:
        return url, raw
    if method in ("GET", "HEAD") and isinstance(data, dict):
        return with_query(url, data), None
    if method in ("GET", "HEAD"):
        return (f"{url}{'&' if '?' in url else '?'}{data}" if isinstance(data, str) and data else url), None
    if isinstance(data, str):
        return url, data.encode("utf-8", "surrogatepass")
    if content_type.startswith(FORM_TYPE) and isinstance(data, dict):
        return url, form(data).encode("ascii")
    return url, msgspec.json.encode(data)


def with_query(url: str, data: Mapping[str, Any]) -> str:
    """A URL with members added to its query; a name that is there already is replaced."""
    if not data:
        return url
    parts = urlsplit(url)
    names = {quote(name, safe="") for name in data}
    kept = [piece for piece in parts.query.split("&") if piece and piece.split("=")[0] not in names]
    return urlunsplit(parts._replace(query="&".join([*kept, form(data)])))


def form(data: Mapping[str, Any]) -> str:
    """Members as `a=1&b=2`, escaped as encodeURIComponent does."""
    return urlencode({name: call_text(value) for name, value in data.items()}, quote_via=quote, safe="!'()*-._~")


def call_text(value: Any) -> str:
    """A value as the platform puts it into headers, queries and forms: objects as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return msgspec.json.encode(value).decode("utf-8")


def body_value(body: bytes, call: Call) -> Any:
    """The body as `data`: a buffer, parsed JSON, or the text if it is none."""
    if call.text("responseType", "text") == "arraybuffer":
        return from_bytes(body)
    text = body.decode("utf-8", "replace")
    if call.text("dataType", "json") == "json" and text.strip():
        json = well_formed(text.encode())
        try:
            msgspec.json.decode(json)
        except (msgspec.MsgspecError, RecursionError):
            return text
        return text if is_deep(json) else Raw(json)
    return text


def joined(headers: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Headers as an object, names as received; several of one name are joined by a comma."""
    lines: dict[str, str] = {}
    for name, value in headers:
        lines[name] = f"{lines[name]},{value}" if name in lines else value
    return lines


def cookies_of(headers: Sequence[tuple[str, str]]) -> list[str]:
    """The cookies that the server sets, one text each."""
    return [value for name, value in headers if name.lower() == "set-cookie"]


def timeout_of(call: Call, ports: HostPorts) -> int:
    """The time limit of a call in ms: its own, the program's, the platform's. What is not positive counts as absent."""
    limits = (int(call.number("timeout")), ports.network.limit_ms(call.request.name))
    return next((min(limit, MAX_TIMEOUT_MS) for limit in limits if limit > 0), DEFAULT_TIMEOUT_MS)


def suffix_of(url: str, headers: Sequence[tuple[str, str]]) -> str:
    """How a temporary file is to end, from its content type or its URL."""
    written = next((value for name, value in headers if name.lower() == "content-type"), "")
    guessed = mimetypes.guess_extension(written.partition(";")[0].strip()) if written else None
    return PurePosixPath(urlsplit(url).path).suffix or guessed or ""


HANDLERS: tuple[Handler, ...] = (
    in_host("request", request),
    in_host("uploadFile", upload_file),
    in_host("downloadFile", download_file),
    in_host("RequestTask.abort", abort),
    in_host("UploadTask.abort", abort),
    in_host("DownloadTask.abort", abort),
    *(
        Handler(f"{task}.{side}{event}", "js")
        for task, events in {
            "RequestTask": ("HeadersReceived", "ChunkReceived"),
            "UploadTask": ("HeadersReceived", "ProgressUpdate"),
            "DownloadTask": ("HeadersReceived", "ProgressUpdate"),
        }.items()
        for event in events
        for side in ("on", "off")
    ),
)
