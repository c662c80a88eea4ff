"""A saved script is taken up with the state kept where nothing can be lost, and by a restart on the same page else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

PAGE = "pages/index/index"
WXML = '<view class="label">{{label}}</view><view class="hit" bindtap="hit">taps {{n}}</view>'
PLAIN = "Page({ data: { label: 'one', n: 0 }, hit() { this.setData({ n: this.data.n + 1 }) } })"
STEP = (
    "const lib = require('../../lib'); Page({ data: { n: 0 }, hit() { this.setData({ n: this.data.n + lib.step }) } })"
)
MakeDesk = Callable[[Mapping[str, str]], "Desk"]


class Desk:
    """A person who taps, and an editor that saves."""

    def __init__(self, user: PhoneUser) -> None:
        self.user = user
        self.verdicts: list[tuple[str, str]] = []
        user.program.reloaded.connect(lambda verdict, reason, _ms: self.verdicts.append((verdict, reason)))

    def hit(self, times: int) -> str:
        for _ in range(times):
            self.user.tap(".hit")
        self.user.rest()
        return self.user.text(".hit")

    def save(self, edits: Mapping[str, str]) -> tuple[str, str]:
        """Writes the files at once; what became of it."""
        self.verdicts.clear()
        write_project(self.user.program.root, edits)
        wait_until(lambda: self.verdicts, "the change to be taken up")
        self.user.see_page(self.user.page_path)
        return self.verdicts[-1]


@pytest.fixture
def make_desk(open_phone: OpenPhone, tmp_path: Path) -> MakeDesk:
    def make(files: Mapping[str, str]) -> Desk:
        usual = {"app.json": f'{{"pages": ["{PAGE}"]}}', "app.js": "App({})", f"{PAGE}.wxml": WXML}
        user = open_phone(write_project(tmp_path / "project", {**usual, **files}), watches=True)
        user.start(query="room=7")
        return Desk(user)

    return make


def test_a_plain_page_keeps_its_state(make_desk: MakeDesk) -> None:
    desk = make_desk({f"{PAGE}.js": PLAIN})
    assert desk.hit(3) == "taps 3"
    assert desk.save({f"{PAGE}.js": PLAIN.replace("+ 1", "+ 10").replace("'one'", "'two'")}) == ("logic", "")
    assert desk.user.texts(".label") == ["two"]
    assert desk.hit(1) == "taps 13"


def test_a_module_that_only_defines_is_swapped_with_the_page_that_requires_it(make_desk: MakeDesk) -> None:
    desk = make_desk({"lib.js": "exports.step = 1", f"{PAGE}.js": STEP})
    assert desk.hit(2) == "taps 2"
    assert desk.save({"lib.js": "exports.step = 5"}) == ("logic", "")
    assert desk.hit(1) == "taps 7"


RESTARTS = {
    "a module cache runs each body once": (
        {
            "loader.js": "const done = {}\n"
            "exports.once = (name, body) => { if (!done[name]) { done[name] = 1; body() } }",
            f"{PAGE}.js": f"require('../../loader').once('index', () => {{\n{PLAIN}\n}})",
        },
        (f"{PAGE}.js", "'one'", "'two'"),
        f"{PAGE}.js:1 runs code when it is loaded: require('../../loader').once('index', ()",
        ["two", "taps 0"],
    ),
    "another file registers the page": (
        {
            "mini.js": "exports.define = (setup) => Page({ onLoad() { const s = setup(); this.draw = () => "
            "this.setData(s.render()); this.on = s.on; this.draw() }, hit() { this.on(); this.draw() } })",
            f"{PAGE}.js": "const mini = require('../../mini'); let n = 0;\n"
            "mini.define(() => ({ on() { n++ }, render: () => ({ label: 'one', n }) }))",
        },
        (f"{PAGE}.js", "'one'", "'two'"),
        f"{PAGE}.js:2 runs code when it is loaded: mini.define(() => ({{ on() {{ n++ }}",
        ["two", "taps 0"],
    ),
    "a page hands its options through a function": (
        {"mix.js": "module.exports = (options) => options", f"{PAGE}.js": f"Page(require('../../mix')({PLAIN[5:-1]}))"},
        (f"{PAGE}.js", "'one'", "'two'"),
        f"{PAGE}.js:1 runs code when it is loaded: require('../../mix')({{ data: {{ label",
        ["two", "taps 0"],
    ),
    "a variable of the module counts": (
        {f"{PAGE}.js": "let n = 0\nPage({ data: { n: 0, label: 'one' }, hit() { n++; this.setData({ n }) } })"},
        (f"{PAGE}.js", "'one'", "'two'"),
        f"{PAGE}.js keeps state in n",
        ["two", "taps 0"],
    ),
    "a store behind the page changes": (
        {
            "store.js": "const state = { n: 0 }\nexports.up = () => ++state.n",
            f"{PAGE}.js": "const store = require('../../store')\n"
            "Page({ data: { n: 0, label: 'one' }, hit() { this.setData({ n: store.up() }) } })",
        },
        ("store.js", "++state.n", "(state.n += 1)"),
        "store.js keeps state in state",
        ["one", "taps 0"],
    ),
    "a page changes a value of the module": (
        {
            "lib.js": "exports.count = 0",
            f"{PAGE}.js": "const lib = require('../../lib')\n"
            "Page({ data: { n: 0, label: 'one' }, hit() { lib.count++; this.setData({ n: lib.count }) } })",
        },
        ("lib.js", "0", "100"),
        f"{PAGE}.js changes values of lib.js",
        ["one", "taps 0"],
    ),
    "a handler has made functions": (
        {
            f"{PAGE}.js": "Page({ data: { n: 0, label: '' },\n"
            "onLoad() { this.show = () => this.setData({ label: 'one' }); this.show() },\n"
            "hit() { this.show(); this.setData({ n: this.data.n + 1 }) } })",
        },
        (f"{PAGE}.js", "'one'", "'two'"),
        f"this.show holds code of {PAGE}.js as it was",
        ["two", "taps 0"],
    ),
    "a chunk is shared with the app": (
        {"chunk.js": "exports.label = 'one'", "app.js": "require('./chunk'); App({})",
         f"{PAGE}.js": PLAIN.replace("'one'", "require('../../chunk').label")},
        ("chunk.js", "'one'", "'two'"),
        "app.js depends on the change",
        ["two", "taps 0"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RESTARTS)
def test_what_cannot_be_kept_restarts_on_the_same_page(make_desk: MakeDesk, name: str) -> None:
    files, (path, old, new), reason, texts = RESTARTS[name]
    desk = make_desk({f"{PAGE}.js": PLAIN, **files})
    desk.user.evaluate("wx.setStorageSync('kept', 5)")
    assert desk.hit(2) == "taps 2"
    changed = (desk.user.program.root / path).read_text("utf-8").replace(old, new)
    verdict, told = desk.save({path: changed})
    assert (verdict, told[: len(reason)]) == ("restart", reason)
    assert desk.user.texts(".label, .hit") == texts
    assert desk.user.evaluate("[getCurrentPages()[0].options.room, wx.getStorageSync('kept')]") == ["7", 5]
    assert desk.hit(2).startswith("taps ")
    assert desk.hit(0) != "taps 0"


def test_a_template_whose_names_move_with_the_script_is_never_mixed(make_desk: MakeDesk) -> None:
    script = (
        "const render = (n) => ({{ {} }})\nlet n = 0\n"
        "Page({{ onLoad() {{ this.setData(render(n)) }}, hit() {{ n++; this.setData(render(n)) }} }})"
    )
    desk = make_desk(
        {
            f"{PAGE}.js": script.format("a: 'one', b: n"),
            f"{PAGE}.wxml": WXML.replace("label", "a").replace("{{n}}", "{{b}}"),
        }
    )
    assert desk.hit(3) == "taps 3"
    moved = {
        f"{PAGE}.js": script.format("a: 'new', b: 'one', c: n"),
        f"{PAGE}.wxml": "<view>{{a}}</view>" + WXML.replace("label}", "b}").replace("{{n}}", "{{c}}"),
    }
    assert desk.save(moved)[0] == "restart"
    assert desk.user.texts(".label, .hit") == ["one", "taps 0"]
    assert desk.hit(2) == "taps 2"
