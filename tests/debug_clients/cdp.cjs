/**
 * Drives the server of the Chrome DevTools Protocol with `chrome-remote-interface`, which asks the port for its targets
 * and for the protocol. Argument: the port, the address of the page's script. Prints what it has seen as JSON.
 */
const CDP = require('chrome-remote-interface');

async function main([port, url]) {
  const client = await CDP({ host: '127.0.0.1', port: Number(port) });
  const { Runtime, Debugger, Network } = client;
  const seen = { console: [], lines: [] };
  Runtime.consoleAPICalled(({ args }) => seen.console.push(args.map((arg) => arg.value ?? arg.description)));
  const scripts = [];
  Debugger.scriptParsed((script) => scripts.push(script.url));
  await Promise.all([Runtime.enable(), Debugger.enable(), Network.enable()]);
  const { breakpointId, locations } = await Debugger.setBreakpointByUrl({ url, lineNumber: 9 });
  seen.bound = locations.map((place) => place.lineNumber);
  const pause = () => new Promise((resolve) => client.once('Debugger.paused', resolve));
  const look = ({ callFrames: [top] }) => {
    seen.lines.push(`${top.functionName}:${top.location.lineNumber + 1}`);
    return top;
  };

  const stopped = pause();
  await Runtime.evaluate({ expression: 'void setTimeout(() => page.bump(), 0)' });
  const first = await stopped;
  seen.hit = first.hitBreakpoints.includes(breakpointId);
  seen.known = scripts.includes(url);
  const bump = look(first);
  const { result } = await Runtime.getProperties({ objectId: bump.scopeChain[0].object.objectId, ownProperties: true });
  seen.variables = result.map(({ name, value }) => [name, value.value]);

  const into = pause();
  await Debugger.stepInto();
  const add = look(await into);
  const sum = await Debugger.evaluateOnCallFrame({ callFrameId: add.callFrameId, expression: 'total + step' });
  seen.sum = sum.result.value;
  await Debugger.setVariableValue({ scopeNumber: 0, variableName: 'step', newValue: { value: 40 }, callFrameId: add.callFrameId });

  const over = pause();
  await Debugger.stepOver();
  look(await over);
  const out = pause();
  await Debugger.stepOut();
  look(await out);
  await Debugger.removeBreakpoint({ breakpointId });
  const logged = new Promise((resolve) => client.once('Runtime.consoleAPICalled', resolve));
  await Debugger.resume();
  await logged;
  const page = await Runtime.evaluate({ expression: 'page.data', returnByValue: true });
  seen.data = page.result.value;
  await client.close();
  return seen;
}

main(process.argv.slice(2)).then(
  (seen) => process.stdout.write(JSON.stringify(seen)),
  (error) => { process.stderr.write(String(error.stack || error)); process.exit(1); },
);
