"""The editor's behaviour, without an editor: tabs, saving, conflicts, restoring."""

from __future__ import annotations

from pathlib import Path

import pytest

from ide.models.editor_messages import (
    ApplyEdits,
    Asked,
    Edited,
    EditsChosen,
    OpenModel,
    RenameModel,
    ReplaceText,
    ShowDifference,
    ShowModel,
)
from ide.models.language_questions import SymbolsOf
from ide.panels.editor.tabs import TabGroup
from runtime.language.answers import FileEdits, Position, Range, TextEdit
from tests.support.editor_desk import EditorDesk as Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    root = tmp_path / "project"
    root.mkdir()
    for name in ("a.js", "b.js"):
        (root / name).write_text(name)
    return Desk(root)


def test_opening_sends_the_text_once(desk: Desk) -> None:
    desk.open("a.js")
    desk.presenter.open("a.js", 3, 4)
    assert [message for message in desk.view.sent if isinstance(message, OpenModel)] == [
        OpenModel("a.js", "a.js", "javascript")
    ]
    assert desk.view.sent[-1] == ShowModel("a.js", 3, 4, True)


def test_saving_takes_the_text_of_the_page_not_the_last_heard(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "early")
    saved: list[bool] = []
    desk.presenter.save("a.js", saved.append)
    assert (desk.root / "a.js").read_text() == "a.js"
    desk.answer_text("late", 3)
    assert (desk.root / "a.js").read_text() == "late"
    assert saved == [True]
    assert not desk.view.tabs[0].is_dirty


def test_a_page_that_does_not_answer_keeps_nothing_from_being_saved(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "heard")
    desk.presenter.receive(Edited("a.js", 3))
    saved: list[bool] = []
    desk.presenter.save("a.js", saved.append)
    desk.view.later.pop()()
    assert (desk.root / "a.js").read_text() == "heard"
    assert (saved, desk.view.reports) == ([True], ["saved_last_heard"])
    assert desk.documents["a.js"].is_dirty
    desk.answer_text("said at last", 3)
    assert desk.documents["a.js"].is_dirty
    assert (desk.root / "a.js").read_text() == "heard"


def test_an_answer_in_time_is_all_there_is_to_it(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "mine")
    desk.presenter.save("a.js")
    desk.answer_text("mine")
    desk.view.later.pop()()
    assert desk.view.reports == []
    assert not desk.documents["a.js"].is_dirty


def test_a_dirty_tab_is_marked_and_asks_before_closing(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "mine")
    assert desk.view.tabs[0].is_dirty
    desk.view.answers = ["cancel"]
    desk.presenter.close("a.js")
    assert desk.presenter.open_paths == ["a.js"]
    desk.view.answers = ["discard"]
    desk.presenter.close("a.js")
    assert desk.presenter.open_paths == []
    assert (desk.root / "a.js").read_text() == "a.js"


def test_closing_with_save_writes_first(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "mine")
    desk.view.answers = ["save"]
    desk.presenter.close("a.js")
    desk.answer_text("mine")
    assert (desk.root / "a.js").read_text() == "mine"
    assert desk.view.shown == "nothing"


def test_closing_shows_the_neighbour(desk: Desk) -> None:
    desk.open("a.js")
    desk.open("b.js")
    desk.presenter.close("b.js")
    assert desk.view.active == "a.js"


def test_same_names_get_their_folder(desk: Desk) -> None:
    for folder in ("x", "y"):
        (desk.root / folder).mkdir()
        (desk.root / folder / "index.js").touch()
        desk.open(f"{folder}/index.js")
    assert [tab.title for tab in desk.view.tabs] == ["index.js · x", "index.js · y"]


def test_a_binary_file_gets_a_notice_instead_of_garbage(desk: Desk) -> None:
    (desk.root / "data.bin").write_bytes(b"\0\1\2")
    desk.presenter.open("data.bin")
    assert desk.view.shown == "refusal binary"
    assert not any(isinstance(message, OpenModel) for message in desk.view.sent)
    desk.presenter.close("data.bin")
    assert desk.view.shown == "nothing"


def test_a_read_only_file_asks_and_overwrites(desk: Desk) -> None:
    desk.open("a.js")
    (desk.root / "a.js").chmod(0o444)
    desk.view.answers = ["cancel"]
    desk.presenter.save("a.js")
    desk.answer_text("mine")
    assert desk.view.questions[0].key == "save_read_only"
    assert (desk.root / "a.js").read_text() == "a.js"
    desk.view.answers = ["overwrite"]
    desk.presenter.save("a.js")
    desk.answer_text("mine")
    assert (desk.root / "a.js").read_text() == "mine"


def test_a_copy_can_be_saved_elsewhere(desk: Desk, tmp_path: Path) -> None:
    desk.open("a.js")
    (desk.root / "a.js").chmod(0o444)
    desk.view.answers = ["save_copy"]
    desk.view.save_path = str(tmp_path / "copy.js")
    desk.presenter.save("a.js")
    desk.answer_text("mine")
    assert (tmp_path / "copy.js").read_text() == "mine"
    assert desk.view.reports == ["copy_saved"]


def test_a_clean_file_takes_the_change_on_disk(desk: Desk) -> None:
    desk.open("a.js")
    (desk.root / "a.js").write_text("theirs")
    desk.presenter.files_changed(["a.js"])
    assert ReplaceText("a.js", "theirs") in desk.view.sent
    assert desk.view.notice is None


def test_a_dirty_file_asks_and_can_be_compared(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "mine")
    (desk.root / "a.js").write_text("theirs")
    desk.presenter.files_changed(["a.js"])
    assert desk.view.notice is not None
    assert desk.view.notice.key == "changed_on_disk"
    desk.presenter.notice_answered("compare")
    assert desk.view.sent[-1] == ShowDifference("a.js", "theirs")
    desk.presenter.notice_answered("load")
    assert ReplaceText("a.js", "theirs") in desk.view.sent
    assert desk.view.notice is None


def test_saving_over_an_unseen_change_asks_first(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "mine")
    (desk.root / "a.js").write_text("theirs")
    saved: list[bool] = []
    desk.presenter.save("a.js", saved.append)
    desk.answer_text("mine")
    assert saved == [False]
    assert (desk.root / "a.js").read_text() == "theirs"
    desk.presenter.notice_answered("keep")
    desk.presenter.save("a.js")
    desk.answer_text("mine")
    assert (desk.root / "a.js").read_text() == "mine"


def test_save_all_saves_all(desk: Desk) -> None:
    for name in ("a.js", "b.js"):
        desk.open(name)
        desk.type(name, "new")
    done: list[bool] = []
    desk.presenter.save_all(done.append)
    desk.answer_text("new a")
    desk.answer_text("new b")
    assert done == [True]
    assert [(desk.root / name).read_text() for name in ("a.js", "b.js")] == ["new a", "new b"]


def test_text_of_a_killed_run_is_offered_and_restored(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "half a thought")
    later = Desk(desk.root)
    later.presenter.offer_left_behind()
    assert later.view.notice is not None
    assert later.view.notice.key == "left_behind"
    later.presenter.notice_answered("restore")
    assert OpenModel("a.js", "a.js", "javascript", "half a thought") in later.view.sent
    assert later.view.tabs[0].is_dirty
    assert later.view.notice is None


def test_restoring_over_a_file_that_changed_since_is_a_conflict_also_if_it_is_open(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "half a thought")
    (desk.root / "a.js").write_text("theirs")
    later = Desk(desk.root)
    later.open("a.js")
    later.presenter.offer_left_behind()
    later.presenter.notice_answered("restore")
    assert ReplaceText("a.js", "half a thought", is_on_disk=False) in later.view.sent
    assert later.view.notice is not None
    assert later.view.notice.key == "changed_on_disk"


def test_a_renamed_file_keeps_its_tab(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "mine")
    (desk.root / "a.js").rename(desk.root / "c.ts")
    desk.presenter.file_renamed("a.js", "c.ts")
    assert RenameModel("a.js", "c.ts", "typescript") in desk.view.sent
    assert (desk.view.active, desk.view.tabs[0].is_dirty) == ("c.ts", True)


def test_after_a_crash_of_the_page_everything_is_put_back(desk: Desk) -> None:
    desk.open("a.js")
    desk.type("a.js", "mine")
    desk.view.sent.clear()
    desk.presenter.put_back()
    assert desk.view.sent[0] == OpenModel("a.js", "a.js", "javascript", "mine")
    assert ShowModel("a.js", 0, 1, False) in desk.view.sent


def test_quitting_asks_once_about_everything(desk: Desk) -> None:
    for name in ("a.js", "b.js"):
        desk.open(name)
        desk.type(name, "new")
    closed: list[bool] = []
    desk.view.answers = ["cancel"]
    desk.presenter.close_all(lambda: closed.append(True))
    assert closed == []
    desk.view.answers = ["discard"]
    desk.presenter.close_all(lambda: closed.append(True))
    assert closed == [True]
    assert desk.view.questions[-1].arguments == {"files": "a.js\nb.js"}


EDIT = TextEdit(Range(Position(0, 0), Position(0, 1)), "z")


def test_chosen_edits_open_the_files_that_they_change_and_leave_the_one_in_front(desk: Desk) -> None:
    desk.open("a.js")
    desk.presenter.receive(EditsChosen((FileEdits("a.js", (EDIT,)), FileEdits("b.js", (EDIT, EDIT)))))
    assert desk.view.sent[-1] == ApplyEdits("b.js", (EDIT, EDIT))
    assert OpenModel("b.js", "b.js", "javascript") in desk.view.sent
    assert (desk.presenter.open_paths, desk.presenter.active) == (["a.js", "b.js"], "a.js")
    assert (desk.root / "b.js").read_text() == "b.js"


def test_edits_of_a_file_that_is_gone_are_left_out(desk: Desk) -> None:
    desk.presenter.receive(EditsChosen((FileEdits("gone.js", (EDIT,)), FileEdits("b.js", (EDIT,)))))
    assert [one.path for one in desk.view.sent if isinstance(one, ApplyEdits)] == ["b.js"]
    assert desk.presenter.open_paths == ["b.js"]


def test_questions_about_the_language_are_handed_on(desk: Desk) -> None:
    asked: list[Asked] = []
    desk.presenter.asked = asked.append
    question = Asked(1, SymbolsOf("a.js"))
    desk.presenter.receive(question)
    assert asked == [question]


def open_three(desk: Desk) -> None:
    (desk.root / "c.js").write_text("c.js")
    for path in ("a.js", "b.js", "c.js"):
        desk.open(path)


@pytest.mark.parametrize(
    ("group", "left"),
    [
        ("this", ["a.js", "c.js"]),
        ("others", ["b.js"]),
        ("right", ["a.js", "b.js"]),
        ("saved", ["a.js"]),
        ("all", []),
    ],
)
def test_tabs_close_as_they_stand_to_one(desk: Desk, group: TabGroup, left: list[str]) -> None:
    open_three(desk)
    desk.type("a.js", "mine")
    desk.view.answers = ["discard"]
    desk.presenter.tabs.close_group(group, "b.js")
    assert desk.presenter.open_paths == left
    assert len(desk.view.questions) == (group in ("others", "all"))


def test_one_question_is_asked_about_all_that_is_unsaved(desk: Desk) -> None:
    open_three(desk)
    for path in ("a.js", "c.js"):
        desk.type(path, "mine")
    desk.view.answers = ["cancel", "save"]
    desk.presenter.tabs.close_group("all", "b.js")
    assert desk.presenter.open_paths == ["a.js", "b.js", "c.js"]
    assert desk.view.questions[-1].arguments["files"] == "a.js\nc.js"
    desk.presenter.tabs.close_group("all", "b.js")
    desk.answer_text("mine")
    desk.answer_text("mine")
    assert desk.presenter.open_paths == []
    assert [(desk.root / name).read_text() for name in ("a.js", "c.js")] == ["mine", "mine"]


def test_closing_many_shows_nothing_in_between(desk: Desk) -> None:
    open_three(desk)
    shown: list[str] = []
    desk.presenter.active_changed = shown.append
    desk.presenter.tabs.close_group("others", "a.js")
    assert shown == ["a.js"]


def test_a_closed_file_opens_again_newest_first(desk: Desk) -> None:
    open_three(desk)
    for path in ("a.js", "c.js", "b.js"):
        desk.presenter.close(path)
    (desk.root / "b.js").unlink()
    desk.presenter.tabs.reopen()
    desk.presenter.tabs.reopen()
    desk.presenter.tabs.reopen()
    assert desk.presenter.open_paths == ["c.js", "a.js"]


def test_tabs_are_known_by_use(desk: Desk) -> None:
    open_three(desk)
    desk.presenter.activate("a.js")
    assert desk.presenter.paths_by_use == ["a.js", "c.js", "b.js"]
