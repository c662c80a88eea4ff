"""The hand-written page does what the list page does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from simulator.cli.benchmarks.list_page import OFFICIAL, OPERATIONS
from simulator.cli.benchmarks.packages import find_packages
from simulator.cli.benchmarks.peer_pages import bundle_official, write_floor, write_official
from simulator.cli.benchmarks.peer_view import PeerView
from simulator.cli.benchmarks.projects import list_project
from simulator.running.headless import prepare_headless

ROWS = 20
PEERS = Path(__file__).parents[4] / "resources" / "bench" / "peers"


@pytest.mark.browser
def test_every_operation_is_painted(tmp_path: Path) -> None:
    prepare_headless()
    with list_project() as project:
        run_all(write_floor(tmp_path, PEERS, project, 375))


@pytest.mark.browser
@pytest.mark.npm
def test_the_official_engine_runs_the_same_pages(tmp_path: Path) -> None:
    prepare_headless()
    packages = find_packages()
    assert packages is not None
    with list_project() as project:
        script = bundle_official(tmp_path, PEERS, project, packages)
        for _name, page, boxes in OFFICIAL:
            run_all(write_official(tmp_path, PEERS, project, 375, script, page, boxes))


def run_all(page: Path) -> None:
    view = PeerView(page, QSize(375, 600))
    try:
        view.load()
        assert all(view.until_painted(operation, ROWS) > 0 for _key, operation in OPERATIONS)
    finally:
        view.close()
