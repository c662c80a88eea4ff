"""The file of a picture of a canvas."""

from __future__ import annotations

from tests.support.wx_program import WxProgram

ASKED = "viewCalls[viewCalls.length - 1]"


def test_the_picture_becomes_a_temporary_file(program: WxProgram) -> None:
    program.run(
        """const canvas = wx.createOffscreenCanvas({ type: '2d', width: 4, height: 4 });
           wx.canvasToTempFilePath({ canvas, fileType: 'jpg', ...outcome('made') });"""
    )
    assert program.run(f"{ASKED}.call.jobs[0].slice(0, 2)") == ["export", 1]
    program.run(f"{ASKED}.done('', 'aGVsbG8=');")
    (_, kind, result), _ = program.log()
    assert (kind, result["errMsg"]) == ("success", "canvasToTempFilePath:ok")
    path = result["tempFilePath"]
    assert path.startswith("http://tmp/")
    assert path.endswith(".jpg")
    assert program.run(f"wx.getFileSystemManager().readFileSync('{path}', 'utf8')") == "hello"


def test_a_view_that_fails(program: WxProgram) -> None:
    program.run("wx.canvasToTempFilePath({ canvas: wx.createOffscreenCanvas(4, 4), ...outcome('made') });")
    program.run(f"{ASKED}.done('tainted', null);")
    failure = {"errMsg": "canvasToTempFilePath:fail tainted"}
    assert program.log() == [["made", "fail", failure], ["made", "complete", failure]]
