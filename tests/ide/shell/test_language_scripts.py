"""Scripts in the editor are checked against the platform, the project's other scripts and its program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from runtime.api.declarations import declarations
from runtime.platform.wechat import WECHAT
from runtime.project.load import load_project
from tests.support.ide_desk import IdeDesk, make_project
from tests.support.project_folder import write_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

FILES = {
    "app.json": '{"pages": ["pages/index/index"], "resolveAlias": {"@/*": "/lib/*"}}',
    "app.ts": "App({ globalData: { user: { name: '' } } })",
    "pages/index/index.wxml": "",
    "pages/index/index.ts": """import { price } from '../../utils/price'
import { tax } from '@/tax'
const old = require('../../utils/old')
Page({
  data: { total: 0, list: [{ id: 1 }], empty: [], none: null },
  onLoad() {
    this.setData({ total: 'a' })
    this.setData({ totl: 1 })
    this.setData({ 'list[0].id': 2, 'total': 3 })
    this.missing()
    const a: string = price(1)
    const b: string = tax
    const c: string = getApp().globalData.user.name
    const d: number = getApp().globalData.user.name
    this.onTap('')
  },
  onTap(event: number) { old(event) },
  onShow() {
    this.setData({ 'list[0].id': 'a' })
    this.setData({ 'list[0].no': 1, empty: [1], none: { a: 1 } })
  },
})
""",
    "parts/card.ts": """Component({
  properties: { todo: { type: Object, value: { title: '' } }, none: { type: Object, value: null } },
  methods: {
    open() {
      this.triggerEvent('open', { id: this.data.todo.id, of: this.data.none.id })
      const title: number = this.data.todo.title
    },
  },
})
""",
    "parts/kept.ts": """export const kept = Behavior({
  data: { kept: 0 },
  methods: { keep(text: string) { return text } },
})
""",
    "pages/with/with.ts": """import { kept } from '../../parts/kept'
Page({
  behaviors: [kept],
  data: { own: '' },
  onLoad() {
    this.setData({ kept: 'a' })
    this.setData({ kept: 1, own: 'a' })
    this.keep(1)
    this.keep(this.data.own)
    const a: string = this.data.kept
    this.missing()
  },
})
Page({
  behaviors: ['wx://form-field'],
  onLoad() {
    this.anything(this.data.whatever)
  },
})
""",
    "utils/price.ts": "export const price = (value: number) => value * 2",
    "lib/untyped.ts": """export const upload = (done: WechatMiniprogram.Done) => done
upload((result) => result.a)
const b: number = 'a'
""",
    "utils/old.js": "module.exports = (value) => value",
    "lib/tax.ts": "export const tax = 1",
    "project.config.json": '{"setting": {"useCompilerPlugins": ["typescript"]}}',
}
MARKERS = (
    "JSON.stringify(monaco.editor.getModelMarkers({owner: 'typescript'})"
    ".filter((one) => one.severity === 8).map((one) => one.startLineNumber))"
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config", declarations(WECHAT.registry))
    desk.open(write_project(make_project(tmp_path / "project"), FILES))
    desk.bench.project_read(load_project(desk.bench.root), {})
    return desk


SAID = (
    "JSON.stringify(monaco.editor.getModelMarkers({owner: 'typescript'})"
    ".filter((one) => [7, 8, 19, 20].includes(one.startLineNumber)).map((one) => one.message))"
)


def test_what_setdata_takes_is_said_in_plain_words(desk: IdeDesk) -> None:
    desk.open_file("pages/index/index.ts", 1, 1)
    desk.wait(lambda: desk.script(MARKERS) == "[7,8,10,11,12,14,15,19,20]", f"the errors, not {desk.script(MARKERS)}")
    assert json.loads(desk.script(SAID)) == [
        "Type 'string' is not assignable to type 'number'.",
        "Type 'number' is not assignable to type '\"totl is not in the data\"'.",
        "Type 'string' is not assignable to type 'number'.",
        "Type 'number' is not assignable to type '\"no is not in the data\"'.",
    ]


def test_type_errors_stand_at_their_lines(desk: IdeDesk) -> None:
    desk.open_file("pages/index/index.ts", 1, 1)
    desk.wait(lambda: desk.script(MARKERS) not in ("[]", None), "errors")
    desk.wait(lambda: desk.script(MARKERS) == "[7,8,10,11,12,14,15,19,20]", f"the errors, not {desk.script(MARKERS)}")


def test_properties_that_are_objects_may_have_more_than_their_first_value(desk: IdeDesk) -> None:
    desk.open_file("parts/card.ts", 1, 1)
    desk.wait(lambda: desk.script(MARKERS) == "[6]", f"the error, not {desk.script(MARKERS)}")


def test_pages_have_what_their_behaviors_have(desk: IdeDesk) -> None:
    desk.open_file("pages/with/with.ts", 1, 1)
    desk.wait(lambda: desk.script(MARKERS) == "[6,8,10,11]", f"the errors, not {desk.script(MARKERS)}")


def test_what_follows_from_missing_typings_is_not_said_at_each_function(desk: IdeDesk) -> None:
    (desk.bench.root / "tsconfig.json").write_text('{"compilerOptions": {"strict": true}}')
    desk.open_file("lib/untyped.ts", 1, 1)
    desk.wait(lambda: desk.script(MARKERS) == "[3]", f"the error, not {desk.script(MARKERS)}")
