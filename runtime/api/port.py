"""Ports: keys by which handlers ask for what touches the world. A new port is a new file in `runtime/api/ports/`."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any, Generic, TypeVar

from runtime.api.call import ApiFailure
from runtime.api.file_areas import FileAreas

P = TypeVar("P")

Reply = Callable[[Mapping[str, Any] | ApiFailure], None]


@dataclass(frozen=True, eq=False)
class Port(Generic[P]):
    """The key of a port whose protocol is `P`. `fake` makes one that touches nothing and only remembers."""

    name: str
    fake: Callable[[], P]


class HostPorts:
    """The ports of one program. `areas` are the folders that it sees."""

    def __init__(self, areas: FileAreas, made: Mapping[Port[Any], Any]) -> None:
        self.areas = areas
        self._made = made

    def __getitem__(self, port: Port[P]) -> P:
        made: P = self._made[port]
        return made


def ports_in(package: ModuleType) -> Iterator[Port[Any]]:
    """All ports of a package, by the names of their modules."""
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield from (one for one in vars(import_module(found.name)).values() if isinstance(one, Port))
