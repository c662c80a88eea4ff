/**
 * Renders compiled template modules to plain arrays `[tag, fields, ...children]`, once and without components: what
 * the compiler's tests compare. Runs in a bare engine, started by `template_run.py`; needs `library.primitives`.
 */
'use strict';

const UNDEFINED = '(undefined)';

function shown(value) {
  if (value === undefined) return UNDEFINED;
  if (typeof value === 'function') return '(function)';
  return value;
}

function loadWxs(path, sources, loaded) {
  if (loaded[path] === undefined) {
    const module = { exports: {} };
    loaded[path] = module;
    const make = new Function('module', 'exports', 'require', sources[path] || '');
    make.call({}, module, module.exports, (name) => loadWxs(name, sources, loaded));
  }
  return loaded[path].exports;
}

class Program {
  constructor(sources, wxs) {
    this.modules = {};
    const loaded = {};
    for (const path of Object.keys(sources)) {
      const exports = {};
      const module = (0, eval)(sources[path])(library.primitives, exports);
      for (const name of Object.keys(module.wxs)) {
        Object.defineProperty(exports, name, { get: () => loadWxs(module.wxs[name], wxs, loaded) });
      }
      this.modules[path] = module;
    }
  }

  template(module, name) {
    const own = module.templates[name];
    if (own !== undefined) return [module, module.blocks[own]];
    for (const path of [...module.imports].reverse()) {
      const imported = this.modules[path];
      const index = imported === undefined ? undefined : imported.templates[name];
      if (index !== undefined) return [imported, imported.blocks[index]];
    }
    return null;
  }

  block(module, block, data, loop) {
    const values = block.values(data, loop);
    const region = (i) => this.region(module, block, i, data, loop);
    const children = (tree) =>
      tree.flatMap((vnode) => {
        if (typeof vnode === 'string') return [vnode];
        if (vnode[0] === '$') return [values[vnode[1]]];
        if (vnode[0] === '?') return region(vnode[1]);
        return [[block.def.nodes[vnode[0]].tag, fields(block, vnode[0], values), ...children(vnode[1])]];
      });
    return children(block.def.tree);
  }

  region(module, block, i, data, loop) {
    const region = block.def.regions[i];
    const functions = block.regions[i];
    const inner = (n, L) => this.block(module, module.blocks[region.blocks[n]], data, L);
    switch (region.kind) {
      case 'if': {
        const picked = functions.pick(data, loop);
        return picked < 0 ? [] : inner(picked, loop);
      }
      case 'for':
        return rows(functions.list(data, loop)).flatMap((row) => inner(0, [...loop, ...row]));
      case 'slot': {
        const name = functions.name ? functions.name(data, loop) : region.name;
        const slot = name === undefined ? {} : { name };
        if (functions.values) slot.values = functions.values(data, loop);
        if (region.slot !== undefined) slot.slot = region.slot;
        return [['slot', slot]];
      }
      case 'template': {
        const home = region.from === undefined ? module : this.modules[region.from];
        const found = this.template(home, functions.is ? functions.is(data, loop) : region.is);
        return found === null ? [] : this.block(found[0], found[1], functions.data(data, loop), []);
      }
      case 'content':
      case 'part': {
        const slotVars = module.blocks[region.blocks[0]].def.slotVars || [];
        const children = inner(0, [...loop, ...slotVars.map((name) => `(${name})`)]);
        const slot = functions.slot ? functions.slot(data, loop) : region.slot;
        return slot === undefined ? children : [['(content)', { slot }, ...children]];
      }
      default:
        throw new Error(`unknown region ${region.kind}`);
    }
  }
}

function rows(value) {
  if (typeof value === 'string') return Array.from(value, (item, i) => [item, i]);
  if (typeof value === 'number') return Array.from({ length: value }, (_, i) => [i, i]);
  if (Array.isArray(value)) return value.map((item, i) => [item, i]);
  return value === null || value === undefined ? [] : Object.keys(value).map((key) => [value[key], key]);
}

const PREFIXES = { data: 'data:', mark: 'mark:', generics: 'generic:', model: 'model:', change: 'change:' };

function fields(block, index, values) {
  const node = block.def.nodes[index];
  const out = {};
  for (const name of ['host', 'id', 'class', 'style', 'hidden', 'slot']) if (node[name] !== undefined) out[name] = node[name];
  Object.assign(out, node.attrs);
  for (const part of Object.keys(PREFIXES)) {
    for (const key of Object.keys(node[part] || {})) out[PREFIXES[part] + key] = node[part][key];
  }
  block.def.binds.forEach(([owner, kind, name], i) => {
    if (owner !== index || kind === 'event' || kind === 'wxsevent') return;
    out[kind === 'attr' || kind === 'prop' ? name : (PREFIXES[kind] || kind) + name] = shown(values[i]);
  });
  for (const [type, form, handler, value] of node.events || []) {
    out[`${form}:${type}`] = value < 0 ? handler : shown(values[value]);
  }
  return out;
}

/** The tree of a template file for some data. */
function render(sources, wxs, path, data) {
  const program = new Program(sources, wxs);
  const module = program.modules[path];
  return program.block(module, module.blocks[module.main], data, []);
}
