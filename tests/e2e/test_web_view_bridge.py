"""What a site in a `web-view` may ask of the mini program, and what it may not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project
from tests.support.web_sites import WebSite

pytestmark = pytest.mark.browser

TELL = 'const tell = (found) => fetch("/report?found=" + encodeURIComponent(JSON.stringify(found)));'
# As the platform's own script asks.
ASK = (
    "const ask = (name, arg) => new Promise((done) => WeixinJSBridge.invoke('invokeMiniProgramAPI', { name, arg },"
    " (result) => done(result.err_msg)));"
)


def page(script: str, title: str = "a site", head: str = "") -> str:
    return f"<!doctype html><title>{title}</title>{head}<body><script>{TELL}{ASK}{script}</script>"


OpenSite = Callable[..., PhoneUser]


@pytest.fixture
def site() -> Iterator[WebSite]:
    made = WebSite({})
    yield made
    made.close()


@pytest.fixture
def open_site(open_phone: OpenPhone, tmp_path: Path, site: WebSite) -> OpenSite:
    """`open_site(pages)`: the page `/` in a web-view, over an index page that keeps what it hears."""

    def open_(pages: dict[str, str], url: str = "") -> PhoneUser:
        site.pages = pages
        files = {
            "app.json": '{"pages":["index","web","other"]}',
            "app.js": "App({ heard: [] })",
            "index.wxml": "<view/>",
            "index.js": "Page({})",
            "other.wxml": "<view/>",
            "other.js": "Page({ onLoad({ q }) { getApp().heard.push(['other', q]); } })",
            "web.wxml": f'<web-view src="{url or site.url("/")}" bindload="on" binderror="on" bindmessage="on"/>',
            "web.js": "Page({ on({ type, detail }) { getApp().heard.push([type, detail]); },"
            " onUnload() { getApp().heard.push(['unload']); },"
            " onShareAppMessage(o) { getApp().heard.push(['share', o.webViewUrl]); return {}; } })",
        }
        user = open_phone(write_project(tmp_path / "project", files))
        user.start()
        user.evaluate("void wx.navigateTo({ url: '/web' })")
        return user

    return open_


def heard(user: PhoneUser) -> list[list[object]]:
    found: list[list[object]] = json.loads(user.evaluate("JSON.stringify(getApp().heard)"))
    return found


def test_messages_come_when_the_page_is_left_and_in_their_order(open_site: OpenSite, site: WebSite) -> None:
    script = (
        "(async () => { const said = [__wxjs_environment, /miniProgram/.test(navigator.userAgent)];"
        "said.push(await ask('postMessage', { n: 1 }), await ask('postMessage', 'two'));"
        "await tell(said); await ask('navigateBack', { delta: 1 }); })()"
    )
    user = open_site({"/": page(script)})
    user.see_page("index")
    user.see(lambda: site.reports, "the site's report")
    assert site.reports == [["miniprogram", True, "postMessage:ok", "postMessage:ok"]]
    user.see(lambda: ["unload"] in heard(user), "the page to be left")
    told = [one for one in heard(user) if one[0] != "load"]
    assert told == [["message", {"data": [{"n": 1}, "two"]}], ["unload"]]


def test_messages_come_when_the_user_steps_back_and_when_the_page_is_shared(open_site: OpenSite, site: WebSite) -> None:
    user = open_site({"/": page("ask('postMessage', 7).then(tell);", title="Its title")})
    user.see(lambda: site.reports, "the site's report")
    user.see(lambda: heard(user), "the event load")
    assert heard(user) == [["load", {"src": site.url("/")}]]
    user.tap(".capsule-menu", in_shell=True)
    user.tap(".menu-entry[data-name=share]", in_shell=True)
    user.see(lambda: len(heard(user)) > 2, "the share")
    assert heard(user)[1:] == [["message", {"data": [7]}], ["share", site.url("/")]]
    user.evaluate("void wx.navigateBack()")
    user.see(lambda: ["unload"] in heard(user), "the page to be left")
    assert heard(user)[3:] == [["message", {"data": [7]}], ["unload"]]


def test_a_site_moves_the_program_with_the_stand_in_of_the_platforms_script(open_site: OpenSite, site: WebSite) -> None:
    head = f'<script src="{site.url("/jweixin-1.6.0.js")}"></script>'
    script = "wx.miniProgram.getEnv(tell); wx.miniProgram.navigateTo({ url: '/other?q=5', complete: tell });"
    user = open_site({"/": page(script, head=head)})
    user.see_page("other")
    user.see(lambda: len(site.reports) > 1, "the reports")
    assert {"miniprogram": True} in site.reports
    assert {"errMsg": "navigateTo:ok"} in site.reports
    assert ["other", "5"] in heard(user)


def test_the_platforms_own_script_is_not_replaced(open_site: OpenSite, site: WebSite) -> None:
    head = '<script src="/jweixin-1.6.0.js"></script>'
    user = open_site({"/": page("tell(wx.own)", head=head), "/jweixin-1.6.0.js": "window.wx = { own: 1 };"})
    user.see(lambda: site.reports, "the report")
    assert site.reports == [1]


def test_a_site_that_is_not_there_and_one_that_refuses_to_be_framed_are_errors(
    open_site: OpenSite, site: WebSite
) -> None:
    site.headers = {"X-Frame-Options": "DENY"}
    user = open_site({"/": page("")}, url=site.url("/?a=1"))
    user.see(lambda: heard(user), "the event")
    assert heard(user) == [["error", {"url": site.url("/"), "fullUrl": site.url("/?a=1")}]]


def test_what_is_no_order_of_the_web_view_changes_nothing(open_site: OpenSite, site: WebSite) -> None:
    hostile = """
      const texts = ['', '{', 'null', '[]', '5', '{"kind":"order"}', '{"kind":"order","name":"__proto__","id":1}',
        '{"kind":"order","name":"constructor","arg":{"url":"/other"}}', '{"kind":"order","name":"request","arg":{}}',
        '{"kind":"order","name":"navigateTo","arg":null}', '{"kind":"order","name":"navigateTo","arg":{"url":{}}}',
        JSON.stringify({ kind: 'order', name: 'navigateTo', arg: { url: '/other?q=' + 'x'.repeat(10000) } }),
        JSON.stringify({ kind: 'order', name: 'postMessage', arg: 'x'.repeat(3000000) })];
      for (const text of texts) parent.postMessage(text, '*');
      const order = { kind: 'order', name: 'navigateTo', arg: { url: '/other?q=object' } };
      for (const value of [null, 5, order]) parent.postMessage(value, '*');
      top.postMessage(JSON.stringify(order), '*');
      const inner = document.createElement('iframe');
      inner.src = '/inner';
      document.body.append(inner);
    """
    inner = page(
        "const order = JSON.stringify({ kind: 'order', name: 'navigateTo', arg: { url: '/other?q=inner' } });"
        "for (const target of [parent, parent.parent, top]) target.postMessage(order, '*');"
        "tell([typeof window.WeixinJSBridge, typeof __wxjs_environment]);"
    ).replace(ASK, "")
    user = open_site({"/": page(hostile), "/inner": inner})
    user.see(lambda: site.reports, "the inner frame's report")
    assert site.reports == [["undefined", "undefined"]]
    user.rest()
    assert user.page_path == "web"
    assert [one for one in heard(user) if one[0] != "load"] == []


def test_a_site_cannot_drown_the_program_in_routes(open_site: OpenSite, site: WebSite) -> None:
    script = (
        "Promise.all(Array.from({ length: 50 }, () => ask('navigateTo', { url: '/nowhere' })))"
        ".then((all) => tell(all.filter((one) => one.includes('too many')).length));"
    )
    user = open_site({"/": page(script)})
    user.see(lambda: site.reports, "the report")
    assert site.reports == [40]
    assert user.page_path == "web"
