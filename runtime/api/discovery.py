"""Finds the handlers of a package: those of every module in it that exports `HANDLERS`."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from runtime.api.handler import Handler


def handlers_in(package: ModuleType) -> Iterator[Handler]:
    """All handlers, by the names of their modules. Raises ValueError for a module that exports something else."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        handlers = getattr(import_module(found.name), "HANDLERS", ())
        if not all(isinstance(handler, Handler) for handler in handlers):
            raise ValueError(f"{found.name}: HANDLERS holds something else than handlers")
        yield from handlers
