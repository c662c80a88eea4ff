"""A session of a program as a recording: all that its two ends say and hear, from the next start of the program on.

Nothing of it costs anything while nothing is recorded. `frame` is called in the thread that reads the logic process,
all else on the GUI thread.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
from msgspec import Raw

from runtime.protocol import codec, logic, view
from runtime.protocol.version import WIRE_VERSION
from runtime.systems.time_zone import time_zone
from simulator.device import Device
from simulator.phone import FileReaders
from simulator.phone.scheme import Reader
from simulator.phone.web_requests import WebFile
from simulator.recording.form import (
    MAX_WEB_BYTES,
    MAX_WEB_FILE_BYTES,
    Build,
    FileHead,
    Head,
    Kind,
    ShownBatch,
    ShownCall,
    ShownPage,
)
from simulator.recording.writer import RecordingWriter
from simulator.running.options import ProgramOptions
from simulator.versions import handset_version
from simulator.worker.library import library_digest

_LAUNCH = b'{"m":"launch"'
_TURN = b'{"m":"turn-'
_UNTOLD = (b'{"m":"pong"', b'{"m":"ready"')
_DOM = re.compile(rb'\{"m":"dom","page_id":(\d+),"batch_id":(\d+),')
_MEASURED = b'"is_measured":true'
_UNTOUCHED = (
    '{"m":"rendered"', '{"m":"ready"', '{"m":"files-loaded"', '{"m":"long-frame"', '{"m":"reply"', '{"m":"user-did"',
)  # fmt: skip
_CALL_SHELL = b'{"m":"call-shell"'
_REPLY = re.compile(r'\{"m":"reply","request_id":(\d{1,10})[,}]')
_OPEN_PAGE = b'{"m":"open-page"'
_VIEW_CALL, _CALL = b'{"m":"view-call",', b'{"m":"call",'
MAX_FILES = 5000
RECENT_CALLS = 64
"""Of the logic process to the view; so many may be on their way through the host."""


class _Asked(msgspec.Struct):
    request_id: int = 0


class SessionRecording:
    """`device` says which phone is shown, `stored` what the program has stored: keys and JSON texts; `tell`
    hears at once why nothing more is written, while the session goes on."""

    def __init__(
        self,
        device: Callable[[], Device],
        options: ProgramOptions,
        stored: Callable[[], Sequence[tuple[str, str]]] = tuple,
        tell: Callable[[str], object] = lambda _problem: None,
    ) -> None:
        self._device = device
        self._stored = stored
        self._tell = tell
        self._has_told = False
        self._options = options
        self._writer: RecordingWriter | None = None
        self._phone: Device | None = None
        self._asked: dict[tuple[str, str], Reader] = {}
        self._digests: set[str] = set()
        self._program = (b"", b"")
        self._web_bytes = 0
        self._styles: dict[bytes, int] = {}
        self._dialogs: set[int] = set()
        self._calls: deque[tuple[int, bytes]] = deque(maxlen=RECENT_CALLS)
        self._call_count = 0

    @property
    def is_on(self) -> bool:
        """Whether something is recorded."""
        return self._writer is not None

    @property
    def problem(self) -> str:
        """Why nothing more is written; empty as long as all is well."""
        return self._writer.problem if self._writer is not None else ""

    def start(self, path: Path, project: str) -> None:
        """Into this file, from the next start of the program on. Raises OSError."""
        self.stop()
        options = self._options
        head = Head(
            handset_version(), WIRE_VERSION, library_digest(), project, time.time() * 1000, time_zone(),
            options.clock, options.animations, options.memory_limit_mb,
        )  # fmt: skip
        self._writer = RecordingWriter(path, head)
        self._phone = None
        self._has_told = False
        self._digests.clear()
        self._program = (b"", b"")
        self._styles.clear()
        self._dialogs.clear()
        self._web_bytes = 0
        self._calls.clear()
        self._call_count = 0
        # What the phone has got already it may not ask for again.
        for (host, name), read in list(self._asked.items()):
            self._file(host, name, read(name))

    def stop(self) -> str:
        """The file is complete. Returns what went wrong with it, or an empty text."""
        writer, self._writer = self._writer, None
        if writer is None:
            return ""
        writer.close()
        return writer.problem

    def close(self) -> None:
        """The program has ended."""
        self.stop()

    # ------------------------------------------------------------ the logic process

    def run_begins(self) -> bool:
        """A fresh logic process is taken; whether it has to tell what enters its engine."""
        if self.is_on:
            self._add(Kind.RUN, b"")
            self._add(Kind.STORAGE, msgspec.json.encode(self._stored()))
        return self.is_on

    def frame(self, data: bytes) -> bool:
        """A frame of the logic process; whether it concerns nobody else."""
        if data.startswith(_TURN):
            # Each start takes the program, which is mostly the same.
            number, program = self._program
            self._add(Kind.TURN, data.replace(program, number, 1) if program and _LAUNCH in data else data)
            return True
        if self.is_on and not data.startswith(_UNTOLD):
            if data.startswith(_VIEW_CALL):
                self._call_count += 1
                self._calls.append((self._call_count, data[len(_VIEW_CALL) :]))
            self._add(Kind.SENT, data)
        return False

    def lost(self, why: str) -> None:
        """The logic process hangs or has died."""
        self._add(Kind.LOST, why.encode("utf-8", "replace"))

    def to_logic(self, send: Callable[[bytes], None]) -> Callable[[bytes], None]:
        """The same way to the logic process."""

        def sending(encoded: bytes) -> None:
            if self.is_on and encoded.startswith(_LAUNCH):
                program = codec.decode_for_logic(encoded)
                assert isinstance(program, logic.Launch)
                self._build(bytes(program.program))
            send(encoded)

        return sending

    def _build(self, program: bytes) -> None:
        digest = _digest(program)
        known = digest in self._digests
        self._digests.add(digest)
        self._program = (b'"%s"' % digest.encode(), program)
        self._add(Kind.BUILD, msgspec.json.encode(Build(digest)) + b"\n" + (b"" if known else program))

    # ------------------------------------------------------------ the phone

    def to_phone(self, send: Callable[[bytes], None]) -> Callable[[bytes], None]:
        """The same way to the phone."""

        def sending(encoded: bytes) -> None:
            if self.is_on:
                self._shown(encoded)
                self._look_for_problem()
            send(encoded)

        return sending

    def _look_for_problem(self) -> None:
        if self.problem and not self._has_told:
            self._has_told = True
            self._tell(self.problem)

    def from_phone(self, text: str) -> None:
        """The phone has said something."""
        if not self.is_on:
            return
        if not text.startswith(_UNTOUCHED):
            self._add(Kind.TOUCHED, text.encode("utf-8", "replace"))
        elif (reply := _REPLY.match(text)) is not None and int(reply[1]) in self._dialogs:
            # What the user has answered, the program is told.
            self._dialogs.discard(int(reply[1]))
            self._add(Kind.TOUCHED, codec.encode(view.Reply(int(reply[1]))))

    def readers(self, readers: FileReaders) -> FileReaders:
        """The same files for the phone."""
        return replace(
            readers,
            project=self._keeping("project", readers.project),
            user=self._keeping("user", readers.user),
        )

    def _shown(self, encoded: bytes) -> None:
        device = self._device()
        if device is not self._phone:
            self._phone = device
            self._add(Kind.PHONE, msgspec.json.encode(device))
        batch = _DOM.match(encoded)
        if batch is not None:
            is_measured = _MEASURED in encoded[-len(_MEASURED) - 2 :]
            encoded = msgspec.json.encode(ShownBatch(int(batch[1]), int(batch[2]), is_measured))
        elif encoded.startswith(_CALL):
            encoded = self._as_call(encoded)
        elif encoded.startswith(_CALL_SHELL):
            asked = msgspec.json.decode(encoded, type=_Asked).request_id
            self._dialogs |= {asked} if asked else set()
        elif encoded.startswith(_OPEN_PAGE):
            encoded = self._as_page(encoded)
        self._add(Kind.SHOWN, encoded)

    def _as_call(self, encoded: bytes) -> bytes:
        """Drawing on a canvas is what recordings are large of: once is enough."""
        rest = encoded[len(_CALL) :]
        number = next((number for number, call in reversed(tuple(self._calls)) if call == rest), 0)
        return msgspec.json.encode(ShownCall(number)) if number else encoded

    def _as_page(self, encoded: bytes) -> bytes:
        """The style sheets of one page are mostly those of all others."""
        page = msgspec.json.decode(encoded, type=dict[str, Raw])
        numbers = [self._style(bytes(one)) for one in msgspec.json.decode(page["styles"], type=list[Raw])]
        return msgspec.json.encode(ShownPage(Raw(msgspec.json.encode({**page, "styles": []})), numbers))

    def _style(self, sheet: bytes) -> int:
        digest = hashlib.sha256(sheet).digest()
        if digest not in self._styles:
            self._styles[digest] = len(self._styles) + 1
            self._add(Kind.STYLE, sheet)
        return self._styles[digest]

    def web_file(self, url: str, file: WebFile | None, size_of: Callable[[bytes], tuple[int, int]]) -> None:
        """The phone gets a file of the web, or nothing. `size_of` tells how large a picture is."""
        if file is None:
            self._note(FileHead("web", url, is_there=False), b"")
            return
        content = file.content
        head = FileHead("web", url, True, _digest(content), file.media_type, file.is_shared)
        if head.digest in self._digests:
            self._note(head, b"")
        elif len(content) > MAX_WEB_FILE_BYTES or self._web_bytes + len(content) > MAX_WEB_BYTES:
            width, height = size_of(content)
            kept = msgspec.structs.replace(head, digest="", left_out=len(content), width=width, height=height)
            self._note(kept, b"")
        else:
            self._web_bytes += len(content)
            self._note(head, content)

    def _keeping(self, host: str, read: Reader) -> Reader:
        def reading(path: str) -> bytes | None:
            content = read(path)
            if len(self._asked) < MAX_FILES:
                self._asked[(host, path)] = read
            self._file(host, path, content)
            return content

        return reading

    def _file(self, host: str, path: str, content: bytes | None) -> None:
        if not self.is_on:
            return
        digest = "" if content is None else _digest(content)
        self._note(FileHead(host, path, content is not None, digest), content or b"")

    def _note(self, head: FileHead, content: bytes) -> None:
        if not self.is_on:
            return
        known = head.digest in self._digests
        if head.digest:
            self._digests.add(head.digest)
        self._add(Kind.FILE, msgspec.json.encode(head) + b"\n" + (b"" if known else content))

    def _add(self, kind: Kind, data: bytes) -> None:
        writer = self._writer
        if writer is not None:
            writer.add(kind, data)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
