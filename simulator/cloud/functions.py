"""Cloud functions: the folders of `cloudfunctionRoot`, each call in a Node.js process of its own.

So a change counts with the next call, and a function that loops, exits or fills the memory takes nothing along. A
process gets nothing of our environment but the path, and a folder for temporary files.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runtime.cloud.failure import FUNCTION_FAILED, FUNCTION_TIMED_OUT, NO_FUNCTION, PARAMETERS, CloudFailure, NotTrusted
from runtime.project.gate import Gate
from runtime.systems.process_groups import WITHOUT_CONSOLE
from simulator.cloud.function_files import write_function_files
from simulator.cloud.invocation import Invocation, Invocations
from simulator.cloud.node import Node, find_node

DEFAULT_TIMEOUT_S = 20.0
MAX_TIMEOUT_S = 60.0
"""Source: reference, cloud functions. `Assumed:` 20 s instead of 3 without a word, as a desk is slower."""
MAX_LOG_BYTES = 256 * 1024
MAX_LINE = 4000
MAX_DEPTH = 8
MAX_DATA_BYTES = 6 * 1024 * 1024
KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "COMSPEC", "PATHEXT", "WINDIR")
NO_NODE = "cloud functions: Node.js 18 or newer was not found; install it, and Handset runs them"
NOT_TRUSTED = (
    "cloud functions: they run with your rights on this computer, so this project must be trusted first "
    "(Cloud panel, or --trust)"
)
Log = Callable[[str, str, str], object]
"""Function, level, text."""


@dataclass(frozen=True, slots=True)
class FunctionPlace:
    """The folder of functions; `url` is the endpoint that they reach, for a token."""

    root: Path
    appid: str
    is_trusted: bool
    url: Callable[[str], str]


class NodeFunctions:
    """The functions of one project. `close` ends those that run."""

    def __init__(
        self, place: FunctionPlace, invocations: Invocations, log: Log, find: Callable[[], Node | None] = find_node
    ) -> None:
        self._place = place
        self._gate = Gate(place.root)
        self._invocations = invocations
        self._log = log
        self._find = find
        self._own: tempfile.TemporaryDirectory[str] | None = None
        self._files: tuple[Path, Path] | None = None
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()

    def names(self) -> list[str]:
        """Those that there are."""
        root = self._place.root
        found = (path.name for path in root.iterdir()) if root.is_dir() else ()
        return sorted(name for name in found if self._entry(name) is not None)

    def call(self, env: str, name: str, data: Any, openid: str | None, source: str, depth: int = 0) -> Any:
        """Runs one; returns what it returns. Raises CloudFailure."""
        entry = self._entry(name)
        if entry is None:
            raise CloudFailure(NO_FUNCTION, f"FunctionName parameter could not be found: {name}")
        if not self._place.is_trusted:
            raise NotTrusted(NO_FUNCTION, NOT_TRUSTED, environment=True)
        node = self._find()
        if node is None:
            raise CloudFailure(NO_FUNCTION, NO_NODE, environment=True)
        if depth >= MAX_DEPTH:
            raise CloudFailure(FUNCTION_FAILED, "functions call each other without end")
        event = _event(data, openid, self._place.appid)
        with tempfile.TemporaryDirectory(prefix="handset-function-") as scratch:
            invocation = self._invocations.open(env, openid, depth)
            try:
                process = self._start(node, entry, invocation, Path(os.path.realpath(scratch)), source)
                return self._result(process, invocation, name, event, _timeout_s(self.config(name)))
            finally:
                self._invocations.close(invocation)

    def config(self, name: str) -> Any:
        """What the function's `config.json` says; None without one that can be read."""
        entry = self._entry(name)
        if entry is None:
            return None
        try:
            return json.loads(entry.with_name("config").with_suffix(".json").read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return None

    def close(self) -> None:
        """Ends what runs."""
        with self._lock:
            for process in self._running:
                process.kill()

    def _entry(self, name: str) -> Path | None:
        if not name or name in (".", "..") or any(sign in name for sign in "/\\\0:"):
            return None
        entry = self._gate.place(self._place.root / name / "index.js")
        return entry if entry is not None and entry.is_file() else None

    def _start(
        self, node: Node, entry: Path, invocation: Invocation, scratch: Path, source: str
    ) -> subprocess.Popen[bytes]:
        runner, modules = self._function_files()
        url, appid, env = self._place.url(invocation.token), self._place.appid, invocation.env
        kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
        context = {"WX_OPENID": invocation.openid or "", "WX_APPID": appid, "WX_ENV": env, "WX_SOURCE": source}
        process = subprocess.Popen(
            node.command(runner, reads=(self._gate.root,), writes=(scratch,)),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=entry.parent,
            creationflags=WITHOUT_CONSOLE,
            env={
                **kept, **_official(url, env), **context, "WX_CONTEXT_KEYS": ",".join(context),
                "HOME": str(scratch), "TMPDIR": str(scratch), "TEMP": str(scratch), "TMP": str(scratch),
                "NODE_PATH": str(modules), "HANDSET_CLOUD": url, "HANDSET_FUNCTION": str(entry),
            },
        )  # fmt: skip
        with self._lock:
            self._running.add(process)
        return process

    def _function_files(self) -> tuple[Path, Path]:
        with self._lock:
            if self._files is None:
                self._own = tempfile.TemporaryDirectory(prefix="handset-cloud-")
                # Node asks whether it may read the real path.
                self._files = write_function_files(Path(os.path.realpath(self._own.name)))
            return self._files

    def _result(
        self, process: subprocess.Popen[bytes], invocation: Invocation, name: str, event: bytes, timeout_s: float
    ) -> Any:
        readers = [
            threading.Thread(target=_read_lines, args=(stream, lambda text, level=level: self._log(name, level, text)))
            for stream, level in ((process.stdout, "log"), (process.stderr, "error"))
        ]
        for reader in readers:
            reader.start()
        threading.Thread(target=_write, args=(process.stdin, event), daemon=True).start()
        try:
            process.wait(timeout_s)
            is_late = False
        except subprocess.TimeoutExpired:
            is_late = True
        finally:
            process.kill()
            process.wait()
            with self._lock:
                self._running.discard(process)
        for reader in readers:
            reader.join()
        return _outcome(invocation.outcome, is_late=is_late, timeout_s=timeout_s, code=process.returncode)


def _timeout_s(config: Any) -> float:
    written = config.get("timeout") if isinstance(config, dict) else None
    if isinstance(written, int | float) and not isinstance(written, bool) and written > 0:
        return min(float(written), MAX_TIMEOUT_S)
    return DEFAULT_TIMEOUT_S


def _outcome(outcome: Mapping[str, Any] | None, *, is_late: bool, timeout_s: float, code: int) -> Any:
    if outcome is not None and "result" in outcome:
        return outcome["result"]
    if outcome is not None and isinstance(error := outcome.get("error"), dict):
        stack = str(error.get("stack") or error.get("message") or "")
        raise CloudFailure(FUNCTION_FAILED, f"Error: {error.get('message')} | {stack}")
    if is_late:
        raise CloudFailure(FUNCTION_TIMED_OUT, f"Invoking task timed out after {timeout_s:g} seconds")
    raise CloudFailure(FUNCTION_FAILED, f"the function ended its process without a result (exit code {code})")


def _event(data: Any, openid: str | None, appid: str) -> bytes:
    given = data if isinstance(data, dict) else {}
    event = {**given, "userInfo": {"appId": appid, "openId": openid or ""}}
    written = json.dumps({"event": event, "context": {"memory_limit_in_mb": 256}}).encode()
    if len(written) > MAX_DATA_BYTES:
        raise CloudFailure(PARAMETERS, "data exceed max size")
    return written


def _official(url: str, env: str) -> dict[str, str]:
    """What leads the official SDK to us."""
    return {
        "TCB_CONTEXT_CNFG": json.dumps({"URL": f"{url}/admin"}), "TENCENTCLOUD_RUNENV": "SCF",
        "TENCENTCLOUD_SECRETID": "desk", "TENCENTCLOUD_SECRETKEY": "desk", "TENCENTCLOUD_SESSIONTOKEN": "desk",
        "TENCENTCLOUD_REGION": "ap-desk", "TCB_ENV": env, "SCF_NAMESPACE": env,
    }  # fmt: skip


def _read_lines(stream: Any, say: Callable[[str], object]) -> None:
    """All of it is read, so that nobody waits; what is more than anybody reads is left out."""
    told = 0
    with stream:
        while line := stream.readline(MAX_LINE):
            if told <= MAX_LOG_BYTES:
                told += len(line)
                text = line.decode("utf-8", "replace").rstrip("\r\n")
                say(text if told <= MAX_LOG_BYTES else "… the rest of what it writes is left out")


def _write(stream: Any, data: bytes) -> None:
    try:
        with stream:
            stream.write(data)
    except OSError:
        # The function has ended without reading.
        return
