"""WebGL in the logic layer: what is recorded, what is asked and how often, what the program holds."""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.js.logic.test_canvas import CanvasProgram

METHODS = [
    "createBuffer", "createProgram", "createShader", "linkProgram", "compileShader", "getProgramParameter",
    "getUniformLocation", "getActiveUniform", "getAttribLocation", "getShaderParameter", "uniform3fv", "uniform1f",
    "bufferData", "readPixels", "getParameter", "isBuffer", "deleteBuffer", "clear", "getProgramInfoLog", "bindBuffer",
]  # fmt: skip
START = {
    "constants": {"LINK_STATUS": 35714, "MAX_TEXTURE_SIZE": 3379, "RGBA": 6408},
    "methods": METHODS,
    "parameters": {"3379": 8192, "3386": {"view": "Int32Array", "list": [4, 5]}},
    "precisions": {"1,2": {"precision": 23}},
    "attributes": {"alpha": True},
    "extensions": ["OES_vertex_array_object"],
}
TOLD = {
    "parameters": {"35714": True},
    "log": "fine",
    "uniforms": [
        {"name": "tint", "type": 1, "size": 1, "isPlaced": True},
        {"name": "lights[0]", "type": 1, "size": 3, "isPlaced": True},
        {"name": "block", "type": 1, "size": 1, "isPlaced": False},
    ],
    "attributes": [{"name": "place", "type": 1, "size": 1, "location": 2}],
}
CONTEXT = (
    "const one = wx.createOffscreenCanvas({ type: 'webgl', width: 4, height: 3 }); const gl = one.getContext('webgl');"
)


@pytest.fixture
def program() -> CanvasProgram:
    program = CanvasProgram()
    program.answers |= {"glBegin": START, "glProgram": TOLD, "glShader": {"parameters": {}, "log": ""}}
    return program


def drawn(program: CanvasProgram, code: str) -> list[list[Any]]:
    """The commands that code leads to, with their names."""
    program.draw(f"{CONTEXT} {code}")
    found = []
    for job in program.jobs():
        rest = list(job[2]) if job[0] == "gl" else []
        while rest:
            place, count = divmod(rest.pop(0), 16)
            found.append([METHODS[place], *(rest.pop(0) for _ in range(count))])
    return found


def test_drawing_is_recorded_and_goes_in_one_job(program: CanvasProgram) -> None:
    code = "const b = gl.createBuffer(); gl.bindBuffer(gl.RGBA, b); gl.clear(1); gl.uniform1f(null, 2.5);"
    made, *rest = drawn(program, code)
    number = made[1]["h"]
    assert rest == [["bindBuffer", 6408, {"h": number}], ["clear", 1], ["uniform1f", None, 2.5]]
    assert [job[0] for job in program.asked] == ["glBegin"]


def test_what_never_changes_is_not_asked_for(program: CanvasProgram) -> None:
    asked = (
        "[gl.getParameter(gl.MAX_TEXTURE_SIZE), [...gl.getParameter(3386)], gl.getContextAttributes().alpha,"
        "gl.getShaderPrecisionFormat(1, 2).precision, gl.getSupportedExtensions(), gl.drawingBufferWidth,"
        "gl.canvas === one, one.getContext('webgl') === gl, one.getContext('2d'), gl.getExtension('none')]"
    )
    assert program.draw(f"{CONTEXT} return {asked}") == [
        8192, [4, 5], True, 23, ["OES_vertex_array_object"], 4, True, True, None, None,
    ]  # fmt: skip
    assert [job[0] for job in program.asked] == ["glBegin"]


def test_a_program_is_asked_for_once_until_it_is_linked_again(program: CanvasProgram) -> None:
    asked = (
        "const p = gl.createProgram(); const is = (name) => gl.getUniformLocation(p, name) !== null;"
        "const all = [gl.getProgramParameter(p, gl.LINK_STATUS), gl.getProgramInfoLog(p),"
        "gl.getActiveUniform(p, 1).size,"
        "gl.getAttribLocation(p, 'place'), gl.getAttribLocation(p, 'x'),"
        "['tint', 'lights', 'lights[2]', 'lights[3]', 'block', 'x'].map(is)];"
    )
    assert program.draw(f"{CONTEXT} {asked} return all") == [
        True, "fine", 3, 2, -1, [True, True, True, False, False, False],
    ]  # fmt: skip
    assert [job[0] for job in program.asked] == ["glBegin", "glProgram"]
    program.draw(f"{CONTEXT} {asked} gl.linkProgram(p); gl.getProgramInfoLog(p); gl.getProgramInfoLog(p); return 1")
    assert [job[0] for job in program.asked].count("glProgram") == 3


def test_a_place_travels_as_program_and_name(program: CanvasProgram) -> None:
    code = "const p = gl.createProgram(); gl.uniform3fv(gl.getUniformLocation(p, 'tint'), new Float32Array([1, 2, 3]));"
    made, written = drawn(program, code)
    assert written == ["uniform3fv", {"l": [made[1]["h"], "tint"]}, [1, 2, 3]]


def test_data_travel_as_bytes_with_their_kind(program: CanvasProgram) -> None:
    code = (
        "gl.bufferData(1, new Uint16Array([1, 2]), 3); gl.bufferData(1, new Uint8Array([7, 8, 9]).subarray(1), 3);"
        "gl.bufferData(1, new Uint8Array([5]).buffer, 3); gl.bufferData(1, 16, 3);"
        "gl.bufferData(1, new Date(), 3); gl.bufferData(1, undefined, 3)"
    )
    assert [args[2] for args in drawn(program, code)] == [
        {"bytes": "AQACAA==", "type": "Uint16Array"}, {"bytes": "CAk=", "type": "Uint8Array"},
        {"bytes": "BQ==", "type": "ArrayBuffer"}, 16, None, None,
    ]  # fmt: skip


def test_answers_fill_what_the_program_gave_and_name_its_objects(program: CanvasProgram) -> None:
    program.answers["glAsk"] = {"value": None, "filled": "AQIDBA=="}
    read = "const a = new Uint8Array(6); gl.readPixels(0, 0, 1, 1, 6408, 5121, a.subarray(1, 5)); return [...a]"
    assert program.draw(f"{CONTEXT} {read}") == [0, 1, 2, 3, 4, 0]
    assert program.asked[-1][3][-1] == {"into": "Uint8Array", "length": 4}
    same = "const b = gl.createBuffer(); page.found = (n) => gl.getParameter(n) === b; return b._().number"
    number = program.draw(f"{CONTEXT} {same}")
    program.answers["glAsk"] = {"value": {"h": number}}
    assert program.draw("return page.found(1)") is True
    program.answers["glAsk"] = {"value": {"h": 99999}}
    assert program.draw("return page.found(1)") is False


def test_a_view_that_cannot_answer_is_null(program: CanvasProgram) -> None:
    del program.answers["glProgram"]
    asked = "gl.getParameter(1), gl.getProgramParameter(gl.createProgram(), 1), gl.getProgramParameter(null, 1)"
    assert program.draw(f"{CONTEXT} return [{asked}]") == [None, None, None]


def test_more_arguments_than_any_method_has_are_left_out(program: CanvasProgram) -> None:
    (written,) = drawn(program, "gl.clear(...Array.from({ length: 40 }, (_, i) => i))")
    assert written == ["clear", *range(15)]
