/**
 * Runs whole programs with glass-easel and its adapter, without a screen. Node process, started by `engines.py`.
 * stdin: `{adapter, compiler, programs: [{files, root, actions}]}`; stdout: per program the lines of its log.
 */
'use strict';

const fs = require('fs');

const { adapter, compiler, programs } = JSON.parse(fs.readFileSync(0, 'utf8'));
const { MiniProgramEnv, glassEasel } = require(adapter);
const { TmplGroup } = require(compiler);
let lines = [];
// The engine is no judge. Its own warning: data set while the template is updated may bring trees into disorder.
const UNSETTLED = 'unsettled';

/** As in later releases: a value that a template gives again goes further down, equal or not. */
const { prototype } = glassEasel.DataGroup;
const { replaceProperty } = prototype;
prototype.replaceProperty = function replaceAlways(...args) {
  const isTaken = replaceProperty.apply(this, args);
  if (isTaken) this.getChanges().at(-1)[2] = undefined;
  return isTaken;
};

/** It attaches what an earlier `attached` has taken out of the tree, and never detaches it. */
let page = null;
const { triggerLifetime } = glassEasel.Component.prototype;
glassEasel.Component.prototype.triggerLifetime = function triggerIn(name, args) {
  if (name === 'attached' && !isWithin(this)) lines.push(UNSETTLED);
  return triggerLifetime.call(this, name, args);
};

function isWithin(node) {
  if (node === page) return true;
  const above = node instanceof glassEasel.ShadowRoot ? node.getHostNode() : node.parentNode;
  return above !== null && isWithin(above);
}

function compiled(files) {
  const group = new TmplGroup();
  for (const path of Object.keys(files)) {
    if (path.endsWith('.wxml')) group.addTmpl(path.replace('.wxml', ''), files[path]);
  }
  return new Function(`return ${group.getTmplGenObjectGroups()}`)();
}

function load(space, files) {
  const modules = new Map();
  function run(path) {
    if (modules.has(path)) return modules.get(path).exports;
    const module = { exports: {} };
    modules.set(path, module);
    const require = (to) => run(to.replace('../', ''));
    space.componentEnv(path.replace('.js', ''), ({ Component, Behavior }) => {
      new Function('require', 'module', 'Component', 'Behavior', 'console', files[path])(
        require, module, Component, Behavior, { log: (text) => lines.push(text) },
      );
    });
    return module.exports;
  }
  for (const path of Object.keys(files)) if (path.endsWith('.js')) run(path);
}

const names = (text) => text.split(/\s+/).filter(Boolean).join(' ');

function shown(node) {
  if (node instanceof glassEasel.TextNode) return node.textContent === '' ? [] : [node.textContent];
  const children = node.getComposedChildren().flatMap(shown);
  const isComponent = node instanceof glassEasel.Component;
  if (!isComponent && !(node instanceof glassEasel.NativeNode)) return children;
  const name = isComponent ? `<${node.is.split('/').pop()}>` : node.is;
  return [{ name, id: node.id, class: names(node.class), style: node.style, dataset: { ...node.dataset }, children }];
}

function natives(node, found = []) {
  if (node instanceof glassEasel.TextNode) return found;
  if (node instanceof glassEasel.NativeNode) found.push(node);
  for (const child of node.getComposedChildren()) natives(child, found);
  return found;
}

/** The engine waits for its screen with timers. */
const waiting = [];
globalThis.setTimeout = (fn) => waiting.push(fn);

function rendered() {
  while (waiting.length > 0) waiting.shift()();
}

function run({ files, root: name, actions }) {
  lines = [];
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  const groupList = compiled(files);
  for (const path of Object.keys(groupList)) {
    space.addCompiledTemplate(path, { groupList, content: groupList[path] });
    const config = files[`${path}.json`];
    if (config !== undefined) space.addComponentStaticConfig(path, JSON.parse(config));
  }
  load(space, files);
  const context = new glassEasel.EmptyBackendContext();
  const root = env.associateBackend(context).createRoot('page', space, name);
  const component = root.getComponent();
  component.id = 'root';
  page = component;
  glassEasel.Element.pretendAttached(component);
  component.triggerPageLifetime('show', []);
  rendered();
  for (let at = 0; at < actions.length; at += 1) {
    const action = actions[at];
    lines.push(`action ${at}`);
    if (action.page !== undefined) component.triggerPageLifetime(action.page, []);
    else if (action.event !== undefined) {
      const elements = natives(component);
      const isTap = action.event === 'tap';
      const options = { bubbles: isTap, composed: isTap, capturePhase: isTap };
      const target = elements[action.at % elements.length];
      root.get().begin();
      if (target) glassEasel.Event.triggerEvent(target, action.event, { x: 1 }, options);
    } else root.get()[`act${at}`]();
    rendered();
    if (action.shows) lines.push(JSON.stringify(shown(component)));
  }
  lines.push('tree');
  lines.push(JSON.stringify(shown(component)));
  root.get().end(); // what sets data while all goes away changes what nobody sees
  root.release();
  rendered();
  return lines;
}

function main() {
  glassEasel.globalOptions.throwGlobalError = false;
  glassEasel.addGlobalErrorListener((error) => { lines.push(`error ${error && error.message}`); return false; });
  glassEasel.addGlobalWarningListener((warning) => {
    if (/recursive update/.test(warning.message || warning)) lines.push(UNSETTLED);
    return false;
  });
  const answers = [];
  for (const program of programs) {
    try {
      answers.push(run(program));
    } catch (error) {
      answers.push([...lines, `stopped: ${error.stack}`]);
    }
  }
  process.stdout.write(JSON.stringify(answers), () => process.exit(0));
}

main();
