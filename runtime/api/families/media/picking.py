"""Choosing files of the user: they are copied into the program's temporary folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from runtime.api.call import Call
from runtime.api.port import HostPorts
from runtime.api.ports.media import MEDIA, PickedFile, PickRequest, VideoFacts
from runtime.systems.private_files import write_private

Chosen = tuple[str, PickedFile]
"""Path of the program, and what was picked."""


def pick(
    call: Call, ports: HostPorts, request: PickRequest, result: Callable[[Sequence[Chosen]], Mapping[str, Any]]
) -> None:
    """Lets the user choose; `result` makes the answer of what was chosen. Nothing chosen is `cancel`."""
    pick_then(call, ports, request, lambda chosen: call.succeed(result(chosen)))


def pick_then(call: Call, ports: HostPorts, request: PickRequest, answer: Callable[[Sequence[Chosen]], None]) -> None:
    """The same; `answer` ends the call, perhaps later."""

    def picked(files: Sequence[PickedFile]) -> None:
        if not files:
            return call.fail("cancel")
        chosen: list[Chosen] = []
        for one in files[: request.count]:
            path, real = ports.areas.new_file("tmp", PurePath(one.name).suffix.lower())
            write_private(real, one.content)
            chosen.append((path, one))
        answer(chosen)

    ports[MEDIA].pick(request, call.later(picked))


def count(call: Call, default: int) -> int:
    """How many files may be chosen."""
    return max(1, min(int(call.number("count", default)), 20))


def films_then(
    call: Call, ports: HostPorts, chosen: Sequence[Chosen], answer: Callable[[Mapping[str, VideoFacts]], None]
) -> None:
    """Finds out what the films among the chosen files are; `answer` gets that by their paths."""
    facts: dict[str, VideoFacts] = {}
    left = [(path, one) for path, one in chosen if ports[MEDIA].image_facts(one.content) is None]

    def next_film() -> None:
        if not left:
            return answer(facts)
        path, one = left.pop(0)

        def found(film: VideoFacts | None) -> None:
            if film is not None:
                facts[path] = film
            next_film()

        return ports[MEDIA].video_facts(one.content, call.later(found))

    next_film()


def cover_file(ports: HostPorts, film: VideoFacts) -> str:
    """The path of a film's first picture."""
    path, real = ports.areas.new_file("tmp", ".jpg")
    write_private(real, film.cover)
    return path
