"""Pictures and files of the user: choosing, viewing, facts, compressing, saving to the album.

Chosen files are copied into the program's temporary folder. Source: reference, media.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, Literal

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.http_values import HttpRequest, HttpResponse
from runtime.api.network import http_url, suffix_of
from runtime.api.ports import HostPorts, PickedFile, PickRequest
from runtime.api.simulation import require_scope
from runtime.private_files import write_private

ALBUM_SCOPE = "scope.writePhotosAlbum"
DEFAULT_COUNT = 9
MAX_MESSAGE_FILES = 100
DEFAULT_QUALITY = 80

Chosen = tuple[str, PickedFile]
"""Path of the program, and what was picked."""


def choose_image(call: Call, ports: HostPorts) -> None:
    """chooseImage."""

    def result(chosen: Sequence[Chosen]) -> dict[str, Any]:
        files = [{"path": path, "size": len(one.content)} for path, one in chosen]
        return {"tempFilePaths": [path for path, _ in chosen], "tempFiles": files}

    _pick(call, ports, PickRequest("image", _count(call, DEFAULT_COUNT)), result)


def choose_media(call: Call, ports: HostPorts) -> None:
    """chooseMedia."""
    kinds = set(map(str, call.items("mediaType"))) or {"image", "video"}
    kind: Literal["image", "video", "media"] = (
        "media" if "mix" in kinds or kinds >= {"image", "video"} else "video" if "video" in kinds else "image"
    )

    def described(path: str, one: PickedFile) -> dict[str, Any]:
        facts = ports.media.image_facts(one.content)
        size = {"width": facts.width, "height": facts.height} if facts else {}
        return {
            "tempFilePath": path,
            "size": len(one.content),
            "fileType": "image" if facts else "video",
            **size,
        }

    def result(chosen: Sequence[Chosen]) -> dict[str, Any]:
        files = [described(path, one) for path, one in chosen]
        types = {one["fileType"] for one in files}
        return {"tempFiles": files, "type": types.pop() if len(types) == 1 else "mix"}

    _pick(call, ports, PickRequest(kind, _count(call, DEFAULT_COUNT)), result)


def choose_video(call: Call, ports: HostPorts) -> None:
    """chooseVideo: length and size of the picture are not known and 0."""

    def result(chosen: Sequence[Chosen]) -> dict[str, Any]:
        path, one = chosen[0]
        return {"tempFilePath": path, "size": len(one.content), "duration": 0, "width": 0, "height": 0}

    _pick(call, ports, PickRequest("video", 1), result)


def choose_message_file(call: Call, ports: HostPorts) -> None:
    """chooseMessageFile: any file of the computer."""

    def described(path: str, one: PickedFile) -> dict[str, Any]:
        seconds = ports.clock.now_ms() // 1000
        return {"path": path, "size": len(one.content), "name": one.name, "type": _file_type(one.name), "time": seconds}

    wanted: Literal["image", "video", "file"] = {"image": "image", "video": "video"}.get(call.text("type"), "file")  # type: ignore[assignment]
    extensions = tuple(str(one) for one in call.items("extension"))
    request = PickRequest(wanted, min(int(call.number("count", 1)), MAX_MESSAGE_FILES), extensions)
    _pick(call, ports, request, lambda chosen: {"tempFiles": [described(path, one) for path, one in chosen]})


def preview_image(call: Call, ports: HostPorts) -> None:
    """previewImage: `current` may be a URL or an index."""
    _preview(call, ports, [str(url) for url in call.items("urls")])


def preview_media(call: Call, ports: HostPorts) -> None:
    """previewMedia: pictures are shown, videos by their poster."""
    sources = [one for one in call.items("sources") if isinstance(one, dict)]
    urls = [str(one.get("poster") or one.get("url", "")) if one.get("type") == "video" else str(one.get("url", ""))
            for one in sources]  # fmt: skip
    _preview(call, ports, urls)


def image_info(call: Call, ports: HostPorts) -> None:
    """getImageInfo: of a file of the program, or of a URL, which is fetched into a temporary file."""
    source = call.text("src")

    def answer(data: bytes, path: str) -> None:
        facts = ports.media.image_facts(data)
        if facts is None:
            return call.fail(f'no image "{source}"')
        call.succeed(
            {
                "path": path,
                "width": facts.width,
                "height": facts.height,
                "type": facts.type,
                "orientation": facts.orientation,
            }
        )

    real = _file(ports, source)
    if real is not None:
        return answer(real.read_bytes(), source)
    if not source.startswith(("http://", "https://")):
        raise ApiFailure(f'file not found "{source}"')

    def fetched(response: HttpResponse) -> None:
        path, kept = ports.areas.new_file("tmp", suffix_of(source, response.headers))
        write_private(kept, response.body)
        answer(response.body, path)

    ports.network.send(call.request.call_id, HttpRequest(http_url(source)), _Fetch(call, fetched))


def compress_image(call: Call, ports: HostPorts) -> None:
    """compressImage: a JPEG."""
    source = call.text("src")
    real = _file(ports, source)
    if real is None:
        raise ApiFailure(f'file not found "{source}"')
    quality = int(call.number("quality", DEFAULT_QUALITY))
    width, height = int(call.number("compressedWidth")), int(call.number("compressedHeight"))
    data = ports.media.compress(real.read_bytes(), max(0, min(100, quality)), width, height)
    if data is None:
        raise ApiFailure(f'no image "{source}"')
    path, kept = ports.areas.new_file("tmp", ".jpg")
    write_private(kept, data)
    call.succeed({"tempFilePath": path})


def save_to_album(call: Call, ports: HostPorts) -> None:
    """saveImageToPhotosAlbum, saveVideoToPhotosAlbum."""
    real = _file(ports, call.text("filePath"))
    if real is None:
        raise ApiFailure(f'file not found "{call.text("filePath")}"')
    require_scope(ports, ALBUM_SCOPE)
    ports.media.save_to_album(real.read_bytes(), real.suffix)
    call.succeed()


class _Fetch:
    """Hears of a download whose progress nobody asks for."""

    def __init__(self, call: Call, fetched: Callable[[HttpResponse], None]) -> None:
        self._call = call
        self._fetched = fetched

    def headers(self, status: int, headers: Sequence[tuple[str, str]]) -> None:
        pass

    def chunk(self, data: bytes) -> None:
        pass

    def progress(self, done: int, expected: int) -> None:
        pass

    def done(self, outcome: HttpResponse | ApiFailure) -> None:
        self._call.guard(lambda: self._end(outcome))

    def _end(self, outcome: HttpResponse | ApiFailure) -> None:
        if isinstance(outcome, ApiFailure):
            raise outcome
        self._fetched(outcome)


def _pick(
    call: Call, ports: HostPorts, request: PickRequest, result: Callable[[Sequence[Chosen]], Mapping[str, Any]]
) -> None:
    def picked(files: Sequence[PickedFile]) -> None:
        if not files:
            return call.fail("cancel")
        chosen: list[Chosen] = []
        for one in files[: request.count]:
            path, real = ports.areas.new_file("tmp", PurePath(one.name).suffix.lower())
            write_private(real, one.content)
            chosen.append((path, one))
        call.succeed(result(chosen))

    ports.media.pick(request, call.later(picked))


def _preview(call: Call, ports: HostPorts, urls: list[str]) -> None:
    if not urls:
        raise ApiFailure("parameter error: parameter.urls should have at least 1 item")
    current = call.args.get("current", 0)
    chosen = urls[int(current)] if isinstance(current, int | float) and 0 <= current < len(urls) else str(current)
    ports.ui.show(call.request.page_id, "preview", {"urls": urls, "current": chosen if chosen in urls else urls[0]})
    call.succeed()


def _file(ports: HostPorts, path: str) -> Path | None:
    place = ports.areas.resolve(path)
    return place.real if place is not None and place.real is not None and place.real.is_file() else None


def _count(call: Call, default: int) -> int:
    return max(1, min(int(call.number("count", default)), 20))


def _file_type(name: str) -> str:
    kind = (mimetypes.guess_type(name)[0] or "").partition("/")[0]
    return kind if kind in ("image", "video") else "file"


HANDLERS: tuple[Handler, ...] = (
    in_host("chooseImage", choose_image),
    in_host("chooseMedia", choose_media),
    in_host("chooseVideo", choose_video, state="simulated"),
    in_host("chooseMessageFile", choose_message_file, state="simulated"),
    in_host("previewImage", preview_image),
    in_host("previewMedia", preview_media),
    in_host("getImageInfo", image_info),
    in_host("compressImage", compress_image),
    in_host("saveImageToPhotosAlbum", save_to_album, state="simulated"),
    in_host("saveVideoToPhotosAlbum", save_to_album, state="simulated"),
)
