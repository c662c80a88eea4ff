"""Spreads pages of projects over a Dask cluster. A worker that is lost loses no result: another one gets its share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from runtime.project.load import load_project
from runtime.project.model import NotAProject as NoProject
from simulator.touring.cluster.bundle import pack
from simulator.touring.cluster.share import Seen, Share, visit_share
from simulator.touring.job import Job
from simulator.touring.report import PageError, PageReport
from simulator.touring.reports_in_order import ReportsInOrder
from simulator.touring.tour_plan import NotAProject

if TYPE_CHECKING:
    from distributed import Client, Future

PAGES_OF_A_SHARE = 8
TRIES = 3
CONNECT_S = 15


class NoCluster(Exception):
    """There is no scheduler to speak to; the text says why."""


@dataclass(frozen=True, slots=True)
class _Task:
    job: int
    share: Share


def spread(address: str, jobs: Sequence[Job], told: Callable[[Job, PageReport], None]) -> list[list[PageReport]]:
    """The reports of each job, each told as soon as those before it were. Pictures lie in the folders that the plans
    name. Raises NoCluster, BundleError, NotAProject and UnknownPage."""
    client = _client(address)
    try:
        return _Spreading(client, jobs, told).run()
    finally:
        client.close()


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster("distributed is not installed: pip install 'handset[cluster]'") from None
    try:
        return Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise NoCluster(f"{address}: {error or 'no answer'}") from error


class _Spreading:
    """One run."""

    def __init__(self, client: Client, jobs: Sequence[Job], told: Callable[[Job, PageReport], None]) -> None:
        self._client = client
        self._jobs = jobs
        pages = [job.plan.among(_declared_pages(job.root)) for job in jobs]
        self._reports = [ReportsInOrder(of_job, partial(told, job)) for job, of_job in zip(jobs, pages, strict=True)]
        bundles = {root: self._bundle(pack(root)) for root in dict.fromkeys(job.root for job in jobs)}
        self._tasks = {
            client.submit(visit_share, bundles[job.root], task.share, pure=False, retries=TRIES - 1): task
            for number, (job, of_job) in enumerate(zip(jobs, pages, strict=True))
            for task in _tasks(number, job, of_job)
        }

    def run(self) -> list[list[PageReport]]:
        """Until every page has a report. Of a worker that is lost, Dask gives to others what it has not finished, and
        what it has and nobody has fetched."""
        from distributed import as_completed

        for future in as_completed(list(self._tasks), loop=self._client.loop):
            task = self._tasks.pop(future)
            try:
                self._take(task, future.result())
            except Exception as error:
                self._give_up(task, error)
        return [reports.all() for reports in self._reports]

    def _bundle(self, data: bytes) -> Future:
        """A task that can be done again by another worker; each gets the bundle once, by its content."""
        key = f"bundle-{hashlib.sha256(data).hexdigest()}"
        return self._client.submit(bytes, data, key=key)

    def _take(self, task: _Task, seen: Seen) -> None:
        shots = self._jobs[task.job].plan.shots
        for page in seen.pages:
            self._reports[task.job].add(_with_picture(page, shots, seen.pictures.get(page.page)))

    def _give_up(self, task: _Task, error: BaseException) -> None:
        why = f"no worker could visit it: {type(error).__name__}: {error}"
        for page in task.share.plan.pages:
            fault = PageError("environment", why)
            self._reports[task.job].add(PageReport(page, False, 1, [fault], [], [], 0, None, None))


def _tasks(number: int, job: Job, pages: Sequence[str]) -> Iterable[_Task]:
    mocks = job.options.mocks.read_bytes() if job.options.mocks else None
    for start in range(0, len(pages), PAGES_OF_A_SHARE):
        plan = replace(job.plan, pages=tuple(pages[start : start + PAGES_OF_A_SHARE]), shots=None)
        yield _Task(number, Share(job.options, plan, job.plan.shots is not None, mocks))


def _with_picture(page: PageReport, shots: Path | None, picture: bytes | None) -> PageReport:
    if shots is None or picture is None or page.screenshot is None:
        return page
    shots.mkdir(parents=True, exist_ok=True)
    target = shots / Path(page.screenshot).name
    target.write_bytes(picture)
    return structs.replace(page, screenshot=str(target))


def _declared_pages(root: Path) -> list[str]:
    try:
        return [page.path for page in load_project(root).pages]
    except NoProject as why:
        raise NotAProject(f"{root} is no mini-program project: {why}") from why
