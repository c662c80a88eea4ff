"""The language server's answers, message by message, in the words of the protocol."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.language_server.folders import uri_of
from tests.support.language_client import LanguageClient, with_client
from tests.support.project_folder import write_project

WXML = '<view class="card" bindtap="choose">{{title}}</view>\n<my-tag></my-tag>\n'
FILES = {
    "app.json": '{"pages": ["pages/index/index"]}',
    "pages/index/index.wxml": WXML,
    "pages/index/index.wxss": ".card {\n  color: #ff0000;\n}\n",
    "pages/index/index.js": "Page({\n  data: { title: '' },\n  choose() { this.setData({ title: 'a' }) },\n})\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "shop", FILES)


def test_completion_takes_the_place_of_what_is_typed(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root)
        file = root / "pages/index/index.wxml"
        client.open(file, '<view bindtap="cho" />')
        items = client.ask_at("completion", file, 0, 18)["items"]
        (item,) = [one for one in items if one["label"] == "choose"]
        assert item["textEdit"] == {
            "range": {"start": {"line": 0, "character": 15}, "end": {"line": 0, "character": 18}},
            "newText": "choose",
        }

    with_client(talk)


def test_a_client_without_snippets_gets_plain_text(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root, capabilities={})
        file = root / "pages/index/index.wxml"
        client.open(file, "<view wx:i />")
        items = {one["label"]: one for one in client.ask_at("completion", file, 0, 10)["items"]}
        assert items["wx:if"]["textEdit"]["newText"] == 'wx:if="{{}}"'
        assert items["wx:if"]["insertTextFormat"] == 1

    with_client(talk)


def test_definition_and_references_across_files(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root)
        file = root / "pages/index/index.wxml"
        client.open(file)
        (found,) = client.ask_at("definition", file, 0, 30)
        assert found["uri"] == uri_of(root / "pages/index/index.js")
        assert found["range"]["start"] == {"line": 2, "character": 2}
        references = client.ask_at("references", file, 0, 40, context={"includeDeclaration": False})
        assert sorted(Path(one["uri"]).name for one in references) == ["index.js", "index.wxml"]

    with_client(talk)


def test_rename_names_the_version_of_open_texts(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root)
        file = root / "pages/index/index.wxml"
        client.open(file)
        client.change(file, 7, WXML)
        target = client.ask_at("prepareRename", file, 0, 15)
        assert target["placeholder"] == "card"
        changes = client.ask_at("rename", file, 0, 15, newName="tile")["documentChanges"]
        told = {Path(one["textDocument"]["uri"]).name: one["textDocument"]["version"] for one in changes}
        assert told == {"index.wxml": 7, "index.wxss": None}
        assert {edit["newText"] for one in changes for edit in one["edits"]} == {"tile"}

    with_client(talk)


def test_a_rename_that_collides_is_refused_with_the_reason(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root)
        file = root / "pages/index/index.wxml"
        client.open(file)
        with pytest.raises(AssertionError, match="`title` is taken already"):
            client.ask_at("rename", file, 0, 30, newName="title")

    with_client(talk)


def test_findings_follow_the_unsaved_text(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root)
        file = root / "pages/index/index.wxml"
        await client.until(lambda: client.findings(file) is not None)
        client.open(file, '<view bindtap="chose"/>')
        await client.until(lambda: [one["code"] for one in client.findings(file) or ()] == ["wxml/undefined-handler"])
        client.change(file, 2, '<view bindtap="choose"/>')
        await client.until(lambda: client.findings(file) == [])
        client.tell("textDocument/didClose", textDocument={"uri": uri_of(file)})
        await client.until(lambda: bool(client.findings(file)))

    with_client(talk)


def test_a_quick_fix_and_all_of_them(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root)
        file = root / "pages/index/index.wxml"
        client.open(file, '<view bindtap="chose"/>\n<view wx:if="a" />')
        await client.until(lambda: len(client.findings(file) or ()) == 2)
        everywhere = {"start": {"line": 0, "character": 0}, "end": {"line": 1, "character": 18}}
        asked: dict[str, Any] = {"textDocument": {"uri": uri_of(file)}, "range": everywhere}
        fixes = client.ask("textDocument/codeAction", **asked, context={"diagnostics": client.findings(file)})
        assert {one["diagnostics"][0]["code"] for one in fixes} == {
            "wxml/undefined-handler",
            "wxml/condition-without-mustache",
        }
        only = {"diagnostics": [], "only": ["source.fixAll"]}
        (fix_all,) = client.ask("textDocument/codeAction", **asked, context=only)
        (change,) = fix_all["edit"]["documentChanges"]
        assert [edit["newText"] for edit in change["edits"]] == ["choose", "{{a}}"]

    with_client(talk)


def test_symbols_folds_colours_and_linked_tags(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root)
        template, sheet = root / "pages/index/index.wxml", root / "pages/index/index.wxss"
        client.open(template, "<view>\n  <text>a</text>\n</view>\n")
        client.open(sheet)
        (symbol,) = client.ask("textDocument/documentSymbol", textDocument={"uri": uri_of(template)})
        assert [one["name"] for one in symbol["children"]] == ["text"]
        (fold,) = client.ask("textDocument/foldingRange", textDocument={"uri": uri_of(template)})
        assert (fold["startLine"], fold["endLine"]) == (0, 1)
        (colour,) = client.ask("textDocument/documentColor", textDocument={"uri": uri_of(sheet)})
        assert colour["color"] == {"red": 1.0, "green": 0.0, "blue": 0.0, "alpha": 1.0}
        linked = client.ask_at("linkedEditingRange", template, 0, 3)["ranges"]
        assert [one["start"] for one in linked] == [{"line": 0, "character": 1}, {"line": 2, "character": 2}]

    with_client(talk)


def test_words_are_in_the_language_of_the_editor(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root, locale="zh-cn")
        file = root / "pages/index/index.wxml"
        client.open(file, '<view bindtap="chose"/>')
        await client.until(lambda: bool(client.findings(file)))
        assert not (client.findings(file) or [{}])[0]["message"].isascii()

    with_client(talk)


def test_several_folders_and_projects_below_them(root: Path, tmp_path: Path) -> None:
    other = write_project(tmp_path / "many" / "apps" / "bank", {**FILES, "pages/index/index.js": "Page({ pay() {} })"})

    async def talk(client: LanguageClient) -> None:
        client.initialize(root, tmp_path / "many")
        file = other / "pages/index/index.wxml"
        client.open(file, '<view bindtap="" />')
        assert next(one["label"] for one in client.ask_at("completion", file, 0, 15)["items"]) == "pay"
        event = {"added": [], "removed": [{"uri": uri_of(tmp_path / "many"), "name": "many"}]}
        client.tell("workspace/didChangeWorkspaceFolders", event=event)
        assert client.ask_at("completion", file, 0, 15) is None

    with_client(talk)


def test_a_file_outside_of_the_folders_brings_its_project(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    async def talk(client: LanguageClient) -> None:
        client.initialize(tmp_path / "empty")
        file = root / "pages/index/index.wxml"
        client.open(file, '<view bindtap="" />')
        assert next(one["label"] for one in client.ask_at("completion", file, 0, 15)["items"]) == "choose"

    with_client(talk)


def test_a_project_that_is_broken_and_mended(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        config = root / "app.json"
        config.unlink()
        (root / "project.config.json").write_text("{}", "utf-8")
        client.initialize(root)
        file = root / "pages/index/index.wxml"
        client.open(file, '<view bindtap="chose" />')
        assert client.ask_at("completion", file, 0, 15) is None
        config.write_text(json.dumps({"pages": ["pages/index/index"]}), "utf-8")
        client.tell("workspace/didChangeWatchedFiles", changes=[{"uri": uri_of(config), "type": 1}])
        await client.until(lambda: bool(client.findings(file)))
        assert next(one["label"] for one in client.ask_at("completion", file, 0, 15)["items"]) == "choose"

    with_client(talk)


def test_formatting_takes_the_indent_of_the_editor_and_says_what_stays(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root)
        file = root / "pages/index/index.wxml"
        client.open(file, "<view>\n<view />\n</view>\n")
        asked: dict[str, Any] = {"textDocument": {"uri": uri_of(file)}, "options": {"tabSize": 4, "insertSpaces": True}}
        assert [edit["newText"] for edit in client.ask("textDocument/formatting", **asked)] == ["    <view />\n"]
        stretch = {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 3}}
        assert client.ask("textDocument/rangeFormatting", **asked, range=stretch) == []
        client.change(file, 2, "<view>")
        assert client.ask("textDocument/formatting", **asked) == []
        (told,) = [one["params"]["message"] for one in client.heard if one.get("method") == "window/showMessage"]
        assert "line 1" in told

    with_client(talk)


def test_a_handler_that_is_not_there_comes_with_its_method(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        client.initialize(root)
        file = root / "pages/index/index.wxml"
        client.open(file, '<view bindtap="buy" />')
        items = {one["label"]: one for one in client.ask_at("completion", file, 0, 18)["items"]}
        command = items["buy"]["command"]
        client.ask("workspace/executeCommand", command=command["command"], arguments=command["arguments"])
        (asked,) = [one["params"]["edit"] for one in client.heard if one.get("method") == "workspace/applyEdit"]
        (change,) = asked["documentChanges"]
        assert change["textDocument"]["uri"] == uri_of(root / "pages/index/index.js")
        assert "buy(event) {" in change["edits"][0]["newText"]

    with_client(talk)


def test_names_of_a_file_are_mended_before_it_is_renamed(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        (root / "pages/index/index.wxss").write_text("@import '../../look.wxss';", "utf-8")
        (root / "look.wxss").write_text("", "utf-8")
        client.initialize(root)
        moved = {"oldUri": uri_of(root / "look.wxss"), "newUri": uri_of(root / "styles/base.wxss")}
        edit = client.ask("workspace/willRenameFiles", files=[moved])
        (change,) = edit["documentChanges"]
        assert change["textDocument"]["uri"] == uri_of(root / "pages/index/index.wxss")
        assert [one["newText"] for one in change["edits"]] == ["../../styles/base.wxss"]

    with_client(talk)


def test_what_stretches_are_is_told_as_numbers_from_one_to_the_next(root: Path) -> None:
    async def talk(client: LanguageClient) -> None:
        legend = client.initialize(root)["capabilities"]["semanticTokensProvider"]["legend"]["tokenTypes"]
        file = root / "pages/index/index.wxml"
        client.open(file, "😀<view>\n{{a}}</view>")
        data = client.ask("textDocument/semanticTokens/full", textDocument={"uri": uri_of(file)})["data"]
        assert [data[at : at + 3] for at in range(0, len(data), 5)] == [[0, 3, 4], [1, 2, 1], [0, 5, 4]]
        assert [legend[kind] for kind in data[3::5]] == ["type", "variable", "type"]

    with_client(talk)
