/**
 * wx.getFileSystemManager: every method is a call `FileSystemManager.<method>`, carried out in this process by Python.
 *
 * Runs in the logic process (QuickJS), used by facade.js. No messages of its own.
 */

import { callWithOption } from './call.js';
/** @import { Calls } from './call.js' */
/** @import { ApiTable } from './facade.js' */

const KIND = 'FileSystemManager';

/** @param {Calls} calls @param {ApiTable} table */
export function fileSystemManager(calls, table) {
  const manager = {};
  const methods = table.objects[KIND];
  for (const name of Object.keys(methods)) {
    const [letter, , , names] = methods[name];
    if (letter === 's') manager[name] = (...args) => now(calls, name, names, args);
    else manager[name] = (option) => later(calls, name, option);
  }
  return manager;
}

function now(calls, name, names, args) {
  const given = names ? named(names, args) : args[0] || {};
  const value = calls.now(`${KIND}.${name}`, given);
  if (name === 'readSync') return filled(given.arrayBuffer, value);
  return statsIn(name, value);
}

function later(calls, name, option) {
  const given = option && typeof option === 'object' ? option : {};
  if (name !== 'stat' && name !== 'fstat' && name !== 'read') return callWithOption(calls, `${KIND}.${name}`, given);
  const success = given.success;
  const wrapped = { complete() {}, ...given };
  if (typeof success === 'function') {
    wrapped.success = (result) => {
      if (name === 'read') Object.assign(result, filled(given.arrayBuffer, result));
      else result.stats = statsIn(name, result.stats);
      success(result);
    };
  }
  return callWithOption(calls, `${KIND}.${name}`, wrapped);
}

function named(names, args) {
  const given = {};
  names.forEach((name, index) => {
    if (args[index] !== undefined) given[name] = args[index];
  });
  return given;
}

/** The bytes that were read, copied to the program's buffer. */
function filled(buffer, { data, bytesRead }) {
  new Uint8Array(buffer).set(new Uint8Array(data));
  return { arrayBuffer: buffer, bytesRead, data: undefined };
}

/** Stats with their two methods. */
function statsIn(name, value) {
  if (!/stat(Sync)?$/.test(name) || !value) return value;
  return Array.isArray(value) ? value.map(({ path, stats }) => ({ path, stats: withMethods(stats) })) : withMethods(value);
}

function withMethods(stats) {
  const { isDirectory, ...rest } = stats;
  return Object.assign(rest, { isDirectory: () => isDirectory, isFile: () => !isDirectory });
}
