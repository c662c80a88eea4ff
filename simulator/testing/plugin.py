"""The plug-in of pytest: options, fixtures, what is kept of failures. Loads nothing else until a fixture is used."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

import pytest

if TYPE_CHECKING:
    from simulator.api.dialog_answers import DialogAnswers
    from simulator.testing.app import App
    from simulator.testing.device import DeviceControl
    from simulator.testing.monkey.in_a_test import Monkey
    from simulator.testing.mount import Mounts
    from simulator.testing.page import Page
    from simulator.testing.programs import Programs
    from simulator.testing.settings import RunSettings
    from simulator.testing.world_values import WorldValues

MARKER = "handset"
_APPS: pytest.StashKey[list[App]] = pytest.StashKey()
_IS_FRESH = "fresh"
_OF_RUN = ("project", "tier", "device", "dialogs", "theme", "world", "deadline", "seed", "network")
_WORDS: Mapping[str, DialogAnswers] = MappingProxyType({"decline": "cancel"})
_OPTIONS = (
    ("project", "DIR", "folder of the mini program; default: the nearest project around the test"),
    ("tier", "logic|full", "without a browser, or with everything that is drawn; default: logic"),
    ("device", "NAME", "phone model, for example 'iPhone X'"),
    ("dialogs", "ask|accept|confirm|decline", "who answers dialogs; default: ask, which leaves it to the test"),
    ("deadline", "S", "how long locators and expectations wait; default: 5"),
    ("results", "DIR", "where pictures and traces of failed tests go; default: test-results"),
    ("errors", "fail|ignore", "what uncaught errors of the program do to a test; default: fail"),
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The words of the command line, and the same in a file of settings (`handset_tier = full`)."""
    group = parser.getgroup("handset", "mini programs")
    for name, form, text in _OPTIONS:
        group.addoption(f"--handset-{name}", metavar=form, help=text)
        parser.addini(f"handset_{name}", text)
    group.addoption("--handset-fresh", action="store_true", help="start the program anew for each test")
    # Another plug-in may have the same option, and mean the same by it.
    with suppress(ValueError):
        group.addoption(
            "--update-snapshots", action="store_true", help="keep trees and pictures that differ as they are now"
        )


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marker known."""
    words = ", ".join((*_OF_RUN, _IS_FRESH, "storage"))
    config.addinivalue_line("markers", f"{MARKER}(…): how a test wants its mini program run ({words})")


@pytest.fixture(scope="session")
def handset_programs() -> Iterator[Programs]:
    """The programs of this session; each lives until its end."""
    from simulator.testing.programs import Programs

    programs = Programs()
    yield programs
    programs.close()


@pytest.fixture
def handset_project() -> str | os.PathLike[str] | None:
    """For suites that make their project themselves: a fixture of this name returns its folder."""
    return None


@pytest.fixture
def app(request: pytest.FixtureRequest, handset_programs: Programs) -> App:
    """The mini program, clean, on its entry page."""
    wishes = _wishes(request)
    settings = _settings(request.node, wishes)
    program = handset_programs.app(settings, is_fresh=_is_fresh(request.config, wishes))
    _use(request.node, program)
    if wishes.get("storage"):
        program.restart(storage=wishes["storage"])
    return program


@pytest.fixture
def page(app: App) -> Page:
    """The page on top."""
    return app.page


@pytest.fixture
def device(app: App) -> DeviceControl:
    """The phone."""
    return app.device


@pytest.fixture
def world(app: App) -> WorldValues:
    """World values by name."""
    return app.world


@pytest.fixture
def mount(request: pytest.FixtureRequest, handset_programs: Programs) -> Mounts:
    """Mounts one component alone: `mount("components/stepper/stepper", {"value": 3})`; `mount.app` is around it."""
    wishes = _wishes(request)
    settings = _settings(request.node, wishes)
    mounts = handset_programs.mounts(settings, is_fresh=_is_fresh(request.config, wishes))
    _use(request.node, mounts.app)
    return mounts


@pytest.fixture
def monkey(request: pytest.FixtureRequest) -> Monkey:
    """Uses the program at random, beside that of the test: `monkey(seed=1, steps=200)`."""
    from simulator.testing.monkey.in_a_test import Monkey

    return Monkey(_settings(request.node, _wishes(request)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """A test that has passed fails for what the program has thrown, or its own handlers."""
    result = yield
    for program in item.stash.get(_APPS, []):
        problem = next(iter(program.network.problems), None)
        if problem is not None:
            raise problem
        if _option(item.config, "errors") != "ignore" and program.unexpected_errors:
            lines = "\n".join(f"  {line}" for line in program.unexpected_errors[:10])
            pytest.fail(f"the program has thrown:\n{lines}", pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keeps what there is to see of a test that has failed."""
    report = yield
    if report.when == "call" and report.failed and (used := item.stash.get(_APPS, [])):
        from simulator.testing.results import folder_of, keep_results

        folder = folder_of(_results(item.config), item.nodeid)
        for number, program in enumerate(used):
            files = keep_results(program, folder / str(number) if number else folder)
            report.sections.append(("handset", "\n".join(map(str, files))))
            if console := program.console():
                report.sections.append(("handset console", "\n".join(console[-100:])))
    return report


def _use(item: pytest.Item, program: App) -> None:
    from simulator.testing.results import folder_of
    from simulator.testing.snapshot_files import FOLDER, Snapshots

    folder = item.path.parent / FOLDER / item.path.stem
    results = folder_of(_results(item.config), item.nodeid)
    updates = bool(item.config.getoption("--update-snapshots"))
    program.run.snapshots = Snapshots(folder, results, updates)
    item.stash.setdefault(_APPS, []).append(program)


def _wishes(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What the markers of a test say; the nearest one counts."""
    item: pytest.Item = request.node
    wishes: dict[str, Any] = {}
    for marker in item.iter_markers(MARKER):
        unknown = set(marker.kwargs) - {*_OF_RUN, _IS_FRESH, "storage"}
        if unknown or marker.args:
            words = ", ".join((*_OF_RUN, _IS_FRESH, "storage"))
            raise pytest.UsageError(
                f"{item.nodeid}: the marker {MARKER} takes {words} by name, not {unknown or marker.args}"
            )
        wishes = {**marker.kwargs, **wishes}
    return wishes if wishes.get("project") else {**wishes, "project": request.getfixturevalue("handset_project")}


def _settings(item: pytest.Item, wishes: dict[str, Any]) -> RunSettings:
    from simulator.api import dialog_answers
    from simulator.testing.settings import DEADLINE_S, Access, RunSettings, Tier

    def wish(name: str) -> Any:
        return wishes.get(name) or _option(item.config, name)

    # What is none of the words that there are is refused below.
    tier: Tier = wish("tier") or "logic"
    dialogs: DialogAnswers = _WORDS.get(wish("dialogs"), wish("dialogs")) or "ask"
    network: Access = wishes.get("network") or "open"
    chosen = (("tier", tier, Tier), ("dialogs", dialogs, dialog_answers.DialogAnswers), ("network", network, Access))
    for name, value, known in chosen:
        if value not in get_args(known):
            raise pytest.UsageError(f"handset {name}: {value!r} is none of {', '.join(get_args(known))}")
    seed = wishes.get("seed")
    if not isinstance(seed, int | None):
        raise pytest.UsageError(f"handset seed: {seed!r} is no whole number")
    settings = RunSettings(
        _project(item, wish("project")), tier, wish("device") or "", dialogs,
        deadline_s=_seconds(wish("deadline"), DEADLINE_S), world=dict(wishes.get("world") or {}),
        seed=seed, network=network,
    )  # fmt: skip
    return replace(settings, theme=wishes["theme"]) if wishes.get("theme") else settings


def _project(item: pytest.Item, named: str | os.PathLike[str] | None) -> Path:
    if named:
        path = Path(os.path.realpath(item.config.rootpath / named))
        if not path.is_dir():
            raise pytest.UsageError(f"handset project: there is no folder {path}")
        return path
    from simulator.build.lone_pages import root_above

    return Path(os.path.realpath(root_above(item.path.parent)))


def _seconds(text: Any, usual: float) -> float:
    try:
        seconds = float(text) if text not in (None, "") else usual
    except ValueError:
        seconds = 0
    if not 0 < seconds < float("inf"):
        raise pytest.UsageError(f"handset deadline: {text!r} is no number of seconds")
    return seconds


def _option(config: pytest.Config, name: str) -> Any:
    return config.getoption(f"--handset-{name}") or config.getini(f"handset_{name}")


def _is_fresh(config: pytest.Config, wishes: dict[str, Any]) -> bool:
    # What follows from a seed follows from the first line on.
    return bool(wishes.get(_IS_FRESH) or wishes.get("seed") is not None or config.getoption("--handset-fresh"))


def _results(config: pytest.Config) -> Path:
    return config.rootpath / (_option(config, "results") or "test-results")
