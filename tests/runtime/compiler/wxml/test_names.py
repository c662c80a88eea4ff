"""Names of attributes, datasets and events."""

from __future__ import annotations

import pytest

from runtime.compiler.wxml.names import camel_case, dataset_key, event_name
from runtime.compiler.wxml.paths import resolve


@pytest.mark.parametrize(
    ("name", "expected"),
    [("scroll-y", "scrollY"), ("formType", "formType"), ("a-b-c", "aBC"), ("a-1", "a1"), ("a-", "a-")],
)
def test_camel_case(name: str, expected: str) -> None:
    assert camel_case(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("element-type", "elementType"), ("elementType", "elementtype"), ("a-B", "aB"), ("", ""), ("x-1", "x-1")],
)
def test_dataset_key(name: str, expected: str) -> None:
    assert dataset_key(name) == expected


@pytest.mark.parametrize(
    ("attribute", "form", "kind"),
    [
        ("bindtap", "bind", "tap"),
        ("bind:my-event", "bind", "my-event"),
        ("bindgetUserInfo", "bind", "getUserInfo"),
        ("catch:tap", "catch", "tap"),
        ("mut-bind:tap", "mut-bind", "tap"),
        ("capture-bind:tap", "capture-bind", "tap"),
        ("capture-catch:tap", "capture-catch", "tap"),
        ("capture-mut-bind:tap", "capture-mut-bind", "tap"),
    ],
)
def test_event_names(attribute: str, form: str, kind: str) -> None:
    assert event_name(attribute) == (form, kind)


@pytest.mark.parametrize(
    "attribute", ["bind", "catch", "ontap", "model:value", "color", "capture", "bin", "mut-catch:x"]
)
def test_other_names(attribute: str) -> None:
    assert event_name(attribute) is None


@pytest.mark.parametrize(
    ("src", "expected"),
    [
        ("a", "pages/x/a.wxml"),
        ("./a.wxml", "pages/x/a.wxml"),
        ("../../t/a.wxml", "t/a.wxml"),
        ("/t/a", "t/a.wxml"),
        ("../../../a", None),
        ("", None),
        (" ", None),
        ("{{a}}", None),
    ],
)
def test_paths(src: str, expected: str | None) -> None:
    assert resolve("pages/x/index.wxml", src, ".wxml") == expected
