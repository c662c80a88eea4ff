"""The hand-written page does what the list page does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from simulator.cli.benchmarks.list_page import OPERATIONS
from simulator.cli.benchmarks.peer_pages import write_floor
from simulator.cli.benchmarks.peer_view import PeerView
from simulator.cli.benchmarks.projects import list_project
from simulator.host.headless import prepare_headless

ROWS = 20
PEERS = Path(__file__).parents[4] / "resources" / "bench" / "peers"


@pytest.mark.browser
def test_every_operation_is_painted(tmp_path: Path) -> None:
    prepare_headless()
    with list_project() as project:
        view = PeerView(write_floor(tmp_path, PEERS, project, 375), QSize(375, 600))
        try:
            view.load()
            assert all(view.until_painted(operation, ROWS) > 0 for _key, operation in OPERATIONS)
        finally:
            view.close()
