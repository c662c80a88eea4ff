"""wx.downloadFile and its task: to `filePath`, or to a temporary file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from runtime.api.call import ApiFailure, Call
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

MAX_DOWNLOAD_BYTES = 200 * 1024 * 1024
"""Source: reference, downloadFile."""
DOWNLOAD_MEMBERS = ("totalBytesWritten", "totalBytesExpectedToWrite")


def download_file(call: Call, ports: HostPorts) -> None:
    """downloadFile: to `filePath`, or to a temporary file."""
    target = writable(call, ports.areas, "filePath", "open") if call.text("filePath") else None
    _, part = ports.areas.new_file("tmp", "")
    request = HttpRequest(
        http_url(call.text("url")), "GET", header_lines(call), timeout_ms=timeout_of(call, ports),
        limit_bytes=MAX_DOWNLOAD_BYTES, into=part,
    )  # fmt: skip
    listener = _Download(call, lambda response: download_result(call, ports, target, part, response), part)
    ports[NETWORK].send(call.request.call_id, request, listener)


class _Download(Exchange):
    """Leaves nothing behind of what did not come whole."""

    def __init__(self, call: Call, answer: Callable[[HttpResponse], Mapping[str, Any]], part: Path) -> None:
        super().__init__(call, answer, DOWNLOAD_MEMBERS)
        self._part = part

    def done(self, outcome: HttpResponse | ApiFailure) -> None:
        super().done(outcome)
        self._part.unlink(missing_ok=True)


def download_result(
    call: Call, ports: HostPorts, target: Path | None, part: Path, response: HttpResponse
) -> dict[str, Any]:
    """Puts the file in its place and names it."""
    result: dict[str, Any] = {"statusCode": response.status, "profile": dict(response.profile)}
    if target is None:
        path, real = ports.areas.new_file("tmp", suffix_of(call.text("url"), response.headers))
        part.replace(real)
        return {**result, "tempFilePath": path}
    check_quota(ports.areas, part.stat().st_size)
    # The folder of the program's files may lie on another disk.
    shutil.move(part, target)
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
