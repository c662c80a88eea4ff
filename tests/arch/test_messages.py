"""Words live in resources/messages, complete in both languages, and every one that the code names exists."""

from __future__ import annotations

import ast
import json
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.arch.sources import ROOT, name_of, source_files

MESSAGES = ROOT / "resources" / "messages"
DIAGNOSTICS = sorted((MESSAGES / "diagnostics").glob("*.json"))
LANGUAGES = ("en", "zh")
SEVERITIES = ("error", "warning", "info")


def all_diagnostics() -> dict[str, Any]:
    return {code: entry for path in DIAGNOSTICS for code, entry in json.loads(path.read_text("utf-8")).items()}


def fields_of(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_every_diagnostic_speaks_both_languages() -> None:
    wrong = []
    for code, entry in all_diagnostics().items():
        texts = [entry.get(language, {}).get("text", "") for language in LANGUAGES]
        if entry.get("severity") not in SEVERITIES or not all(texts) or fields_of(texts[0]) != fields_of(texts[1]):
            wrong.append(code)
    assert wrong == []


def test_codes_stand_in_one_file_each() -> None:
    codes = [code for path in DIAGNOSTICS for code in json.loads(path.read_text("utf-8"))]
    assert len(codes) == len(set(codes))


def test_codes_that_the_compiler_names_exist() -> None:
    known = all_diagnostics()
    families = {code.split("/")[0] for code in known}
    missing = [
        f"{place}: {code}" for place, code in _named_codes() if code.split("/")[0] in families and code not in known
    ]
    assert missing == []


@pytest.mark.parametrize("english", sorted(MESSAGES.rglob("*.en.json")), ids=lambda path: path.stem)
def test_word_lists_match(english: Any) -> None:
    words = {language: _words(english.with_suffix("").with_suffix(f".{language}.json")) for language in LANGUAGES}
    assert set(words["en"]) == set(words["zh"])
    assert [key for key, text in words["en"].items() if fields_of(text) != fields_of(words["zh"][key])] == []


def _words(file: Path) -> dict[str, str]:
    words: dict[str, str] = json.loads(file.read_text("utf-8"))
    return words


def _named_codes() -> Iterator[tuple[str, str]]:
    """First arguments of `Diagnostic(...)` that are plain texts."""
    for path in source_files(".py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Diagnostic" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield f"{name_of(path)}:{node.lineno}", first.value
