/**
 * The module `wx-server-sdk` of cloud functions that have not installed it. Runs in Node.js, in the process of one function;
 * simulator/cloud/function_files.py joins it to one CommonJS file. Everything is asked of the project's cloud over
 * the address in the environment of the process.
 */

import { decode, encode } from '../logic/api/codec.js';
import { cloudDatabase } from '../shared/cloud/database.js';
import { readBack } from '../shared/cloud/queries.js';

const CURRENT_ENV = Symbol('DYNAMIC_CURRENT_ENV');
const CONTEXT = ['OPENID', 'APPID', 'UNIONID', 'ENV', 'SOURCE', 'CLIENTIP'];
const TRIES = 3;
const CONFLICT = -502009;

/** @param {Record<string, string>} given the environment of the process @param {typeof fetch} send */
export function serverSdk(given, send) {
  const state = { env: given.TCB_ENV };
  const envOf = (option) => (option && typeof option.env === 'string' ? option.env : state.env);

  async function ask(name, args) {
    const body = encode({ name, args: { env: state.env, ...args } }, true);
    const response = await send(`${given.HANDSET_CLOUD}/ask`, { method: 'POST', body });
    const { result, code, reason } = await response.json();
    if (code) {
      const errMsg = `${name.replace(/^\w+\./, '')}:fail ${code} ${reason}`;
      throw Object.assign(new Error(`errCode: ${code} | errMsg: ${errMsg}`), { errCode: code, errMsg });
    }
    return { ...(name.startsWith('DB.') ? readBack(decode(result)) : result), errMsg: `${name.replace(/^.*\./, '')}:ok` };
  }

  const watch = () => {
    throw new Error('watch:fail is for the mini program, not for functions');
  };

  function database(option) {
    const place = { ask, watch, env: envOf(option) };
    const begin = async () => {
      const { transaction } = await ask('DB.begin', { env: place.env });
      const end = (name) => ask(name, { env: place.env, transaction });
      const { collection } = cloudDatabase({ ...place, transaction });
      return {
        collection,
        commit: () => end('DB.commit'),
        rollback: async (reason) => {
          await end('DB.abort');
          throw Object.assign(new Error(String(reason)), { rolledBack: true, reason });
        },
        abort: () => end('DB.abort'),
      };
    };
    return {
      ...cloudDatabase(place),
      createCollection: (name) => ask('Panel.create', { env: place.env, collection: name }),
      startTransaction: begin,
      runTransaction: (work, times = TRIES) => transacted(begin, work, times),
    };
  }

  const sdk = {
    DYNAMIC_CURRENT_ENV: CURRENT_ENV,
    init: (option) => {
      state.env = envOf(option) || given.TCB_ENV;
    },
    updateConfig: (option) => {
      state.env = envOf(option);
    },
    database,
    getWXContext: () => Object.fromEntries(CONTEXT.map((name) => [name, given[`WX_${name}`] || undefined])),
    callFunction: (option) => ask('WxCloud.callFunction', { ...option }),
    getTempFileURL: (option) => ask('WxCloud.getTempFileURL', { ...option }),
    deleteFile: (option) => ask('WxCloud.deleteFile', { ...option }),
    uploadFile: async ({ cloudPath, fileContent }) =>
      ask('WxCloud.uploadFile', { cloudPath, content: (await bytesIn(fileContent)).toString('base64') }),
    downloadFile: async ({ fileID }) => {
      const { content, ...rest } = await ask('WxCloud.downloadFile', { fileID });
      return { ...rest, fileContent: Buffer.from(content, 'base64') };
    },
    logger: () => console,
    CloudID: function CloudID(id) {
      this.cloudID = id;
    },
    openapi: missing('openapi'),
    cloudPay: missing('cloudPay'),
    getOpenData: () => Promise.reject(lacking('getOpenData')),
  };
  return { ...sdk, default: sdk };
}

async function transacted(begin, work, times) {
  const transaction = await begin();
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    if (error && error.rolledBack) throw error.reason;
    if (error && error.errCode === CONFLICT && times > 1) return transacted(begin, work, times - 1);
    await transaction.abort().catch(() => {});
    throw error;
  }
}

async function bytesIn(content) {
  if (typeof content === 'string' || content instanceof Uint8Array) return Buffer.from(content);
  const pieces = [];
  for await (const piece of content) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** What only the platform's servers do, by any name. */
function missing(path) {
  return new Proxy(() => Promise.reject(lacking(path)), {
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? missing(`${path}.${name}`) : undefined),
  });
}

function lacking(path) {
  const errMsg = `${path}:fail not supported by Handset`;
  return Object.assign(new Error(errMsg), { errCode: -501001, errMsg });
}
