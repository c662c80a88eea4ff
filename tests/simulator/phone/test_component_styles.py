"""The style sheet of the built-in components, and the rules for the files that it is joined from."""

from __future__ import annotations

import re
from pathlib import Path

from simulator.phone.component_styles import component_styles
from tests.arch.sources import ROOT

COMPONENTS = ROOT / "runtime" / "js" / "view" / "components"
TOKENS = COMPONENTS / "tokens.css"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b(?!\w*[(\"'])|\b(?:rgb|hsl)a?\(")
USE = re.compile(r"var\((--handset-[\w-]+)[,)]")
GLYPH = re.compile(r"^  \w+: \[\"([\w-]+)\"", re.MULTILINE)
DEFINITION = re.compile(r"^\s+(--handset-[\w-]+):", re.MULTILINE)


def files_with(*suffixes: str) -> list[Path]:
    return [path for path in sorted(COMPONENTS.rglob("*")) if path.suffix in suffixes and path != TOKENS]


def defined(selector: str) -> list[str]:
    """Names of tokens in one block, in order."""
    block = re.search(rf"^{re.escape(selector)} \{{(.*?)^\}}", TOKENS.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return DEFINITION.findall(block[1]) if block else []


def test_every_style_file_is_in_it_once_shared_ones_first() -> None:
    joined = component_styles().decode()
    places = {path: joined.find(path.read_text("utf-8")) for path in [TOKENS, *files_with(".css")]}
    assert [path.name for path, place in places.items() if place < 0] == []
    assert len(joined) == sum(len(path.read_text("utf-8")) for path in places) + len(places) - 1
    own = [place for path, place in places.items() if path.name == "style.css"]
    assert max(place for path, place in places.items() if path.name != "style.css") < min(own)


def test_style_files_stand_beside_their_component() -> None:
    for path in files_with(".css"):
        assert path.parent == COMPONENTS or (path.name == "style.css" and (path.parent / "component.js").exists())


def test_colours_stand_with_the_tokens_only() -> None:
    found = [
        f"{path.relative_to(COMPONENTS)}:{number}"
        for path in files_with(".css", ".js")
        if path.parent.name != "canvas"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if COLOUR.search(re.sub(r"(?:this\.|\s|async )#\w+", "", line))
    ]
    assert found == []


def test_tokens_are_used_and_used_ones_exist() -> None:
    tokens = defined("html")
    assert len(tokens) == len(set(tokens))
    used = {name for path in files_with(".css", ".js") for name in USE.findall(path.read_text("utf-8"))}
    glyphs = GLYPH.findall((COMPONENTS / "icon" / "component.js").read_text("utf-8"))
    assert used | {f"--handset-icon-{glyph}" for glyph in glyphs} == set(tokens)
    for block in ("html[style-v2]", "html[dark]", "html[dark][style-v2]"):
        assert defined(block)
        assert set(defined(block)) < set(tokens)
