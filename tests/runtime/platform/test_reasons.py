"""What Handset does not carry out has a reason, decided once and told wherever the name is met."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.api.texts import notice_text, reason_text
from runtime.platform.reasons import Reasons
from runtime.platform.wechat import WECHAT
from tests.support.coverage_page import missing_of

WRITTEN = WECHAT.reasons.by_name
UNSUPPORTED = {name for name, entry in WECHAT.registry.entries.items() if entry.state == "unsupported"}


def test_everything_that_is_unsupported_has_a_reason() -> None:
    assert [name for name in sorted(UNSUPPORTED) if not WECHAT.registry.reason(name)] == []


def test_everything_without_effect_has_a_reason() -> None:
    tags = WECHAT.support.components
    missing = [f"<{tag}> {name}" for tag, support in tags.items() for name in missing_of(support)]
    plain = [f"<{tag}>" for tag, support in tags.items() if support.state == "plain"]
    assert [name for name in (*missing, *plain) if name not in WRITTEN] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_only_what_is_not_carried_out_has_one(name: str) -> None:
    tag, _, part = name.removeprefix("<").partition(">")
    if name.startswith("<"):
        support = WECHAT.support.components[tag]
        assert part.strip() in missing_of(support) if part else support.state == "plain"
    elif name.endswith(".*"):
        methods = WECHAT.catalogue.objects[name.removesuffix(".*")].methods
        assert {f"{name[:-1]}{method}" for method in methods} <= UNSUPPORTED
    else:
        assert name in UNSUPPORTED


def test_every_reason_has_words_in_both_languages() -> None:
    for reason in set(WRITTEN.values()):
        assert reason_text(reason, "en")
        assert reason_text(reason, "zh")


def test_a_notice_says_why() -> None:
    arguments = {"api": "wx.createVKSession", "reason": WECHAT.registry.reason("createVKSession")}
    assert notice_text("api/unsupported", arguments).startswith(
        "wx.createVKSession is not supported by Handset: it recognises and measures what a real camera sees"
    )
    assert notice_text("api/unsupported", arguments, "zh").startswith("Handset 不支持 wx.createVKSession：识别")
    assert notice_text("api/unsupported", {"api": "wx.x"}).startswith("wx.x is not supported by Handset. It fails")


def test_methods_have_the_reason_of_their_object_and_what_works_has_none() -> None:
    registry = WECHAT.registry
    assert registry.reason("VKSession.start") == registry.reason("createVKSession") == "vision"
    assert registry.reason("request") == registry.reason("VideoContext.play") == ""


def test_a_name_has_one_reason(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"one": ["x"]}), "utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"other": ["x"]}), "utf-8")
    with pytest.raises(ValueError, match="two reasons for x: one and other"):
        _ = Reasons(tmp_path).by_name
    assert Reasons(tmp_path / "none").of("x") == ""
