"""The script of a list of steps: a test for pytest, as a person would write it with `handset.testing`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, assert_never

from simulator.testing.script import steps as does
from simulator.testing.script.layout import INDENT, Call, Chain, decorated, lines_of
from simulator.testing.script.literals import literal
from simulator.testing.script.needs import needs_screen
from simulator.testing.script.ways import Way

_HEAD = '"""What a user did on the phone, recorded by Handset."""'
_APP, _PAGE = Call("app", is_member=True), Call("page", is_member=True)
_FIXTURES = ("app", "page")
_OPEN = ("dialogs", "open")
_ASSERTED = (does.ExpectLeft, does.ExpectNoDialog)
"""Expectations that are no `expect`."""


def write_script(name: str, steps: Sequence[does.Step], scene: does.Scene | None = None, said: str = "") -> str:
    """A whole file, with one test. `name` is the function's, a valid one (`names.name_of_test`); `said` in one line is
    what the file says of itself, if it was no user who was recorded."""
    body = list(_body(steps))
    mark = _mark(steps, scene or does.Scene())
    imports = [*(["import pytest"] if mark else []), *_imported(steps)]
    head = [literal(said) if said else _HEAD, *([""] if imports else []), *imports, "", ""]
    fixtures = [one for one in _FIXTURES if any(_uses(line, one) for line in body)]
    whole = [*head, *mark, f"def {name}({', '.join(fixtures or ['app'])}):", *body]
    return "\n".join(whole) + "\n"


def step_line(step: does.Done | does.Expectation) -> str:
    """One step in one line, however long."""
    return str(_chain(step))


def step_lines(step: does.Step) -> list[str]:
    """The lines of one step, as they stand in the function."""
    if isinstance(step, does.Remark):
        return [f"{INDENT}# {' '.join(''.join(one if one.isprintable() else ' ' for one in step.text).split())}"]
    return lines_of(_chain(step))


def _body(steps: Sequence[does.Step]) -> Iterable[str]:
    for number, step in enumerate(steps):
        yield from step_lines(step)
        # A page is a paragraph.
        if isinstance(step, does.ExpectPage) and number + 1 < len(steps):
            yield ""
    if all(isinstance(step, does.Remark) for step in steps):
        yield f"{INDENT}pass"


def _imported(steps: Sequence[does.Step]) -> list[str]:
    expects = any(isinstance(step, does.EXPECTATIONS) and not isinstance(step, _ASSERTED) for step in steps)
    return ["from handset.testing import expect"] if expects else []


def _uses(line: str, fixture: str) -> bool:
    code = line.lstrip()
    starts = (f"{fixture}.", f"expect({fixture})", f"expect({fixture}.", f"assert {fixture}.", f"assert not {fixture}.")
    return code.startswith(starts)


def _mark(steps: Sequence[does.Step], scene: does.Scene) -> list[str]:
    """How the test wants its program run, if that is not as all tests do."""
    wishes: Mapping[str, Any] = {
        "tier": "full" if any(map(needs_screen, steps)) else scene.tier, "device": scene.device, "theme": scene.theme,
        "world": scene.world, "storage": scene.storage, "seed": scene.seed, "network": scene.network,
    }  # fmt: skip
    given = {name: value for name, value in wishes.items() if value or value == 0}
    return decorated("pytest.mark.handset", given) if given else []


def _chain(step: does.Done | does.Expectation) -> Chain:
    match step:
        case (
            does.Tap() | does.LongPress() | does.Fill() | does.Leave() | does.Swipe() | does.Scroll() | does.SetValue()
        ):
            return _on(step.way, _touched(step))
        case does.Trigger(way, type_, detail):
            return _on(way, Call("trigger", _texts(type_) if detail is None else _texts(type_, detail)))
        case does.PullDown():
            return _phone("pull_down")
        case does.ScrollToEnd():
            return Chain((_PAGE, Call("scroll_to_end")))
        case does.Rotate():
            return _phone("rotate")
        case does.PassTime(milliseconds):
            return Chain((_APP, Call("pass_time", _texts(milliseconds))))
        case does.Settle():
            return Chain((_APP, Call("settle")))
        case does.Open(url):
            return Chain((_PAGE, Call("goto", _texts(url))))
        case does.GoBack():
            return _phone("back")
        case does.GoHome():
            return _phone("home")
        case does.SwitchTab(path):
            return _phone("tab", path)
        case does.LeaveProgram():
            return Chain((_APP, Call("hide")))
        case does.ComeBack():
            return Chain((_APP, Call("show")))
        case does.AnswerDialog(words, True, text):
            return _dialog(words, Call("confirm", () if text is None else _texts(text)))
        case does.AnswerDialog(words):
            return _dialog(words, Call("cancel"))
        case does.ChooseEntry(words, entry):
            return _dialog(words, Call("cancel") if entry is None else Call("choose", _texts(entry)))
        case does.SetWorld(name, value):
            return Chain((_APP, Call("world", is_member=True), Call("update", (literal({name: value}),))))
        case does.FireEvent(name, detail):
            return Chain(
                (_APP, Call("world", is_member=True), Call("fire", _texts(name, *([detail] if detail else []))))
            )
        case _:
            return _expected(step)


def _touched(
    step: does.Tap | does.LongPress | does.Fill | does.Leave | does.Swipe | does.Scroll | does.SetValue,
) -> Call:
    match step:
        case does.Tap(_, position):
            return Call("tap", () if position is None else (f"position={_pair(position)}",))
        case does.LongPress():
            return Call("long_press")
        case does.Fill(_, text, confirms):
            return Call("fill", (literal(text), *(["confirm=True"] if confirms else [])))
        case does.Leave():
            return Call("blur")
        case does.Swipe(_, dx, dy):
            return Call("swipe", _named(dx=dx, dy=dy))
        case does.Scroll(_, top, left):
            return Call("scroll_to", _named(top=top, left=left))
        case does.SetValue(_, value):
            return Call("set_value", _texts(value))
    assert_never(step)


def _expected(step: does.Expectation) -> Chain:
    match step:
        case does.ExpectPage(url):
            return _expect("page", Call("to_have_url", _texts(url)))
        case does.ExpectText(way, text):
            return _expect(way.chain(), Call("to_have_text", _texts(text)))
        case does.ExpectVisible(way):
            return _expect(way.chain(), Call("to_be_visible"))
        case does.ExpectCount(way, count):
            return _expect(way.chain(), Call("to_have_count", _texts(count)))
        case does.ExpectValue(way, value):
            return _expect(way.chain(), Call("to_have_value", _texts(value)))
        case does.ExpectLeft(path):
            return Chain((Call("assert page", is_member=True), Call(f"path != {literal(path)}", is_member=True)))
        case does.ExpectNoDialog():
            return Chain((Call("assert not app", is_member=True), *(Call(one, is_member=True) for one in _OPEN)))
        case does.ExpectToast(text):
            return _expect("app", Call("to_have_toast", _texts(text)))
    assert_never(step)


def _on(way: Way, call: Call) -> Chain:
    return way.chain().then(call)


def _phone(name: str, *values: Any) -> Chain:
    return Chain((_APP, Call("phone", is_member=True), Call(name, _texts(*values))))


def _dialog(words: str, call: Call) -> Chain:
    return Chain((_APP, Call("dialogs", is_member=True), Call("wait", _texts(words) if words else ()), call))


def _expect(subject: str | Chain, call: Call) -> Chain:
    return Chain((Call("expect", (subject,)), call))


def _texts(*values: Any) -> tuple[str, ...]:
    return tuple(map(literal, values))


def _named(**values: float) -> tuple[str, ...]:
    given = tuple(f"{name}={literal(value)}" for name, value in values.items() if value)
    return given or (f"{next(iter(values))}=0",)


def _pair(position: tuple[float, float]) -> str:
    return f"({literal(position[0])}, {literal(position[1])})"
