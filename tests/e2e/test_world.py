"""The world of a program from outside: the console's words, and a program that hears what happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from handset.testing import expect, launch

from tests.e2e.conftest import OpenPhone
from tests.support.project_folder import write_project

FILES = {
    "app.json": '{"pages": ["p/p"]}',
    "p/p.wxml": "<view>{{heard.length}}</view>",
    "p/p.js": """Page({ data: { heard: [] }, onLoad() {
  const hear = (name) => (result) => this.setData({ heard: [...this.data.heard, `${name} ${JSON.stringify(result)}`] })
  wx.onNetworkStatusChange(hear('network'))
  wx.onNetworkWeakChange(hear('weak'))
  wx.onMemoryWarning(hear('memory'))
  console.log(typeof handset)
} })""",
}


@pytest.mark.browser
def test_the_console_plays_with_the_words_of_all_doors(open_phone: OpenPhone, tmp_path: Path) -> None:
    user = open_phone(write_project(tmp_path / "project", FILES), world={"network.type": "4g"})
    user.start()
    assert user.evaluate("handset.world.get('network.type')") == "4g"
    user.evaluate("handset.world.set('network.type', '2g')")
    user.evaluate("handset.world.set({'network.latency': 900, 'battery.level': 7})")
    user.evaluate("handset.world.fire('memory.warning', {level: 15})")
    user.see(lambda: len(user.data("heard")) == 3, "the program to hear it")
    assert user.data("heard") == [
        'network {"isConnected":true,"networkType":"2g"}', 'weak {"weakNet":true,"networkType":"2g"}',
        'memory {"level":15}',
    ]  # fmt: skip
    assert user.evaluate("handset.world.list('battery.')[0].name + handset.world.list('battery.')[0].value") == (
        "battery.level7"
    )
    wrong = "(() => { try { handset.world.set('network.typ', 1) } catch (error) { return error.message } })()"
    assert user.evaluate(wrong).startswith("there is no world value 'network.typ'; there is network.type")
    user.evaluate("handset.world.record()")
    user.evaluate("handset.world.reset('network.type')")
    assert user.evaluate("handset.world.recorded().steps.length") == 2
    user.evaluate("handset.world.play({steps: [{at: 0, set: {'network.type': 'none'}}]})")
    assert user.evaluate("handset.world.get('network.type')") == "none"
    titles = [record.title for record in user.records if record.code == "world"]
    assert 'world network.type = "2g"' in titles
    assert "world memory.warning" in titles


def test_the_program_itself_does_not_see_the_desk(qapp: object, tmp_path: Path) -> None:
    with launch(write_project(tmp_path / "project", FILES), deadline=60) as app:
        expect(app).to_have_logged("undefined")
        assert app.console() == ["undefined"]


CONSENT = {
    "app.json": '{"pages": ["p/p"]}',
    "p/p.wxml": "<view>{{done}}</view>",
    "p/p.js": """Page({ data: { done: '' }, onLoad() {
  wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
    this.setData({ referrer })
    resolve({ event: 'exposureAuthorization' })
    this.resolve = resolve
  })
  wx.getClipboardData({ complete: ({ errMsg }) => this.setData({ done: errMsg }) })
} })""",
}


def test_a_program_decides_about_consent(qapp: object, tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", CONSENT)
    with launch(root, world={"privacy.isAgreed": False}, deadline=60) as app:
        expect(app.page).to_have_data({"referrer": "getClipboardData", "done": ""})
        app.page.evaluate("() => page.resolve({ event: 'agree' })")
        expect(app.page).to_have_data({"done": "getClipboardData:ok"})
