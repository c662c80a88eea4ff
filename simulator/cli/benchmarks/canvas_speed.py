"""A canvas of a program beside one of a browser's page that draws the same: frames of five hundred shapes."""

from __future__ import annotations

from typing import Any

from simulator.cli.benchmarks.shell_page import ask, asked_until
from simulator.cli.benchmarks.small_project import TIMEOUT_S, asked, small_project
from simulator.running.headless import headless_program

SHAPES = 500
DRAWN_MS = 3000

# `context`, `width` and `frame` are given; the same text runs on both sides.
_DRAW = f"""
context.clearRect(0, 0, width, width);
for (let n = 0; n < {SHAPES}; n++) {{
  const x = (n * 37 + frame * 3) % width, y = (n * 53 + frame * 5) % width;
  context.fillStyle = n % 2 ? '#07c160' : 'rgba(16, 174, 255, .6)';
  context.beginPath();
  if (n % 3 === 0) context.arc(x, y, 9, 0, 6.2832);
  else context.rect(x, y, 14, 10);
  context.fill();
}}
"""
_PROGRAM = """
const query = wx.createSelectorQuery().select('#c').fields({ node: true });
const [{ node }] = await new Promise((resolve) => query.exec(resolve));
const context = node.getContext('2d'), width = 300;
node.width = node.height = width;
return await new Promise((resolve) => {
  const began = performance.now();
  let frame = 0;
  const step = () => {
    %s
    frame++;
    const spent = performance.now() - began;
    if (spent < %d) node.requestAnimationFrame(step);
    else resolve(frame * 1000 / spent);
  };
  node.requestAnimationFrame(step);
});"""
_PLAIN = """(() => {
  window.drawn = undefined;
  const node = document.body.appendChild(document.createElement('canvas'));
  node.style.cssText = 'position: fixed; left: 0; top: 0; z-index: 99';
  const context = node.getContext('2d'), width = node.width = node.height = 300;
  const began = performance.now();
  let frame = 0;
  const step = () => {
    %s
    frame++;
    const spent = performance.now() - began;
    if (spent < %d) return requestAnimationFrame(step);
    node.remove();
    window.drawn = frame * 1000 / spent;
  };
  requestAnimationFrame(step);
})()"""


def measure(runs: int) -> dict[str, Any]:
    """`canvas.frames_per_s`, `canvas.plain_frames_per_s`, `canvas.of_plain`: how much of a browser's it is."""
    page = {"pages/p/p.wxml": '<canvas id="c" type="2d" style="width:300px;height:300px"/>'}
    own, plain = [], []
    with small_project(page) as root, headless_program(root) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        for _ in range(min(runs, 3)):
            own.append(float(asked(driver, _PROGRAM % (_DRAW, DRAWN_MS))))
            ask(driver, _PLAIN % (_DRAW, DRAWN_MS))
            plain.append(float(asked_until(driver, "window.drawn", "the plain canvas")))
    ratios = [mine / theirs for mine, theirs in zip(own, plain, strict=True)]
    return {"canvas": {"frames_per_s": own, "plain_frames_per_s": plain, "of_plain": ratios}}
