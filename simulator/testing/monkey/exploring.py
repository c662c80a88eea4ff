"""Lives of a monkey, one after the other, until its steps or its time are used up: what it has found, and how."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from simulator.testing.app import App
from simulator.testing.doing import Deed, NotPossible
from simulator.testing.monkey.experience import Experience
from simulator.testing.monkey.judge import Finding
from simulator.testing.monkey.life import PACE_MS, Done, Life
from simulator.testing.monkey.making import answer_to, make
from simulator.testing.monkey.moves import Move, moves_on
from simulator.testing.script import steps as does
from simulator.testing.script.seen_tree import SeenTree

LIFE_STEPS = 100
"""After so many steps it begins anew, clean."""
MOST_MISSES = 50
"""So often in a row something that was offered may turn out not to be possible."""
_PASS_TIME = does.PassTime(PACE_MS)


@dataclass(frozen=True)
class Found:
    """A finding, the steps of the life that have led to it, which step it was of all, and the page on top then."""

    finding: Finding
    steps: tuple[Done, ...]
    number: int
    page: str


@dataclass
class Exploration:
    """What has come of it so far. `missed`: steps that were not possible though the page's tree offers them."""

    experience: Experience = field(default_factory=Experience)
    found: dict[tuple[str, ...], Found] = field(default_factory=dict)
    steps: int = 0
    lives: int = 0
    missed: int = 0


@dataclass(frozen=True)
class Bounds:
    """`steps` that are done, and for how long at most; `page` is opened first in each life, empty: the entry page."""

    steps: int
    seconds: float
    page: str = ""


class Explorer:
    """With one program. `begin` gives a life, `told` hears of each finding when it is made."""

    def __init__(
        self, app: App, begin: Callable[[], Life], bounds: Bounds, seed: int, told: Callable[[Found], None]
    ) -> None:
        self._app = app
        self._begin = begin
        self._bounds = bounds
        self._told = told
        self._chance = Random(seed)
        self._until = time.monotonic() + bounds.seconds
        self._seen: tuple[SeenTree | None, list[Move]] = (None, [])
        self.so_far = Exploration()

    def explore(self) -> Exploration:
        """Lives until its bounds are reached; a program that does not start ends it."""
        while self._goes_on():
            life = self._begin()
            self.so_far.lives += 1
            self._take(life, life.begin())
            if not life.is_over and self._bounds.page:
                self._do(life, does.Open(self._bounds.page), "")
            if not life.is_over:
                self._carried_out(life, _PASS_TIME)
            if life.is_over and not life.done:
                break
            self._live(life)
        return self.so_far

    def _goes_on(self) -> bool:
        return self.so_far.steps < self._bounds.steps and time.monotonic() < self._until

    def _live(self, life: Life) -> None:
        misses = 0
        end = self.so_far.steps + LIFE_STEPS
        while self._goes_on() and not life.is_over and self.so_far.steps < end and misses < MOST_MISSES:
            misses = 0 if self._step(life) else misses + 1

    def _step(self, life: Life) -> bool:
        """One step, and what comes of it while its user looks at it; whether it was possible."""
        dialogs = self._app.dialogs.open
        if dialogs:
            return self._do(life, answer_to(dialogs[0], self._chance, life.answers), "")
        if life.backs_in_vain:
            return self._do(life, does.GoBack(), "")
        experience, page = self.so_far.experience, life.page
        move = experience.choose(self._moves(life), page, self._chance)
        made = make(move, life.tree, self._chance)
        findings = len(self.so_far.found)
        is_done = made is not None and self._do(life, *made)
        experience.did(move, page, life.page)
        if len(self.so_far.found) > findings or life.is_over:
            experience.was_bad(move, is_deadly=life.is_over)
        return is_done

    def _do(self, life: Life, step: Deed, shown: str) -> bool:
        if not self._carried_out(life, step, shown):
            self.so_far.missed += 1
            return False
        if not life.is_over:
            self._carried_out(life, _PASS_TIME)
        return True

    def _carried_out(self, life: Life, step: Deed, shown: str = "") -> bool:
        try:
            found = life.do(step, shown)
        except NotPossible:
            return False
        self.so_far.steps += step is not _PASS_TIME
        self._take(life, found)
        return True

    def _take(self, life: Life, found: Sequence[Finding]) -> None:
        for finding in found:
            if finding.key not in self.so_far.found:
                self.so_far.found[finding.key] = new = Found(finding, tuple(life.done), self.so_far.steps, life.page)
                self._told(new)

    def _moves(self, life: Life) -> list[Move]:
        program = self._app.run.program
        if program.state == "background":
            return [Move("return", "return")]
        if self._seen[0] is not life.tree:
            self._seen = (life.tree, moves_on(life.tree))
        return [*self._seen[1], *self._moves_around(life.page)]

    def _moves_around(self, path: str) -> list[Move]:
        """What can be done on every page, or on this one beside its elements."""
        session = self._app.run.program.session
        facts = session.facts.pages
        page = facts.get(path)
        found = [Move("end", f"{path} end"), Move("rotate", "rotate"), Move("leave", "leave")]
        if page is not None and page.window.get("enablePullDownRefresh"):
            found.append(Move("pull", f"{path} pull"))
        if len(session.pages.stack) > 1:
            found.append(Move("back", f"{path} back"))
        elif page is not None and page.tab_index < 0 and path != session.facts.entry_path:
            found.append(Move("home", f"{path} home"))
        tabs = [one.path for one in facts.values() if one.tab_index >= 0] if page and page.tab_index >= 0 else []
        found += [Move("tab", f"tab {tab}", detail=tab) for tab in tabs if tab != path]
        is_connected = self._app.world["network.type"] != "none"
        found.append(Move("network", "network", detail="none" if is_connected else "wifi"))
        return found
