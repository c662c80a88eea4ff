"""Choosing files of the user: they are copied into the program's temporary folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from runtime.api.call import Call
from runtime.api.port import HostPorts
from runtime.api.ports.media import MEDIA, PickedFile, PickRequest
from runtime.systems.private_files import write_private

Chosen = tuple[str, PickedFile]
"""Path of the program, and what was picked."""


def pick(
    call: Call, ports: HostPorts, request: PickRequest, result: Callable[[Sequence[Chosen]], Mapping[str, Any]]
) -> None:
    """Lets the user choose; `result` makes the answer of what was chosen. Nothing chosen is `cancel`."""

    def picked(files: Sequence[PickedFile]) -> None:
        if not files:
            return call.fail("cancel")
        chosen: list[Chosen] = []
        for one in files[: request.count]:
            path, real = ports.areas.new_file("tmp", PurePath(one.name).suffix.lower())
            write_private(real, one.content)
            chosen.append((path, one))
        call.succeed(result(chosen))

    ports[MEDIA].pick(request, call.later(picked))


def count(call: Call, default: int) -> int:
    """How many files may be chosen."""
    return max(1, min(int(call.number("count", default)), 20))
