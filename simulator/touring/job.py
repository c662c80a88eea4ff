"""One project on one phone, to be toured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.running.options import ProgramOptions
from simulator.touring.tour_plan import TourPlan


@dataclass(frozen=True, slots=True)
class Job:
    """`root` is the project's folder."""

    root: Path
    options: ProgramOptions
    plan: TourPlan
