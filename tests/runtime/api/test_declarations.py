"""Declarations for the editor: they parse, and say what the catalogue says."""

from __future__ import annotations

import re

import pytest
import tree_sitter_typescript
from tree_sitter import Language, Parser

from runtime.api.declarations import declarations
from runtime.platform.wechat import WECHAT


@pytest.fixture(scope="module")
def text() -> str:
    return declarations(WECHAT.registry)


def test_they_are_typescript(text: str) -> None:
    parser = Parser(Language(tree_sitter_typescript.language_typescript()))
    assert not parser.parse(text.encode("utf-8")).root_node.has_error


def test_every_function_of_wx_is_there(text: str) -> None:
    body = text[text.index("interface Wx {") :]
    assert set(re.findall(r"^  (\w+)\(", body, re.MULTILINE)) == {name for name, _ in WECHAT.catalogue.functions()}


@pytest.mark.parametrize(
    "part",
    [
        "/** HTTPS request. */",
        "request(option: { url: string;",
        "): RequestTask;",
        "login(option?: {",
        "getStorageSync(key: string): any;",
        "onThemeChange(listener: (result: { theme: 'dark' | 'light' }) => void): void;",
        "Not supported by Handset.",
        "Simulated by Handset.",
        "interface NodesRef {",
        "declare function Page<",
        "declare const wx: Wx;",
    ],
)
def test_what_a_developer_looks_for(text: str, part: str) -> None:
    assert part in text
