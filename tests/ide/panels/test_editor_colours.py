"""Styles look alike in all three languages: what has a colour in WXSS has the same one in Less and Sass."""

from __future__ import annotations

import json
import re

import pytest

from runtime.language.tokens.numbers import TOKEN_KINDS
from tests.arch.sources import ROOT


def _colours(theme: str) -> dict[str, str]:
    rules = json.loads((ROOT / f"resources/themes/{theme}.json").read_text("utf-8"))["monaco"]["rules"]
    return {rule["token"]: rule["foreground"] for rule in rules}


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("token", ["attribute.name", "attribute.value", "tag"])
def test_less_and_sass_follow_wxss(theme: str, token: str) -> None:
    colours = _colours(theme)
    assert {colours[f"{token}.{language}"] for language in ("wxss", "less", "scss")} == {colours[f"{token}.wxss"]}


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_selectors_look_alike(theme: str) -> None:
    colours = _colours(theme)
    assert colours["tag.class"] == colours["attribute.name.class"]
    assert colours["tag.id"] == colours["attribute.name.id"]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("place", ["template", "style"])
def test_whatever_the_language_tells_apart_has_a_colour(theme: str, place: str) -> None:
    colours = _colours(theme)
    assert [kind for kind in TOKEN_KINDS if f"{kind}.{place}" not in colours] == []


def test_the_page_names_the_kinds_in_their_order() -> None:
    page = (ROOT / "ide/panels/editor/page/language/tokens.js").read_text("utf-8")
    _, _, listed = page.partition("const KINDS = [")
    assert tuple(re.findall(r"'(\w+)'", listed.partition("]")[0])) == TOKEN_KINDS
