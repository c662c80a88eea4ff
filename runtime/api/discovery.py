"""Finds the handlers of a package: those of every module in it that exports `HANDLERS`."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

from runtime.api.handler import Handler


def handlers_by_module(package: ModuleType) -> Mapping[str, tuple[Handler, ...]]:
    """All handlers, by the names of their modules, which are loaded. Raises ValueError for one that exports something
    else."""
    found = {}
    for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        handlers = getattr(import_module(one.name), "HANDLERS", ())
        if not all(isinstance(handler, Handler) for handler in handlers):
            raise ValueError(f"{one.name}: HANDLERS holds something else than handlers")
        if handlers:
            found[one.name] = tuple(handlers)
    return found
