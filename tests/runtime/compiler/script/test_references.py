"""Which modules a script names, and syntax errors with their place."""

from __future__ import annotations

import pytest

from runtime.compiler.script.compile import compile_script
from runtime.compiler.script.references import find_references
from runtime.compiler.script.syntax import parse_script
from tests.support.project_folder import codes
from tests.support.work import work


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("require('./a'); require(\"b\"); require(`c`)", ["./a", "b", "c"]),
        ("((require) => { require('./own') })(); require('./a')", ["./a"]),
        ("({ m(require) { require('./own'); (() => { require('./inner') })() } }); require('./a')", ["./a"]),
        ("import a from './a'\nexport * from './b'\nimport './c'", ["./a", "./c", "./b"]),
        ("export {x} from './d'; import('./e'); require.async('./f')", ["./e", "./f", "./d"]),
        ("function f(require) { require('./own') }", []),
        ("({1: [function (require, module, exports) { require('./own') }]})", []),
        ("a.require('./x'); require(x)", []),
    ],
)
def test_named(source: str, names: list[str]) -> None:
    assert [reference.name for reference in compile_script("a.js", source, "javascript").references] == names


@pytest.mark.parametrize(
    ("source", "is_guarded"),
    [
        ("require('a')", False),
        ("try { require('a') } catch (e) {}", True),
        ("typeof x === 'y' && require('a')", True),
        ("require('a', ok, fail)", True),
        ("require.async('a')", True),
        ("if (x) { for (;;) { () => { require('a') } } }", True),
        ("try { x() } catch (e) {}; require('a'); if (x) {}", False),
    ],
)
def test_guarded(source: str, is_guarded: bool) -> None:
    (reference,) = compile_script("a.js", source, "javascript").references
    assert reference.is_guarded is is_guarded


@pytest.mark.parametrize(
    ("source", "starts"),
    [
        ("require(name)", [""]),
        ("require('./lang/' + name + '.js')", ["./lang/"]),
        ("require(`../x/${name}`)", ["../x/"]),
    ],
)
def test_computed(source: str, starts: list[str]) -> None:
    assert list(compile_script("a.js", source, "javascript").dynamic) == starts


def test_many_calls_side_by_side_take_time_by_their_number() -> None:
    def calls(count: int) -> int:
        source = parse_script("a.js", "\n".join(f"require('./m{number}')" for number in range(count)), "javascript")
        with work() as done:
            assert len(find_references(source).named) == count
        return done.calls

    # A walk for each of them is a hundred times as much.
    assert calls(2000) < 12 * calls(200)


def test_a_name_that_is_a_long_sum() -> None:
    source = "require(" + " + ".join(["'./a'"] * 3000) + ")"
    assert list(compile_script("a.js", source, "javascript").dynamic) == ["./a"]


def test_positions_count_characters() -> None:
    (reference,) = compile_script("a.js", "'中文'; require('./a')", "javascript").references
    assert (reference.span.line, reference.span.column, reference.span.end_column) == (1, 15, 20)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Page({\n  data: {\n})", ["script/missing-token a.js:3:2"]),
        ("var a = ;", ["script/syntax-error a.js:1:7"]),
        ("if (a {}", ["script/missing-token a.js:1:6"]),
        ("var a = 1", []),
    ],
)
def test_syntax_errors(source: str, found: list[str]) -> None:
    script = compile_script("a.js", source, "javascript")
    assert codes(script.diagnostics) == found
    assert script.code == source
    assert all(diagnostic.text() and diagnostic.text("zh") for diagnostic in script.diagnostics)
