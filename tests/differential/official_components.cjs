/**
 * Mounts components with the platform's simulator engine (legacy framework, official template compiler) on jsdom.
 * Node process, started by `official.py`. stdin: `{packages, root, jobs: [{path, properties}], wait_ms}`; `packages` is
 * a node_modules folder, `root` a folder with CommonJS scripts. stdout: per job `{nodes, snapshot, errors}` or `{error}`;
 * a node is `{tag, attr, events: {"bind:tap": handler}, children}` (attributes without properties) or a text; `snapshot`
 * is what Jest would write for it.
 */
'use strict';

const fs = require('fs');
const Module = require('module');
const path = require('path');

const { packages, root, jobs, wait_ms: wait } = JSON.parse(fs.readFileSync(0, 'utf8'));
const fromPackages = Module.createRequire(path.join(packages, 'anything.js'));

function makeWindow() {
  const { JSDOM } = fromPackages('jsdom');
  const { window } = new JSDOM('<!DOCTYPE html><body></body>', { pretendToBeVisual: true });
  const wanted = ['document', 'Element', 'HTMLElement', 'Event', 'CustomEvent', 'Node', 'Text', 'MutationObserver'];
  for (const name of wanted) global[name] = window[name];
  global.window = window;
  global.getComputedStyle = window.getComputedStyle.bind(window);
}

/** A package name in a component's script means the folder miniprogram_npm above it. */
function resolveNpm() {
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (request, parent, ...rest) {
    const isName = !request.startsWith('.') && !path.isAbsolute(request);
    if (isName && parent && parent.filename && parent.filename.startsWith(root)) {
      for (let at = path.dirname(parent.filename); at.startsWith(root); at = path.dirname(at)) {
        for (const file of [`${request}.js`, path.join(request, 'index.js')]) {
          const target = path.join(at, 'miniprogram_npm', file);
          if (fs.existsSync(target)) return target;
        }
      }
    }
    return resolve.call(this, request, parent, ...rest);
  };
}

function form({ isCapture, isMutated, isCatch }) {
  return `${isCapture ? 'capture-' : ''}${isMutated ? 'mut-' : ''}${isCatch ? 'catch' : 'bind'}`;
}

/** The engine's node as it lies on the screen; nodes without an element of their own give way to their children. */
function plain(exparser, node) {
  if (node instanceof exparser.TextNode) return [node.textContent];
  const children = (node.__wxSlotChildren || []).flatMap((child) => plain(exparser, child));
  if (node.__virtual) return children;
  const { tagName, attrs: given = [], event = {} } = node._vt;
  const attr = {};
  for (const { name, value } of given) {
    const property = name.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase());
    if (!exparser.Component.hasPublicProperty(node, property)) attr[name] = value;
  }
  const events = {};
  for (const name of Object.keys(event)) events[`${form(event[name])}:${name}`] = event[name].handler;
  return [{ tag: tagName.replace(/^wx-/, ''), attr, events, children }];
}

function snapshot(mounted) {
  const plugins = [fromPackages('miniprogram-simulate/jest-snapshot-plugin')];
  return fromPackages('pretty-format')(mounted.toJSON(), { escapeRegex: true, printFunctionName: false, plugins });
}

/** Scripts register themselves when they run, so each mount runs them anew. */
function forgetScripts() {
  for (const file of Object.keys(require.cache)) if (file.startsWith(root)) delete require.cache[file];
}

/** Timers of the components, which run by a clock of their own: how busy the machine is counts for nothing. */
const timers = new Map();
let now = 0;
let lastTimer = 0;

function makeClock() {
  const start = (fn, ms, args, every) => {
    lastTimer += 1;
    timers.set(lastTimer, { at: now + Math.max(Number(ms) || 0, 1), every, fn: () => fn(...args) });
    return lastTimer;
  };
  global.setTimeout = (fn, ms, ...args) => start(fn, ms, args, 0);
  global.setInterval = (fn, ms, ...args) => start(fn, ms, args, Math.max(Number(ms) || 0, 1));
  global.clearTimeout = global.clearInterval = (id) => timers.delete(id);
}

async function advance(ms, note) {
  const end = now + ms;
  for (;;) {
    await new Promise(setImmediate);
    const due = [...timers].filter(([, timer]) => timer.at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
    if (due === undefined) break;
    const [id, timer] = due;
    now = timer.at;
    if (timer.every > 0) timer.at += timer.every;
    else timers.delete(id);
    try {
      timer.fn();
    } catch (error) {
      note(error);
    }
  }
  now = end;
}

async function mount(simulate, { path: component, properties }, note) {
  forgetScripts();
  timers.clear();
  const id = simulate.load(path.join(root, component), 'main', { rootPath: root, compiler: 'official' });
  const mounted = simulate.render(id, properties);
  const parent = document.createElement('div');
  document.body.appendChild(parent);
  mounted.attach(parent);
  await advance(wait, note);
  return { nodes: plain(fromPackages('miniprogram-exparser'), mounted._exparserNode), snapshot: snapshot(mounted) };
}

async function main() {
  makeWindow();
  makeClock();
  const simulate = fromPackages('miniprogram-simulate');
  // Behaviors of the other renderer, which the simulator does not know.
  fromPackages('miniprogram-exparser').registerBehavior({ is: 'wx://proxy-scroll-view' });
  resolveNpm();
  global.getApp = () => ({ globalData: {} });
  global.getCurrentPages = () => [{ route: 'pages/index/index', options: {} }];
  const write = process.stdout.write.bind(process.stdout);
  const errors = [];
  const note = (error) => errors.push(String((error && error.stack) || error));
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  console.log = console.warn = console.info = () => {};
  console.error = (...words) => note(words.map((word) => (word && word.stack) || word).join(' '));
  const results = [];
  for (const job of jobs) {
    errors.length = 0;
    try {
      results.push({ ...(await mount(simulate, job, note)), errors: errors.slice() });
    } catch (error) {
      results.push({ error: String(error.stack || error) });
    }
  }
  write(JSON.stringify(results), () => process.exit(0));
}

main();
