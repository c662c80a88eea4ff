"""The table of wx.* and the catalogue of the platform agree."""

from __future__ import annotations

from runtime.api.families import ALL_HANDLERS
from runtime.api.registry import default_registry
from runtime.api.spec import catalogue


def test_every_handler_is_documented() -> None:
    known = catalogue()
    documented = dict(known.functions()) | dict(known.methods())
    assert [handler.name for handler in ALL_HANDLERS if handler.name not in documented] == []


def test_no_name_has_two_handlers() -> None:
    names = [handler.name for handler in ALL_HANDLERS]
    assert len(names) == len(set(names))


def test_every_documented_name_is_in_the_table() -> None:
    known = catalogue()
    documented = dict(known.functions()) | dict(known.methods())
    assert set(documented) <= set(default_registry().entries)
