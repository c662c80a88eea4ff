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
    "stepper/words.js": "exports.word = () => 'real';",
    "stepper/index.wxss": ".value { width: 30rpx }",
    "broken/index.json": '{"component": true}',
    "broken/index.wxml": "<view>",
    "broken/index.js": "Component({})",
    "stepper/index.js": """const { word } = require('./words');
Component({
  properties: { value: { type: Number, value: 1 } },
  data: { width: 0 },
  methods: {
    plus() { this.change(1) },
    minus() { this.change(-1) },
    change(by) {
      this.setData({ value: this.data.value + by })
      this.triggerEvent('change', { value: this.data.value })
    },
    word() { return word(); },
    later() { return new Promise((resolve) => setTimeout(() => resolve(this.data.value), 5)) },
  },
  lifetimes: { ready() { this.setData({ width: wx.getSystemInfoSync().windowWidth }) } },
})""",
    "icon/index.json": '{"component": true}',
    "icon/index.wxml": "<text>{{name}}</text>",
    "icon/index.js": "Component({ properties: { name: String } })",
}
SUITE = r"""
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

test('storage is there, a screen has nothing to tell, a phone is not', async () => {
  const comp = mounted({ template: '<view/>', lifetimes: { attached() { wx.setStorageSync('a', { b: 1 }) } } });
  expect(comp.dom.tagName).toBe('MAIN');
  expect(wx.getStorageSync('a')).toEqual({ b: 1 });
  await expect(wx.showToast({ title: 'a' })).resolves.toEqual({ errMsg: 'showToast:ok' });
  await expect(wx.scanCode()).rejects.toEqual({ errMsg: 'scanCode:fail there is no phone' });
});

jest.mock('./stepper/words', () => ({ word: jest.fn(() => 'mocked') }));

test('modules of components are modules of the tests', () => {
  const { word } = require('./stepper/words');
  const comp = simulate.render(stepper());
  expect(comp.instance.word()).toBe('mocked');
  expect(word).toHaveBeenCalledTimes(1);
});

test('timers, wx and the console are those of the tests', () => {
  jest.useFakeTimers();
  const toast = jest.spyOn(wx, 'showToast').mockImplementation(() => 'spied');
  const log = jest.spyOn(console, 'log').mockImplementation(() => {});
  const comp = mounted({
    template: '<view class="n">{{n}}</view>', data: { n: 0 },
    methods: { start() { setTimeout(() => { console.log('due'); this.setData({ n: wx.showToast() }) }, 1000) } },
  });
  comp.instance.start();
  jest.advanceTimersByTime(999);
  expect(comp.data.n).toBe(0);
  jest.advanceTimersByTime(1);
  expect(comp.querySelector('.n').dom.textContent).toBe('spied');
  expect([toast.mock.calls.length, log.mock.calls]).toEqual([1, [['due']]]);
  toast.mockRestore();
  log.mockRestore();
  jest.useRealTimers();
});

test('a component is created by render, attached by attach, and all lifetimes can be triggered', () => {
  const calls = [];
  const note = (name) => function noted(...args) { calls.push([name, ...args]); };
  const comp = simulate.render(simulate.load({
    template: '<view/>', properties: { a: Number }, observers: { a: note('observed') },
    lifetimes: { created: note('created'), attached: note('attached'), ready: note('ready'), moved: note('moved') },
    pageLifetimes: { resize: note('resize') },
  }), { a: 5 });
  expect(calls).toEqual([['created'], ['observed', 5]]);
  comp.attach(document.createElement('div'));
  comp.triggerLifeTime('moved', { x: 1 });
  comp.triggerPageLifeTime('resize', { size: 2 });
  expect(calls.slice(2)).toEqual([['attached'], ['ready'], ['moved', { x: 1 }], ['resize', { size: 2 }]]);
});

test('setData shows at once, wherever it is called, and its callback comes later', async () => {
  const comp = mounted({ template: '<view wx:for="{{list}}" wx:key="*this">{{item}}</view>', data: { list: [1, 2] } });
  const parent = comp.parentNode;
  const [first] = comp.dom.children;
  const done = jest.fn();
  comp.instance.setData({ list: [2, 1, 3] }, done);
  expect([parent.textContent, comp.dom.children[1] === first, done.mock.calls.length]).toEqual(['213', true, 0]);
  await Promise.resolve();
  await Promise.resolve();
  expect(done).toHaveBeenCalledTimes(1);
});

test('other components, styles, sizes and handlers of a test', async () => {
  const fake = simulate.load({ template: '<text>fake</text>' });
  const usingComponents = { 'my-icon': fake };
  const id = simulate.load(path.resolve(__dirname, 'stepper/index'), 'my-stepper', { usingComponents });
  const comp = simulate.render(id);
  comp.attach(document.body);
  expect(comp.dom.textContent).toContain('fake');
  expect(window.getComputedStyle(comp.querySelector('.value').dom).width).toBe('30px');
  comp.querySelector('.value').dom.getBoundingClientRect = () => ({ left: 1, top: 2, width: 5, height: 6 });
  const query = comp.instance.createSelectorQuery();
  const rect = await new Promise((resolve) => query.select('.value').boundingClientRect(resolve).exec());
  expect([rect.width, rect.height]).toEqual([5, 6]);
  const heard = [];
  comp.addEventListener('tap', () => heard.push('down'), true);
  comp.addEventListener('tap', () => heard.push('up'));
  comp.querySelector('.plus').dispatchEvent('tap');
  await simulate.sleep(1);
  expect(heard).toEqual(['down', 'up']);
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

test('what is wrong is told', () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
  expect(mounted({ template: '<view>' }).dom.innerHTML).toBe('<wx-view></wx-view>');
  expect(warn.mock.calls[0][0]).toMatch(/\.wxml:1:1: <view> is never closed/);
  warn.mockRestore();
  expect(() => simulate.load('./nowhere/index')).toThrow('invalid componentPath: ./nowhere/index');
  expect(() => simulate.load(path.resolve(__dirname, 'broken/index'))).toThrow(/broken.index\.wxml:1:/);
  const error = jest.spyOn(console, 'error').mockImplementation(() => {});
  mounted({ template: '<view>{{a}}</view>', lifetimes: { attached() { throw new Error('thrown'); } } });
  expect(error.mock.calls[0][0].message).toBe('thrown');
  error.mockRestore();
});

test('a component hears that it goes', async () => {
  const gone = jest.fn();
  const comp = mounted({ template: '<view/>', methods: { gone }, lifetimes: { detached() { this.gone(); } } });
  comp.detach();
  expect(gone).toHaveBeenCalledTimes(1);
  expect(comp.parentNode).toBe(null);
  expect(getCurrentPages()).not.toContain(comp.instance);
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
