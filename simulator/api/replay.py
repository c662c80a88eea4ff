"""Sends once more what a program has sent. The program hears nothing of it; the traffic log has it as a new entry."""

from __future__ import annotations

from runtime.api.call import ApiFailure
from runtime.api.ports.http_values import EndListener, HttpRequest, HttpResponse, Upload
from runtime.api.ports.network import NetworkPort
from simulator.traffic.exchange import Exchange
from simulator.traffic.log import TrafficLog

SCHEMES = ("http://", "https://")


def replay(log: TrafficLog, port: NetworkPort, former: Exchange) -> str:
    """Begins it; returns why it cannot be done (`socket`; `no-body`: it is not kept in full), or an empty text."""
    if former.kind == "socket" or not former.url.startswith(SCHEMES):
        return "socket"
    kept = former.request_body
    content = None if kept is None else log.bodies.read(kept)
    if kept is not None and (content is None or not kept.is_whole):
        return "no-body"
    task_id = log.replaying(former)

    def ended(outcome: HttpResponse | ApiFailure) -> None:
        log.answered(task_id, outcome.reason if isinstance(outcome, ApiFailure) else "")

    port.send(task_id, _request(former, content), EndListener(ended))
    return ""


def _request(former: Exchange, content: bytes | None) -> HttpRequest:
    headers = dict(former.request_headers)
    if former.kind == "upload":
        upload = Upload(former.field_name, former.file_name, content or b"", dict(former.fields))
        return HttpRequest(former.url, former.method, headers, upload=upload)
    return HttpRequest(former.url, former.method, headers, content)
