"""wx.cloud: functions, and files that go up and come down. What needs a server in a container is not there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.cloud.asking import OPEN_ID, answering, ask_cloud
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.cloud import CLOUD
from runtime.api.ports.world import WORLD


def upload_file(call: Call, ports: HostPorts) -> None:
    """uploadFile: a file of the program to `cloudPath`."""
    path = call.text("filePath")
    place = ports.areas.resolve(path)
    if place is None or place.real is None or not place.real.is_file():
        raise ApiFailure(f'file not found "{path}"')
    size = place.real.stat().st_size
    args = {**call.args, "source": str(place.real)}

    def done(answer: Mapping[str, Any]) -> None:
        call.emit("onProgressUpdate", {"progress": 100, "totalBytesSent": size, "totalBytesExpectedToSend": size})
        call.succeed(answer)

    ports[CLOUD].ask(call.request.name, args, str(ports[WORLD][OPEN_ID]), answering(call, done))


def download_file(call: Call, ports: HostPorts) -> None:
    """downloadFile: to a temporary file."""
    path, real = ports.areas.new_file("tmp", PurePosixPath(call.text("fileID")).suffix)

    def done(answer: Mapping[str, Any]) -> None:
        size = answer.get("size", 0)
        progress = {"progress": 100, "totalBytesWritten": size, "totalBytesExpectedToWrite": size}
        call.emit("onProgressUpdate", progress)
        call.succeed({"tempFilePath": path, "statusCode": 200})

    args = {**call.args, "target": str(real)}
    ports[CLOUD].ask(call.request.name, args, str(ports[WORLD][OPEN_ID]), answering(call, done))


HANDLERS: tuple[Handler, ...] = (
    *in_js("WxCloud.init", "WxCloud.database", is_quiet=True),
    in_host("WxCloud.callFunction", ask_cloud),
    in_host("WxCloud.uploadFile", upload_file),
    in_host("WxCloud.downloadFile", download_file),
    in_host("WxCloud.getTempFileURL", ask_cloud),
    in_host("WxCloud.deleteFile", ask_cloud),
    *(
        Handler(f"WxCloud.{name}", "logic", "unsupported", notice="api/no-container")
        for name in ("callContainer", "connectContainer")
    ),
)
