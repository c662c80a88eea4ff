"""Errors: where they happened, who hears of them. Source: the framework guide."""

from __future__ import annotations

import pytest

from runtime.api.table import table
from runtime.platform.wechat import WECHAT
from simulator.worker.library import FIRST_LINE
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
      Promise.reject(new Error('cloud.callFunction:fail -501000 cloud functions: x'));
      Promise.reject({ errMsg: 'getStorage:fail data not found' });
    } })""")
    assert [error["kind"] for error in program.of("uncaught")] == ["environment", "environment", "program"]


@pytest.mark.parametrize(
    "code",
    [
        "(async () => { await null; throw new Error('x'); })();",
        "(async () => { throw new Error('x'); })();",
        "const f = async () => { throw new Error('x'); }; f().then((v) => v);",
        "async function f() { throw new Error('x'); } f();",
        "async function f() { throw new Error('x'); } const kept = f();",
        "async function f() { throw new Error('x'); } (async () => { await f(); })();",
        "async function f() { throw new Error('x'); } (async () => f())();",
        "[1].forEach(async () => { throw new Error('x'); });",
        "new (class { async m() { throw new Error('x'); } })().m();",
        "({ m: async () => { throw new Error('x'); } }).m();",
        "new (class { f = async () => { await null; throw new Error('x'); } })().f();",
        "setTimeout(async () => { throw new Error('x'); }, 0);",
        "const p = () => new Promise((_, no) => setTimeout(() => no(new Error('x')))); (async () => { await p() })();",
        "(async () => { try { throw new Error('y'); } finally { throw new Error('x'); } })();",
        "(async () => { for await (const v of [Promise.reject(new Error('x'))]) v; })();",
        "Promise.all([(async () => { throw new Error('x'); })(), 1]);",
        "Promise.resolve().then(async () => { throw new Error('x'); });",
        "queueMicrotask(async () => { throw new Error('x'); });",
        "(async () => { throw new Error('x'); })().finally(() => {});",
        "const o = { then(a, b) { b(new Error('x')); } }; (async () => { await o; })();",
    ],
)
def test_a_rejection_that_nobody_handles_is_told_once(code: str) -> None:
    program = start(f"Page({{ onLoad() {{ {code} }} }})", "App({ onUnhandledRejection(e) { console.log(e.reason.message); } })")  # noqa: E501
    program.run_timers(30)
    assert program.errors() == ["Unhandled promise rejection: Error: x"]
    assert program.logs() == ["x"]


@pytest.mark.parametrize(
    "code",
    [
        "try { await fails(); } catch (e) {}",
        "await fails().catch(() => {});",
        "fails().then(() => {}, () => {});",
        "await Promise.allSettled([fails(), fails()]);",
        "await Promise.all([fails(), fails()]).catch(() => {});",
        "await Promise.race([fails(), 1]).catch(() => {});",
        "const kept = fails(); try { await kept; } catch (e) {}",
        "const outer = async () => fails(); await outer().catch(() => {});",
        "const outer = async () => { await fails(); }; await outer().catch(() => {});",
        "await (async () => { try { return await fails(); } catch (e) { return 1; } })();",
        "await Promise.resolve(fails()).catch(() => {});",
        "await new Promise((done) => done(fails())).catch(() => {});",
        "const kept = fails(); await null; await null; await kept.catch(() => {});",
    ],
)
def test_a_rejection_that_somebody_handles_is_not_told(code: str) -> None:
    program = start(f"async function fails() {{ throw new Error('x'); }}\nPage({{ async onLoad() {{ {code} console.log('on'); }} }})")  # noqa: E501
    assert (program.logs(), program.errors()) == (["on"], [])


def test_the_stack_of_an_async_function_names_it_once() -> None:
    program = start("""Page({
  onLoad() { this.later() },
  async later() {
    const inner = async () => {
      throw new Error('x')
    }
    await inner()
  },
})""")
    (error,) = program.of("uncaught")
    stack = [(frame["function"], frame["line"]) for frame in error["stack"]]
    assert stack == [("inner", 5), ("later", 7), ("onLoad", 2)]


def test_a_name_is_there_after_the_first_await_too() -> None:
    program = start("Page({\n  async onLoad() {\n    await null\n    throw new Error('x')\n  },\n})")
    (error,) = program.of("uncaught")
    assert [(frame["function"], frame["line"]) for frame in error["stack"]] == [("onLoad", 4)]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("wx.foo(1)", "TypeError: wx.foo is not a function"),
        ("this.data.list.foo()", "TypeError: this.data.list.foo is not a function"),
        ("const { a } = { a: 1 }; a()", "TypeError: a is not a function"),
        ("new wx.Foo()", "TypeError: wx.Foo is not a constructor"),
        ("this.data.user.name", "TypeError: cannot read property 'name' of undefined (this.data.user)"),
        ("this.data.user.name = 1", "TypeError: cannot set property 'name' of undefined (this.data.user)"),
        ("const d = this.data; for (const a of d.rows) a", "TypeError: d.rows is not iterable"),
        ("[1].map(this.nope)", "TypeError: not a function (given to map)"),
        ("/* 中文 */ wx.foo('中文')", "TypeError: wx.foo is not a function"),
        ("eval('wx.bar()')", "TypeError: not a function"),
        ("throw new TypeError('not a function')", "TypeError: not a function"),
    ],
)
def test_an_error_of_the_engine_names_the_expression(code: str, message: str) -> None:
    program = start(f"Page({{\n  data: {{ list: {{}} }},\n  onLoad() {{\n    {code}\n  }},\n}})")
    assert program.errors() == [message]


def test_the_program_sees_the_same_words() -> None:
    program = start("Page({ onLoad() { try { wx.foo(); } catch (e) { console.log(e.message, { ...e }); } } })")
    assert program.logs() == [["wx.foo is not a function", {}]]


def test_an_imported_name_and_async_functions_read_as_written() -> None:
    files = {"pages/p/lib.js": "export const gone = undefined"}
    program = start("import { gone } from './lib'\nPage({ async onLoad() { await null\n gone(1) } })", **files)
    assert program.errors() == ["Unhandled promise rejection: TypeError: gone is not a function"]


def test_errors_of_the_programs_own_classes_keep_their_message() -> None:
    program = start("""class Mine extends TypeError { get message() { throw 1 } }
    Page({ onLoad() { try { throw new Mine() } catch (e) { console.log(e instanceof Mine) } } })""")
    assert program.logs() == [True]


def test_columns_behind_chinese_text_are_those_of_the_file() -> None:
    program = start("Page({\n  onLoad() {\n    const a = '中文😀'; throw new Error('x')\n  },\n})")
    (frame,) = program.last("uncaught")["stack"]
    assert (frame["line"], frame["column"]) == (3, "    const a = '中文😀'; throw new Error".index("Error") + 1)


def test_a_reported_error_leads_to_where_it_was_made() -> None:
    program = start("""Page({
  onLoad() {
    const error = new Error('x')
    const report = (e) => {
      console.error('failed:', e)
      console.warn(e)
      console.log(e)
      console.error('no error here')
    }
    report(error)
  },
})""")
    lines = [log["stack"][0]["line"] for log in program.of("log")]
    assert lines == [3, 3, 7, 8]


@pytest.mark.parametrize(
    ("thrown", "fault"),
    [
        # The program's own line raised or threw it.
        ("undefined.x", "program"),
        ("none()", "program"),
        ("throw new TypeError('not a function')", "program"),
        ("throw 'not a function'", "program"),
        ("throw null", "program"),
        ("throw { get errMsg() { throw 1 } }", "program"),
        ("throw { errMsg: 'getStorage:fail data not found' }", "program"),
        ("[].map(undefined)", "program"),
        ("JSON.parse('{')", "program"),
        ("decodeURIComponent('%')", "program"),
        ("'a'.repeat(2 ** 31)", "program"),
        ("eval('gone()')", "program"),
        ("eval('a b')", "program"),
        ("new Function('a b')", "program"),
        ("new Function('return gone')()", "program"),
        ("const f = () => f() + 1; f()", "program"),
        ("const { next } = [1].values(); next()", "program"),
        # The base library refuses what the program asks of it.
        ("require(5)", "program"),
        ("require('./go' + 'ne')", "program"),
        ("requirePlugin('gone')", "program"),
        ("new Promise()", "program"),
        ("Promise(() => {})", "program"),
        ("Promise.prototype.then.call(1)", "program"),
        ("queueMicrotask(1)", "program"),
        ("wx.base64ToArrayBuffer('?')", "program"),
        ("wx.arrayBufferToBase64(1)", "program"),
        ("wx.removeStorageSync()", "program"),
        ("new Date(1).toLocaleString('_')", "program"),
        # A method without its object.
        ("this.setData.call(null, { a: 1 })", "program"),
        ("const { triggerEvent } = this; triggerEvent('a')", "program"),
        ("const { selectComponent } = this; [1].map(selectComponent)", "program"),
        ("const { select } = wx.createSelectorQuery().select('a').fields; select('a')", "program"),
        ("const { boundingClientRect } = wx.createSelectorQuery().select('a'); boundingClientRect()", "program"),
        ("const { opacity } = wx.createAnimation(); opacity(1)", "program"),
        # A value that the engine cannot use, wherever that shows.
        ("this.triggerEvent(Symbol('a'), 1n); this.triggerEvent({ __proto__: null })", "program"),
        ("this.setData({ a: (() => { const p = Proxy.revocable({}, {}); p.revoke(); return p.proxy })() })", "program"),
        # The surroundings.
        ("throw { errMsg: 'request:fail net::ERR_NAME_NOT_RESOLVED' }", "environment"),
        ("throw new Error('cloud.callFunction:fail -501000 cloud functions: x')", "environment"),
        ("throw { errMsg: 'request:fail timeout' }", "environment"),
        # What Handset has not got, and where it slips itself.
        ("throw { errMsg: 'openDocument:fail not supported by Handset' }", "handset"),
        ("throw new Error('scanItem:fail not supported by Handset')", "handset"),
        ("throw { errMsg: 'getStorage:fail internal error KeyError: x' }", "handset"),
        ("__slip(this)", "handset"),
        ("[1].map(() => __slip(this))", "handset"),
        ("JSON.stringify({ toJSON: () => __slip(this) })", "handset"),
    ],
)
def test_whose_fault_an_error_is(thrown: str, fault: str) -> None:
    for handler in (f"onLoad() {{ {thrown} }}", f"async onLoad() {{ await null; {thrown} }}"):
        program = slipping(f"Page({{ {handler} }})")
        assert program.faults() == [fault], program.errors()


def test_whose_fault_an_error_is_in_a_listener_and_a_template() -> None:
    program = slipping(
        "Page({ onLoad() { setTimeout(() => __slip(this)); Promise.resolve().then(() => __slip(this)) } })"
    )
    program.run_timers(20)
    assert program.faults() == ["handset", "handset"]


@pytest.mark.parametrize("script", ["gone()", "undefined.x", "throw new Error('x')", "require('./lib')"])
def test_an_error_of_a_script_while_it_is_evaluated_is_the_programs(script: str) -> None:
    files = {"pages/p/p.wxml": "p", "pages/p/lib.js": "null.x", "pages/p/p.js": f"{script}\nPage({{}})"}
    program = LogicProgram(files)
    program.launch()
    assert program.faults() == ["program"]


def slipping(page: str) -> LogicProgram:
    """A program that has `wx`, and `__slip`: a function that stands where the base library does and stumbles."""
    stumble = f"globalThis.__slip = (0, eval)('\\n'.repeat({FIRST_LINE}) + '(page) => page.none.none'); App({{}})"
    files = {"app.js": stumble, "pages/p/p.wxml": "p", "pages/p/p.js": page}
    program = LogicProgram(files, settings={"apis": table(WECHAT.registry)})
    program.launch()
    return program
