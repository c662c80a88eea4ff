"""wx.getImageInfo."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.pictures import file
from runtime.api.families.network.exchange import http_url, suffix_of
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.http_values import EndListener, HttpRequest, HttpResponse
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

    def fetched(outcome: HttpResponse | ApiFailure) -> None:
        if isinstance(outcome, ApiFailure):
            raise outcome
        path, kept = ports.areas.new_file("tmp", suffix_of(source, outcome.headers))
        write_private(kept, outcome.body)
        answer(outcome.body, path)

    listener = EndListener(lambda outcome: call.guard(lambda: fetched(outcome)))
    ports[NETWORK].send(call.request.call_id, HttpRequest(http_url(source)), listener)


HANDLERS: tuple[Handler, ...] = (in_host("getImageInfo", image_info),)
