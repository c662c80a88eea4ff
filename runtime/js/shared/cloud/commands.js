/**
 * `db.command`: conditions, changes and expressions of pipelines as objects that can be combined.
 *
 * Runs in the logic process (QuickJS) and in cloud functions (Node.js); used by database.js, written out by queries.js.
 * No messages.
 */

/** Names in programs → operators. Source: reference, database, Command. */
const COMPARED = {
  eq: '$eq', neq: '$ne', gt: '$gt', gte: '$gte', lt: '$lt', lte: '$lte', in: '$in', nin: '$nin', exists: '$exists',
  mod: '$mod', all: '$all', elemMatch: '$elemMatch', size: '$size', geoNear: '$near', geoWithin: '$geoWithin',
  geoIntersects: '$geoIntersects',
};
const COMBINED = ['and', 'or', 'nor', 'not'];
const CHANGING = [
  'set', 'remove', 'inc', 'mul', 'min', 'max', 'rename', 'bit', 'push', 'pop', 'shift', 'unshift', 'pull', 'pullAll',
  'addToSet',
];
const EXPRESSIONS =
  'abs add addToSet allElementsTrue and anyElementTrue arrayElemAt arrayToObject avg ceil cmp concat concatArrays cond ' +
  'convert dateFromParts dateFromString dateToParts dateToString dayOfMonth dayOfWeek dayOfYear divide eq exp filter ' +
  'first floor gt gte hour ifNull in indexOfArray indexOfBytes indexOfCP isArray isoDayOfWeek isoWeek isoWeekYear last ' +
  'let literal ln log log10 lt lte ltrim map max mergeObjects meta millisecond min minute mod month multiply neq not ' +
  'objectToArray or pow push range reduce replaceAll replaceOne reverseArray rtrim second setDifference setEquals ' +
  'setIntersection setIsSubset setUnion size slice split sqrt stdDevPop stdDevSamp strLenBytes strLenCP strcasecmp ' +
  'substr substrBytes substrCP subtract sum switch toBool toDate toDecimal toDouble toInt toLong toLower toObjectId ' +
  'toString toUpper trim trunc type week year zip';

/** @typedef {'compare' | 'combine' | 'change' | 'expr'} CommandKind */

/** A command. `args` as the program gave them. */
export class CloudCommand {
  /** @param {CommandKind} kind @param {string} operator @param {any[]} args */
  constructor(kind, operator, args) {
    this.kind = kind;
    this.operator = operator;
    this.args = args;
  }
}
for (const name of COMBINED) {
  CloudCommand.prototype[name] = function combine(...others) {
    const given = others.length === 1 && Array.isArray(others[0]) ? others[0] : others;
    return new CloudCommand('combine', name, name === 'not' ? [this] : [this, ...given]);
  };
}
// `_.gt(1).lt(5)`: both.
for (const name of Object.keys(COMPARED)) {
  CloudCommand.prototype[name] = function also(value) {
    return new CloudCommand('combine', 'and', [this, compared(name, [value])]);
  };
}

/** `db.command`. */
export function commandWords() {
  const words = /** @type {Record<string, any>} */ ({});
  for (const name of Object.keys(COMPARED)) words[name] = (...args) => compared(name, args);
  for (const name of COMBINED) {
    words[name] = (...args) => {
      const given = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
      return new CloudCommand('combine', name, given);
    };
  }
  for (const name of CHANGING) words[name] = (...args) => new CloudCommand('change', name, args);
  words.expr = (expression) => new CloudCommand('expr', '$expr', [expression]);
  words.aggregate = expressionWords();
  words.project = { slice: (range) => ({ $slice: range }), elemMatch: (condition) => ({ $elemMatch: condition }) };
  return words;
}

function compared(name, args) {
  return new CloudCommand('compare', COMPARED[name], name === 'mod' && args.length > 1 ? [args] : args);
}

function expressionWords() {
  const words = /** @type {Record<string, any>} */ ({});
  for (const name of EXPRESSIONS.split(' ')) {
    const operator = name === 'neq' ? '$ne' : `$${name}`;
    words[name] = (...args) => ({ [operator]: args.length > 1 ? args : args[0] });
  }
  return words;
}
