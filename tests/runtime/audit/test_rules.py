"""What the audit finds in a project, what it leaves alone, and how the score is made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.audit.audit import RULES, Unwanted, audit
from runtime.audit.report import CATEGORIES, Verdict, score
from runtime.compiler.build import build
from runtime.diagnostics import Diagnostic, Span, is_diagnostic_code
from runtime.project.load import load_project
from tests.runtime.audit.audited import BASE, audited, found, png

LOGO = {"logo.png": png(100, 100)}
SHOWN = {"pages/a/a.wxml": '<image src="/logo.png"/>'}


def test_a_clean_project_has_all_points(tmp_path: Path) -> None:
    report = audited(tmp_path, {**LOGO, **SHOWN})
    assert found(report) == []
    assert score(report.verdicts) == 100
    assert [(one.root, dict(one.files)["logo.png"]) for one in report.packages] == [("", len(LOGO["logo.png"]))]


def test_every_rule_is_known_by_name_and_stands_for_itself() -> None:
    codes = [code for rule in RULES for code in rule.codes]
    assert len(codes) == len(set(codes))
    assert all(map(is_diagnostic_code, codes))
    assert all(rule.category in CATEGORIES and rule.weight > 0 and rule.source for rule in RULES)


@pytest.mark.parametrize(
    ("script", "is_used"),
    [
        ("Page({ src: '/images/logo.png' })", True),
        ("Page({ src: '../../images/logo.png' })", True),
        ("Page({ show(name) { this.src = '/images/' + name } })", True),
        ("Page({ show(name) { this.src = `../../images/lo${name}` } })", True),
        ("Page({ show(name) { this.src = '/pictures/' + name } })", False),
        ("Page({})", False),
    ],
)
def test_resources_are_used_by_name_or_by_a_path_that_is_put_together(
    tmp_path: Path, script: str, is_used: bool
) -> None:
    report = audited(tmp_path, {"images/logo.png": png(1, 1), "pages/a/a.js": script})
    unused = found(report, "audit/unused-resource")
    assert unused == ([] if is_used else [("audit/unused-resource", "images/logo.png", 0)])


@pytest.mark.parametrize("packed", ["a/" * 400_000, "/" * 400_000, "a" * 400_000, "./" * 200_000 + "+" * 200_000])
def test_a_long_text_without_an_end_is_read_once(tmp_path: Path, packed: str) -> None:
    """Looked at from each of its letters, it would take for ever."""
    report = audited(tmp_path, {"images/logo.png": png(1, 1), "pages/a/a.js": f"const a = '{packed}'; Page({{}})"})
    assert found(report, "audit/unused-resource") == [("audit/unused-resource", "images/logo.png", 0)]


def test_what_is_not_packed_or_not_kept_is_no_unused_file(tmp_path: Path) -> None:
    config = {"packOptions": {"ignore": [{"type": "folder", "value": "drafts"}]}}
    more = {
        "project.config.json": json.dumps(config),
        ".gitignore": "# local\nbuilt/\n!built/kept.png\n",
        "drafts/a.png": png(1, 1),
        "built/b.png": png(2, 1),
        "built/kept.png": png(3, 1),
        "cloud/package.json": "{}",
        "cloud/index.js": "exports.main = () => 1\n" * 40,
        "gulpfile.js": "exports.build = () => 1\n" * 40,
        "old.js": "exports.old = () => 1\n" * 40,
    }
    report = audited(tmp_path, more)
    assert found(report) == [("audit/unused-resource", "built/kept.png", 0), ("audit/unused-code", "old.js", 0)]


def test_pictures_that_are_too_large_or_there_twice(tmp_path: Path) -> None:
    wide, same = png(3000, 20), png(30, 30)
    wxml = '<image src="/wide.png"/><image src="/one.png"/><image src="/sub/two.png"/>'
    report = audited(tmp_path, {"wide.png": wide, "one.png": same, "sub/two.png": same, "pages/a/a.wxml": wxml})
    assert found(report) == [
        ("audit/oversized-picture", "wide.png", 0),
        ("audit/duplicate-picture", "one.png", 0),
    ]


def test_templates_that_are_deep_or_wide(tmp_path: Path) -> None:
    deep = "<view>" * 31 + "</view>" * 31
    wide = f"<view>{'<text/>' * 61}</view>"
    lists = '\n<block wx:for="{{a}}"><text/></block><text wx:for="{{a}}" wx:key="id"/>'
    report = audited(tmp_path, {"pages/a/a.wxml": f"{deep}\n{wide}{lists}"})
    assert set(found(report)) == {
        ("audit/deep-nodes", "pages/a/a.wxml", 1),
        ("audit/many-children", "pages/a/a.wxml", 2),
        ("audit/for-without-key", "pages/a/a.wxml", 3),
    }
    many = audited(tmp_path, {"pages/a/a.wxml": f"<view>{'<text/>' * 50}</view>" * 20})
    assert found(many) == [("audit/many-nodes", "pages/a/a.wxml", 0)]


def test_scripts_with_open_addresses_timers_and_much_to_say(tmp_path: Path) -> None:
    script = (
        """// http://commented.example.com/
const api = "http://api.example.com/v1", dev = "http://localhost:3000", ns = "http://www.w3.org/2000/svg"
Page({ onLoad() { setInterval(() => {}, 1000) } })
"""
        + "console.log(api)\n" * 4
    )
    report = audited(tmp_path, {"pages/a/a.js": script})
    assert found(report) == [
        ("audit/http-address", "pages/a/a.js", 2),
        ("audit/timer-not-cleared", "pages/a/a.js", 3),
        ("audit/console-calls", "pages/a/a.js", 4),
    ]
    ended = script.replace("onLoad", "onUnload() { clearInterval(this.t) }, onLoad").replace("console.log(api)\n", "")
    report = audited(tmp_path, {"pages/a/a.js": ended})
    assert [code for code, _, _ in found(report)] == ["audit/http-address"]


def test_findings_of_the_build_count(tmp_path: Path) -> None:
    page = {"usingComponents": {"card": "/card/card"}}
    card = {"card/card.js": "Component({})", "card/card.wxml": "<view/>", "card/card.json": '{"component": true}'}
    report = audited(tmp_path, {**card, "pages/a/a.json": json.dumps(page)})
    assert found(report, "project/unused-component") == [("project/unused-component", "pages/a/a.json", 1)]
    assert score(report.verdicts) < 100


def test_paths_are_those_of_the_project_folder(tmp_path: Path) -> None:
    inner = {f"mini/{path}": text for path, text in BASE.items()}
    files = {**inner, "project.config.json": '{"miniprogramRoot": "mini/"}', "mini/a.png": png(1, 1)}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode() if isinstance(text, str) else text)
    report = audit(build(load_project(tmp_path)))
    assert found(report) == [("audit/unused-resource", "mini/a.png", 0)]
    assert "mini/a.png" in dict(report.packages[0].files)


@pytest.mark.parametrize("name", ["broken.png", "broken.jpg", "broken.webp", "broken.gif"])
def test_pictures_that_are_none_are_passed_over(tmp_path: Path, name: str) -> None:
    head = {"png": b"\x89PNG", "jpg": b"\xff\xd8", "webp": b"RIFF0000WEBPVP8X", "gif": b"GIF8"}[name[7:]]
    report = audited(tmp_path, {name: head + b"\xff" * 5000, "pages/a/a.wxml": f'<image src="/{name}"/>'})
    assert [code for code, _, _ in found(report) if code != "audit/oversized-picture"] == []


def test_the_score_is_the_share_of_weights_that_is_left() -> None:
    warning = (Diagnostic("audit/timer-not-cleared", Span("a.js")),)
    hint = (Diagnostic("audit/console-calls", Span("a.js")),)
    passed = Verdict("a", "practice", 6, ())
    assert score([passed, Verdict("b", "practice", 2, hint), Verdict("c", "practice", 2, warning)]) == 70
    assert score([passed, Verdict("b", "practice", 994, ()), Verdict("c", "practice", 1, hint)]) == 99
    assert score([]) == 100


def test_nobody_waits_for_an_audit_that_is_not_wanted(tmp_path: Path) -> None:
    audited(tmp_path, {})
    with pytest.raises(Unwanted):
        audit(build(load_project(tmp_path)), lambda: False)


def test_all_packages_together_have_a_limit(tmp_path: Path) -> None:
    code = "audit/total-too-large"
    used = {"pages/a/a.js": "Page({ sound: '/sound.mp3' })"}
    assert found(audited(tmp_path / "small", {**used, "sound.mp3": bytes(19 * 1024**2)}), code) == []
    large = audited(tmp_path / "large", {**used, "sound.mp3": bytes(21 * 1024**2)})
    assert found(large, code) == [(code, "app.json", 0)]
