"""wx.downloadFile and its task: to `filePath`, or to a temporary file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from runtime.api.call import Call
from runtime.api.families.network.exchange import (
    Exchange,
    abort,
    header_lines,
    http_url,
    suffix_of,
    timeout_of,
)
from runtime.api.file_paths import check_quota, writable
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.http_values import HttpRequest, HttpResponse
from runtime.api.ports.network import NETWORK
from runtime.systems.private_files import write_private

MAX_DOWNLOAD_BYTES = 200 * 1024 * 1024
"""Source: reference, downloadFile."""
DOWNLOAD_MEMBERS = ("totalBytesWritten", "totalBytesExpectedToWrite")


def download_file(call: Call, ports: HostPorts) -> None:
    """downloadFile: to `filePath`, or to a temporary file."""
    target = writable(call, ports.areas, "filePath", "open") if call.text("filePath") else None
    url, headers, limit = http_url(call.text("url")), header_lines(call), MAX_DOWNLOAD_BYTES
    exchange = HttpRequest(url, "GET", headers, timeout_ms=timeout_of(call, ports), limit_bytes=limit)
    listener = Exchange(call, lambda response: download_result(call, ports, target, response), DOWNLOAD_MEMBERS)
    ports[NETWORK].send(call.request.call_id, exchange, listener)


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


HANDLERS: tuple[Handler, ...] = (
    in_host("downloadFile", download_file),
    in_host("DownloadTask.abort", abort),
    *in_js(
        "DownloadTask.onHeadersReceived",
        "DownloadTask.offHeadersReceived",
        "DownloadTask.onProgressUpdate",
        "DownloadTask.offProgressUpdate",
    ),
)
