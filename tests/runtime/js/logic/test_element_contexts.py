"""The objects by which a program rules a component: orders to the view, and what they answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.wx_program import WxProgram


@pytest.fixture
def program(tmp_path: Path) -> WxProgram:
    made = WxProgram(tmp_path)
    made.run("nodes['video#v'] = [3, 4]; return 0")
    return made


def orders(program: WxProgram) -> list[Any]:
    calls: list[Any] = program.run("viewCalls.map(({pageId, call}) => [pageId, call])")
    return calls


def test_a_method_is_an_order_to_the_element(program: WxProgram) -> None:
    program.run("const v = wx.createVideoContext('v'); v.seek(12); v.requestFullScreen({direction: 90}); return 0")
    assert orders(program) == [
        [1, {"name": "element", "id": 3, "node": 4, "call": {"name": "invoke", "method": "seek", "args": [12]}}],
        [
            1,
            {
                "name": "element",
                "id": 3,
                "node": 4,
                "call": {"name": "invoke", "method": "requestFullScreen", "args": [{"direction": 90}]},
            },
        ],
    ]


def test_callbacks_hear_of_the_answer(program: WxProgram) -> None:
    program.run("wx.createVideoContext('v').exitPictureInPicture(outcome('t')); return 0")
    program.run("viewCalls[0].done('', null); return 0")
    result = {"errMsg": "exitPictureInPicture:ok"}
    assert program.log() == [["t", "success", result], ["t", "complete", result]]
    program.run(
        "wx.createVideoContext('v').exitPictureInPicture(outcome('t')); viewCalls[1].done('why', null); return 0"
    )
    failure = {"errMsg": "exitPictureInPicture:fail why"}
    assert program.log() == [["t", "fail", failure], ["t", "complete", failure]]


def test_without_the_element_an_order_fails_and_nothing_is_thrown(program: WxProgram) -> None:
    program.run("const v = wx.createVideoContext('other'); v.play(); v.exitPictureInPicture(outcome('t')); return 0")
    assert orders(program) == []
    failure = {"errMsg": "exitPictureInPicture:fail the component is not there"}
    assert program.log() == [["t", "fail", failure], ["t", "complete", failure]]


def test_what_is_not_carried_out_says_so(program: WxProgram) -> None:
    program.run("wx.createVideoContext('v').startCasting(outcome('t')); return 0")
    assert orders(program) == []
    assert program.run("typeof wx.createVideoContext('v').reconnectCasting") == "function"


def test_the_element_is_looked_for_when_it_is_needed(program: WxProgram) -> None:
    program.run("globalThis.late = wx.createVideoContext('late'); return 0")
    program.run("nodes['video#late'] = [7, 0]; late.play(); return 0")
    assert [call["id"] for _, call in orders(program)] == [7]


def test_a_map_tells_who_listens_of_its_clusters(program: WxProgram) -> None:
    program.run(
        "nodes['map#m'] = [5, 0]; wx.createMapContext('m').on('markerClusterClick', (r) => log.push(r)); return 0"
    )
    assert [call["call"] for _, call in orders(program)] == [
        {"name": "invoke", "method": "listen", "args": [{"event": "markerClusterClick", "key": 1}]}
    ]
    program.run("installed.observerEvent({key: 1, cluster: {clusterId: 4}}); return 0")
    assert program.log() == [{"cluster": {"clusterId": 4}}]


def test_the_end_of_a_movement_is_told(program: WxProgram) -> None:
    program.run(
        "nodes['map#m'] = [5, 0]; const m = wx.createMapContext('m');"
        "m.translateMarker({markerId: 1, destination: {}, animationEnd: () => log.push('end'), ...outcome('t')});"
        "return 0"
    )
    assert orders(program)[0][1]["call"]["args"] == [{"markerId": 1, "destination": {}}]
    program.run("viewCalls[0].done('', null); return 0")
    result = {"errMsg": "translateMarker:ok"}
    assert program.log() == ["end", ["t", "success", result], ["t", "complete", result]]


def test_files_that_the_view_has_made_are_written(program: WxProgram) -> None:
    program.run("nodes.camera = [5, 0]; wx.createCameraContext().takePhoto(outcome('t')); return 0")
    program.run("viewCalls[0].done('', { files: { tempImagePath: { type: 'jpg', data: 'SU1H' } } }); return 0")
    ((_, success, result), _complete) = program.log()
    assert (success, result["errMsg"]) == ("success", "takePhoto:ok")
    assert result["tempImagePath"].endswith(".jpg")
    read = "wx.getFileSystemManager().readFileSync(path, 'utf8')"
    assert program.run(f"const path = {result['tempImagePath']!r}; return {read};") == "IMG"


def test_frames_of_a_camera_come_one_after_the_other_until_it_is_stopped(program: WxProgram) -> None:
    program.run(
        "nodes.camera = [5, 0]; globalThis.frames = wx.createCameraContext().onCameraFrame(({ data, ...size }) =>"
        " log.push([size, data.byteLength])); frames.start(outcome('start')); return 0"
    )
    result = {"errMsg": "start:ok"}
    assert program.log() == [["start", "success", result], ["start", "complete", result]]
    picture = "{ width: 1, height: 1, pixels: 'AAAAAA==' }"
    for _ in range(2):
        program.run(f"viewCalls.splice(0).forEach(({{ done }}) => done('', {picture})); return 0")
    assert program.log() == [[{"width": 1, "height": 1}, 4]] * 2
    program.run(f"frames.stop({{}}); viewCalls.splice(0).forEach(({{ done }}) => done('', {picture})); return 0")
    assert (program.log(), program.run("viewCalls.length")) == ([], 0)
