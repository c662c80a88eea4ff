"""Whether a picture goes on in the phone's small window, as a program is told."""

from __future__ import annotations

from tests.support.wx_program import WxProgram


def test_the_view_says_whether_it_is_there(program: WxProgram) -> None:
    program.run("globalThis.noPage = true; return 0")
    assert program.run("wx.checkIsPictureInPictureActive()") is False
    assert program.run("wx.canIUse('checkIsPictureInPictureActive')") is True


def test_other_map_apps_are_the_phones_own_map_page(program: WxProgram) -> None:
    program.run("""nodes['map#m'] = [1, 1];
      wx.createMapContext('m').openMapApp({ latitude: 1, longitude: 2, destination: 'D', success: () => {} });""")
    (call,) = program.host_calls()
    assert (call.name, bytes(call.args)) == ("openLocation", b'{"latitude":1,"longitude":2,"name":"D"}')
