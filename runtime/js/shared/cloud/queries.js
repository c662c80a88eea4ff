/**
 * What programs write to the database, as conditions and changes of MongoDB.
 *
 * Runs in the logic process (QuickJS) and in cloud functions (Node.js); used by database.js. No messages. Dates and bytes stay
 * what they are: whoever sends them marks them.
 */

import { CloudCommand } from './commands.js';
import { CloudGeo, shapeOf } from './geo.js';

/** `db.serverDate()` and `db.RegExp()`. */
export class CloudMark {
  /** @param {Record<string, any>} written */
  constructor(written) {
    this.written = written;
  }
}

const CHANGES = {
  set: '$set', inc: '$inc', mul: '$mul', min: '$min', max: '$max', rename: '$rename', bit: '$bit', pullAll: '$pullAll',
};

/** A condition of `where`. @param {any} given @returns {object} */
export function conditionOf(given) {
  if (given instanceof CloudCommand) return commandCondition(given);
  const parts = /** @type {object[]} */ ([]);
  gather('', given, parts);
  return joined(parts);
}

/** The change of `update`. Objects in objects are changed member by member. @param {any} data */
export function changeOf(data) {
  const change = /** @type {Record<string, any>} */ ({});
  gatherChanges('', data, change);
  return change;
}

/** A value as a document or a pipeline has it. @param {any} value @returns {any} */
export function writtenOut(value) {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof CloudMark) return value.written;
  if (value instanceof CloudGeo) return value.toJSON();
  if (value instanceof CloudCommand) return value.kind === 'compare' ? operators(value) : commandCondition(value);
  if (value instanceof RegExp) return { $regex: value.source, $options: value.flags.replace(/[^ims]/g, '') };
  if (isWhole(value)) return value;
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : writtenOut(item)));
  const copy = /** @type {Record<string, any>} */ ({});
  for (const key of Object.keys(value)) {
    if (value[key] !== undefined && typeof value[key] !== 'function') copy[key] = writtenOut(value[key]);
  }
  return copy;
}

/** A value of a document as the program gets it. Changes it in place. @param {any} value @returns {any} */
export function readBack(value) {
  if (value === null || typeof value !== 'object' || isWhole(value)) return value;
  if (!Array.isArray(value)) {
    const shape = shapeOf(value);
    if (shape !== undefined) return shape;
  }
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member !== null && typeof member === 'object') value[key] = readBack(member);
  }
  return value;
}

/** Whether it is an object of the language that has a mark of its own on the wire. */
function isWhole(value) {
  return value instanceof Date || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** Whether its members are asked or changed one by one. */
function isNested(value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || Object.keys(value).length === 0) return false;
  if (isWhole(value)) return false;
  return ![CloudCommand, CloudMark, CloudGeo, RegExp].some((kind) => value instanceof kind) && !isOperators(value);
}

function isOperators(value) {
  return Object.keys(value).some((key) => key[0] === '$');
}

function joined(parts) {
  const condition = {};
  const others = [];
  for (const part of parts) {
    const isNew = Object.keys(part).every((key) => !Object.hasOwn(condition, key));
    if (isNew) Object.assign(condition, part);
    else others.push(part);
  }
  return others.length === 0 ? condition : { $and: [condition, ...others] };
}

function gather(path, value, parts) {
  for (const key of Object.keys(value || {})) {
    const member = value[key];
    const inner = path ? `${path}.${key}` : key;
    if (member === undefined) continue;
    if (key[0] === '$') parts.push({ [key]: Array.isArray(member) ? member.map(conditionOf) : writtenOut(member) });
    else if (member instanceof CloudCommand) parts.push(fieldCondition(inner, member));
    else if (isNested(member)) gather(inner, member, parts);
    else parts.push({ [inner]: writtenOut(member) });
  }
}

function commandCondition({ kind, operator, args }) {
  if (kind === 'expr') return { $expr: writtenOut(args[0]) };
  if (kind === 'compare') throw new TypeError(`db.command.${operator} stands for the value of a field`);
  if (operator === 'not') return { $nor: args.map(conditionOf) };
  return { [`$${operator}`]: args.map(conditionOf) };
}

function fieldCondition(path, command) {
  const { kind, operator, args } = command;
  if (kind === 'expr') return commandCondition(command);
  if (kind === 'compare') return { [path]: operators(command) };
  if (kind === 'change') throw new TypeError(`db.command.${operator} is no condition`);
  const inner = args.map((arg) => (arg instanceof CloudCommand ? fieldCondition(path, arg) : { [path]: writtenOut(arg) }));
  return operator === 'not' ? { $nor: inner } : { [`$${operator}`]: inner };
}

/** @param {CloudCommand} command */
function operators({ operator, args }) {
  const [value] = args;
  switch (operator) {
    case '$elemMatch':
      return { $elemMatch: elementCondition(value) };
    case '$near':
      return { $near: renamed(value, { geometry: '$geometry', maxDistance: '$maxDistance', minDistance: '$minDistance' }) };
    case '$geoWithin':
    case '$geoIntersects':
      return { [operator]: renamed(value, { geometry: '$geometry', centerSphere: '$centerSphere' }) };
    default:
      return { [operator]: writtenOut(value) };
  }
}

/** Of elements themselves (`_.gt(3)`), or of their members. */
function elementCondition(value) {
  if (!(value instanceof CloudCommand)) return conditionOf(value);
  if (value.kind === 'compare') return operators(value);
  return Object.assign({}, ...value.args.map(elementCondition));
}

function renamed(value, names) {
  const copy = {};
  for (const key of Object.keys(value || {})) if (names[key]) copy[names[key]] = writtenOut(value[key]);
  return copy;
}

function gatherChanges(path, value, change) {
  for (const key of Object.keys(value || {})) {
    const member = value[key];
    const inner = path ? `${path}.${key}` : key;
    if (member === undefined || typeof member === 'function') continue;
    if (member instanceof CloudCommand) addChange(change, inner, member);
    else if (isNested(member)) gatherChanges(inner, member, change);
    else put(change, '$set', inner, writtenOut(member));
  }
}

function addChange(change, path, { kind, operator, args }) {
  const [value] = args;
  if (kind !== 'change') throw new TypeError(`db.command.${operator} is no change`);
  switch (operator) {
    case 'remove':
      return put(change, '$unset', path, '');
    case 'pop':
      return put(change, '$pop', path, 1);
    case 'shift':
      return put(change, '$pop', path, -1);
    case 'push':
      return put(change, '$push', path, pushed(args));
    case 'unshift':
      return put(change, '$push', path, { ...pushed(args), $position: 0 });
    case 'addToSet':
      return put(change, '$addToSet', path, isEach(value) ? { $each: writtenOut(value.each || value.$each) } : writtenOut(value));
    case 'pull':
      return put(change, '$pull', path, pulled(value));
    default:
      return put(change, CHANGES[operator], path, writtenOut(value));
  }
}

function put(change, operator, path, value) {
  if (change[operator] === undefined) change[operator] = {};
  change[operator][path] = value;
}

function isEach(value) {
  return value !== null && typeof value === 'object' && (Array.isArray(value.each) || Array.isArray(value.$each));
}

function pushed(args) {
  const [value] = args;
  if (!isEach(value)) return { $each: writtenOut(args.length === 1 && Array.isArray(value) ? value : args) };
  const each = { $each: writtenOut(value.each || value.$each) };
  for (const name of ['position', 'sort', 'slice']) if (value[name] !== undefined) each[`$${name}`] = value[name];
  return each;
}

function pulled(value) {
  return value instanceof CloudCommand || isNested(value) ? elementCondition(value) : writtenOut(value);
}
