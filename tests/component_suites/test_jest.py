"""Tests in the manner of component libraries, run by Jest with our module in place of `miniprogram-simulate`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from tests.support.npm_packages import install
from tests.support.project_folder import write_project

pytestmark = pytest.mark.npm

HERE = Path(__file__).parent
FOLDER = HERE.parent / ".npm" / "component-suites"
LIBRARY = {
    "stepper/index.json": '{"component": true, "usingComponents": {"my-icon": "../icon/index"}}',
    "stepper/index.wxml": (
        "<view class='stepper' style='width: 20rpx'><view class='minus' bind:tap='minus'><my-icon name='-'/></view>"
        "<text class='value' data-value='{{value}}'>{{value}}</text><view class='plus' bind:tap='plus'>+</view></view>"
    ),
    "stepper/index.js": """Component({
  properties: { value: { type: Number, value: 1 } },
  data: { width: 0 },
  methods: {
    plus() { this.change(1) },
    minus() { this.change(-1) },
    change(by) {
      this.setData({ value: this.data.value + by })
      this.triggerEvent('change', { value: this.data.value })
    },
    later() { return new Promise((resolve) => setTimeout(() => resolve(this.data.value), 5)) },
  },
  lifetimes: { ready() { this.setData({ width: wx.getSystemInfoSync().windowWidth }) } },
})""",
    "icon/index.json": '{"component": true}',
    "icon/index.wxml": "<text>{{name}}</text>",
    "icon/index.js": "Component({ properties: { name: String } })",
}
SUITE = """
const path = require('path');
const simulate = require('miniprogram-simulate');
const stepper = () => simulate.load(path.resolve(__dirname, 'stepper/index'), 'my-stepper', { rootPath: __dirname });
const mounted = (definition) => {
  const comp = simulate.render(simulate.load(definition));
  comp.attach(document.createElement('parent-wrapper'));
  return comp;
};

test('a component of the library by its path, with properties', () => {
  const comp = simulate.render(stepper(), { value: 5 });
  comp.attach(document.createElement('div'));
  expect(comp.data.value).toBe(5);
  expect(comp.data.width).toBe(375);
  expect(comp.dom.querySelector('.my-stepper--value').textContent).toBe('5');
  expect(comp.querySelector('.stepper').dom.style.width).toBe('20px');
});

test('touches, what they change, and what the component triggers', async () => {
  const onChange = jest.fn();
  const comp = mounted({
    template: '<my-stepper class="s" value="{{start}}" bind:change="onChange"/>', data: { start: 3 },
    methods: { onChange }, usingComponents: { 'my-stepper': stepper() },
  });
  comp.querySelector('.s >>> .plus').dispatchEvent('tap');
  await simulate.sleep(10);
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(onChange.mock.calls[0][0].detail).toEqual({ value: 4 });
  const minus = comp.querySelector('.s >>> .minus');
  minus.dispatchEvent('touchstart');
  minus.dispatchEvent('touchend');
  await simulate.sleep(10);
  expect(comp.querySelector('.s').data.value).toBe(3);
  comp.setData({ start: 9 });
  expect(comp.querySelector('.s >>> .value').dom.getAttribute('data-value')).toBe('9');
});

test('methods, promises and handlers of an instance', async () => {
  const comp = simulate.render(stepper());
  comp.attach(document.createElement('div'));
  const heard = jest.fn();
  comp.addEventListener('change', heard);
  comp.instance.plus();
  expect(comp.data.value).toBe(2);
  expect(heard.mock.calls[0][0].detail).toEqual({ value: 2 });
  await expect(comp.instance.later()).resolves.toBe(2);
});

test('storage is there, a phone is not', () => {
  const comp = mounted({ template: '<view/>', lifetimes: { attached() { wx.setStorageSync('a', { b: 1 }) } } });
  expect(comp.dom.tagName).toBe('MAIN');
  expect(JSON.stringify(wx.getStorageSync('a'))).toBe('{"b":1}');
});

test('markup and snapshots', () => {
  const comp = mounted({ template: '<my-stepper value="7"/>', usingComponents: { 'my-stepper': stepper() } });
  expect(simulate.match(comp.querySelector('my-stepper').dom.querySelector('.my-stepper--value'),
    '7')).toBe(true);
  expect(comp.toJSON()).toMatchInlineSnapshot(`
<main>
  <my-stepper>
    <wx-view
      class="stepper"
      style="width: 20rpx"
    >
      <wx-view
        class="minus"
        bind:tap="minus"
      >
        <my-icon>
          <wx-text>
            -
          </wx-text>
        </my-icon>
      </wx-view>
      <wx-text
        class="value"
        data-value="{{7}}"
      >
        7
      </wx-text>
      <wx-view
        class="plus"
        bind:tap="plus"
      >
        +
      </wx-view>
    </wx-view>
  </my-stepper>
</main>
`);
});

test('what is wrong with a template is told', () => {
  expect(() => mounted({ template: '<view>' })).toThrow(/part0.wxml:1:/);
  expect(() => simulate.render(stepper()).triggerLifeTime('moved')).toThrow(/not supported/);
});

test('a component hears that it goes', async () => {
  const gone = jest.fn();
  const comp = mounted({ template: '<view/>', methods: { gone }, lifetimes: { detached() { this.gone(); } } });
  comp.detach();
  expect(gone).toHaveBeenCalledTimes(1);
  expect(comp.parentNode).toBe(null);
});
"""


def test_a_suite_in_the_manner_of_component_libraries_passes(tmp_path: Path) -> None:
    install(HERE / "packages.json", FOLDER)
    root = write_project(tmp_path / "library", {**LIBRARY, "package.json": "{}", "library.test.js": SUITE})
    module = str(files("resources") / "npm" / "miniprogram-simulate")
    options = {
        "testEnvironment": str(FOLDER / "node_modules" / "jest-environment-jsdom"),
        "moduleNameMapper": {"^miniprogram-simulate$": module},
        "snapshotSerializers": [f"{module}/jest-snapshot-plugin.js"],
    }
    (root / "jest.config.json").write_text(json.dumps(options))
    node = shutil.which("node")
    assert node is not None
    command = Path(sys.executable).parent / "handset"
    ended = subprocess.run(
        [node, str(FOLDER / "node_modules/jest/bin/jest.js"), "--config", "jest.config.json", "--ci"],
        cwd=root, env={**os.environ, "HANDSET": str(command)}, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
