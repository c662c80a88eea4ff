"""Contents of a recording's files, by their digest."""

from __future__ import annotations

import hashlib

import msgspec

from runtime.protocol import codec
from simulator.recording.form import BadRecording, FileHead

MAX_KEPT_BYTES = 1024**3
"""Of files and programs."""
OF_NOTHING = hashlib.sha256().hexdigest()


class KeptFiles:
    """What has been read so far of one recording."""

    def __init__(self) -> None:
        self._contents: dict[str, bytes] = {}
        self._bytes = 0

    def keep(self, digest: str, content: bytes) -> None:
        """Raises BadRecording where it is more than is kept."""
        self._bytes += len(content) - len(self._contents.get(digest, b""))
        if self._bytes > MAX_KEPT_BYTES:
            raise BadRecording("recording-too-large", most=str(MAX_KEPT_BYTES // 1024**3))
        self._contents[digest] = content

    def find(self, digest: str) -> bytes | None:
        """The content of a digest."""
        return self._contents.get(digest)

    def note(self, data: bytes) -> FileHead:
        """A file as it stands in the recording. Raises msgspec.MsgspecError, BadRecording."""
        first, _, content = data.partition(b"\n")
        head = msgspec.json.decode(first, type=FileHead)
        if content or (_is_kept(head) and head.digest == OF_NOTHING):
            self.keep(head.digest, content)
        return head

    def content(self, head: FileHead) -> bytes | None:
        """None where the phone got none, or the recording has none. Raises codec.FrameError for one that is missing."""
        if not _is_kept(head):
            return None
        content = self._contents.get(head.digest)
        if content is None:
            raise codec.FrameError(f"{head.path} is not there")
        return content


def _is_kept(head: FileHead) -> bool:
    return head.is_there and not head.left_out
