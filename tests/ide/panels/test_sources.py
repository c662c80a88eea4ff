"""The sources panel's presenter: files by origin, one text in its forms, what is found in all."""

from __future__ import annotations

from collections.abc import Sequence

from ide.models.loaded_files import MOST_HITS, LoadedFile, hits
from ide.models.tree_rows import TreeRow
from ide.panels.sources.presenter import ShownText, SourcesPresenter
from tests.support.debug_target import FakeDesk

FILES = (
    LoadedFile("app.js", "project", "App({})\n"),
    LoadedFile("pages/a/a.wxml", "project", "<view>\n  {{Name}}\n</view>", "(function () {})"),
    LoadedFile("miniprogram_npm/b/index.js", "npm", "exports.name=1", is_in_project=False),
    LoadedFile("src/a.ts", "original", "const name: string = ''", is_in_project=False),
    LoadedFile("logic/main.js", "library", "import name", is_in_project=False),
)


class View:
    def __init__(self) -> None:
        self.rows: Sequence[TreeRow] = ()
        self.summary = ""
        self.shown: ShownText | None = None
        self.stirs = 0

    def show_rows(self, rows: Sequence[TreeRow], summary: str) -> None:
        self.rows, self.summary = rows, summary

    def show_text(self, shown: ShownText | None) -> None:
        self.shown = shown

    def stirred(self) -> None:
        self.stirs += 1


def opened() -> tuple[SourcesPresenter, View, FakeDesk]:
    desk, view = FakeDesk(), View()
    desk.target.sources.held = FILES
    presenter = SourcesPresenter(desk.panel_desk)
    presenter.attach(view)
    presenter.refresh()
    assert view.rows == ()
    presenter.is_seen = True
    presenter.refresh()
    return presenter, view, desk


def lines(view: View) -> list[str]:
    return [row.indented() for row in view.rows]


def test_files_stand_by_origin_and_what_others_wrote_is_closed() -> None:
    presenter, view, _ = opened()
    assert lines(view) == [
        "Project  2", "  app.js", "  pages/a/a.wxml", "Packages  1", "Originals by source maps  1", "  src/a.ts",
        "Base library of Handset  1",
    ]  # fmt: skip
    presenter.toggle(("npm",))
    assert "  miniprogram_npm/b/index.js" in lines(view)
    assert view.summary == "5 files"
    assert presenter.lines()[0] == "project: app.js"


def test_a_file_shows_its_source_and_what_was_made_of_it() -> None:
    presenter, view, desk = opened()
    presenter.choose(("project", "pages/a/a.wxml"))
    assert view.shown is not None
    assert (view.shown.text, view.shown.has_loaded, view.shown.is_loaded) == (FILES[1].source, True, False)
    presenter.show_loaded(is_on=True)
    assert (view.shown.text, view.shown.is_loaded) == ("(function () {})", True)
    presenter.choose(("project", "app.js"))
    assert (view.shown.text, view.shown.has_loaded, view.shown.is_loaded) == ("App({})\n", False, False)
    presenter.open()
    presenter.choose(("original", "src/a.ts"))
    presenter.open()
    assert desk.opened == [("app.js", 1, 1)]
    assert not view.shown.can_open


def test_a_script_is_laid_out_later_and_only_if_it_is_still_shown() -> None:
    presenter, view, desk = opened()
    presenter.choose(("npm", "miniprogram_npm/b/index.js"))
    presenter.show_pretty(is_on=True)
    (text, answer) = desk.target.sources.asked[0]
    assert text == "exports.name=1"
    answer("exports.name = 1\n")
    assert view.shown is not None
    assert (view.shown.text, view.shown.is_pretty) == ("exports.name = 1\n", True)
    presenter.show_pretty(is_on=False)
    assert (view.shown.text, view.shown.is_pretty) == ("exports.name=1", False)
    presenter.show_pretty(is_on=True)
    presenter.choose(("project", "app.js"))
    desk.target.sources.asked[1][1]("late")
    assert view.shown.text == "App({})\n"
    presenter.show_pretty(is_on=True)
    desk.target.sources.asked[2][1](None)
    assert len(desk.said) == 1
    assert not view.shown.is_pretty


def test_a_text_is_found_in_all_files() -> None:
    presenter, view, _ = opened()
    presenter.show_loaded(is_on=True)
    presenter.search("NAME")
    assert lines(view) == [
        "pages/a/a.wxml", "  2  {{Name}}", "miniprogram_npm/b/index.js", "  1  exports.name=1", "src/a.ts",
        "  1  const name: string = ''", "logic/main.js", "  1  import name",
    ]  # fmt: skip
    assert view.summary == "4 in 4 files"
    presenter.choose(view.rows[1].path)
    assert view.shown is not None
    assert (view.shown.line, view.shown.is_loaded) == (2, False)
    presenter.toggle(view.rows[0].path)
    assert lines(view)[:2] == ["pages/a/a.wxml", "miniprogram_npm/b/index.js"]
    presenter.search("")
    assert lines(view)[0] == "Project  2"


def test_more_than_anybody_reads_is_cut() -> None:
    many = LoadedFile("a.js", "project", "x\n" * (MOST_HITS + 5))
    found, is_cut = hits([many], "x")
    assert (len(found), is_cut, found[-1].line) == (MOST_HITS, True, MOST_HITS)
    assert hits([many], "y") == ([], False)
    packed = LoadedFile("b.js", "project", "a" * 100_000 + "needle" + "b" * 100_000)
    (hit,) = hits([packed], "needle")[0]
    assert "needle" in hit.text
    assert len(hit.text) <= 300
    assert [hit.line for hit in hits([LoadedFile("c.js", "project", "İ\nİ\nabc")], "abc")[0]] == [3]


def test_a_build_brings_other_texts_and_a_file_may_go() -> None:
    presenter, view, desk = opened()
    presenter.choose(("project", "app.js"))
    desk.target.sources.held = (LoadedFile("app.js", "project", "App({ a: 1 })\n"),)
    desk.problems.replace(())
    assert view.stirs == 1
    presenter.refresh()
    assert view.shown is not None
    assert view.shown.text == "App({ a: 1 })\n"
    desk.target.sources.held = ()
    presenter.refresh()
    assert view.shown is None
