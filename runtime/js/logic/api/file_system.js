/**
 * wx.getFileSystemManager: every method is a call `FileSystemManager.<method>`, carried out in this process by Python.
 *
 * Runs in the logic process (QuickJS), used by facade.js. No messages of its own.
 */

import { callWithOption } from './call.js';
import { decode } from './codec.js';
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
  if (name === 'readSync') return { arrayBuffer: filled(given, value), bytesRead: value.byteLength };
  return name === 'writeSync' ? { bytesWritten: value } : statsIn(name, value);
}

/** What a method adds to its result before the program gets it. */
const FINISHED = {
  stat: (_, result) => ({ stats: statsIn('stat', result.stats) }),
  fstat: (_, result) => ({ stats: statsIn('fstat', result.stats) }),
  read: (given, { data }) => ({ arrayBuffer: filled(given, data), data: undefined }),
  readZipEntry: (_, { entries }) => ({ entries: decode(entries) }),
};

function later(calls, name, option) {
  const given = option && typeof option === 'object' ? option : {};
  const finished = FINISHED[name];
  if (finished === undefined) return callWithOption(calls, `${KIND}.${name}`, given);
  const success = given.success;
  const wrapped = { complete() {}, ...given };
  if (typeof success === 'function') {
    wrapped.success = (result) => {
      Object.assign(result, finished(given, result));
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

/** The program's buffer with the bytes that were read. */
function filled({ arrayBuffer, offset = 0 }, data) {
  new Uint8Array(arrayBuffer).set(new Uint8Array(data), offset);
  return arrayBuffer;
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
