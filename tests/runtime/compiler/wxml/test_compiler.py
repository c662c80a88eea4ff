"""What the builder gets beside the code: dependencies, inline wxs, tags, handlers."""

from __future__ import annotations

import json
from importlib.resources import files

from runtime.compiler.wxml.compiler import CompiledTemplate, compile_template
from runtime.compiler.wxml.template import Handler, InlineWxs
from runtime.diagnostics import Span
from runtime.platform.wechat import WECHAT

FILES = {
    "pages/a.wxml": (
        "<import src='/t/card'/>\n<import src='gone.wxml'/>\n<wxs module='m' src='./m.wxs'/>\n"
        "<wxs module='n'>var x</wxs>\n<include src='../t/head.wxml'/>\n"
        "<my-tag bindtap='onTap' bind:change='{{dyn}}' generic:row='my-row'/><view catchtap='' bindtap='onTap'/>"
    ),
    "t/card.wxml": "<template name='card'/>",
    "t/head.wxml": "<include src='foot'/><view bindtap='inHead'><head-tag/>{{ oops. }}</view>",
    "t/foot.wxml": "<template is='card'/>",
    "pages/m.wxs": "",
}


def compiled(path: str = "pages/a.wxml") -> CompiledTemplate:
    return compile_template(path, FILES[path], using={"my-tag"}, built_in=WECHAT.tags, read=FILES.get)


def test_dependencies() -> None:
    assert compiled().includes == ("t/head.wxml", "t/foot.wxml")
    expected = {"t/card.wxml", "t/head.wxml", "t/foot.wxml", "pages/m.wxs", "pages/gone.wxml"}
    assert set(compiled().dependencies) == expected


def test_inline_wxs_knows_where_it_starts() -> None:
    assert compiled().wxs_inline == {"pages/a.wxml#n": InlineWxs("var x", 4, 17)}


def test_tags_that_may_be_components() -> None:
    assert compiled().tags == {
        "my-tag": Span("pages/a.wxml", 6, 1, 6, 8),
        "my-row": Span("pages/a.wxml", 6, 1, 6, 8),
        "head-tag": Span("t/head.wxml", 1, 45, 1, 54),
    }


def test_handlers_are_the_static_method_names() -> None:
    assert compiled().handlers == (
        Handler("onTap", "tap", Span("pages/a.wxml", 6, 18, 6, 23)),
        Handler("onTap", "tap", Span("pages/a.wxml", 6, 96, 6, 101)),
    )


def test_findings_in_an_included_file_are_its_own() -> None:
    assert [diagnostic.code for diagnostic in compiled().diagnostics] == ["wxml/missing-file"]
    assert [diagnostic.code for diagnostic in compiled("t/head.wxml").diagnostics] == ["wxml/expected-name"]


def test_every_message_speaks_both_languages() -> None:
    messages = json.loads((files("resources.messages.diagnostics") / "wxml.json").read_text("utf-8"))
    for code, message in messages.items():
        assert code.startswith("wxml/")
        assert message["severity"] in ("error", "warning", "info")
        assert message["en"]["text"] != message["zh"]["text"]
        assert bool(message["en"]["help"]) == bool(message["zh"]["help"])
