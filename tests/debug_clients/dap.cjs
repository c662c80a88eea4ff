/**
 * Drives `handset dap` over its standard streams with the `DebugClient` of the Debug Adapter Protocol's authors.
 * Arguments: Python, the adapter's script, the project folder. Prints what it has seen as JSON.
 */
const path = require('path');
const { DebugClient } = require('@vscode/debugadapter-testsupport');

const STEP_MS = 60000;

async function main([python, adapter, project]) {
  const client = new DebugClient(python, adapter, 'handset', undefined, true);
  client.defaultTimeout = STEP_MS;
  const script = path.join(project, 'pages', 'p', 'p.js');
  const seen = { output: [] };
  client.on('output', ({ body }) => seen.output.push(body.output));
  await client.start();
  const [, , , hit] = await Promise.all([
    client.waitForEvent('initialized').then(() => client.setBreakpointsRequest({
      source: { path: script },
      breakpoints: [{ line: 10, condition: 'this.data.count === 0' }, { line: 13, logMessage: 'count is {this.data.count}' }],
    })).then(() => client.configurationDoneRequest()),
    client.initializeRequest(),
    client.launchRequest({ project, page: 'pages/p/p?from=1', device: 'iPhone X' }),
    client.assertStoppedLocation('breakpoint', { path: script, line: 10 }),
  ]);
  const [frame] = hit.body.stackFrames;
  const { body: { scopes } } = await client.scopesRequest({ frameId: frame.id });
  const { body: { variables } } = await client.variablesRequest({ variablesReference: scopes[0].variablesReference });
  seen.variables = variables.map(({ name, value }) => [name, value]);
  const { body: query } = await client.evaluateRequest({ expression: 'this.options.from', frameId: frame.id, context: 'watch' });
  seen.query = query.result;

  const move = async (request, place) => {
    const [stopped] = await Promise.all([client.assertStoppedLocation('step', { path: script, ...place }), request]);
    return stopped;
  };
  const add = await move(client.stepInRequest({ threadId: 1 }), { line: 2 });
  const local = (await client.scopesRequest({ frameId: add.body.stackFrames[0].id })).body.scopes[0];
  await client.setVariableRequest({ variablesReference: local.variablesReference, name: 'step', value: '40' });
  await move(client.nextRequest({ threadId: 1 }), { line: 3 });
  await move(client.stepOutRequest({ threadId: 1 }), {});
  const bumped = new Promise((resolve) => {
    client.on('output', ({ body }) => { if (body.output.startsWith('bumped')) resolve(undefined); });
  });
  await Promise.all([bumped, client.continueRequest({ threadId: 1 })]);
  const { body: data } = await client.evaluateRequest({ expression: 'page.data.count', context: 'repl' });
  seen.count = data.result;
  await client.stop();
  return seen;
}

main(process.argv.slice(2)).then(
  (seen) => { process.stdout.write(JSON.stringify(seen)); process.exit(0); },
  (error) => { process.stderr.write(String(error.stack || error)); process.exit(1); },
);
