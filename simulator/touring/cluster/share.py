"""What a worker of a cluster does: visits some pages of a project, in a process of its own, and hands back what it saw.

Imported by workers; knows nothing of the cluster.
"""

from __future__ import annotations

import pickle
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from runtime.module_path import python_child
from simulator.data.folders import DATA_VARIABLE
from simulator.running.options import ProgramOptions
from simulator.touring.cluster.bundle import unpack
from simulator.touring.report import PageReport
from simulator.touring.tour_plan import TourPlan

START_S = 180.0
PAGE_S = 30.0


@dataclass(frozen=True, slots=True)
class Share:
    """Pages of a project on a phone. `mocks`: the text of the file with mock rules that the options name."""

    options: ProgramOptions
    plan: TourPlan
    takes_pictures: bool
    mocks: bytes | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """Reports in the order of the share's pages; their pictures (PNG) by page."""

    pages: list[PageReport]
    pictures: Mapping[str, bytes]


class ShareFailed(Exception):
    """The process that visits pages ended without a report; the text is the end of what it wrote."""


def visit_share(bundle: bytes, share: Share) -> Seen:
    """Raises ShareFailed, and BundleError."""
    with TemporaryDirectory(prefix="handset-share-") as name:
        folder = Path(name)
        unpack(bundle, folder / "project")
        (folder / "share").write_bytes(pickle.dumps(share))
        child = python_child("simulator.touring.cluster.visitor", name)
        environment = {**child.environment, DATA_VARIABLE: str(folder / "data")}
        limit = START_S + PAGE_S * len(share.plan.pages)
        try:
            ended = subprocess.run(
                child.command, env=environment, cwd=child.folder, capture_output=True, timeout=limit, check=False
            )
        except subprocess.TimeoutExpired:
            raise ShareFailed(f"no report within {limit:.0f} s") from None
        report = folder / "report.json"
        if ended.returncode or not report.exists():
            raise ShareFailed(ended.stderr.decode(errors="replace")[-2000:] or f"exit code {ended.returncode}")
        pages = msgspec.json.decode(report.read_bytes(), type=list[PageReport])
        taken = {page.page: Path(page.screenshot) for page in pages if page.screenshot}
        return Seen(pages, {page: file.read_bytes() for page, file in taken.items()})
