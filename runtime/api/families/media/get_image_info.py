"""wx.getImageInfo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.pictures import file
from runtime.api.families.network.exchange import http_url, suffix_of
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.http_values import HttpRequest, HttpResponse
from runtime.api.ports.media import MEDIA
from runtime.api.ports.network import NETWORK
from runtime.systems.private_files import write_private


def image_info(call: Call, ports: HostPorts) -> None:
    """getImageInfo: of a file of the program, or of a URL, which is fetched into a temporary file."""
    source = call.text("src")

    def answer(data: bytes, path: str) -> None:
        facts = ports[MEDIA].image_facts(data)
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

    real = file(ports, source)
    if real is not None:
        return answer(real.read_bytes(), source)
    if not source.startswith(("http://", "https://")):
        raise ApiFailure(f'file not found "{source}"')

    def fetched(response: HttpResponse) -> None:
        path, kept = ports.areas.new_file("tmp", suffix_of(source, response.headers))
        write_private(kept, response.body)
        answer(response.body, path)

    ports[NETWORK].send(call.request.call_id, HttpRequest(http_url(source)), _Fetch(call, fetched))


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


HANDLERS: tuple[Handler, ...] = (in_host("getImageInfo", image_info),)
