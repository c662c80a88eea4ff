"""A program that draws with WebGL: shaders, a texture, what it asks for, pictures of it, its frames."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser

pytestmark = pytest.mark.browser

START = """
const VERTEX = `attribute vec2 place; varying vec2 at; uniform vec4 offsets[2];
  void main() { at = place * .5 + .5; gl_Position = vec4(place + offsets[0].xy + offsets[1].xy, 0., 1.); }`;
const FRAGMENT = `precision mediump float; varying vec2 at; uniform sampler2D picture; uniform vec3 tint;
  void main() { gl_FragColor = vec4(texture2D(picture, at).rgb * tint, 1.); }`;
function compile(gl, kind, text) {
  const shader = gl.createShader(kind);
  gl.shaderSource(shader, text);
  gl.compileShader(shader);
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
  return shader;
}
function begin(canvas, kind) {
  const gl = canvas.getContext(kind);
  const program = gl.createProgram();
  gl.attachShader(program, compile(gl, gl.VERTEX_SHADER, VERTEX));
  gl.attachShader(program, compile(gl, gl.FRAGMENT_SHADER, FRAGMENT));
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW);
  const place = gl.getAttribLocation(program, 'place');
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, 2, gl.FLOAT, false, 0, 0);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return { gl, program };
}
function draw({ gl, program }, tint) {
  gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
  gl.uniform3fv(gl.getUniformLocation(program, 'tint'), new Float32Array(tint));
  gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
}
function pixel({ gl }, x, y) {
  const pixels = new Uint8Array(4);
  gl.readPixels(x, y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return Array.from(pixels).join();
}
"""
PAGE = f"""{START}
Page({{
  data: {{ copy: '', said: '', frames: 0 }},
  onReady() {{
    wx.createSelectorQuery().select('#c').node().exec(([{{ node }}]) => {{
      this.canvas = node;
      this.scene = begin(node, 'webgl');
      const {{ gl, program }} = this.scene;
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array([255, 128, 0, 255]));
      draw(this.scene, [1, 1, 1]);
      const place = gl.getUniformLocation(program, 'tint');
      this.setData({{ said: JSON.stringify([
        pixel(this.scene, 1, 1), gl.getError(), gl.getUniform(program, place)[1],
        gl.getParameter(gl.CURRENT_PROGRAM) === program, gl.isProgram(program), gl.isBuffer(null),
        gl.getUniformLocation(program, 'offsets[1]') !== null, gl.getUniformLocation(program, 'offsets[2]'),
        gl.getUniformLocation(program, 'nothing'), gl.getAttachedShaders(program).length,
        gl.getActiveUniform(program, 0).size > 0, gl.getParameter(gl.MAX_TEXTURE_SIZE) >= 2048,
        gl.getShaderPrecisionFormat(gl.FRAGMENT_SHADER, gl.HIGH_FLOAT).precision, gl.canvas === node,
        node.getContext('webgl') === gl, node.getContext('2d'), gl.getExtension('no_such'),
        [...gl.getParameter(gl.VIEWPORT)].length, typeof gl.getParameter(gl.VERSION),
      ]) }});
    }});
  }},
  image() {{
    const image = this.canvas.createImage();
    image.onload = () => {{
      const {{ gl }} = this.scene;
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, image);
      draw(this.scene, [1, 1, 1]);
    }};
    image.src = '/blue.svg';
  }},
  plain() {{
    const hidden = wx.createOffscreenCanvas({{ type: '2d', width: 4, height: 4 }});
    const context = hidden.getContext('2d');
    context.fillStyle = '#00ff00';
    context.fillRect(0, 0, 4, 4);
    const {{ gl }} = this.scene;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, hidden);
    draw(this.scene, [1, 1, 1]);
  }},
  save() {{
    wx.canvasToTempFilePath({{ canvas: this.canvas, success: (r) => this.setData({{ copy: r.tempFilePath }}) }});
  }},
  play() {{
    let count = 0;
    const frame = () => {{
      draw(this.scene, [0, 1, 1]);
      if (++count < 5) this.canvas.requestAnimationFrame(frame);
      else this.setData({{ frames: count }});
    }};
    this.canvas.requestAnimationFrame(frame);
  }},
  newer() {{
    const hidden = wx.createOffscreenCanvas({{ type: 'webgl', width: 8, height: 8 }});
    const gl = hidden.getContext('webgl2');
    const target = gl.createRenderbuffer();
    gl.bindRenderbuffer(gl.RENDERBUFFER, target);
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.RGBA8, 8, 8);
    gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.RENDERBUFFER, target);
    gl.clearBufferfv(gl.COLOR, 0, new Float32Array([0, 1, 1, 1]));
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    const lines = new Float32Array(4);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([1.5, 2.5, 3.5, 4.5]), gl.STATIC_READ);
    gl.getBufferSubData(gl.ARRAY_BUFFER, 0, lines);
    const lost = gl.getExtension('WEBGL_lose_context');
    this.setData({{ said: JSON.stringify([
      gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE, pixel({{ gl }}, 3, 3), [...lines],
      gl.isVertexArray(array), gl.getError(), typeof lost.loseContext, gl.isContextLost(),
    ]) }});
  }},
}})
"""
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#0000ff"/></svg>'
)
BUTTONS = ("image", "plain", "save", "play", "newer")
FILES = {
    "app.json": json.dumps({"pages": ["pages/draw/draw"]}),
    "app.js": "App({})",
    "project.config.json": "{}",
    "blue.svg": SQUARE,
    "pages/draw/draw.wxml": '<canvas type="webgl" id="c" class="c"/><image class="copy" src="{{copy}}"/>'
    + "".join(f'<button class="{name}" bindtap="{name}">{name}</button>' for name in BUTTONS)
    + '<view class="frames">{{frames}}</view><view class="said">{{said}}</view>',
    "pages/draw/draw.wxss": ".c, .copy { display: block; width: 200px; height: 100px; }",
    "pages/draw/draw.js": PAGE,
}


@pytest.fixture
def user(open_phone: OpenPhone, tmp_path: Path) -> PhoneUser:
    root = tmp_path / "draw"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    user = open_phone(root)
    user.start()
    user.see(lambda: user.color(".c") == "#ff8000", "the texture of bytes")
    return user


def test_a_program_draws_and_is_answered(user: PhoneUser) -> None:
    user.see(lambda: user.text(".said") != "", "the answers")
    assert json.loads(user.text(".said")) == [
        "255,128,0,255", 0, 1, True, True, False, True, None, None, 2, True, True, 23, True, True, None, None, 4,
        "string",
    ]  # fmt: skip
    user.tap(".newer")
    user.see(lambda: "[1.5,2.5,3.5,4.5]" in user.text(".said"), "the answers of WebGL 2")
    assert json.loads(user.text(".said")) == [True, "0,255,255,255", [1.5, 2.5, 3.5, 4.5], True, 0, "function", False]
    assert user.errors() == []


def test_textures_come_from_pictures_and_canvases(user: PhoneUser) -> None:
    user.tap(".image")
    user.see(lambda: user.color(".c") == "#0000ff", "the picture")
    user.tap(".plain")
    user.see(lambda: user.color(".c") == "#00ff00", "the other canvas")


def test_frames_and_a_picture_of_the_last(user: PhoneUser) -> None:
    user.tap(".play")
    user.see(lambda: user.text(".frames") == "5", "the frames")
    user.see(lambda: user.color(".c") == "#008000", "the last frame")
    user.tap(".save")
    user.see(lambda: user.color(".copy") == "#008000", "the picture of it")
