/**
 * Runs whole programs with the platform's simulator engine (exparser, official template compiler) on jsdom.
 * Node process, started by `engines.py`. stdin: `{packages, folder, programs: [{folder, root, tags, actions}]}`; the
 * files lie below `folder`. stdout: per program the lines of its log, or `["does not compile"]`.
 */
'use strict';

const fs = require('fs');
const Module = require('module');
const path = require('path');

const { packages, folder, programs } = JSON.parse(fs.readFileSync(0, 'utf8'));
const fromPackages = Module.createRequire(path.join(packages, 'anything.js'));
let lines = [];

function makeWindow() {
  const { JSDOM } = fromPackages('jsdom');
  const { window } = new JSDOM('<!DOCTYPE html><body></body>', { pretendToBeVisual: true });
  const wanted = ['document', 'Element', 'HTMLElement', 'Event', 'CustomEvent', 'Node', 'Text', 'MutationObserver'];
  for (const name of wanted) global[name] = window[name];
  global.window = window;
  global.getComputedStyle = window.getComputedStyle.bind(window);
}

const names = (text) => String(text).split(/\s+/).filter(Boolean).join(' ');

function shown(exparser, tags, node) {
  if (node instanceof exparser.TextNode) return node.textContent === '' ? [] : [node.textContent];
  const children = (node.__wxSlotChildren || []).flatMap((child) => shown(exparser, tags, child));
  const tag = node._vt.tagName.replace(/^wx-/, '');
  const isComponent = tags.includes(tag);
  if (node.__virtual && !isComponent) return children;
  const attributes = Object.fromEntries((node._vt.attrs || []).map(({ name, value }) => [name, value]));
  const { class: given = '', style = '' } = attributes;
  const dataset = { ...node.dataset };
  return [{ name: isComponent ? `<${tag}>` : tag, id: node.id || '', class: names(given), style, dataset, children }];
}

function natives(exparser, tags, node, found = []) {
  if (node instanceof exparser.TextNode) return found;
  if (!node.__virtual && !tags.includes(node._vt.tagName.replace(/^wx-/, ''))) found.push(node);
  for (const child of node.__wxSlotChildren || []) natives(exparser, tags, child, found);
  return found;
}

const rendered = () => new Promise(setImmediate);

async function run(simulate, exparser, { folder: own, root, tags, actions }) {
  lines = [];
  const tag = root.split('/').pop();
  const id = simulate.load(path.join(folder, own, root), tag, { rootPath: folder, compiler: 'official' });
  const mounted = simulate.render(id, {});
  const node = mounted._exparserNode;
  node.id = 'root';
  const parent = document.createElement('div');
  document.body.appendChild(parent);
  mounted.attach(parent);
  mounted.triggerPageLifeTime('show');
  await rendered();
  for (let at = 0; at < actions.length; at += 1) {
    const action = actions[at];
    lines.push(`action ${at}`);
    if (action.page !== undefined) mounted.triggerPageLifeTime(action.page);
    else if (action.event !== undefined) {
      mounted.instance.begin();
      const elements = natives(exparser, tags, node);
      const isTap = action.event === 'tap';
      const options = { bubbles: isTap, composed: isTap, capturePhase: isTap };
      const target = elements[action.at % elements.length];
      if (target) exparser.Event.dispatchEvent(target, exparser.Event.create(action.event, { x: 1 }, options));
    } else mounted.instance[`act${at}`]();
    await rendered();
  }
  lines.push('tree');
  lines.push(JSON.stringify(shown(exparser, tags, node)));
  mounted.instance.end();
  mounted.detach();
  await rendered();
  return lines;
}

async function main() {
  makeWindow();
  const simulate = fromPackages('miniprogram-simulate');
  const exparser = fromPackages('miniprogram-exparser');
  const write = process.stdout.write.bind(process.stdout);
  const note = (error) => lines.push(`error ${error && error.message}`);
  process.on('unhandledRejection', note);
  exparser.addGlobalErrorListener(note);
  console.log = (text) => lines.push(text);
  console.warn = console.info = console.error = () => {};
  const answers = [];
  for (const program of programs) {
    try {
      answers.push(await run(simulate, exparser, program));
    } catch (error) {
      answers.push([...lines, `stopped: ${error.stack}`]);
    }
  }
  write(JSON.stringify(answers), () => process.exit(0));
}

main();
