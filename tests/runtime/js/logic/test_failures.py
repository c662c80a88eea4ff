"""Errors: where they happened, who hears of them. Source: the framework guide."""

from __future__ import annotations

from tests.support.logic_program import LogicProgram


def start(page: str, app: str = "App({})", **files: str) -> LogicProgram:
    program = LogicProgram({"app.js": app, "pages/p/p.wxml": "p", "pages/p/p.js": page, **files})
    program.launch()
    return program


def test_app_on_error_hears_message_and_stack() -> None:
    program = start("Page({ onLoad() { throw new Error('x'); } })", "App({ onError(text) { console.log(text); } })")
    text = program.logs()[0]
    assert text.startswith("Error: x\n    at onLoad (pages/p/p.js:1:")


def test_the_error_lifetime() -> None:
    program = start(
        "Page({})",
        **{
            "pages/p/p.wxml": "<c/>",
            "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
            "c/c.wxml": "",
            "c/c.js": "Component({ attached() { throw new Error('x'); }, lifetimes: { error(e) { console.log(e.message); } } })",  # noqa: E501
        },
    )
    assert program.logs() == ["x"]
    assert program.errors() == ["Error: x"]


def test_unhandled_rejections_of_all_sorts() -> None:
    program = start(
        """Page({
          onLoad() { Promise.reject(new Error('one')); this.helper(); new Promise((_, no) => no(2)); Promise.resolve().then(() => { throw 3; }); },
          async helper() { await null; throw new Error('four'); }, async onShow() { throw 5; } })""",  # noqa: E501
        "App({ onUnhandledRejection(e) { console.log(String(e.reason)); } })",
    )
    assert sorted(program.logs()) == ["2", "3", "5", "Error: four", "Error: one"]
    assert sorted(program.errors()) == sorted(
        f"Unhandled promise rejection: {text}" for text in ("Error: one", "2", "3", "Error: four", "5")
    )


def test_handled_rejections_are_silent() -> None:
    program = start("""
    async function fails() { throw new Error('x'); }
    Page({ async onLoad() {
      try { await fails(); } catch (e) { console.log('await'); }
      await fails().catch(() => console.log('catch'));
      await Promise.all([fails(), fails()]).catch(() => console.log('all'));
      await new Promise((_, no) => no(1)).then(null, () => console.log('then'));
      const late = this.late(); try { await late; } catch (e) { console.log('late'); }
    }, async late() { throw 1; } })
    """)
    assert program.logs() == ["await", "catch", "all", "then", "late"]
    assert program.errors() == []


def test_promises_stay_promises() -> None:
    program = start("Page({})")
    assert program.evaluate("(async () => 1)() instanceof Promise") is True
    assert program.evaluate("new Promise(() => {}).constructor === Promise") is True
    assert program.evaluate("(class X extends Promise {}).resolve(1) instanceof Promise") is True
    assert program.evaluate("await Promise.race([1, new Promise(() => {})])") == 1


def test_endless_recursion_is_an_error_of_the_program() -> None:
    program = start("Page({ onLoad() { const f = () => f(); f(); }, onShow() { console.log('alive'); } })")
    assert program.logs() == ["alive"]
    assert program.errors() == ["RangeError: Maximum call stack size exceeded"]


def test_a_component_inside_itself_without_end() -> None:
    program = start(
        "Page({})",
        **{
            "pages/p/p.wxml": "<c/>after",
            "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
            "c/c.wxml": '<c wx:if="{{on}}"/>',
            "c/c.js": "Component({ data: { on: true } })",
            "c/c.json": '{"component":true,"usingComponents":{"c":"c"}}',
        },
    )
    assert "nested more than" in program.errors()[0]


def test_stacks_in_the_programs_own_words() -> None:
    program = start(
        "function inner() {\n  return new Error('x').stack;\n}\nPage({ onLoad() {\n  console.log(inner());\n} })"
    )
    assert program.logs() == ["    at inner (pages/p/p.js:2:14)\n    at onLoad (pages/p/p.js:5:15)\n"]


def test_things_thrown_that_are_no_errors() -> None:
    program = start(
        "Page({ onLoad() { throw { code: 1 }; }, onShow() { throw 'text'; }, onReady() { throw undefined; } })"
    )
    assert program.errors() == ['{"code":1}', "text", "undefined"]


def test_what_runs_is_known() -> None:
    program = start("Page({\n onLoad() {}\n})")
    assert ("pages/p/p onLoad", "pages/p/p.js:2") in program.handlers


def test_an_endless_recursion_names_the_handler_that_it_began_in() -> None:
    program = start("Page({\n  data: {},\n  deep() {\n    const f = () => f() + 1\n    f()\n  },\n})")
    program.call("deep")
    error = program.last("uncaught")
    assert error["message"] == "RangeError: Maximum call stack size exceeded"
    assert [(frame["file"], frame["line"]) for frame in error["stack"]] == [("pages/p/p.js", 3)]


def test_a_rejection_by_the_surroundings_is_not_the_programs() -> None:
    program = start("""Page({ onLoad() {
      Promise.reject({ errMsg: 'downloadFile:fail errcode:-105 error_msg:net::ERR_NAME_NOT_RESOLVED' });
      Promise.reject(new Error('cloud.callFunction:fail no cloud environment: x'));
      Promise.reject({ errMsg: 'getStorage:fail data not found' });
    } })""")
    assert [error["kind"] for error in program.of("uncaught")] == ["environment", "environment", "program"]
