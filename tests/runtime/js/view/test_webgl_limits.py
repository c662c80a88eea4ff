"""What a WebGL context refuses, and that it goes on after it."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, page_of

pytestmark = pytest.mark.browser

PLACE = [1, 0]


class Context:
    """A WebGL context of the page's canvas."""

    def __init__(self, page: PageHarness) -> None:
        self.page = page
        start = self.run(["glBegin", PLACE, "webgl2", {"alpha": False, "preserveDrawingBuffer": False}])
        self.constants: dict[str, int] = start["constants"]
        self.methods: list[str] = start["methods"]
        self.start = start

    def run(self, *jobs: Any) -> Any:
        return self.page.run(f"return await view.call({{name: 'canvas', jobs: {json.dumps(jobs)}}})")

    def draw(self, name: str, *args: Any) -> None:
        given = [self.constants.get(one, one) if isinstance(one, str) else one for one in args]
        self.run(["gl", PLACE, [self.methods.index(name) * 16 + len(args), *given]])

    def ask(self, name: str, *args: Any) -> Any:
        given = [self.constants.get(one, one) if isinstance(one, str) else one for one in args]
        return self.run(["glAsk", PLACE, self.methods.index(name), given])["value"]

    def complaints(self) -> list[str]:
        found: list[str] = self.page.run("const list = logs.map((one) => one[1]); logs.length = 0; return list")
        return [text for text in found if text.startswith("canvas:")]


@pytest.fixture
def context(harness: PageHarness) -> Context:
    harness.open(page_of(("canvas", {"type": "webgl"})), stream=[])
    return Context(harness)


def test_a_new_context_says_what_never_changes(context: Context) -> None:
    assert context.start["attributes"]["alpha"] is False
    assert context.start["parameters"][str(context.constants["MAX_TEXTURE_SIZE"])] >= 2048
    assert {"drawArrays", "bufferData", "createVertexArray"} <= set(context.methods)
    assert context.ask("getError") == 0


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("drawArrays", ("TRIANGLES", 0, 2_000_000_000)),
        ("drawArraysInstanced", ("TRIANGLES", 0, 100_000, 100_000)),
        ("bufferData", ("ARRAY_BUFFER", 2_000_000_000, "STATIC_DRAW")),
        ("texImage2D", ("TEXTURE_2D", 0, "RGBA", 8192, 8192, 0, "RGBA", "UNSIGNED_BYTE", None)),
        ("texStorage3D", ("TEXTURE_3D", 1, "RGBA8", 1024, 1024, 1024)),
        ("renderbufferStorage", ("RENDERBUFFER", "RGBA8", 1e9, 1e9)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_too_large_is_refused_with_a_sentence(context: Context, name: str, args: tuple[Any, ...]) -> None:
    context.draw(name, *args)
    (complaint,) = context.complaints()
    assert complaint.startswith(f"canvas: {name}: ")
    assert "more than" in complaint
    assert context.ask("getError") == 0


def test_many_textures_are_refused_before_memory_is_full_and_deleted_ones_count_no_more(context: Context) -> None:
    def texture(number: int) -> None:
        context.draw("createTexture", {"h": number})
        context.draw("bindTexture", "TEXTURE_2D", {"h": number})
        context.draw("texImage2D", "TEXTURE_2D", 0, "RGBA", 4096, 4096, 0, "RGBA", "UNSIGNED_BYTE", None)

    for number in range(6):
        texture(100 + number)
    assert context.complaints() == []
    context.draw("deleteTexture", {"h": 100})
    texture(200)
    assert context.complaints() == []
    texture(201)
    assert len(context.complaints()) == 1


def test_wrong_commands_are_told_and_leave_the_others_alone(context: Context) -> None:
    context.draw("bindBuffer", "ARRAY_BUFFER", {"h": 12345})
    context.draw("clearColor")
    context.draw("bufferData", "ARRAY_BUFFER", {"bytes": "AAAA", "type": "NoSuchArray"}, "STATIC_DRAW")
    context.draw("clearColor", 0, 1, 0, 1)
    context.draw("clear", "COLOR_BUFFER_BIT")
    told = context.complaints()
    assert len(told) == 1
    assert told[0].startswith("canvas: clearColor: ")
    place = context.methods.index("readPixels")
    names = ("RGBA", "UNSIGNED_BYTE")
    target = {"into": "Uint8Array", "length": 4}
    args = [0, 0, 1, 1, *(context.constants[name] for name in names), target]
    filled = context.run(["glAsk", PLACE, place, args])["filled"]
    assert list(base64.b64decode(filled)) == [0, 255, 0, 255]


def test_an_extension_has_its_constants_and_methods(context: Context) -> None:
    found = context.run(["glExtension", PLACE, "WEBGL_lose_context"])
    assert found == {"constants": {}, "methods": ["loseContext", "restoreContext"]}
    assert context.run(["glExtension", PLACE, "no_such"]) is None
