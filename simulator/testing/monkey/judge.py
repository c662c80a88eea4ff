"""What went wrong, as a life of the monkey hears and sees it, and when two of it are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.bridge.record import Record, own_frames
from simulator.testing.run import Run
from simulator.touring.report import ErrorKind

What = Literal["error", "hang", "crash", "circle", "restless", "blank", "stuck", "dialogs"]
"""`circle`: pages that send their user on without end; `restless`: a program that goes on by itself without end;
`stuck`: a page that no way back leads out of; `dialogs`: there is always one more."""
_ENDS: dict[str, What] = {
    "hung": "hang", "hung-nowhere": "hang", "view-hung": "hang", "view-hung-nowhere": "hang", "crashed": "crash",
    "view-crashed": "crash", "view-swollen": "crash", "goes-round": "circle",
}  # fmt: skip
_NUMBER = re.compile(r"\d+")
_LONGEST = 200


@dataclass(frozen=True)
class Finding:
    """`kind`: whose fault it is; `file` and `line`: the program's own line that it leads to, as far as known."""

    kind: ErrorKind
    what: What
    message: str
    file: str = ""
    line: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """Equal for what is the same: numbers in messages do not tell failures apart."""
        return (self.what, _NUMBER.sub("0", self.message.partition("\n")[0][:_LONGEST]), self.file, str(self.line))


class Judge:
    """Of one run. `failed_requests` are those of this life, `paints` what has been drawn at all."""

    def __init__(self, run: Run) -> None:
        self._found: dict[int, Record] = {}
        self._told: set[int] = set()
        self.failed_requests = 0
        self.paints = 0
        run.program.recorder.subscribe(self._take)
        run.program.painted.connect(self._painted)

    def forget(self) -> None:
        """Another life begins."""
        self._found.clear()
        self._told.clear()
        self.failed_requests = 0

    def new_findings(self) -> list[Finding]:
        """What has gone wrong since the last call, in order."""
        new = [record for number, record in self._found.items() if number not in self._told]
        self._told |= {record.sequence for record in new}
        return [_finding(record) for record in new]

    def _painted(self, _page_id: int, _batch_id: int) -> None:
        self.paints += 1

    def _take(self, records: Sequence[Record]) -> None:
        for record in records:
            if record.kind == "error" and not _is_of_build(record):
                self._found.setdefault(record.sequence, record)
            if record.kind == "api" and record.outcome == "fail" and record.title.startswith(_REQUESTS):
                self.failed_requests += 1


def _is_of_build(record: Record) -> bool:
    """Whether it is a finding about the project's files, which `handset check` tells as well."""
    return "/" in record.code


_REQUESTS = ("request", "downloadFile", "uploadFile", "connectSocket", "cloud.")


def _finding(record: Record) -> Finding:
    frame = next(iter(own_frames(record.stack)), None)
    place = (frame.file, frame.line) if frame else ("", 0)
    return Finding(record.origin, _ENDS.get(record.code, "error"), record.title, *place)
