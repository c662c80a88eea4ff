"""Argument checks over the catalogue's types."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.arguments import accepted_types, argument_error, required
from runtime.platform.wechat import WECHAT


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("string", {"String"}),
        ("'a' | 'b'", {"String"}),
        ("0 | 1", {"Number"}),
        ("string | IAnyObject | ArrayBuffer", {"String", "Object", "ArrayBuffer"}),
        ("Array<'album' | 'camera'>", {"Array"}),
        ("string[]", {"Array"}),
        ("Uint8ClampedArray", {"ArrayBuffer"}),
        ("any", set()),
        ("(...args: any[]) => any", set()),
    ],
)
def test_types_of_the_catalogue(written: str, expected: set[str]) -> None:
    assert accepted_types(written) == expected


@pytest.mark.parametrize(
    ("name", "args", "error"),
    [
        ("request", {"url": "x"}, ""),
        ("request", {}, "parameter error: parameter.url should be String instead of Undefined;"),
        ("setNavigationBarTitle", {"title": 5}, "parameter error: parameter.title should be String instead of Number;"),
        (
            "setNavigationBarTitle",
            {"title": None},
            "parameter error: parameter.title should be String instead of Null;",
        ),
        (
            "showActionSheet",
            {"itemList": "a"},
            "parameter error: parameter.itemList should be Array instead of String;",
        ),
        ("showToast", {"title": "a", "duration": "2000"}, ""),
        ("setStorageSync", {"key": "a"}, ""),
        ("setStorage", {"key": True}, "parameter error: parameter.key should be String instead of Boolean;"),
    ],
)
def test_only_what_is_required_is_checked(name: str, args: dict[str, Any], error: str) -> None:
    assert argument_error(required(WECHAT.registry.entries[name]), args) == error


def test_every_api_of_the_catalogue_can_be_checked() -> None:
    documented = [name for name, _ in (*WECHAT.catalogue.functions(), *WECHAT.catalogue.methods())]
    assert len(documented) > 1_000
    for name in documented:
        entry = WECHAT.registry.entries[name]
        assert bool(argument_error(required(entry), {})) == bool(required(entry))


def test_what_the_catalogue_calls_required_is_what_is_required() -> None:
    entry = WECHAT.registry.entries["uploadFile"]
    (option,) = entry.api.params
    assert required(entry) == [(name, ["String"]) for name, field in option.fields.items() if field.required]


def test_objects_of_javascript_and_what_makes_them_take_what_comes() -> None:
    for name in ("CanvasContext.moveTo", "EventChannel.emit", "Animation.rotate", "createCanvasContext"):
        assert argument_error(required(WECHAT.registry.entries[name]), {}) == ""
    assert argument_error(required(WECHAT.registry.entries["FileSystemManager.readFileSync"]), {}) != ""
