"""`handset lsp`: the server over the standard streams for one client, or over a port of the loopback for any number."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from simulator.language_server.features import Features
from simulator.language_server.session import ClientSession
from simulator.language_server.to_protocol import APPLY
from simulator.language_server.transport import MAX_LINE, Reader, frame, read_messages
from simulator.versions import handset_version

LOOPBACK = "127.0.0.1"
EXIT_OK, EXIT_NO_SHUTDOWN = 0, 1


def serve_streams(incoming: BinaryIO, outgoing: BinaryIO) -> int:
    """Serves until the client ends or goes away; returns the exit code."""
    # Whatever prints would speak between the messages.
    sys.stdout = sys.stderr

    def send(data: bytes) -> None:
        outgoing.write(data)
        outgoing.flush()

    async def serve() -> int:
        return await _serve(_Streams(incoming), send)

    return _run(serve)


def serve_port(port: int, ready: Callable[[int], None]) -> int:
    """Listens on the loopback until it is interrupted, a session for each client; `ready` hears the port."""
    return _run(lambda: _listen(port, ready))


def _run(serve: Callable[[], Coroutine[Any, Any, int]]) -> int:
    try:
        return asyncio.run(serve())
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else EXIT_OK
    except BrokenPipeError:
        return EXIT_NO_SHUTDOWN


async def _listen(port: int, ready: Callable[[int], None]) -> int:
    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _serve(reader, writer.write)
        except SystemExit:
            # The client says goodbye: that ends its session alone.
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(connected, LOOPBACK, port)
    ready(server.sockets[0].getsockname()[1])
    async with server:
        await server.serve_forever()
    return EXIT_OK


async def _serve(reader: Reader, write: Callable[[bytes], None]) -> int:
    served = make_server(write)
    try:
        await read_messages(reader, served.take, lambda body: write(frame(body)))
    finally:
        served.session.workspace.close()
    return EXIT_NO_SHUTDOWN


@dataclass(frozen=True)
class Served:
    """One client's server."""

    server: LanguageServer
    session: ClientSession

    def take(self, message: dict[str, Any]) -> None:
        """A message of the client."""
        protocol = self.server.protocol
        protocol.handle_message(protocol.structure_message(_in_utf16(message)))


def make_server(write: Callable[[bytes], None]) -> Served:
    """A server that answers through `write`."""
    # The whole text with each change: what is a line in it is for one module alone to say.
    server = LanguageServer("handset", handset_version(), text_document_sync_kind=types.TextDocumentSyncKind.Full)
    session = ClientSession(server)
    heard: dict[str, Callable[[Any], Any]] = {
        types.INITIALIZE: session.begin,
        types.INITIALIZED: session.watch_files,
        types.SHUTDOWN: session.end,
        types.TEXT_DOCUMENT_DID_OPEN: session.opened,
        types.TEXT_DOCUMENT_DID_CHANGE: session.changed,
        types.TEXT_DOCUMENT_DID_SAVE: session.saved,
        types.TEXT_DOCUMENT_DID_CLOSE: session.closed,
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES: session.files_changed,
        types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: session.folders_changed,
    }
    for method, hear in heard.items():
        server.feature(method)(_handler(hear))
    for method, (answer, options) in Features(session).handlers().items():
        server.feature(method, options)(_handler(answer))
    server.command(APPLY)(_apply(session))
    server.protocol.set_writer(_Writer(write))
    return Served(server, session)


def _handler(act: Callable[[Any], Any]) -> Callable[[Any], Any]:
    # The library writes on its handlers, which a bound method does not take.
    return lambda params: act(params)


def _apply(session: ClientSession) -> Callable[[types.WorkspaceEdit], None]:
    # The library reads the arguments by this signature.
    def apply(edit: types.WorkspaceEdit) -> None:
        session.apply(edit)

    return apply


def _in_utf16(message: dict[str, Any]) -> dict[str, Any]:
    """The message without the client's other ways to count: this one every client has."""
    if message.get("method") != types.INITIALIZE:
        return message
    params = message.get("params")
    capabilities = params.get("capabilities") if isinstance(params, dict) else None
    general = capabilities.get("general") if isinstance(capabilities, dict) else None
    if isinstance(general, dict):
        general.pop("positionEncodings", None)
    return message


class _Writer:
    """Where the library writes its frames."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write

    def write(self, data: bytes) -> None:
        """A whole frame."""
        self._write(data)

    def close(self) -> None:
        """The client has said goodbye."""


class _Streams:
    """A blocking stream for the loop. Its thread is a daemon: a read that never ends holds nobody up."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._wanted: SimpleQueue[tuple[Callable[[], bytes], asyncio.Future[bytes]]] = SimpleQueue()
        self._loop = asyncio.get_running_loop()
        threading.Thread(target=self._read_on, name="incoming", daemon=True).start()

    def readline(self) -> asyncio.Future[bytes]:
        """Up to the end of a line."""
        return self._ask(lambda: self._stream.readline(MAX_LINE))

    def read(self, size: int) -> asyncio.Future[bytes]:
        """At most so many bytes."""
        return self._ask(lambda: self._stream.read(size))

    def _ask(self, read: Callable[[], bytes]) -> asyncio.Future[bytes]:
        future: asyncio.Future[bytes] = self._loop.create_future()
        self._wanted.put((read, future))
        return future

    def _read_on(self) -> None:
        while True:
            read, future = self._wanted.get()
            try:
                data = read()
            except (OSError, ValueError):
                data = b""
            try:
                self._loop.call_soon_threadsafe(_settle, future, data)
            except RuntimeError:
                return  # the loop has ended


def _settle(future: asyncio.Future[bytes], data: bytes) -> None:
    if not future.done():
        future.set_result(data)
