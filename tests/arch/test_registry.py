"""The table of wx.* and the catalogue of the platform agree, and each API stands where its name says."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from importlib.resources import files

from runtime.api import families
from runtime.api.handler import Handler
from runtime.api.handler_table import read_handlers, table_text
from runtime.platform.wechat import WECHAT


def test_every_handler_is_documented() -> None:
    known = WECHAT.catalogue
    documented = dict(known.functions()) | dict(known.methods())
    names = [name for name, entry in WECHAT.registry.entries.items() if entry.state != "unsupported"]
    assert [name for name in names if name not in documented] == []


def test_every_documented_name_is_in_the_table() -> None:
    known = WECHAT.catalogue
    documented = dict(known.functions()) | dict(known.methods())
    assert set(documented) <= set(WECHAT.registry.entries)


def test_a_file_holds_one_api_or_one_object_and_is_named_after_it() -> None:
    wrong = []
    for module in _modules():
        stem = module.rpartition(".")[2].replace("_", "")
        for handler in getattr(import_module(module), "HANDLERS", ()):
            if stem not in _homes(handler):
                wrong.append(f"{module} holds {handler.name}")
    assert wrong == []


def test_whoever_reads_the_table_finds_every_handler() -> None:
    exported = {one.name for module in _modules() for one in getattr(import_module(module), "HANDLERS", ())}
    assert {one.name for one in read_handlers(families)} == exported


def test_the_table_of_handlers_is_as_the_files_say() -> None:
    table = (files(families) / "handlers.json").read_text("utf-8")
    assert table == table_text(families), "run: python -m runtime.api.handler_table"


def _modules() -> list[str]:
    found = pkgutil.walk_packages(families.__path__, f"{families.__name__}.")
    return [one.name for one in found if not one.ispkg]


def _homes(handler: Handler) -> set[str]:
    """The files in which a handler may stand: of its API (in all its forms), of its object, of what makes it."""
    known = WECHAT.catalogue
    makers = {api.returns: name for name, api in known.functions() if api.returns}
    owner = handler.name.partition(".")[0] if "." in handler.name else ""
    if owner:
        return {owner.lower(), makers.get(owner, "").lower()}
    made = dict(known.functions())[handler.name].returns
    plain = re.sub(r"(Sync|Async)\Z", "", handler.name).lower()
    return {plain, made.lower()}
