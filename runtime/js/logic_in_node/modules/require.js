/** Scripts of components are modules of the tests: they are loaded, compiled and replaced (`jest.mock`) as these are. */

import { around } from '../../logic_in_node/around.js';

const loaded = new Set();

export const dependentsOf = () => [];

export function loadScript(path) {
  loaded.add(path);
  around.loadScript(path);
}

export function forgetScripts(paths) {
  for (const path of paths) loaded.delete(path);
}

export const loadedModules = () => [];

export const isLoaded = (path) => loaded.has(path);
