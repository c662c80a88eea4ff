"""`handset test`: runs the tests of a project with pytest, once or after each save.

Exit codes are pytest's: 0 all have passed, 1 some have failed, 2 it was interrupted, 3 and 4 it could not go on, 5
there are no tests. Without pytest, or without a folder of tests, it is 4.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, Queue
from typing import TextIO

from runtime.module_path import python_child
from simulator.cli.gallery import run_gallery

EXIT_CANNOT = 4
TESTS = "tests"
RESULTS = "test-results"
_QUIET_S = 0.2
"""A save is over when nothing has been written for so long."""
_NOT_OURS = frozenset({RESULTS, "__snapshots__"})


def add_test_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The words of the command."""
    test = commands.add_parser(
        "test", help="run the project's tests with pytest",
        epilog="What follows -- goes to pytest: handset test DIR -- -k cart -x",
    )  # fmt: skip
    test.add_argument("project", type=Path, metavar="DIR")
    test.add_argument("--watch", action="store_true", help="run them again after each save, until Ctrl+C")
    test.add_argument("--tier", choices=("logic", "full"), help="without a browser, or with all that is drawn")
    test.add_argument("--device", default="", metavar="NAME", help="phone model, for example 'iPhone X'")
    test.add_argument("--junit", type=Path, metavar="F.xml", help="write a report for CI")
    test.add_argument(
        "--results", type=Path, metavar="DIR", help=f"pictures and traces of failures; default: {RESULTS}"
    )
    test.add_argument("--update-snapshots", action="store_true", help="keep trees and pictures as they are now")
    test.add_argument(
        "--gallery", type=Path, metavar="DIR", help="instead, write a page of pictures for each component into DIR"
    )
    test.set_defaults(run=run_tests)


def split_words(words: list[str]) -> tuple[list[str], list[str]]:
    """What of a call is Handset's, and what goes on to pytest."""
    if words[0] != "test" or "--" not in words:
        return words, []
    at = words.index("--")
    return words[:at], words[at + 1 :]


def run_tests(args: argparse.Namespace) -> int:
    """Returns the exit code."""
    if args.gallery is not None and args.project.is_dir():
        return run_gallery(args.project.absolute(), args.gallery, args.device, sys.stdout)
    problem = _obstacle(args.project)
    if problem:
        print(f"handset: {problem}", file=sys.stderr)
        return EXIT_CANNOT
    project = args.project.absolute()
    child = python_child("pytest", *pytest_words(args))

    def run() -> int:
        return subprocess.call(child.command, cwd=project, env=child.environment)

    return watch(project, run, sys.stdout) if args.watch else run()


def pytest_words(args: argparse.Namespace) -> list[str]:
    """What pytest is told to run the tests of a project."""
    project = args.project.absolute()
    words = [TESTS, f"--rootdir={project}", f"--handset-project={project}"]
    for option, value in (("tier", args.tier), ("device", args.device)):
        if value:
            words.append(f"--handset-{option}={value}")
    if args.junit:
        words.append(f"--junitxml={args.junit.absolute()}")
    if args.results:
        words.append(f"--handset-results={args.results.absolute()}")
    if args.update_snapshots:
        words.append("--update-snapshots")
    return [*words, *args.words]


def watch(project: Path, run: Callable[[], int], out: TextIO) -> int:
    """Runs the tests now and after each change, until KeyboardInterrupt."""
    from simulator.build.folder_watch import watch_folder

    changes: Queue[str] = Queue()
    folder = watch_folder(project, _is_ignored, frozenset(), lambda path, _state, _is_new: changes.put(path))
    folder.start()
    try:
        while True:
            run()
            print("handset: waiting for changes; Ctrl+C ends", file=out, flush=True)
            print(f"handset: {_next_change(changes)} has changed", file=out, flush=True)
    finally:
        folder.stop()


def _next_change(changes: Queue[str]) -> str:
    """The first file of the next save, when that is complete."""
    first = changes.get()
    while True:
        try:
            changes.get(timeout=_QUIET_S)
        except Empty:
            return first or "the folder"


def _is_ignored(path: str) -> bool:
    from runtime.project.ignored import Ignored

    return Ignored().is_ignored(path) or not _NOT_OURS.isdisjoint(path.split("/"))


def _obstacle(project: Path) -> str:
    """Why there is nothing to run."""
    if not project.is_dir():
        return f"{project} is no folder"
    if find_spec("pytest") is None:
        return 'pytest is not installed here; type: python -m pip install "handset[test]"'
    if not (project / TESTS).is_dir():
        return f"{project} has no folder {TESTS}; resources/docs/testing.md shows how to write tests"
    return ""
