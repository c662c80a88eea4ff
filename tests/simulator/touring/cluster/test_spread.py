"""Tours on a Dask cluster on this computer: two workers, of which one is killed while it visits pages."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from simulator.running.options import ProgramOptions
from simulator.touring.cluster.spread import NoCluster, spread
from simulator.touring.job import Job
from simulator.touring.report import PageReport
from simulator.touring.tour_plan import TourPlan
from tests.support.project_folder import write_project

pytestmark = [pytest.mark.browser, pytest.mark.extras]

PAGES = [f"pages/p{number}/p{number}" for number in range(20)]
OPTIONS = ProgramOptions(animations=False, clock="9:41", dialogs="accept", restarts_after_hang=False)


@pytest.fixture
def cluster() -> Iterator[Any]:
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=0) as made:
        yield made


def _job(root: Path, shots: Path) -> Job:
    files = {"app.json": json.dumps({"pages": PAGES})}
    for number, page in enumerate(PAGES):
        script = "Page({onLoad() { throw new Error('broken') }})" if number == 11 else "Page({})"
        files |= {f"{page}.js": script, f"{page}.wxml": f"<view>{number}</view>"}
    return Job(write_project(root, files), OPTIONS, TourPlan(shots=shots, timeout_s=60.0))


def _kill_a_worker_at_work(cluster: Any, done: threading.Event) -> None:
    """One that has a process of ours below it: it is visiting pages."""
    while not done.is_set():
        for worker in cluster.workers.values():
            try:
                process = psutil.Process(worker.process.pid)
                if any("visitor" in " ".join(child.cmdline()) for child in process.children(recursive=True)):
                    os.kill(process.pid, signal.SIGKILL)
                    done.set()
                    return
            except psutil.Error:
                continue


def test_a_worker_that_is_lost_loses_no_result(cluster: Any, tmp_path: Path) -> None:
    killed = threading.Event()
    killer = threading.Thread(target=_kill_a_worker_at_work, args=(cluster, killed))
    killer.start()
    told: list[str] = []

    def tell(_job: Job, report: PageReport) -> None:
        told.append(report.page)

    try:
        (reports,) = spread(cluster.scheduler_address, [_job(tmp_path / "app", tmp_path / "shots")], tell)
        was_killed = killed.is_set()
    finally:
        killed.set()
        killer.join()
    assert was_killed
    assert told == PAGES
    assert [report.page for report in reports] == PAGES
    assert all(report.ready for report in reports)
    assert [report.page for report in reports if report.errors] == [PAGES[11]]
    assert len(list((tmp_path / "shots").glob("*.png"))) == len(PAGES)


def test_without_a_cluster_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.touring.cluster.spread.CONNECT_S", 1)
    with pytest.raises(NoCluster, match="tcp://127"):
        spread("tcp://127.0.0.1:9", [_job(tmp_path / "app", tmp_path / "shots")], lambda job, report: None)
