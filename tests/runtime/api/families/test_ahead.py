"""What is got ready ahead: data, packages, pages; buffers that have a URL; half a screen of another program."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.platform.wechat import WECHAT
from runtime.world.world import Happening
from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram


def test_a_buffer_with_a_url_is_a_file_until_it_is_revoked(program: WxProgram) -> None:
    program.run(
        """const fs = wx.getFileSystemManager();
           const url = wx.createBufferURL(new Uint8Array([65, 66]).buffer);
           const other = wx.createBufferURL(new Uint8Array([67]));
           log.push(url !== other, fs.readFileSync(url, 'utf8'), fs.readFileSync(other, 'utf8'));
           wx.revokeBufferURL(url); wx.revokeBufferURL(url);
           try { fs.readFileSync(url) } catch (error) { log.push('gone') }
           log.push(fs.readFileSync(other, 'utf8'));"""
    )
    assert program.log() == [True, "AB", "C", "gone", "C"]


@pytest.mark.parametrize("url", ["http://usr/a.buffer", "http://tmp/a.png", "app.json", "../../x.buffer", ""])
def test_what_is_no_url_of_a_buffer_is_left_alone(program: WxProgram, tmp_path: Path, url: str) -> None:
    folder = tmp_path / "data" / "files"
    files = [folder / "usr" / "a.buffer", folder / "tmp" / "a.png"]
    for one in (*files, program.package / "app.json"):
        one.parent.mkdir(parents=True, exist_ok=True)
        one.write_text("x")
    program.run(f"try {{ wx.revokeBufferURL('{url}') }} catch (error) {{ log.push(error.message) }};")
    assert all(one.exists() for one in (*files, program.package / "app.json"))


def test_only_a_buffer_gets_a_url(program: WxProgram) -> None:
    program.run("for (const one of ['text', {}, null]) try { wx.createBufferURL(one) } catch { log.push('refused') };")
    assert program.log() == ["refused"] * 3


def test_data_sent_ahead_are_those_of_the_world(host: FakeHost) -> None:
    assert host.call("getBackgroundFetchData", fetchType="pre").ok is False
    host.play({"backgroundFetch.data": '{"a":1}', "backgroundFetch.scene": 1011})
    result = host.call("getBackgroundFetchData", fetchType="pre").result
    assert result is not None
    assert (result["fetchedData"], result["scene"]) == ('{"a":1}', 1011)
    assert host.call("getBackgroundFetchData", fetchType="sometimes").result == {
        "errMsg": "getBackgroundFetchData:fail invalid fetchType"
    }


def test_a_token_is_kept(host: FakeHost) -> None:
    assert host.call("getBackgroundFetchToken").ok is False
    assert host.call("setBackgroundFetchToken", token="t").ok
    assert host.call("setBackgroundFetchToken", token="t" * 1025).ok is False
    assert host.call("getBackgroundFetchToken").result == {"token": "t", "errMsg": "getBackgroundFetchToken:ok"}


@pytest.mark.parametrize(
    ("event", "listener"),
    [
        ("backgroundFetch.arrives", "onBackgroundFetchData"),
        ("translation.begins", "onUserTriggerTranslation"),
        ("translation.ends", "onUserOffTranslation"),
        ("embedded.heightChange", "onEmbeddedMiniProgramHeightChange"),
        ("lazyLoad.fails", "onLazyLoadError"),
    ],
)
def test_what_the_app_around_does_is_heard(host: FakeHost, event: str, listener: str) -> None:
    heard: list[Happening] = []
    host.world.subscribe(heard.append)
    host.world.fire(event, {}, "panel")
    (firing,) = heard[0].fires
    assert WECHAT.sources.events(firing.source, firing.payload) == [listener]


def test_a_package_is_there_at_once(host: FakeHost) -> None:
    ended = host.call("preDownloadSubpackage", packageType="workers")
    assert ended.ok
    assert [(name, detail["progress"]) for name, detail, _ in ended.events] == [("onProgressUpdate", 100)]
    assert host.call("preDownloadSubpackage", packageType="all").ok is False
    assert [host.call(name, data=[]).ok for name in ("preloadAssets", "preloadWebview")] == [True, True]


def test_the_way_back_to_another_program_leaves_this_one(host: FakeHost) -> None:
    ended = host.call("navigateBackMiniProgram", extraData={"a": 1})
    host.ui.answer({"confirm": False})
    assert (ended.ok, host.navigation.ended) == (False, [])
    ended = host.call("navigateBackMiniProgram")
    host.ui.answer({"confirm": True})
    assert (ended.ok, host.navigation.ended) == (True, ["leave"])
