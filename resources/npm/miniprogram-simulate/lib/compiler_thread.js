'use strict';

/** The thread that speaks with `handset simulate --serve`. HANDSET names the command if it is not on the path. */

const { spawn } = require('child_process');
const { workerData } = require('worker_threads');

const { bell, port } = workerData;
const child = spawn(process.env.HANDSET || 'handset', ['simulate', '--serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
let received = '';
/** Why nothing more is to be expected. */
let end = '';
let isAsked = false;

function tell(message) {
  isAsked = false;
  port.postMessage(message);
  Atomics.store(bell, 0, 1);
  Atomics.notify(bell, 0);
}

function fail(why) {
  end = end || JSON.stringify({ error: `handset simulate --serve: ${why} (HANDSET may name the command)` });
  if (isAsked) tell(end);
}

child.on('error', (error) => fail(error.message));
child.on('exit', (code) => fail(`it has ended with code ${code}`));
child.stdin.on('error', () => {});
child.stdout.setEncoding('utf8');
child.stdout.on('data', (text) => {
  received += text;
  for (let at = received.indexOf('\n'); at >= 0; at = received.indexOf('\n')) {
    tell(received.slice(0, at));
    received = received.slice(at + 1);
  }
});
port.on('message', (request) => {
  isAsked = true;
  if (end === '') child.stdin.write(`${request}\n`);
  else tell(end);
});
