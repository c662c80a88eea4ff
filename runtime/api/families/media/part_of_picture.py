"""A picture of which the person at the phone keeps a part: what wx.cropImage and wx.editImage share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.pictures import file
from runtime.api.port import HostPorts
from runtime.api.ports.media import MEDIA, ImageFacts, Part
from runtime.api.ports.ui import UI
from runtime.api.simulation import CANCELLED, decided
from runtime.systems.private_files import write_private


def keep_part(call: Call, ports: HostPorts, *, ratio: float, turns: bool) -> None:
    """Ends with a JPEG of the part. `ratio`: its width by its height, 0 = any; `turns`: the picture can be turned."""
    source = call.text("src")
    real = file(ports, source)
    data = None if real is None else real.read_bytes()
    facts = None if data is None else ports[MEDIA].image_facts(data)
    if data is None or facts is None:
        raise ApiFailure(f'file not found "{source}"' if data is None else f'no image "{source}"')

    def keep(part: Part) -> None:
        kept = ports[MEDIA].cut(data, part)
        if kept is None:
            return call.fail(f'no image "{source}"')
        path, place = ports.areas.new_file("tmp", ".jpg")
        write_private(place, kept)
        return call.succeed({"tempFilePath": path})

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure):
            call.fail_with(answer)
        elif not answer.get("confirm"):
            call.fail(CANCELLED)
        elif "width" not in answer:
            # Confirmed without anybody who has seen it.
            keep(_largest(facts, ratio))
        else:
            keep(Part(*(answer[name] for name in ("quarters", "left", "top", "width", "height"))))

    is_accepted = decided(ports)
    if is_accepted is not None:
        return answered({"confirm": is_accepted})
    params = {"src": source, "ratio": ratio, "turns": turns}
    return ports[UI].ask(call.request.page_id, "editImage", params, call.later(answered))


def _largest(facts: ImageFacts, ratio: float) -> Part:
    """The largest part in the middle, as the phone shows it at first."""
    shape = ratio * facts.height / facts.width
    width, height = (min(1, shape), min(1, 1 / shape)) if shape else (1, 1)
    return Part(0, (1 - width) / 2, (1 - height) / 2, width, height)
