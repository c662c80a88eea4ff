'use strict';

/**
 * Asks the compiler and waits for its answer. Tests are written without waiting, so a thread speaks with its process. Files
 * of tests that run in one process have one compiler: each has this module anew, but not those of Node.js.
 */

const path = require('path');

const LONGEST_MS = 120000;
const SHARED = Symbol.for('handset.simulate');
const threads = require('worker_threads');
const { MessageChannel, receiveMessageOnPort, Worker } = threads;

function started() {
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(path.join(__dirname, 'compiler_thread.js'), {
    workerData: { bell, port: port2 },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return { bell, port: port1 };
}

/** The answer to a request; throws what the compiler says against it. */
function ask(request) {
  if (threads[SHARED] === undefined) threads[SHARED] = started();
  const { bell, port } = threads[SHARED];
  Atomics.store(bell, 0, 0);
  port.postMessage(JSON.stringify(request));
  if (Atomics.wait(bell, 0, 0, LONGEST_MS) === 'timed-out') throw new Error('the compiler does not answer');
  const { message } = receiveMessageOnPort(port);
  const answer = JSON.parse(message);
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer;
}

module.exports = { ask };
