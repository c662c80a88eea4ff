"""The search panel's presenter: what is listed, left out, replaced and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from ide.models.project_files import SearchEnd
from ide.panels.search.presenter import SearchPresenter, Shown
from runtime.protocol.search import Query
from tests.support.debug_target import FakeDesk
from tests.support.project_files import FakeProjectFiles


class View:
    def __init__(self) -> None:
        self.begun: list[tuple[str, bool]] = []
        self.shown = Shown((), "", False, False, False)
        self.outdated_count = 0

    def begin(self, text: str, *, replaces: bool) -> None:
        self.begun.append((text, replaces))

    def show_results(self, shown: Shown) -> None:
        self.shown = shown

    def stirred(self) -> None:
        pass

    def outdated(self) -> None:
        self.outdated_count += 1

    @property
    def rows(self) -> list[str]:
        return [row.indented() for row in self.shown.rows]


class Desk:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = FakeProjectFiles(root)
        self.desk = FakeDesk(files=self.files)
        self.view = View()
        self.presenter = SearchPresenter(self.desk.panel_desk)
        self.presenter.attach(self.view)
        self.presenter.is_seen = True

    def text(self, path: str) -> str:
        return (self.root / path).read_text()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "pages").mkdir()
    (tmp_path / "app.js").write_text("red green\nred\n")
    (tmp_path / "pages/a.wxss").write_text(".red {}\n")
    (tmp_path / "logo.png").write_bytes(b"\0red")
    return Desk(tmp_path)


def test_matches_are_listed_by_file_with_what_was_not_searched(desk: Desk) -> None:
    desk.presenter.look_for(Query("red"))
    assert desk.view.rows == [
        "app.js   2", "     1  red green", "     2  red", "a.wxss  pages   1", "     1  .red {}",
    ]  # fmt: skip
    assert desk.view.shown.summary == "3 in 2 files  ·  not searched: 1 binary"
    assert [span.text for span in desk.view.shown.rows[4].spans if span.mark] == ["red"]
    assert not desk.view.shown.can_replace


def test_where_nothing_is_listed_it_is_said_why(desk: Desk) -> None:
    desk.presenter.refresh()
    assert desk.view.shown.nothing == "begin"
    desk.presenter.look_for(Query("red"))
    assert desk.view.shown.nothing == ""
    desk.presenter.look_for(Query("violet"))
    assert desk.view.shown.nothing == "no_match"
    desk.presenter.look_for(Query("(", is_regex=True))
    assert (desk.view.shown.nothing, desk.view.shown.is_bad) == ("", True)
    desk.presenter.look_for(Query(""))
    assert desk.view.shown.nothing == "begin"


def test_the_command_takes_the_selected_text(desk: Desk) -> None:
    desk.files.selected = "green"
    desk.presenter.command("find")
    desk.presenter.command("replace")
    assert desk.view.begun == [("green", False), ("green", True)]


def test_a_row_leads_to_its_place_and_a_file_to_its_first(desk: Desk) -> None:
    desk.presenter.look_for(Query("red"))
    desk.presenter.open(("app.js", "1"), focus=True)
    desk.presenter.open(("pages/a.wxss",), focus=False)
    desk.presenter.open(("gone.js",), focus=False)
    assert [(path, range.start.line, focus) for path, range, focus in desk.files.shown] == [
        ("app.js", 1, True), ("pages/a.wxss", 0, False),
    ]  # fmt: skip


def test_files_close_and_open(desk: Desk) -> None:
    desk.presenter.look_for(Query("red"))
    desk.presenter.toggle(("app.js",))
    assert desk.view.rows == ["app.js   2", "a.wxss  pages   1", "     1  .red {}"]
    desk.presenter.toggle_all()
    assert desk.view.rows == ["app.js   2", "a.wxss  pages   1"]
    desk.presenter.toggle_all()
    assert len(desk.view.rows) == 5


def test_what_is_left_out_is_not_replaced_and_all_comes_back(desk: Desk) -> None:
    desk.presenter.look_for(Query("red", replacement="blue"))
    assert [(span.text, span.mark) for span in desk.view.shown.rows[1].spans if span.mark] == [
        ("red", "removed"), ("blue", "added"),
    ]  # fmt: skip
    desk.presenter.leave_out(("app.js", "0"))
    desk.presenter.replace()
    assert (desk.text("app.js"), desk.text("pages/a.wxss")) == ("red green\nblue\n", ".blue {}\n")
    assert desk.view.rows == ["app.js   1", "     1  redblue green"]
    assert desk.desk.said == ["Replaced in 2 files."]
    desk.presenter.take_back()
    assert (desk.text("app.js"), desk.text("pages/a.wxss")) == ("red green\nred\n", ".red {}\n")
    assert not desk.view.shown.can_take_back


def test_one_match_or_one_file_is_replaced(desk: Desk) -> None:
    desk.presenter.look_for(Query("red", replacement="blue"))
    desk.presenter.replace(("app.js", "1"))
    assert desk.text("app.js") == "red green\nblue\n"
    desk.presenter.leave_out(("app.js",))
    desk.presenter.replace()
    assert (desk.text("app.js"), desk.text("pages/a.wxss")) == ("red green\nblue\n", ".blue {}\n")


def test_taking_back_leaves_alone_what_somebody_has_changed(desk: Desk) -> None:
    desk.presenter.look_for(Query("red", replacement="blue"))
    desk.presenter.replace()
    (desk.root / "app.js").write_text("theirs")
    desk.presenter.take_back()
    assert (desk.text("app.js"), desk.text("pages/a.wxss")) == ("theirs", ".red {}\n")
    assert "1 left alone" in desk.desk.said[-1]
    assert "app.js" in desk.desk.said[-1]


def test_files_that_change_before_the_replacement_are_left_alone(desk: Desk) -> None:
    desk.presenter.look_for(Query("red", replacement="blue"))
    (desk.root / "app.js").write_text("red is theirs")
    desk.presenter.replace()
    assert (desk.text("app.js"), desk.text("pages/a.wxss")) == ("red is theirs", ".blue {}\n")


def test_an_incomplete_search_replaces_nothing(desk: Desk) -> None:
    for end in (SearchEnd(2, {}, is_cut=True), SearchEnd(hung="b.js")):
        desk.presenter.look_for(Query("red", replacement="blue"))
        desk.presenter.ended(end)
        assert not desk.view.shown.can_replace
        desk.presenter.replace()
    assert desk.text("app.js") == "red green\nred\n"
    assert "b.js" in desk.view.shown.summary
    desk.presenter.ended(SearchEnd(hung=""))
    assert "time or memory" in desk.view.shown.summary
    assert desk.view.shown.is_bad


def test_a_broken_expression_is_told(desk: Desk) -> None:
    desk.presenter.look_for(Query("(", is_regex=True))
    assert desk.view.shown.summary.startswith("No regular expression: ")
    assert (desk.view.rows, desk.view.shown.is_bad) == ([], True)


def test_old_results_stay_until_the_new_ones_come_and_go_with_the_query(desk: Desk) -> None:
    desk.presenter.look_for(Query("red"))
    desk.files.holds = True
    desk.presenter.look_for(Query("green"))
    desk.presenter.refresh()
    assert (len(desk.view.rows), desk.view.shown.summary) == (5, "Searching…")
    desk.files.held.pop()()
    assert desk.view.rows == ["app.js   1", "     1  red green"]
    desk.presenter.look_for(Query(""))
    assert (desk.view.rows, desk.view.shown.summary) == ([], "")


def test_changes_on_the_disk_make_results_outdated_while_somebody_looks(desk: Desk) -> None:
    desk.files.changed.emit(None)
    assert desk.view.outdated_count == 0
    desk.presenter.look_for(Query("red"))
    desk.files.changed.emit(None)
    assert desk.view.outdated_count == 1
    desk.presenter.is_seen = False
    desk.files.changed.emit(None)
    desk.presenter.close()
    assert (desk.view.outdated_count, len(desk.files.changed)) == (1, 0)


def test_nothing_is_asked_once_the_project_is_closed(desk: Desk) -> None:
    desk.presenter.close()
    desk.presenter.look_for(Query("red"))
    desk.presenter.command("find")
    assert desk.files.searches == []
