"""three.js, as its package for mini programs has it, draws a hundred lit boxes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.npm_packages import install
from tests.support.project_folder import write_project

pytestmark = [pytest.mark.npm, pytest.mark.browser]

HERE = Path(__file__).parent
FOLDER = HERE.parent / ".npm" / "three"
PAGE = """
const { createScopedThreejs } = require('../../three.js')
Page({ data: { frames: 0 }, onReady() {
  wx.createSelectorQuery().select('#c').node().exec(([{ node: canvas }]) => {
    Object.assign(canvas, { width: 300, height: 300 })
    const THREE = createScopedThreejs(canvas)
    const scene = new THREE.Scene()
    scene.background = new THREE.Color(0x0000ff)
    const camera = new THREE.PerspectiveCamera(60, 1, 0.1, 100)
    camera.position.z = 12
    const light = new THREE.DirectionalLight(0xffffff, 1)
    light.position.set(0, 0, 3)
    scene.add(light)
    const box = new THREE.BoxGeometry(1, 1, 1)
    const boxes = Array.from({ length: 100 }, (_, i) => {
      const one = new THREE.Mesh(box, new THREE.MeshStandardMaterial({ color: 0xff0000 }))
      one.position.set(i % 10 - 4.5, Math.floor(i / 10) - 4.5, 0)
      scene.add(one)
      return one
    })
    const renderer = new THREE.WebGLRenderer({ canvas, antialias: false })
    renderer.setSize(300, 300, false)
    let frames = 0
    const draw = () => {
      renderer.render(scene, camera)
      if (++frames < 20) canvas.requestAnimationFrame(draw)
      else this.setData({ frames: `${frames} frames, ${renderer.info.render.calls} calls` })
    }
    canvas.requestAnimationFrame(draw)
  })
} })
"""


def test_a_hundred_meshes(open_phone: OpenPhone, tmp_path: Path) -> None:
    install(HERE / "packages.json", FOLDER)
    library = FOLDER / "node_modules" / "threejs-miniprogram" / "dist" / "index.js"
    canvas = '<canvas type="webgl" id="c" style="width:300px;height:300px"/><text class="frames">{{frames}}</text>'
    files = {"app.json": '{"pages": ["pages/p/p"]}', "app.js": "App({})", "pages/p/p.json": "{}"}
    root = write_project(
        tmp_path / "three",
        {**files, "three.js": library.read_text("utf-8"), "pages/p/p.wxml": canvas, "pages/p/p.js": PAGE},
    )
    user = open_phone(root)
    user.start()
    user.see(lambda: user.text(".frames") == "20 frames, 100 calls", "the frames")
    # Between the boxes in the middle and at the edge of the scene.
    picture = user.program.phone.screenshot()
    middle = user.place("#c")
    places = range(-140, 141, 7)
    colors = [picture.pixelColor(middle.x() + x, middle.y() + y) for x in places for y in places]
    assert any(color.name() == "#0000ff" for color in colors)
    assert any(color.red() > 2 * color.blue() for color in colors)
    assert user.errors() == []
