"""What a paused program tells and answers, in an engine of this process."""

from __future__ import annotations

import pytest

from runtime.protocol.debugging import DebugSetup
from tests.support.debug_program import PAGE, DebugProgram, Message, Talk, bp, evaluate, go, members

SUM = """
function add(a, b) {
  return a + b
}
Page({
  data: { n: 1, list: [1, 2] },
  onLoad(query) {
    let total = 0
    for (let i = 0; i < 3; i++) {
      const x = add(i, 1)
      total += x
    }
    // the end
  },
})
"""


def run(script: str, setup: DebugSetup, *talks: str, **others: str) -> DebugProgram:
    """The page is opened; the pauses go on as said, then for good."""
    waiting = list(talks)
    program = DebugProgram(
        {f"{PAGE}.js": script, **others}, setup, lambda pause: go(waiting.pop(0) if waiting else "resume")(pause)
    )
    program.start(PAGE)
    return program


def functions(pause: Message) -> list[tuple[str, int]]:
    return [(frame["function"], frame["line"]) for frame in pause["frames"]]


def test_a_breakpoint_pauses_each_time_with_the_calls_that_led_there() -> None:
    program = run(SUM, DebugSetup(breakpoints=[bp(3)]))
    assert program.stops == [("add", 3)] * 3
    first = program.pauses[0]
    assert (first["reason"], first["breakpoint_ids"]) == ("breakpoint", [1])
    assert functions(first) == [("add", 3), ("onLoad", 10)]
    assert [scope["kind"] for scope in first["frames"][1]["scopes"]] == ["block", "local", "module", "global"]
    assert program.messages[-1]["m"] != "debug-paused"


def test_a_breakpoint_on_a_comment_binds_to_the_next_statement_of_the_function() -> None:
    program = run(SUM, DebugSetup(breakpoints=[bp(13)]))
    assert program.told[0]["breakpoints"] == [{"id": 1, "line": 14, "column": 3}]
    assert program.stops == [("onLoad", 14)]


def test_a_breakpoint_at_the_end_of_a_function_pauses_whichever_way_it_ends() -> None:
    script = """
function sign(n) {
  if (n < 0) {
    return 'minus'
  }
  for (const one of [n]) if (one > 0) return
  return sign(-1)
}
Page({ onLoad() {
  console.log(sign(-1), sign(1), sign(0))
} })
"""
    program = run(script, DebugSetup(breakpoints=[bp(8)]))
    assert program.stops == [("sign", 8)] * 4
    assert run(script, DebugSetup(breakpoints=[bp(10)]), "into", "over", "over").stops == [
        ("onLoad", 10), ("sign", 3), ("sign", 4), ("onLoad", 11),
    ]  # fmt: skip


def test_over_into_and_out() -> None:
    program = run(SUM, DebugSetup(breakpoints=[bp(10)]), "into", "out", "over", "over")
    assert program.stops[:4] == [("onLoad", 10), ("add", 3), ("onLoad", 11), ("onLoad", 10)]


def test_variables_are_read_and_changed_in_every_call() -> None:
    seen: list[object] = []

    def talk(pause: Message) -> Talk:
        caller = pause["frames"][1]
        own = yield members(caller["scopes"][0]["object_id"])
        seen.append([name for name, _ in own["value"]["props"]])
        for code, frame in (("a + b", 1), ("i + total", 2), ("total = 40", 2), ("this.data.n", 2), ("add(2, 3)", 2)):
            answer = yield evaluate(code, frame)
            seen.append(answer.get("value", answer.get("error")))
        local = next(scope for scope in caller["scopes"] if scope["kind"] == "local")
        question = {
            "m": "debug-assign",
            "request_id": 1,
            "object_id": local["object_id"],
            "name": "total",
            "code": "b + 49",
        }
        answer = yield question
        seen.append(answer["value"])
        return "resume"

    script = SUM.replace("// the end", "console.log(total)")
    program = DebugProgram({f"{PAGE}.js": script}, DebugSetup(breakpoints=[bp(3, condition="a == 0")]), talk)
    program.start(PAGE)
    numbers = [{"t": "number", "v": number} for number in (1, 0, 40, 1, 5, 50)]
    assert seen == [["i", "x"], *numbers]
    assert program.logged == [56]


def test_a_name_before_its_declaration_is_shown_as_what_it_is() -> None:
    seen: list[Message] = []

    def talk(pause: Message) -> Talk:
        seen.append((yield members(pause["frames"][0]["scopes"][0]["object_id"])))
        return "resume"

    DebugProgram(
        {f"{PAGE}.js": "Page({ onLoad() {\n  f()\n  let later = 1\n} })\nfunction f() { g() }\nfunction g() {}"},
        DebugSetup(breakpoints=[bp(2)]),
        talk,
    ).start(PAGE)
    assert seen[0]["value"]["props"] == [
        ["later", {"t": "error", "v": "ReferenceError: later is not initialized", "stack": []}]
    ]


def test_hit_counts_conditions_and_log_messages() -> None:
    setup = DebugSetup(
        breakpoints=[
            bp(3, number=1, hit_condition="2"),
            bp(11, number=2, condition="x == 2"),
            bp(10, number=3, log_message="i is {i}, total {total + 1}"),
        ]
    )
    program = run(SUM, setup)
    assert [pause["breakpoint_ids"] for pause in program.pauses] == [[1], [2], [1]]
    assert program.logged == ["i is 0, total 1", "i is 1, total 2", "i is 2, total 4"]
    place = next(message for message in program.messages if message["m"] == "log")["stack"][0]
    assert (place["file"], place["line"]) == (f"{PAGE}.js", 10)


def test_a_condition_that_fails_is_told_once_and_does_not_pause() -> None:
    program = run(SUM, DebugSetup(breakpoints=[bp(3, condition="nobody.there")]))
    assert program.pauses == []
    assert len([text for text in program.logged if "nobody.there" in str(text)]) == 1


ASYNC = """
Page({
  async onLoad() {
    const a = await this.later(1)
    console.log(a)
  },
  async later(n) {
    await null
    return n + 1
  },
  onShow() {
    console.log('shown')
  },
})
"""


def test_a_step_over_await_ends_in_the_same_call() -> None:
    program = run(ASYNC, DebugSetup(breakpoints=[bp(4)]), "over")
    assert program.stops == [("onLoad", 4), ("onLoad", 5)]


def test_a_step_out_of_an_async_function_ends_where_it_is_awaited() -> None:
    program = run(ASYNC, DebugSetup(breakpoints=[bp(9)]), "out")
    assert program.stops == [("later", 9), ("onLoad", 5)]
    waiting = program.pauses[0]["frames"][1]
    assert (waiting["function"], waiting["line"], waiting["waits"]) == ("onLoad", 4, True)


def test_a_step_behind_the_last_statement_lets_the_program_run() -> None:
    program = run(ASYNC, DebugSetup(breakpoints=[bp(5)]), "over", "over", "over")
    assert program.stops == [("onLoad", 5), ("onLoad", 6)]
    assert "shown" in program.logged


def test_generators_are_stepped_through() -> None:
    script = """
function* numbers() {
  const first = yield 1
  yield first
}
Page({ onLoad() {
  const it = numbers()
  it.next()
  it.next(7)
  console.log('end')
} })
"""
    program = run(script, DebugSetup(breakpoints=[bp(4)]), "out", "over")
    assert program.stops == [("numbers", 4), ("onLoad", 10), ("onLoad", 11)]


@pytest.mark.parametrize(
    ("caught", "uncaught", "lines"), [(True, False, [4]), (False, True, [9]), (True, True, [4, 9]), (False, False, [])]
)
def test_thrown_values_pause_where_they_are_thrown(caught: bool, uncaught: bool, lines: list[int]) -> None:
    script = """
Page({ onLoad() {
  try {
    throw new Error('caught')
  } catch (error) {
    console.log(error.message)
  }
  const reason = 'nobody'
  throw new Error(reason)
} })
"""
    program = run(script, DebugSetup(caught=caught, uncaught=uncaught))
    assert [line for _, line in program.stops] == lines
    assert all(pause["reason"] == "exception" for pause in program.pauses)
    assert "caught" in program.logged


def test_an_error_of_the_engine_pauses_with_the_variables_of_the_calls_it_came_through() -> None:
    seen: list[Message] = []

    def talk(pause: Message) -> Talk:
        seen.append((yield evaluate("wanted", 1)))
        seen.append((yield evaluate("outer", 2)))
        return "resume"

    script = """
function read(wanted) {
  return wanted.a.b
}
Page({ onLoad() {
  const outer = 5
  read({ c: outer })
} })
"""
    program = DebugProgram({f"{PAGE}.js": script}, DebugSetup(uncaught=True), talk)
    program.start(PAGE)
    (pause,) = program.pauses
    assert functions(pause)[:2] == [("read", 3), ("onLoad", 7)]
    assert pause["is_uncaught"] is True
    assert "cannot read property 'b' of undefined" in pause["description"]
    assert seen[0]["value"]["props"] == [["c", {"t": "number", "v": 5}]]
    assert seen[1]["value"] == {"t": "number", "v": 5}


def test_a_rejection_that_nobody_handles_pauses() -> None:
    script = "Page({ async onLoad() {\n  const a = await null\n  a.b()\n} })"
    program = run(script, DebugSetup(uncaught=True))
    assert program.stops == [("onLoad", 3)]


def test_a_debugger_statement_pauses() -> None:
    program = run("Page({ onLoad() {\n  debugger\n  console.log(1)\n} })", DebugSetup(), "over")
    assert [pause["reason"] for pause in program.pauses] == ["debugger-statement", "step"]


def test_setting_a_data_path_or_what_holds_it_pauses() -> None:
    script = """
Page({ data: { user: { name: '' } }, onLoad() {
  this.setData({ other: 1 })
  this.setData({ 'user.name': 'b' })
  this.setData({ user: {} })
} })
"""
    program = run(script, DebugSetup(data=["user.name"]))
    assert [(pause["reason"], pause["description"]) for pause in program.pauses] == [
        ("data", "user.name"),
        ("data", "user"),
    ]
    assert program.stops == [("onLoad", 4), ("onLoad", 5)]


def test_a_part_of_a_life_cycle_pauses_at_its_first_statement_and_what_has_none_leaves_nothing_behind() -> None:
    script = "Page({\n  onShow() {},\n  onLoad() {\n    this.a = 1\n    this.b = 2\n  },\n})\n"
    program = DebugProgram({f"{PAGE}.js": script}, DebugSetup(events=["onLoad", "onHide"]), go("resume"))
    program.start(PAGE)
    assert program.stops == [("onLoad", 4)]
    assert (program.pauses[0]["reason"], program.pauses[0]["description"]) == ("event", "onLoad")


def test_the_lines_of_typescript_are_those_that_were_written() -> None:
    script = "interface A {\n  n: number\n}\nPage({ onLoad() {\n  const a: A = { n: 1 } as A\n  console.log(a.n)\n} })"
    program = DebugProgram({f"{PAGE}.ts": script}, DebugSetup(breakpoints=[bp(6, f"{PAGE}.ts")]), go("resume"))
    program.start(PAGE)
    frame = program.pauses[0]["frames"][0]
    assert (frame["file"], frame["line"], frame["column"]) == (f"{PAGE}.ts", 6, 3)


def test_what_the_compiler_puts_before_the_first_line_holds_no_breakpoint_and_no_step() -> None:
    script = "// the page\n\nimport { two } from './b'\nexport function twice() {\n  return two\n}\nPage({})\n"
    files = {f"{PAGE}.ts": script, "pages/a/b.js": "exports.two = 2\n"}
    waiting = ["over", "over"]
    setup = DebugSetup(breakpoints=[bp(1, f"{PAGE}.ts")])
    program = DebugProgram(files, setup, lambda pause: go(waiting.pop(0) if waiting else "resume")(pause))
    program.start(PAGE)
    assert [line for _, line in program.stops] == [3, 7]


def test_imported_names_are_known() -> None:
    seen: list[Message] = []

    def talk(_pause: Message) -> Talk:
        seen.append((yield evaluate("one + two()")))
        return "resume"

    page = "import { one, two } from '../../b'\nPage({ onLoad() {\n  console.log(one, two())\n} })"
    other = "export const one = 1\nexport function two() { return 2 }"
    DebugProgram({f"{PAGE}.js": page, "b.js": other}, DebugSetup(breakpoints=[bp(3)]), talk).start(PAGE)
    assert seen[0]["value"] == {"t": "number", "v": 3}


def test_a_script_of_thousands_of_names_is_paused_in() -> None:
    names = "".join(f"var name{number} = {number}\n" for number in range(5000))
    program = run(f"{names}Page({{ onLoad() {{\n  console.log(name4999)\n}} }})", DebugSetup(breakpoints=[bp(5002)]))
    assert program.stops == [("onLoad", 5002)]
    assert program.logged == [4999]


def test_without_a_breakpoint_scripts_run_as_they_are() -> None:
    program = run(SUM, DebugSetup())
    assert program.told[-1]["plain"] == [f"{PAGE}.js"]


def test_scripts_of_packages_run_as_they_are_unless_a_breakpoint_is_in_them() -> None:
    library = "miniprogram_npm/lib/index.js"
    page = "const lib = require('lib')\nPage({ onLoad() { lib.f() } })"
    scripts = {library: "exports.f = () => {\n  g()\n}\nfunction g() {\n  return [1]\n}"}
    assert run(page, DebugSetup(breakpoints=[bp(2)]), "into", **scripts).told[-1]["plain"] == [library]
    assert run(page, DebugSetup(breakpoints=[bp(2, library)]), **scripts).stops == [("<anonymous>", 2)]


def test_scopes_stay_however_many_values_are_looked_at() -> None:
    seen: list[Message] = []

    def talk(pause: Message) -> Talk:
        for _ in range(30):
            yield evaluate("Array.from({ length: 100 }, () => ({ a: {} }))")
        seen.append((yield members(pause["frames"][0]["scopes"][0]["object_id"])))
        return "resume"

    DebugProgram({f"{PAGE}.js": SUM}, DebugSetup(breakpoints=[bp(3, condition="a == 1")]), talk).start(PAGE)
    assert [name for name, _ in seen[0]["value"]["props"]] == ["a", "b"]


def test_a_breakpoint_deep_in_a_recursion_pauses_with_the_calls_that_the_engine_tells() -> None:
    down = "function down(n) {\n  if (n === 0) {\n    return 0\n  }\n  return down(n - 1) + 1\n}"
    script = f"{down}\nPage({{ onLoad() {{\n  console.log(down(1000))\n}} }})"
    program = run(script, DebugSetup(breakpoints=[bp(3)]))
    assert program.stops == [("down", 3)]
    assert len(program.pauses[0]["frames"]) > 50
    assert program.logged == [1000]
