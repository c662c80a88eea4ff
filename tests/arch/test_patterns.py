"""No regular expression reads a text in many ways: each would be a way to hold Handset up with a small file."""

from __future__ import annotations

import re

import pytest

from tests.arch.patterns import ambiguities, module_patterns


def test_patterns_read_a_text_in_one_way() -> None:
    found = [f"{name}: {what}" for name, pattern in module_patterns() for what in ambiguities(pattern)]
    assert found == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:[\w-]|[^\x00-\x7f])+:", r"(?:a+)+b", r"(?:a*b?)*c", r"\s*>?\s*x", r"(?:\\[0-9a-f]{1,30}|[a-z])+x",
        r'\[(?:"[^"]*"|[^\]])*\]', r"(?:\s*,\s*|\s+)*x", r"\d+\.?\d*x", r"url\(\s*[^)]*?\s*\)", r"(?:ab|[ac]d?)*x",
    ],
)  # fmt: skip
def test_such_patterns_are_found(pattern: str) -> None:
    assert ambiguities(re.compile(pattern)) != []


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:[\w-]|[^\x00-\x7f])++:",
        r'"(?:\\.|[^"\\])*"',
        r"\s*(?:>\s*)?x",
        r"(?:\.\w+)*",
        r"\d++(?:\.\d*)?x",
        r"(?>a+)+b",
    ],
)
def test_harmless_patterns_pass(pattern: str) -> None:
    assert ambiguities(re.compile(pattern)) == []
