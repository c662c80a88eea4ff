"""What recognises and measures is not there, and says so in the documented forms."""

from __future__ import annotations

from tests.support.wx_program import WxProgram


def test_no_version_of_vision_is_there(program: WxProgram) -> None:
    program.run("log.push(wx.isVKSupport('v1'), wx.isVKSupport('v2'), wx.canIUse('createVKSession'))")
    assert program.log() == [False, False, False]


def test_a_session_fails_and_the_program_goes_on(program: WxProgram) -> None:
    program.run("wx.initFaceDetect({ fail: ({ errMsg }) => log.push(errMsg) });")
    program.run("wx.createVKSession({}).start(() => log.push('started'));")
    assert program.log() == ["initFaceDetect:fail not supported by Handset"]
