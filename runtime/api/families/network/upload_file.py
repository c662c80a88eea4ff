"""wx.uploadFile and its task: the file and the text fields as multipart/form-data."""

from __future__ import annotations

from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.network.bodies import call_text
from runtime.api.families.network.exchange import (
    Exchange,
    abort,
    header_lines,
    http_url,
    timeout_of,
)
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.http_values import HttpRequest, HttpResponse, Upload
from runtime.api.ports.network import NETWORK

UPLOAD_MEMBERS = ("totalBytesSent", "totalBytesExpectedToSend")


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
    ports[NETWORK].send(call.request.call_id, exchange, Exchange(call, upload_result, UPLOAD_MEMBERS))


def upload_result(response: HttpResponse) -> dict[str, Any]:
    """The result of uploadFile: the answer stays text."""
    return {"data": response.body.decode("utf-8", "replace"), "statusCode": response.status}


HANDLERS: tuple[Handler, ...] = (
    in_host("uploadFile", upload_file),
    in_host("UploadTask.abort", abort),
    *in_js(
        "UploadTask.onHeadersReceived",
        "UploadTask.offHeadersReceived",
        "UploadTask.onProgressUpdate",
        "UploadTask.offProgressUpdate",
    ),
)
