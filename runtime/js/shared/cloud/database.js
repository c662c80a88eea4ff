/**
 * `wx.cloud.database()`, and that of cloud functions: collections, queries, documents, pipelines.
 *
 * Runs in the logic process (QuickJS) and in cloud functions (Node.js). What is to be done is asked by
 * `ask(name, args, option)`, names as `DB.Query.get`; what it gives back is the program's.
 *
 * @typedef {(name: string, args: object, option?: any) => any} CloudAsk
 * @typedef {(args: object, option: any) => {close: () => any}} CloudWatch
 * @typedef {{ask: CloudAsk, watch: CloudWatch, env?: string, transaction?: string}} CloudPlace
 */

import { commandWords } from './commands.js';
import { geoMakers } from './geo.js';
import { changeOf, CloudMark, conditionOf, writtenOut } from './queries.js';

const STAGES = {
  addFields: '$addFields', bucket: '$bucket', bucketAuto: '$bucketAuto', count: '$count', geoNear: '$geoNear', group: '$group',
  limit: '$limit', lookup: '$lookup', match: '$match', project: '$project', replaceRoot: '$replaceRoot', sample: '$sample',
  skip: '$skip', sort: '$sort', sortByCount: '$sortByCount', unwind: '$unwind',
};

/** @param {CloudPlace} place */
export function cloudDatabase(place) {
  const command = commandWords();
  command.aggregate.pipeline = () => pipeline(place, '', []);
  return {
    config: { env: place.env },
    command,
    Geo: geoMakers(),
    serverDate: (option) => new CloudMark({ $serverDate: (option && option.offset) || 0 }),
    RegExp: ({ regexp, options }) => new CloudMark({ $regex: regexp, $options: options || '' }),
    collection: (name) => cloudCollection(place, name),
  };
}

function cloudCollection(place, name) {
  return {
    ...query(place, { collection: name }),
    collectionName: name,
    doc: (id) => cloudDocument(place, name, id),
    add: (option) => place.ask('DB.CollectionReference.add', { ...placed(place, name), ...dataOf(option) }, option),
    aggregate: () => pipeline(place, name, []),
  };
}

function placed(place, collection) {
  const { env, transaction } = place;
  return { collection, ...(env ? { env } : {}), ...(transaction ? { transaction } : {}) };
}

function dataOf(option) {
  const data = option && option.data;
  return data !== null && typeof data === 'object' ? { data: writtenOut(data) } : {};
}

function changeIn(option) {
  const data = option && option.data;
  return data !== null && typeof data === 'object' ? { change: changeOf(data) } : {};
}

function query(place, state) {
  const args = () => ({ ...placed(place, state.collection), ...state });
  const more = (added) => query(place, { ...state, ...added });
  return {
    where: (condition) => more({ where: state.where ? { $and: [state.where, conditionOf(condition)] } : conditionOf(condition) }),
    orderBy: (path, direction) => more({ order: [...(state.order || []), [path, direction]] }),
    limit: (most) => more({ limit: most }),
    skip: (count) => more({ skip: count }),
    field: (wanted) => more({ field: writtenOut(wanted) }),
    get: (option) => place.ask('DB.Query.get', args(), option),
    count: (option) => place.ask('DB.Query.count', args(), option),
    update: (option) => place.ask('DB.Query.update', { ...args(), ...changeIn(option) }, option),
    remove: (option) => place.ask('DB.Query.remove', args(), option),
    watch: (option) => place.watch(args(), option),
  };
}

function cloudDocument(place, collection, id, field) {
  const args = () => ({ ...placed(place, collection), id, ...(field ? { field } : {}) });
  return {
    _id: id,
    field: (wanted) => cloudDocument(place, collection, id, writtenOut(wanted)),
    get: (option) => place.ask('DB.DocumentReference.get', args(), option),
    set: (option) => place.ask('DB.DocumentReference.set', { ...args(), ...dataOf(option) }, option),
    update: (option) => place.ask('DB.DocumentReference.update', { ...args(), ...changeIn(option) }, option),
    remove: (option) => place.ask('DB.DocumentReference.remove', args(), option),
    watch: (option) => place.watch({ ...placed(place, collection), where: { _id: { $eq: id } } }, option),
  };
}

function pipeline(place, collection, stages) {
  const object = /** @type {Record<string, any>} */ ({});
  for (const name of Object.keys(STAGES)) {
    object[name] = (given) => {
      const written = name === 'match' ? conditionOf(given) : writtenOut(given);
      return pipeline(place, collection, [...stages, { [STAGES[name]]: written }]);
    };
  }
  object.lookup = (given) => {
    const inner = given && given.pipeline;
    const steps = inner && typeof inner.done === 'function' ? inner.done() : inner;
    const written = writtenOut(steps === undefined ? given : { ...given, pipeline: steps });
    return pipeline(place, collection, [...stages, { $lookup: written }]);
  };
  object.done = () => stages;
  object.end = (option) => place.ask('DB.Aggregate.end', { ...placed(place, collection), stages }, option);
  return object;
}
