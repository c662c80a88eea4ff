"""Clients that send what no client should: each message is survived, and the next sound one answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lsprotocol.types import METHOD_TO_TYPES

from simulator.language_server.folders import uri_of
from tests.support.language_client import LanguageClient, with_client
from tests.support.project_folder import PAGE, write_project

STRANGE: list[Any] = [
    None, 5, [], "text", {}, {"textDocument": None}, {"textDocument": {"uri": 5}, "position": {"line": "a"}},
    {"textDocument": {"uri": "file:///\u0000"}, "position": {"line": -1, "character": 2**40}},
    {"textDocument": {"uri": "http://a.example/b.wxml"}, "position": {"line": 0, "character": 0}},
    {"textDocument": {"uri": "file:///../../etc/passwd", "version": 1, "languageId": "", "text": "\ud800"}},
    {"files": [{"oldUri": "x", "newUri": ""}]}, {"changes": [{"uri": "", "type": 99}]},
    {"command": "rm", "arguments": [1]},
    {"event": {"added": [{"uri": "nothing", "name": ""}], "removed": []}},
]  # fmt: skip
# They end the server by what they mean.
ENDING = {"exit", "shutdown"}


@pytest.mark.parametrize("begins", [True, False])
def test_any_message_with_any_parameters(tmp_path: Path, *, begins: bool) -> None:
    root = write_project(tmp_path, PAGE)

    async def talk(client: LanguageClient) -> None:
        if begins:
            client.initialize(root)
        for method in [*sorted(METHOD_TO_TYPES.keys() - ENDING - {"initialize"}), "$/none", "", "handset/none"]:
            for params in STRANGE:
                client.send_raw({"jsonrpc": "2.0", "id": "a", "method": method, "params": params})
                client.send_raw({"jsonrpc": "2.0", "method": method, "params": params})
        client.send_raw({"jsonrpc": "2.0", "id": "a", "result": 1})
        client.send_raw({"jsonrpc": "1.0", "method": "textDocument/hover"})
        client.send_raw({"id": 1})
        if not begins:
            client.initialize(root)
        file = root / "pages/index/index.wxml"
        client.open(file, "<view />")
        assert "view" in client.ask_at("hover", file, 0, 2)["contents"]["value"]

    with_client(talk)


def test_a_flood_of_keys_is_one_more_build_or_two(tmp_path: Path) -> None:
    root = write_project(tmp_path, PAGE)

    async def talk(client: LanguageClient) -> None:
        client.initialize(root)
        file = root / "pages/index/index.wxml"
        client.open(file, "<view>")
        for version in range(2, 300):
            client.change(file, version, f"<view>{version}")
        await client.until(lambda: _told_version(client, file) == 299)
        told = [one for one in client.heard if one.get("method") == "textDocument/publishDiagnostics"]
        assert len(told) <= 3

    with_client(talk)


def _told_version(client: LanguageClient, file: Path) -> int | None:
    told = [
        one["params"].get("version")
        for one in client.heard
        if one.get("method") == "textDocument/publishDiagnostics" and one["params"]["uri"] == uri_of(file)
    ]
    return told[-1] if told else None


def test_two_projects_one_in_the_other(tmp_path: Path) -> None:
    inner = write_project(
        tmp_path / "outer" / "packages" / "inner", {**PAGE, "pages/index/index.js": "Page({ a() {} })"}
    )
    outer = write_project(tmp_path / "outer", PAGE)

    async def talk(client: LanguageClient) -> None:
        client.initialize(outer, inner)
        file = inner / "pages/index/index.wxml"
        client.open(file, '<view bindtap="" />')
        assert client.ask_at("completion", file, 0, 15)["items"][0]["label"] == "a"

    with_client(talk)
