"""Steps as they grow: what belongs together is one, and is taken back as one."""

from __future__ import annotations

from simulator.testing.script import steps as does
from simulator.testing.script.recording import LOST, ScriptRecording
from simulator.testing.script.ways import Part, Way

FIELD, OTHER = Way((Part("input"),)), Way((Part(".other"),))


def recorded(*steps: does.Step) -> list[does.Step]:
    recording = ScriptRecording()
    for step in steps:
        recording.add(step)
    return list(recording.steps)


def test_typing_is_one_step_with_its_last_text() -> None:
    letters = [does.Fill(FIELD, text) for text in ("a", "ab", "a")]
    assert recorded(*letters, does.Fill(OTHER, "b")) == [does.Fill(FIELD, "a"), does.Fill(OTHER, "b")]
    assert recorded(*letters, does.Fill(FIELD, "a", confirms=True)) == [does.Fill(FIELD, "a", confirms=True)]


def test_what_is_typed_after_the_keyboards_button_is_another_step() -> None:
    steps = [does.Fill(FIELD, "a", confirms=True), does.Fill(FIELD, "b")]
    assert recorded(*steps) == steps


def test_a_control_that_is_moved_on_is_one_step() -> None:
    assert recorded(does.SetValue(FIELD, 1), does.SetValue(FIELD, 2)) == [does.SetValue(FIELD, 2)]
    assert recorded(does.Scroll(FIELD, 1), does.Scroll(FIELD, 2)) == [does.Scroll(FIELD, 2)]
    assert recorded(does.SetWorld("a", 1), does.SetWorld("a", 2)) == [does.SetWorld("a", 2)]
    assert len(recorded(does.Tap(FIELD), does.Tap(FIELD))) == 2


def test_a_field_is_left_only_after_something_was_typed_into_it() -> None:
    assert recorded(does.Leave(FIELD)) == []
    assert recorded(does.Fill(OTHER, "a"), does.Leave(FIELD)) == [does.Fill(OTHER, "a")]
    assert recorded(does.Fill(FIELD, "a"), does.Leave(FIELD)) == [does.Fill(FIELD, "a"), does.Leave(FIELD)]


def test_of_pages_that_follow_each_other_by_themselves_the_last_is_expected() -> None:
    recording = ScriptRecording()
    recording.add(does.Tap(FIELD))
    recording.page_shown("pages/a/a")
    recording.page_shown("pages/b/b")
    assert recording.steps == (does.Tap(FIELD), does.ExpectPage("pages/b/b"))


def test_a_step_is_taken_back_with_the_page_that_came_of_it() -> None:
    changes: list[int] = []
    recording = ScriptRecording(lambda: changes.append(1))
    recording.undo()
    assert changes == []
    recording.add(does.Tap(FIELD))
    recording.add(does.Tap(OTHER))
    recording.page_shown("pages/a/a")
    recording.undo()
    assert recording.steps == (does.Tap(FIELD),)
    recording.undo()
    assert recording.steps == ()
    assert len(changes) == 5


def test_a_tab_of_the_programs_own_tab_bar_is_known_by_its_page() -> None:
    recording = ScriptRecording()
    recording.add(LOST)
    recording.page_shown("pages/cart/cart", tab="pages/cart/cart")
    assert recording.steps == (does.SwitchTab("pages/cart/cart"), does.ExpectPage("pages/cart/cart"))
    recording.add(LOST)
    recording.page_shown("pages/tea/tea")
    assert recording.steps[2:] == (LOST, does.ExpectPage("pages/tea/tea"))
