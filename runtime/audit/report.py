"""What an audit comes to: a verdict for each rule, the weight of each package, and the score that is made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from runtime.diagnostics import Diagnostic

Category = Literal["performance", "experience", "practice"]
CATEGORIES: tuple[Category, ...] = ("performance", "experience", "practice")


@dataclass(frozen=True, slots=True)
class PackageWeight:
    """One package and its files, the largest first. `limit_bytes`: what it may weigh."""

    root: str
    size_bytes: int
    files: tuple[tuple[str, int], ...]
    limit_bytes: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one rule; its name is that of its first code. Nothing was found: it is passed.

    `weight`: how much it counts in the score.
    """

    name: str
    category: Category
    weight: int
    findings: tuple[Diagnostic, ...]

    @property
    def lost(self) -> float:
        """How much of its weight is gone: all of it, or half if there are only hints."""
        if not self.findings:
            return 0.0
        return self.weight * (0.5 if all(one.severity == "info" for one in self.findings) else 1.0)


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Paths are relative to the project folder."""

    verdicts: tuple[Verdict, ...]
    packages: tuple[PackageWeight, ...]


def score(verdicts: Iterable[Verdict]) -> int:
    """From 0 to 100: the share of the weights that is not lost, rounded down, so that 100 means that all is passed."""
    judged = tuple(verdicts)
    total = sum(verdict.weight for verdict in judged)
    lost = sum(verdict.lost for verdict in judged)
    return int(100 * (total - lost) / total) if total else 100
