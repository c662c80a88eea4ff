"""wxs that templates call pauses like other code, and the pages of the phone get what their own needs for it."""

from __future__ import annotations

from runtime.protocol.debugging import DebugSetup
from tests.support.debug_program import PAGE, DebugProgram, Message, Talk, bp, evaluate, go, members

FILES = {
    f"{PAGE}.wxml": """<wxs src="./tools.wxs" module="tools"/>
<wxs module="own">
function twice(n) {
  return n * 2
}
module.exports = { twice: twice }
</wxs>
<wxs module="other">
function thrice(n) {
  return n * 3
}
module.exports = { thrice: thrice }
</wxs>
<view bindtap="{{tools.tapped}}">{{tools.price(n)}} {{own.twice(n)}} {{other.thrice(n)}}</view>
""",
    f"{PAGE}.js": "Page({ data: { n: 1 } })",
    "pages/a/tools.wxs": """var digits = require('../../digits.wxs')
function price(n) {
  var text = 'about ' + digits.fixed(n)
  return text
}
function tapped() {}
module.exports = { price: price, tapped: tapped }
""",
    "digits.wxs": """module.exports.fixed = function (n) {
  return n.toFixed(1)
}
""",
}
TOOLS, DIGITS, TEMPLATE = "pages/a/tools.wxs", "digits.wxs", f"{PAGE}.wxml"


def run(setup: DebugSetup, *talks: str) -> DebugProgram:
    waiting = list(talks)
    program = DebugProgram(FILES, setup, lambda pause: go(waiting.pop(0) if waiting else "resume")(pause))
    program.start(PAGE)
    return program


def places(program: DebugProgram) -> list[tuple[str, str, int]]:
    tops = [pause["frames"][0] for pause in program.pauses]
    return [(top["function"], top["file"], top["line"]) for top in tops]


def test_a_breakpoint_in_a_module_pauses_when_a_template_calls_it() -> None:
    assert places(run(DebugSetup(breakpoints=[bp(4, TOOLS)]))) == [("price", TOOLS, 4)]


def test_modules_in_a_template_pause_on_the_lines_of_the_template() -> None:
    program = run(DebugSetup(breakpoints=[bp(4, TEMPLATE), bp(10, TEMPLATE, number=2)]))
    assert places(program) == [("twice", TEMPLATE, 4), ("thrice", TEMPLATE, 10)]
    assert [pause["breakpoint_ids"] for pause in program.pauses] == [[1], [2]]


def test_steps_lead_into_a_module_that_is_required_and_out() -> None:
    program = run(DebugSetup(breakpoints=[bp(3, TOOLS)]), "into", "out", "over")
    assert places(program)[:3] == [("price", TOOLS, 3), ("<anonymous>", DIGITS, 2), ("price", TOOLS, 4)]


def test_its_variables_are_read_and_changed() -> None:
    seen: list[object] = []

    def talk(pause: Message) -> Talk:
        local = pause["frames"][0]["scopes"][0]
        answer = yield members(local["object_id"])
        seen.extend(name for name, _ in answer["value"]["props"])
        for code in ("n + 1", "digits.fixed(2)", "text = 'changed'"):
            answer = yield evaluate(code)
            seen.append(answer["value"]["v"])
        return "resume"

    program = DebugProgram(FILES, DebugSetup(breakpoints=[bp(4, TOOLS)]), talk)
    program.start(PAGE)
    assert seen == ["n", "text", 2, "2.0", "changed"]
    assert "changed" in str(program.messages)


def test_modules_that_run_already_pause_from_their_next_call_on() -> None:
    program = run(DebugSetup())
    program.set_up(DebugSetup(breakpoints=[bp(4, TOOLS), bp(4, TEMPLATE, number=2)]))
    assert program.pauses == []
    program.send(m="evaluate", request_id=1, code="page.setData({ n: 7 })", page_id=program.page_id)
    assert places(program) == [("price", TOOLS, 4), ("twice", TEMPLATE, 4)]


def test_log_messages_and_conditions_count() -> None:
    setup = DebugSetup(breakpoints=[bp(4, TOOLS, log_message="{n}: {text}")])
    assert "1: about 1.0" in run(setup).logged
    assert places(run(DebugSetup(breakpoints=[bp(4, TOOLS, condition="n > 1")]))) == []


def in_view(program: DebugProgram) -> list[tuple[list[str], dict[str, object]]]:
    told = [message for message in program.told if message["m"] == "debug-in-view"]
    return [(sorted(message.get("scripts", {})), message["armed"].get("active", {})) for message in told]


def test_pages_get_all_of_the_users_modules_with_probes_for_a_breakpoint_in_one() -> None:
    program = run(DebugSetup(breakpoints=[bp(4, TOOLS)]))
    modules = ["digits.wxs", f"{TEMPLATE}#other", f"{TEMPLATE}#own", TOOLS]
    (scripts, active), *more = in_view(program)
    assert (scripts, more) == (modules, [])
    assert list(active) == [TOOLS]


def test_pages_hear_nothing_for_breakpoints_elsewhere_and_of_every_change_once_they_were_armed() -> None:
    program = run(DebugSetup(breakpoints=[bp(1)]))
    assert in_view(program) == []
    program.set_up(DebugSetup(uncaught=True))
    program.set_up(DebugSetup())
    program.set_up(DebugSetup(is_attached=False))
    assert [bool(scripts) for scripts, _ in in_view(program)] == [True, False, False]
