/**
 * Renders templates with the platform's own compiler. Node process, started by `official.py`, one run for many templates.
 * stdin: `{compiler, programs: [{root, using: {file: [tag]}, jobs: [{file, data}]}]}`; `compiler` is the path of wcc.
 * stdout: per program `{error}` if the compiler refuses it, else `{trees: [tree or {error}], warnings: [text]}`;
 * a tree is `{tag, attr, generics, children}` or a text.
 */
'use strict';

const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const vm = require('vm');

function filesBelow(root, endings) {
  const found = [];
  const waiting = [''];
  while (waiting.length > 0) {
    const folder = waiting.pop();
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) waiting.push(name);
      else if (endings.includes(path.extname(name))) found.push(name);
    }
  }
  return found.sort();
}

/** The tags that wcc must take for components: `count file count tag… file count tag…`. */
function componentList(using) {
  const entries = Object.entries(using).filter(([, tags]) => tags.length > 0);
  return [entries.length, ...entries.flatMap(([file, tags]) => [file, tags.length, ...tags])].join(' ');
}

function compile(compiler, root, using) {
  const args = ['-d', '-cc', componentList(using), ...filesBelow(root, ['.wxml', '.wxs']), '-gn', '$gwx'];
  const result = spawnSync(compiler, args, { cwd: root, maxBuffer: 1 << 28, encoding: 'utf8' });
  if (result.error) throw result.error;
  if (result.status !== 0) return { error: result.stderr.trim() };
  return { code: result.stdout };
}

function run(code) {
  const warnings = [];
  const note = (...words) => warnings.push(words.map(String).join(' '));
  const sandbox = { console: { log() {}, warn: note, error: note }, navigator: { userAgent: '' } };
  sandbox.window = sandbox;
  vm.createContext(sandbox);
  vm.runInContext(`${code};globalThis.renderFile = $gwx;`, sandbox);
  // Data must belong to the sandbox: the compiled code looks at constructors.
  const parse = vm.runInContext('(text) => JSON.parse(text)', sandbox);
  const render = (file, data) => sandbox.renderFile(file)(parse(JSON.stringify(data)), parse('{}'), parse('{}'));
  return { render, warnings };
}

function plain(node) {
  if (typeof node !== 'object' || node === null) return String(node);
  const out = { tag: node.tag.replace(/^wx-/, ''), attr: node.attr || {} };
  if (node.generics && Object.keys(node.generics).length > 0) out.generics = node.generics;
  out.children = (node.children || []).map(plain);
  return out;
}

function renderProgram(compiler, { root, using, jobs }) {
  const compiled = compile(compiler, root, using);
  if (compiled.error !== undefined) return { error: compiled.error };
  let program;
  try {
    program = run(compiled.code);
  } catch (error) {
    // What it made is no JavaScript, or throws while it is loaded.
    return { error: String(error) };
  }
  const { render, warnings } = program;
  const trees = jobs.map(({ file, data }) => {
    try {
      return plain(render(file, data));
    } catch (error) {
      return { error: String(error) };
    }
  });
  return { trees, warnings };
}

const { compiler, programs } = JSON.parse(fs.readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(programs.map((program) => renderProgram(compiler, program))));
