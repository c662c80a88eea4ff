"""A start reads a table of handlers; the file of an API is loaded when it is called."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from runtime.api.call import Call, Request
from runtime.api.handler import Handler
from runtime.api.handler_table import FILE, read_handlers, table_text
from tests.support.api_ports import Ended

ALERT = """
from runtime.api.handler import in_host, in_js

def alert(call, ports):
    call.succeed({"shown": ports})

HANDLERS = (in_host("alert", alert, state="simulated"), *in_js("hide", is_quiet=True))
"""


@pytest.fixture
def dialect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    folder = tmp_path / "dialect" / "ui"
    folder.mkdir(parents=True)
    for package in (folder, folder.parent):
        (package / "__init__.py").touch()
    (folder / "alert.py").write_text(ALERT, "utf-8")
    (folder / "shared.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    package = import_module("dialect")
    (folder.parent / FILE).write_text(table_text(package), "utf-8")
    forget("dialect.")
    yield package
    forget("dialect")


def forget(start: str) -> None:
    for name in [name for name in sys.modules if name.startswith(start)]:
        del sys.modules[name]


def test_reading_the_table_loads_no_file(dialect: ModuleType) -> None:
    alert, hide = read_handlers(dialect)
    assert (alert.name, alert.place, alert.state, alert.is_quiet) == ("alert", "host", "simulated", False)
    assert hide == Handler("hide", "js", is_quiet=True)
    assert "dialect.ui.alert" not in sys.modules


def test_the_first_call_loads_the_file_and_every_call_runs_it(dialect: ModuleType) -> None:
    alert = next(iter(read_handlers(dialect)))
    assert alert.run is not None
    for ports in ("first", "second"):
        ended = Ended()
        alert.run(Call(Request("alert"), ended), ports)
        assert ended.result == {"shown": ports, "errMsg": "alert:ok"}
    assert "dialect.ui.alert" in sys.modules


def test_a_table_that_promises_what_the_file_does_not_do_is_a_mistake(dialect: ModuleType) -> None:
    (Path(dialect.__path__[0]) / FILE).write_text(
        '{"ui.alert": [{"name": "hide", "place": "host", "in_python": true}]}', "utf-8"
    )
    (hide,) = read_handlers(dialect)
    assert hide.run is not None
    with pytest.raises(ValueError, match="does not carry out hide"):
        hide.run(Call(Request("hide"), Ended()), None)
