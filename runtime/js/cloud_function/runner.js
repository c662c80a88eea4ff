/**
 * Runs one call of a cloud function: the call comes on the standard input, what becomes of it goes to the project's cloud.
 * Runs in Node.js, before the function's own code; what that writes to the console goes to the standard streams.
 */

const MAX_STACK = 8000;

/**
 * @param {{file: string, url: string, event: any, context: object, require: Function, load: (file: string) => Promise<any>,
 *   send: typeof fetch, exit: (code: number) => void}} call
 */
export async function runFunction({ file, url, event, context, require, load, send, exit }) {
  const tell = (body) => send(`${url}/done`, { method: 'POST', body: JSON.stringify(body) });
  try {
    const main = await mainOf(file, require, load);
    if (typeof main !== 'function') throw new TypeError('exports.main is no function');
    const result = await main(event, context);
    await tell({ result: result === undefined ? null : result });
  } catch (error) {
    const isError = error !== null && typeof error === 'object';
    await tell({
      error: {
        message: String(isError && error.message ? error.message : error),
        stack: String((isError && error.stack) || '').slice(0, MAX_STACK),
      },
    });
  }
  exit(0);
}

async function mainOf(file, require, load) {
  try {
    return require(file).main;
  } catch (error) {
    if (!error || error.code !== 'ERR_REQUIRE_ESM') throw error;
    return (await load(file)).main;
  }
}
