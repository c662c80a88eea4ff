"""What a user does with a whole page: forwards it, shows it to friends, keeps it, starts it again. Open abilities."""

from __future__ import annotations

from pathlib import Path

import pytest
from handset.testing import Page, expect

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

FILES = {
    "app.json": '{"pages": ["p/p", "q/q"]}',
    "project.config.json": '{"projectname": "Shop"}',
    "p/p.wxml": """
<view class="said" style="height:30px">{{said}}</view>
<button class="share" id="sb" open-type="share" data-k="v">share</button>
<button class="phone" open-type="getPhoneNumber" bindgetphonenumber="told">phone</button>
<navigator class="other" target="miniProgram" app-id="wx9" path="x" bindsuccess="told" bindfail="told">o</navigator>
<navigator class="nowhere" target="miniProgram" bindsuccess="told" bindfail="told">n</navigator>
<navigator class="exit" target="miniProgram" open-type="exit">e</navigator>
""",
    "p/p.js": """
Page({
  data: { said: '' },
  onLoad() { this.setData({ said: JSON.stringify(this.exitState || '') }) },
  onShareAppMessage({ from, target }) {
    this.setData({ said: from + (target ? target.id + target.dataset.k : '') });
    const late = { title: 'late', path: '/q/q' };
    return { title: 'early', promise: new Promise((done) => setTimeout(() => done(late), 20)) };
  },
  onShareTimeline: () => ({ title: 'moment', query: 'a=1' }),
  onAddToFavorites: () => ({ title: 'kept' }),
  onSaveExitState: () => ({ data: { n: 7 } }),
  told(event) { this.setData({ said: event.type + ' ' + Object.keys(event.detail).sort() }) },
});
""",
    "q/q.wxml": '<button class="share" open-type="share">share</button>',
    "q/q.js": "Page({})",
}


@pytest.fixture(scope="module")
def handset_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("project"), FILES)


@pytest.fixture
def user(open_phone: OpenPhone, tmp_path: Path) -> PhoneUser:
    return open_phone(write_project(tmp_path / "project", FILES), dialogs="accept")


def notices(user: PhoneUser) -> list[str]:
    return [
        record.title
        for record in user.records
        if record.code in ("shared", "shared-timeline", "favorite", "not-offered")
    ]


def choose(user: PhoneUser, entry: str) -> None:
    user.tap(".capsule-menu", in_shell=True)
    assert user.ask("text", ".menu-title", in_shell=True) == "Shop"
    user.tap(f".menu-entry[data-name={entry}]", in_shell=True)
    user.rest()


def test_a_button_shares_what_its_page_promises(user: PhoneUser) -> None:
    user.start()
    user.tap(".share")
    user.see_in_shell(".share-card")
    assert user.text(".said") == "buttonsbv"
    assert user.ask("text", ".share-title", in_shell=True) == "late"
    assert user.ask("text", ".share-path", in_shell=True) == "/q/q"


def test_the_menu_shares_shows_and_keeps(user: PhoneUser) -> None:
    user.start(query="b=2")
    choose(user, "share")
    assert user.text(".said") == "menu"
    user.tap(".share-cancel", in_shell=True)
    choose(user, "share-timeline")
    user.tap(".share-cancel", in_shell=True)
    choose(user, "favorite")
    assert notices(user) == [
        "Shared (simulated): late /q/q",
        "Shared to Moments (simulated): moment /p/p?a=1",
        "Added to the favorites (simulated): kept /p/p?b=2",
    ]


def test_the_menu_copies_the_link_that_the_program_wants(user: PhoneUser) -> None:
    user.start(query="b=2")
    user.evaluate("wx.setClipboardData({ data: 'before' })")
    user.rest()
    links = []
    for wish in (
        "wx.onCopyUrl(() => ({ query: 'old=1' }))",
        "wx.onCopyUrl(() => ({ query: 'x=1', promise: Promise.resolve({ query: 'a=1', title: 'late' }) }))",
        "wx.onCopyUrl(() => { throw new Error('no link') })",
        "wx.offCopyUrl()",
    ):
        user.evaluate(f"void {wish}")
        choose(user, "copy-url")
        user.see(lambda: len(copied(user)) > len(links), f"the link after {wish}")
        links.append(copied(user)[-1].removeprefix("Link copied (simulated): "))
    assert links == [
        "#小程序://Shop/p/p?old=1",
        "#小程序://Shop/late/p/p?a=1",
        "#小程序://Shop/p/p",
        "#小程序://Shop/p/p",
    ]
    user.evaluate("void wx.getClipboardData({ success: ({ data }) => page.setData({ said: data }) })")
    user.see_text(".said", links[-1])


def copied(user: PhoneUser) -> list[str]:
    return [record.title for record in user.records if record.code == "link-copied"]


def test_a_page_that_says_nothing_is_shared_by_its_button_alone(user: PhoneUser) -> None:
    user.start("q/q", "b=2")
    for entry in ("share", "share-timeline", "favorite"):
        choose(user, entry)
    user.tap(".share")
    user.see_in_shell(".share-card")
    assert notices(user) == [
        "This page has no onShareAppMessage: a phone's menu does not offer it here.",
        "This page has no onShareTimeline: a phone's menu does not offer it here.",
        "Added to the favorites (simulated): Shop /q/q?b=2",
        "Shared (simulated): Shop /q/q?b=2",
    ]


def test_a_page_finds_what_it_saved_when_the_user_starts_it_again(user: PhoneUser) -> None:
    user.start()
    assert user.text(".said") == '""'
    before = user.page_id
    choose_restart(user, before)
    user.see_text(".said", '{"n":7}')
    user.program.navigation.leave()
    user.rest()
    before = user.page_id
    user.program.restart(keep_stack=False)
    user.see_again(before, "p/p")
    user.see_text(".said", '{"n":7}')


def choose_restart(user: PhoneUser, before: int) -> None:
    user.tap(".capsule-menu", in_shell=True)
    user.tap(".menu-entry[data-name=restart]", in_shell=True)
    user.see_again(before, "p/p")


@pytest.mark.handset(tier="full", dialogs="accept")
@pytest.mark.parametrize(
    ("selector", "said"),
    [
        (".phone", "getphonenumber code,encryptedData,errMsg,iv"),
        (".other", "success errMsg"),
        (".nowhere", "fail errMsg"),
    ],
)
def test_open_abilities_tell_their_outcome(page: Page, selector: str, said: str) -> None:
    page.locator(selector).tap()
    expect(page.locator(".said")).to_have_text(said)


def test_a_navigator_leaves_the_program(user: PhoneUser) -> None:
    user.start()
    user.tap(".exit")
    user.see(lambda: user.program.state == "background", "the program in the background")
