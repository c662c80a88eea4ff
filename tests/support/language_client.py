"""A client of the language server within the test's process: messages as plain JSON, answers and notices kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from simulator.language_server.folders import uri_of
from simulator.language_server.server import make_server
from simulator.language_server.transport import hand_over

WAIT_S = 60
CAPABILITIES = {
    "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}


class LanguageClient:
    """Talks to a server of its own. `heard`: all that the server sent; `heard_raw`: what the stream
    answered for it."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.heard_raw: list[bytes] = []
        self._news = asyncio.Event()
        self._served = make_server(self._hear)
        self._last_id = 0

    def initialize(self, *roots: Path, capabilities: Any = CAPABILITIES, **more: object) -> Any:
        """Opens folders."""
        folders = [{"uri": uri_of(root), "name": root.name} for root in roots]
        result = self.ask(
            "initialize", processId=None, rootUri=None, capabilities=capabilities, workspaceFolders=folders, **more
        )
        self.tell("initialized")
        return result

    def tell(self, method: str, **params: object) -> None:
        """A notification."""
        self._served.take({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, **params: object) -> Any:
        """The result of a request; raises `AssertionError` with the server's error."""
        self._last_id += 1
        self._served.take({"jsonrpc": "2.0", "id": self._last_id, "method": method, "params": params})
        answer = next(one for one in self.heard if one.get("id") == self._last_id)
        assert "error" not in answer, answer["error"]["message"]
        return answer["result"]

    def send_raw(self, message: object) -> None:
        """Any message, as if it had come over the stream."""
        body = json.dumps(message).encode("utf-8", "surrogatepass")
        hand_over(body, self._served.take, self.heard_raw.append)

    def open(self, file: Path, text: str | None = None) -> None:
        """A file with its text, or an unsaved one."""
        shown = file.read_text("utf-8") if text is None else text
        item = {"uri": uri_of(file), "languageId": file.suffix[1:], "version": 1, "text": shown}
        self.tell("textDocument/didOpen", textDocument=item)

    def change(self, file: Path, version: int, text: str) -> None:
        """The whole text of an open file."""
        self.tell(
            "textDocument/didChange",
            textDocument={"uri": uri_of(file), "version": version},
            contentChanges=[{"text": text}],
        )

    def ask_at(self, method: str, file: Path, line: int, character: int, **more: object) -> Any:
        """A question about a place."""
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", textDocument={"uri": uri_of(file)}, position=place, **more)

    def findings(self, file: Path) -> list[dict[str, Any]] | None:
        """What was told last about a file; None if nothing was."""
        told = [
            one["params"]["diagnostics"]
            for one in self.heard
            if one.get("method") == "textDocument/publishDiagnostics" and one["params"]["uri"] == uri_of(file)
        ]
        return told[-1] if told else None

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Waits for what the server sends by itself."""
        async with asyncio.timeout(WAIT_S):
            while not is_so():
                self._news.clear()
                await self._news.wait()

    def close(self) -> None:
        """Ends the server's work."""
        self._served.session.workspace.close()

    def _hear(self, frame: bytes) -> None:
        self.heard.append(json.loads(frame.partition(b"\r\n\r\n")[2]))
        self._news.set()


def with_client(act: Callable[[LanguageClient], Awaitable[None]]) -> None:
    """Runs a talk with a client in a loop of its own."""

    async def talk() -> None:
        client = LanguageClient()
        try:
            await act(client)
        finally:
            client.close()

    asyncio.run(talk())
