"""Texts, themes, icons and keys are complete."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from ide.models.appearance import Appearance
from ide.models.texts import LANGUAGES, load_texts
from ide.models.theme import THEMES, load_theme

SOURCES = "\n".join(
    path.read_text("utf-8") for path in Path(str(files("ide"))).rglob("*.py") if "console" not in path.parts
)


def test_both_languages_have_the_same_texts_with_the_same_arguments() -> None:
    english, chinese = (load_texts(language).words for language in LANGUAGES)
    assert english.keys() == chinese.keys()
    for key in english:
        assert set(re.findall(r"\{(\w+)\}", english[key])) == set(re.findall(r"\{(\w+)\}", chinese[key])), key


def test_every_text_that_a_source_names_exists() -> None:
    named = set(re.findall(r'texts\(\s*"([a-z_.]+)"', SOURCES))
    assert named - load_texts("en").words.keys() == set()


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_finds_all_its_colours(name: str) -> None:
    sheet = load_theme("dark" if name == "dark" else "light").style_sheet()
    assert "$" not in sheet


def test_both_themes_name_the_same_colours() -> None:
    assert load_theme("dark").colors.keys() == load_theme("light").colors.keys()


def test_every_key_belongs_to_an_action() -> None:
    keys = json.loads((files("resources") / "keys" / "default.json").read_text("utf-8"))
    words = load_texts("en").words
    assert [name for name in keys if f"action.{name}" not in words] == []


def test_switching_tells_everybody() -> None:
    appearance = Appearance("dark", "en")
    heard: list[tuple[str, str]] = []
    appearance.changed.connect(lambda now: heard.append((now.theme.name, now.texts.language)))
    appearance.set_theme("light")
    appearance.set_language("zh")
    assert heard == [("light", "en"), ("light", "zh")]
