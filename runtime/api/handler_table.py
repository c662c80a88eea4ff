"""The handlers of a package as a table, so that a process loads the file of an API with its first call.

`python -m runtime.api.handler_table` writes `handlers.json` beside the files, from what these export. A change there
without it is found by a test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from runtime.api.call import Call
from runtime.api.handler import Handler, Place, State

FILE = "handlers.json"


class _Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """A handler without its function. `in_python`: it has one."""

    name: str
    place: Place
    state: State = "works"
    in_python: bool = False
    notice: str = ""
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class _InFile:
    """What a handler does, of a module that is loaded when it is called."""

    module: str
    name: str

    def __call__(self, call: Call, ports: Any) -> None:
        handlers: tuple[Handler, ...] = import_module(self.module).HANDLERS
        run = next(one.run for one in handlers if one.name == self.name)
        if run is None:
            raise ValueError(f"{self.module} does not carry out {self.name}")
        run(call, ports)


def read_handlers(package: ModuleType) -> Iterator[Handler]:
    """All handlers of a package, of which no file is loaded."""
    table = msgspec.json.decode((files(package) / FILE).read_bytes(), type=dict[str, list[_Row]])
    for module, rows in table.items():
        for row in rows:
            run = _InFile(f"{package.__name__}.{module}", row.name) if row.in_python else None
            yield Handler(row.name, row.place, row.state, run, row.notice, row.is_quiet)


def table_text(package: ModuleType) -> str:
    """What `handlers.json` of a package should say: a line for each handler, so that additions merge."""
    from runtime.api.discovery import handlers_by_module

    parts = []
    for module, handlers in sorted(handlers_by_module(package).items()):
        rows = ",\n".join(f"    {_written(handler)}" for handler in handlers)
        parts.append(f'  "{module.removeprefix(package.__name__)[1:]}": [\n{rows}\n  ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _written(handler: Handler) -> str:
    in_python = handler.run is not None
    row = _Row(handler.name, handler.place, handler.state, in_python, handler.notice, handler.is_quiet)
    return msgspec.json.format(msgspec.json.encode(row), indent=0).decode("utf-8")


def main() -> None:
    """Writes the table of WeChat's dialect."""
    from runtime.api import families

    (Path(families.__path__[0]) / FILE).write_text(table_text(families), "utf-8")


if __name__ == "__main__":
    main()
