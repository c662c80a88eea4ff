"""The address on the loopback that functions reach, and from which files of the storage are fetched.

    POST /<token of a call>/ask     our own SDK: {"name", "args"}      POST …/done    the runner: how the call has ended
    POST /<token of a call>/admin   the official SDK (`official`)      PUT  …/file?id  a file of the official SDK
    GET  /<token of files>/<environment>/<path>                        a file

Whatever a page of a browser sends is refused, but for files.
"""

from __future__ import annotations

import base64
import json
import mimetypes
import secrets
import shutil
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from runtime.cloud.failure import REQUEST, CloudFailure
from runtime.cloud.files import file_id, parts_of
from simulator.cloud.invocation import Invocation, Invocations
from simulator.cloud.official import answer_official

MAX_BODY_BYTES = 32 * 1024 * 1024
MAX_LINE = 256
SILENCE_S = 60
Ask = Callable[[str, Mapping[str, Any], Invocation], Any]
Find = Callable[[str], Any]


class Endpoint:
    """`ask` carries out a call of a function; `find` gives the real file of an id."""

    def __init__(self, invocations: Invocations, ask: Ask, find: Find) -> None:
        self.invocations, self.ask, self.find = invocations, ask, find
        self.files_token = secrets.token_urlsafe(16)
        endpoint = self

        class Handler(_Handler):
            served = endpoint

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, name="cloud-endpoint", daemon=True).start()

    def url(self, token: str) -> str:
        """Where the process of a call asks."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/{token}"

    def file_url(self, written: str) -> str:
        """Where a file of the storage is fetched, as long as this process lives."""
        env, path = parts_of(written)
        return f"{self.url(self.files_token)}/{env}/{quote(path)}"

    def close(self) -> None:
        """Nobody is heard any more."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    served: Endpoint
    timeout = SILENCE_S

    def do_GET(self) -> None:
        _, token, *parts = unquote(urlsplit(self.path).path).split("/", 3)
        if not secrets.compare_digest(token.encode(), self.served.files_token.encode()) or len(parts) != 2:
            return self.send_error(404)
        try:
            place = self.served.find(file_id(*parts))
            with place.open("rb") as file:
                self.send_response(200)
                self.send_header("Content-Type", mimetypes.guess_type(place.name)[0] or "application/octet-stream")
                self.send_header("Content-Length", str(place.stat().st_size))
                self.send_header("X-Content-Type-Options", "nosniff")
                self.end_headers()
                shutil.copyfileobj(file, self.wfile)
        except (CloudFailure, OSError):
            self.send_error(404)
        return None

    def do_POST(self) -> None:
        parts = urlsplit(self.path)
        token, _, what = parts.path.strip("/").partition("/")
        invocation = self.served.invocations.find(token)
        body = self._body()
        if invocation is None or body is None or "Origin" in self.headers:
            return self.send_error(403)
        try:
            answer = self._answer(invocation, what, body, parse_qs(parts.query))
        except CloudFailure as failure:
            answer = {"code": failure.code, "reason": failure.reason}
        except Exception as error:
            # One request that goes wrong must not end the cloud.
            answer = {"code": REQUEST, "reason": f"system error {type(error).__name__}: {error}"}
        return self._send(b"" if what == "file" and "code" not in answer else json.dumps(answer).encode())

    do_PUT = do_POST

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""

    def _answer(self, invocation: Invocation, what: str, body: bytes, query: Mapping[str, list[str]]) -> Any:
        if what == "file":
            return self._uploaded(invocation, body, query)
        written = json.loads(body or b"{}")
        if what == "done":
            if invocation.outcome is None:
                invocation.outcome = written
            return {}
        if what == "ask":
            return {"result": self.served.ask(str(written.get("name")), written.get("args") or {}, invocation)}
        if what == "admin":
            url = self.served.url(invocation.token)
            return answer_official(written, lambda name, args: self.served.ask(name, args, invocation), url)
        raise CloudFailure(REQUEST, f"nothing is at {what}")

    def _uploaded(self, invocation: Invocation, body: bytes, query: Mapping[str, list[str]]) -> Any:
        content = base64.b64encode(body).decode("ascii")
        return self.served.ask("WxCloud.uploadFile", {"cloudPath": query["id"][0], "content": content}, invocation)

    def _body(self) -> bytes | None:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return self._chunks()
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > MAX_BODY_BYTES:
            return None
        return self.rfile.read(int(length))

    def _chunks(self) -> bytes | None:
        pieces = bytearray()
        while length := int(self.rfile.readline(MAX_LINE).split(b";")[0] or b"0", 16):
            if len(pieces) + length > MAX_BODY_BYTES:
                return None
            pieces += self.rfile.read(length)
            self.rfile.readline(MAX_LINE)
        self.rfile.readline(MAX_LINE)
        return bytes(pieces)

    def _send(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
