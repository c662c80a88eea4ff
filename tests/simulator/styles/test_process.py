"""Less and Sass in a process of its own: what it gives, what stops it, and what it never does."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import psutil
import pytest

from runtime.compiler.build import build
from runtime.compiler.style_compiler import DirectStyleCompiler
from runtime.compiler.stylesheet import CompiledCss
from runtime.project.load import load_project
from simulator.styles.limits import MEMORY_LIMIT_MB
from simulator.styles.process import StyleProcess
from simulator.styles.stopped import CODES
from tests.support.project_folder import write_project
from tests.support.style_texts import StyleTexts

LOOP = "$i: 1;\n@while $i > 0 {\n  $i: $i + 1;\n}\n"
LAUGHS = "".join(f"@a{i}: @a{i + 1} @a{i + 1};" for i in range(40)) + "@a40: x;\n.a { b: @a0 }"


@pytest.fixture
def process() -> Iterator[StyleProcess]:
    with StyleProcess() as found:
        yield found


@pytest.fixture
def hasty() -> Iterator[StyleProcess]:
    """One that waits for a fifth of a second, and the grace."""
    with StyleProcess(time_limit_s=0.2) as found:
        yield found


def compiled(process: StyleProcess, files: Mapping[str, str], path: str) -> CompiledCss:
    return process.compile(path, "Less" if path.endswith(".less") else "Sass", StyleTexts(files))


def findings(result: CompiledCss) -> list[tuple[str, str, int]]:
    return [(found.code, found.span.file, found.span.line) for found in result.diagnostics]


def running() -> list[psutil.Process]:
    """The processes that compile style sheets for this one."""
    return [child for child in psutil.Process().children() if "simulator.styles" in child.cmdline()]


def stopped_at(result: CompiledCss) -> tuple[str, int]:
    """The file and line of the one finding, which says that the time or the memory was over: a loop eats both."""
    ((code, file, line),) = findings(result)
    assert code in CODES
    assert result.css.strip() == ""
    return file, line


FILES = {
    "p/a.less": "@import 'b';\n@import (optional) 'none';\n.a { b: @c; d: @e }",
    "p/b.less": "@c: 1rpx;",
    "p/a.scss": "@use '../lib';\n.a {\n  b: lib.$c;\n  &:hover { 数: '😀' }\n}",
    "lib/_index.scss": "$c: 2rpx;",
    "wrong.scss": "\n.a { b: $none }",
}


@pytest.mark.parametrize("path", ["p/a.less", "p/a.scss", "wrong.scss", "lib/_index.scss"])
def test_gives_what_compiling_here_gives(process: StyleProcess, path: str) -> None:
    language = "Less" if path.endswith(".less") else "Sass"
    here = DirectStyleCompiler().compile(path, language, StyleTexts(FILES))
    assert compiled(process, FILES, path) == here
    assert here.css or here.diagnostics


@pytest.mark.parametrize(
    ("path", "files", "place"),
    [
        ("a.scss", {"a.scss": LOOP}, ("a.scss", 2)),
        ("a.scss", {"a.scss": ".x { y: z }\n@for $i from 1 through 100000000 { $x: $i }"}, ("a.scss", 2)),
        ("a.scss", {"a.scss": "@import 'b';\n.a { b: c }", "b.scss": "\n" + LOOP}, ("b.scss", 3)),
        ("a.sass", {"a.sass": "$i: 1\n@while $i > 0\n  $i: $i + 1\n"}, ("a.sass", 2)),
        ("a.scss", {"a.scss": ".a, .b {" * 24 + "c: d" + "}" * 24}, ("a.scss", 1)),
        ("a.less", {"a.less": LAUGHS}, ("a.less", 2)),
        ("a.less", {"a.less": "\n.a { b: replace('" + "a" * 60 + "!', '(a+)+$', '') }"}, ("a.less", 2)),
        (
            "a.less",
            {"a.less": "@import 'b';\n.a { .m(1) }", "b.less": "\n.m(@i) when (@i < 40) { .m(@i + 1); .m(@i + 1); }"},
            ("b.less", 2),
        ),
    ],
)
def test_what_never_ends_is_stopped(
    hasty: StyleProcess, path: str, files: Mapping[str, str], place: tuple[str, int]
) -> None:
    assert stopped_at(compiled(hasty, files, path)) == place
    assert compiled(hasty, {"z.scss": ".z { y: x }"}, "z.scss").css == ".z {\n  y: x;\n}\n"


@pytest.mark.parametrize("limit_mb", [150, 5000], ids=["its parent measures it", "the system's limit comes first"])
def test_what_takes_all_memory_is_stopped(limit_mb: int) -> None:
    if limit_mb > MEMORY_LIMIT_MB and sys.platform != "linux":
        limit_mb = MEMORY_LIMIT_MB  # no other system holds a process to its memory
    source = "$i: 1;\n@while $i > 0 {\n  .a { b: c }\n  $i: $i + 1;\n}"
    with StyleProcess(time_limit_s=60, memory_limit_mb=limit_mb) as process:
        result = compiled(process, {"a.scss": source}, "a.scss")
        assert findings(result) == [("style/too-much-memory", "a.scss", 2)]
        assert compiled(process, {"z.scss": ".z { y: x }"}, "z.scss").css


def test_sheets_that_import_the_file_which_hangs_do_not_hang_one_by_one(hasty: StyleProcess) -> None:
    files = {"a.scss": "@import 'l';", "b.scss": ".b { c: d }\n@import 'l';", "l.scss": LOOP}
    first = compiled(hasty, files, "a.scss")
    compiled(hasty, {"z.scss": ""}, "z.scss")
    (before,) = running()
    second = compiled(hasty, files, "b.scss")
    assert running() == [before]
    assert second.diagnostics == first.diagnostics
    assert stopped_at(first) == ("l.scss", 2)
    # It is compiled again when anything changes that went into either.
    assert set(second.read) == {"l.scss", "a.scss"}
    mended = files | {"l.scss": "$i: 1;"}
    assert compiled(hasty, mended, "b.scss").css == ".b {\n  c: d;\n}\n"
    assert stopped_at(compiled(hasty, files | {"a.scss": ""}, "b.scss")) == ("l.scss", 2)


def test_a_process_that_has_gone_is_replaced(process: StyleProcess) -> None:
    compiled(process, FILES, "p/a.less")
    (child,) = running()
    child.kill()
    child.wait()
    assert ".a {" in compiled(process, FILES, "p/a.scss").css


def test_closing_does_not_wait(process: StyleProcess) -> None:
    asked = threading.Event()
    results: list[CompiledCss] = []

    class Files(StyleTexts):
        def text(self, path: str) -> str | None:
            asked.set()
            return super().text(path)

    thread = threading.Thread(target=lambda: results.append(process.compile("a.scss", "Sass", Files({"a.scss": LOOP}))))
    thread.start()
    assert asked.wait(60)
    process.close()
    thread.join(3)
    assert not thread.is_alive()
    assert results[0].css == ""
    assert compiled(process, FILES, "p/a.less") == CompiledCss("", (), (), (), ())


def test_a_project_cannot_stand_in_for_our_modules(
    process: StyleProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = f"open({str(tmp_path / 'ran')!r}, 'w')"
    names = ("sass.py", "msgspec.py", "json.py", "runtime/__init__.py", "simulator/__init__.py", "sitecustomize.py")
    write_project(tmp_path, dict.fromkeys(names, mark))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", "")
    assert compiled(process, FILES, "p/a.scss").css
    assert not (tmp_path / "ran").exists()


HOSTILE = {
    "less-parentheses": (".less", ".a{b:" + "(" * 400 + "1" + ")" * 400 + "}", ("less/too-deep", 1)),
    "less-chinese": (
        ".less",
        ".a {\n  " + "这里是一行忘记写注释符号的中文说明文字" * 2 + "\n  color: red;\n}",
        ("less/syntax", 2),
    ),
    "sass-nul": (".scss", ".a{b:c}\0", ("sass/error", 1)),
    "sass-two-bytes-a-character": (".scss", "\ufffd\ufffd.\0a\0 \0{\0}\0", ("sass/error", 1)),
    "sass-parentheses": (".scss", "\n.a{b:" + "(" * 4000 + "1" + ")" * 4000 + "}", ("sass/error", 2)),
    "sass-mixins": (".scss", "@mixin f($x) {\n@include f($x + 1) }\n.a { @include f(1) }", ("sass/error", 2)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_sheets_in_a_project(process: StyleProcess, tmp_path: Path, name: str) -> None:
    ending, text, (code, line) = HOSTILE[name]
    files = {"app.json": '{"pages": ["i"]}', "app.js": "", "i.js": "Page({})", "i.wxml": "<view/>", f"i{ending}": text}
    result = build(load_project(write_project(tmp_path, files)), style_compiler=process)
    found = [one for one in result.diagnostics if one.severity == "error"]
    assert [(one.code, one.span.file, one.span.line) for one in found] == [(code, f"i{ending}", line)]
