"""`handset lsp` as a process, driven by the client of pygls over the standard streams, and as a port."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from simulator.language_server.folders import uri_of
from simulator.language_server.transport import frame
from tests.support.project_folder import write_project

COMMAND = (sys.executable, "-m", "simulator.cli", "lsp")
WXML = '<view class="card" />\n'
WAIT_S = 60


def _project(root: Path) -> Path:
    return write_project(
        root,
        {
            "app.json": '{"pages": ["pages/index/index"]}',
            "pages/index/index.wxml": WXML,
            "pages/index/index.wxss": ".card { color: red; }",
            "pages/index/index.js": "Page({})",
        },
    )


def test_a_client_of_another_make_completes_and_renames(tmp_path: Path) -> None:
    root = _project(tmp_path / "项目 one")

    async def talk() -> None:
        client: Any = LanguageClient("client", "1")
        await client.start_io(*COMMAND)
        folder = types.WorkspaceFolder(uri_of(root), "one")
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf8])
        )
        begun = await client.initialize_async(types.InitializeParams(capabilities, workspace_folders=[folder]))
        assert begun.capabilities.position_encoding == types.PositionEncodingKind.Utf16
        client.initialized(types.InitializedParams())
        uri = uri_of(root / "pages/index/index.wxml")
        client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "wxml", 1, '<view class="" />'))
        )
        document = types.TextDocumentIdentifier(uri)
        completion = await client.text_document_completion_async(
            types.CompletionParams(document, types.Position(0, 13))
        )
        assert [one.label for one in completion.items] == ["card"]
        sheet = types.TextDocumentIdentifier(uri_of(root / "pages/index/index.wxss"))
        edit = await client.text_document_rename_async(types.RenameParams(sheet, types.Position(0, 2), "tile"))
        assert [one.new_text for edits in edit.changes.values() for one in edits] == ["tile"]
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()

    asyncio.run(asyncio.wait_for(talk(), WAIT_S))


def test_a_client_that_vanishes_ends_the_process(tmp_path: Path) -> None:
    message = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"capabilities": {}, "processId": None, "rootUri": None},
    }
    ended = subprocess.run(
        COMMAND, input=b"noise\r\n" + frame(json.dumps(message).encode()), capture_output=True, timeout=WAIT_S
    )
    assert b'"capabilities"' in ended.stdout
    assert ended.returncode == 1


def test_a_port_serves_clients_one_after_the_other_and_no_browser(tmp_path: Path) -> None:
    async def ask(port: int, data: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(data)
        writer.write_eof()
        answer = await reader.read()
        writer.close()
        return answer

    async def talk() -> None:
        server = await asyncio.create_subprocess_exec(*COMMAND, "--port", "0", stdout=asyncio.subprocess.PIPE)
        assert server.stdout is not None
        port = int((await server.stdout.readline()).rpartition(b":")[2])
        message = {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "initialize",
            "params": {"capabilities": {}, "processId": None, "rootUri": None},
        }
        body = frame(json.dumps(message).encode())
        goodbye = frame(b'{"jsonrpc": "2.0", "method": "exit"}')
        try:
            assert await ask(port, b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + body) == b""
            for _ in range(2):
                assert b'"capabilities"' in await ask(port, body + goodbye)
        finally:
            server.terminate()
            await server.wait()

    asyncio.run(asyncio.wait_for(talk(), WAIT_S))
