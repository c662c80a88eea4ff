"""Random programs of components behave as in the official engines: the newer generation as in glass-easel, the older
one as in the simulator engine. A program that differs is printed with its seed, made as small as it goes.

`HANDSET_PROGRAMS` says how many, `HANDSET_PROGRAMS_FROM` the first seed.
"""

from __future__ import annotations

import os

import pytest

from tests.differential.programs.compare import compared, first_difference, says_nothing
from tests.differential.programs.engines import Lines, run_here, run_newer, run_older
from tests.differential.programs.generator import make_program
from tests.differential.programs.pieces import Program, files_of
from tests.differential.programs.shrink import shrink

pytestmark = [pytest.mark.npm, pytest.mark.usefixtures("packages")]
FIRST = int(os.environ.get("HANDSET_PROGRAMS_FROM", "0"))
PRINTED = 3


@pytest.mark.parametrize(("is_newer", "usual"), [(True, 150), (False, 32)], ids=["newer", "older"])
def test_programs_do_as_in_the_official_engine(is_newer: bool, usual: int) -> None:
    count = int(os.environ.get("HANDSET_PROGRAMS", str(usual)))
    seeds = range(FIRST, FIRST + count)
    programs = {seed: make_program(seed, is_newer=is_newer) for seed in seeds}
    theirs = dict(zip(seeds, run_there(list(programs.values()), is_newer), strict=True))
    judged = [seed for seed in seeds if not says_nothing(theirs[seed])]
    wrong = [seed for seed in judged if differs(programs[seed], theirs[seed], is_newer)]
    assert wrong == [], "\n\n".join(described(seed, programs[seed], is_newer) for seed in wrong[:PRINTED])
    assert len(judged) > count // 2


def run_there(programs: list[Program], is_newer: bool) -> list[Lines]:
    return run_newer(programs) if is_newer else run_older(programs)


def differs(program: Program, theirs: Lines, is_newer: bool) -> bool:
    ours = run_here(program, is_newer=is_newer)
    return compared(ours, is_newer=is_newer) != compared(theirs, is_newer=is_newer)


def described(seed: int, program: Program, is_newer: bool) -> str:
    """A program that differs, made small: its files and where the runs part."""

    def differ(candidates: list[Program]) -> list[bool]:
        answers = zip(candidates, run_there(candidates, is_newer), strict=True)
        return [not says_nothing(theirs) and differs(one, theirs, is_newer) for one, theirs in answers]

    small = shrink(program, differ, is_newer=is_newer)
    files = "\n".join(f"--- {path}\n{text}" for path, text in files_of(small, is_newer=is_newer).items())
    ours, theirs = run_here(small, is_newer=is_newer), run_there([small], is_newer)[0]
    parted = first_difference(compared(ours, is_newer=is_newer), compared(theirs, is_newer=is_newer))
    return f"seed {seed}:\n{files}\nactions: {small['actions']}\n{parted}"
