"""What a project says of its indents."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.language.answers import Indent
from runtime.language.formatting.indent import DEFAULT, read_indent_rules
from runtime.project.gate import Gate
from tests.support.project_folder import write_project

TABS = Indent(4, uses_tabs=True)


@pytest.mark.parametrize(
    ("editor_config", "path", "indent"),
    [
        ("", "a.wxml", DEFAULT),
        ("[*]\nindent_size = 4", "pages/a.wxml", Indent(4)),
        ("[*]\nindent_style = tab\ntab_width = 4", "a.wxss", TABS),
        ("[*]\nindent_size = tab\ntab_width = 8", "a.wxss", Indent(8, uses_tabs=True)),
        ("[*]\nindent_size=4\n[*.wxml]\nindent_size=3", "a.wxml", Indent(3)),
        ("[*.{wxml,wxss}]\nindent_size=4", "a.wxss", Indent(4)),
        ("[*.{wxml,wxss}]\nindent_size=4", "a.less", DEFAULT),
        ("[pages/**.wxml]\nindent_size=4", "pages/b/a.wxml", Indent(4)),
        ("[pages/**.wxml]\nindent_size=4", "other/a.wxml", DEFAULT),
        ("# [*]\n; c\nindent_size = 4", "a.wxml", DEFAULT),
        ("[*]\nindent_size = 999999999999999999999", "a.wxml", DEFAULT),
        ("[*]\nindent_size = unset\n[", "a.wxml", DEFAULT),
        ("[" + "{a,b}" * 40 + "]\nindent_size=4", "a.wxml", DEFAULT),
        ("[" + "*a" * 4000 + "]\nindent_size=4", "a" * 200 + ".wxml", DEFAULT),
    ],
)
def test_editor_config(tmp_path: Path, editor_config: str, path: str, indent: Indent) -> None:
    write_project(tmp_path, {".editorconfig": editor_config})
    assert read_indent_rules(Gate(tmp_path)).of(path) == indent


@pytest.mark.parametrize(
    ("setting", "indent"),
    [
        ('{"tabIndent": "tab", "tabSize": 4}', TABS),
        ('{"tabIndent": "insertSpaces", "tabSize": 4}', Indent(4)),
        ('{"tabIndent": "auto", "tabSize": 4}', DEFAULT),
        ('{"tabSize": -1}', DEFAULT),
        ("[]", DEFAULT),
    ],
)
def test_the_vendors_settings(tmp_path: Path, setting: str, indent: Indent) -> None:
    write_project(tmp_path, {"project.config.json": f'{{"editorSetting": {setting}}}'})
    assert read_indent_rules(Gate(tmp_path)).of("a.wxml") == indent
