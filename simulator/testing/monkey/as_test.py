"""A failure as a test for pytest that fails as long as it is not mended."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from simulator.testing.monkey.life import Done
from simulator.testing.monkey.report import Failure, MonkeyReport, steps_of
from simulator.testing.script import steps as does
from simulator.testing.script.names import name_of_test
from simulator.testing.script.ways import Part, Way
from simulator.testing.script.writer import write_script

_WAITS = (
    does.Tap,
    does.LongPress,
    does.Fill,
    does.SetValue,
    does.Trigger,
    does.PassTime,
    does.AnswerDialog,
    does.ChooseEntry,
)
_ANYTHING = Way((Part("*", number=0),))


def written_tests(report: MonkeyReport, folder: Path) -> MonkeyReport:
    """Writes a file for each failure into a folder; the report that names them. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    failures, taken = [], set[str]()
    for failure in report.failures:
        name = _name(failure, taken)
        taken.add(name)
        path = folder / f"{name}.py"
        path.write_text(test_of(report, failure, name), "utf-8")
        failures.append(replace(failure, script=os.fspath(path)))
    return replace(report, failures=failures)


def test_of(report: MonkeyReport, failure: Failure, name: str) -> str:
    """The text of its file."""
    place = f" ({failure.file}:{failure.line})" if failure.file else ""
    said = f"Found by handset monkey with seed {report.seed}: {failure.message.partition(chr(10))[0]}{place}"
    scene = does.Scene(report.device, seed=report.seed, network=report.network, tier=report.tier, world=report.world)
    return write_script(name, [*_waiting(steps_of(failure)), *_in_the_end(failure)], scene, said)


def _waiting(steps: Sequence[Done]) -> Iterator[does.Step]:
    """A locator waits for its element; where it might be that of the page before, or nothing waits, the program has to
    come to rest."""
    for number, one in enumerate(steps):
        before = steps[number - 1] if number else None
        if before is not None and not isinstance(before.step, does.PassTime) and _may_be_early(before, one):
            yield does.Settle()
        yield one.step


def _may_be_early(before: Done, one: Done) -> bool:
    # Time does not go by before the program has come to rest.
    is_other_page = before.page != one.page and not isinstance(one.step, does.PassTime)
    return is_other_page or not isinstance(one.step, _WAITS)


def _in_the_end(failure: Failure) -> Sequence[does.Step]:
    """What fails if nothing is thrown."""
    match failure.what:
        case "blank":
            return does.Settle(), does.ExpectVisible(_ANYTHING)
        case "stuck":
            return does.Settle(), does.ExpectLeft(failure.page)
        case "dialogs":
            return does.Settle(), does.ExpectNoDialog()
        case _:
            return (does.Settle(),)


def _name(failure: Failure, taken: set[str]) -> str:
    place = " ".join(PurePosixPath(failure.file).with_suffix("").parts[-2:]) if failure.file else failure.page
    name = name_of_test(f"monkey {failure.what} {place.replace('/', ' ')} {failure.line or ''}")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    return free


test_of.__test__ = False  # type: ignore[attr-defined]
