"""When changes of files are told: an editor's at once, a build's when its writers have come to rest."""

from __future__ import annotations

from simulator.build.settling import CROWD_QUIET_MS, LONGEST_MS, QUIET_MS, FileState, Settling


class Folder:
    """Files that are written, and a clock."""

    def __init__(self, *, is_built: bool = False) -> None:
        self.empty: set[str] = set()
        self.settling = Settling(self.empty.__contains__, lambda path: path.endswith((".js", ".json")), is_built)
        self.now_ms = 1000.0
        self.told: list[tuple[float, set[str]]] = []

    def event(self, path: str, state: FileState = "done", *, is_new: bool = False) -> None:
        self.settling.note(path, state, self.now_ms, is_new=is_new)

    def passes(self, duration_ms: float) -> None:
        """Lets time go by; looks when the settling says so."""
        end = self.now_ms + duration_ms
        while self.settling.paths:
            wait = self.settling.wait_ms(self.now_ms)
            if self.now_ms + wait > end:
                break
            self.now_ms += wait
            if wait == 0:
                taken = self.settling.take(self.now_ms)
                if taken:
                    self.told.append((self.now_ms - 1000, set(taken)))
        self.now_ms = end

    def write(self, path: str, pause_ms: float) -> None:
        """Opens with truncation, waits, writes, closes."""
        self.empty.add(path)
        self.event(path, "begun")
        self.passes(pause_ms)
        self.empty.discard(path)
        self.event(path, "begun")
        self.event(path)


def test_one_file_is_told_as_soon_as_it_is_quiet() -> None:
    folder = Folder()
    folder.event("a.js")
    folder.passes(1000)
    assert folder.told == [(QUIET_MS, {"a.js"})]


def test_every_step_of_an_editor_counts_from_the_last_one() -> None:
    folder = Folder()
    for state in ("begun", "begun", "done"):
        folder.event("a.js", state)
        folder.passes(5)
    folder.passes(1000)
    assert folder.told == [(10 + QUIET_MS, {"a.js"})]


def test_several_files_are_one_change() -> None:
    folder = Folder()
    folder.event("a.js")
    folder.passes(5)
    for path in ("b.js", "c.js", "d.js"):
        folder.event(path)
        folder.passes(CROWD_QUIET_MS - 5)
    folder.passes(1000)
    assert [paths for _, paths in folder.told] == [{"a.js", "b.js", "c.js", "d.js"}]


def test_a_file_that_is_being_written_is_waited_for() -> None:
    folder = Folder()
    folder.write("a.js", 150)
    folder.passes(1000)
    assert folder.told == [(150 + QUIET_MS, {"a.js"})]


def test_a_build_that_truncates_and_writes_one_file_after_the_other_is_one_change() -> None:
    folder = Folder()
    names = [f"{n}.js" for n in range(20)]
    for name in names:
        folder.write(name, 12)
    folder.passes(1000)
    assert [paths for _, paths in folder.told] == [set(names)]


def test_nothing_waits_for_ever() -> None:
    folder = Folder()
    names = [f"{n}.js" for n in range(100)]
    for name in names:
        folder.write(name, 12)
    folder.passes(1000)
    first, half_written = folder.told[0], "33.js"
    assert first[0] == LONGEST_MS
    assert half_written not in first[1]
    assert set().union(*(paths for _, paths in folder.told)) == set(names)
    assert len(folder.told) == 4


def test_a_file_that_stays_empty_is_empty_in_the_end() -> None:
    folder = Folder()
    folder.empty.add("a.js")
    folder.event("a.js", "begun")
    folder.event("a.js")
    folder.passes(1000)
    assert folder.told == [(LONGEST_MS, {"a.js"})]


def test_a_new_file_may_be_empty() -> None:
    folder = Folder()
    folder.empty.add("a.js")
    folder.event("a.js", "begun", is_new=True)
    folder.event("a.js")
    folder.passes(1000)
    assert folder.told == [(QUIET_MS, {"a.js"})]


def test_a_half_file_keeps_the_others_of_its_save_back() -> None:
    folder = Folder()
    folder.event("a.json")
    folder.write("a.js", 100)
    folder.passes(1000)
    assert folder.told == [(100 + CROWD_QUIET_MS, {"a.json", "a.js"})]


def test_files_of_a_build_wait_for_each_other() -> None:
    folder = Folder(is_built=True)
    folder.event("a.js")
    folder.passes(CROWD_QUIET_MS - 1)
    folder.event("b.js")
    folder.passes(1000)
    assert [paths for _, paths in folder.told] == [{"a.js", "b.js"}]


def test_who_goes_on_after_a_short_pause_is_a_build_the_next_time() -> None:
    folder = Folder()
    for _ in range(2):
        for name in ("a.js", "b.js", "c.js"):
            folder.event(name)
            folder.passes(15)
        folder.passes(1000)
    assert [paths for _, paths in folder.told] == [{"a.js"}, {"b.js", "c.js"}, {"a.js", "b.js", "c.js"}]


def test_who_saves_single_files_is_an_editor_again() -> None:
    folder = Folder()
    for name in ("a.js", "b.js"):
        folder.event(name)
        folder.passes(15)
    folder.passes(1000)
    for _ in range(2):
        folder.event("c.js")
        folder.passes(1000)
    waits = [at - start for (at, _), start in zip(folder.told[2:], (1030, 2030), strict=True)]
    assert waits == [CROWD_QUIET_MS, QUIET_MS]


def test_nobody_waits_for_a_log_that_stays_open() -> None:
    folder = Folder()
    folder.event("build.log", "begun")
    folder.passes(5)
    folder.event("a.js")
    folder.passes(5)
    folder.event("build.log", "begun")
    folder.passes(1000)
    assert folder.told == [(5 + QUIET_MS, {"build.log", "a.js"})]


def test_files_that_are_no_code_are_told_as_well() -> None:
    folder = Folder()
    folder.event("a.png", "begun")
    folder.passes(1000)
    assert folder.told == [(QUIET_MS, {"a.png"})]
