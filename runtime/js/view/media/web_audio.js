/**
 * Plays the graphs of wx.createWebAudioContext by Chromium's own WebAudio: all of a program's run, by number.
 *
 * Runs in the shell page (Chromium); loaded with the first job, asked by page/media_orders.js. Belongs to the run and not to
 * a page. A job that cannot be done is told on the console, as a mistake of the program. Tells by `port.news` with the key
 * of a context what happens to it and to its nodes.
 */

import { base64Of } from "../components/canvas/values.js";

const RATE = 44100;
const MAX_CONTEXTS = 8;
/** Assumed: a program that has more of them at once has lost count. */
const MAX_NODES = 10_000;
/** Of all sounds that are kept, 256 MB. */
const MAX_SAMPLES = 2 ** 26;
/** Bytes of a coded sound; what comes out is many times larger. */
const MAX_CODED = 20 * 2 ** 20;
const PROPERTIES = new Set([
  "buffer", "coneInnerAngle", "coneOuterAngle", "coneOuterGain", "curve", "distanceModel", "fftSize", "loop", "loopEnd",
  "loopStart", "maxDecibels", "maxDistance", "minDecibels", "oversample", "panningModel", "refDistance", "rolloffFactor",
  "smoothingTimeConstant", "type",
]);
const METHODS = new Set(["start", "stop", "setPosition", "setOrientation", "setPeriodicWave"]);
const RULES = new Set(["suspend", "resume", "close"]);
/** What is answered; the rest is only to be done. */
const ANSWERED = new Set(["rule", "decode", "samples", "param", "analyse", "response", "time"]);
/** Blocks that a script may be ahead. */
const MAX_BLOCKS = 4;

export class WebAudio {
  /** @param {any} port of the run @param {(path: string) => string} fileUrl */
  constructor(port, fileUrl) {
    this.port = port;
    this.fileUrl = fileUrl;
    /** @type {Map<number, {context: AudioContext, key: number}>} */
    this.contexts = new Map();
    /** Nodes, with where sound goes to, and waves. @type {Map<number, any>} */
    this.nodes = new Map();
    /** @type {Map<number, AudioBuffer>} */
    this.buffers = new Map();
    this.samples = 0;
    /** What scripts have made and nobody has heard yet. @type {Map<number, Float32Array[][]>} */
    this.made = new Map();
    port.atEnd(() => this.#end());
  }

  /** Runs jobs in order. @param {any[][]} jobs @returns {any} the answer of the last one */
  run(jobs) {
    let answer = null;
    jobs.forEach(([name, ...args], index) => {
      const isLast = index === jobs.length - 1;
      try {
        const result = this.#jobs[name](...args);
        if (isLast && ANSWERED.has(name)) answer = result;
      } catch (error) {
        if (isLast && ANSWERED.has(name)) throw error;
        this.#warn(`${name}: ${error.message}`);
      }
    });
    return answer;
  }

  /** @type {Record<string, (...args: any[]) => any>} */
  #jobs = {
    context: (number, key) => this.#open(number, key),
    destination: (at, number) => this.nodes.set(number, this.#context(at).destination),
    listener: (at, number) => this.nodes.set(number, this.#context(at).listener),
    node: (at, number, maker, args) => this.#make(at, number, maker, args),
    wave: (at, number, args) => this.nodes.set(number, this.#wave(at, args)),
    set: (number, name, value) => this.#set(number, name, value),
    param: (number, name, method, args) => this.#param(number, name, method, args),
    call: (number, method, args) => {
      if (METHODS.has(method)) this.#node(number)[method](...args.map((value) => this.#value(value)));
    },
    connect: (...args) => this.#join("connect", ...args),
    disconnect: (...args) => this.#join("disconnect", ...args),
    buffer: (number, shape, channels) => this.#fill(number, shape, channels),
    samples: (number) => this.#channels(number).map((channel) => textOf(channel)),
    decode: (at, number, source) => this.#decode(at, number, source),
    rule: (at, method) => this.#rule(at, method),
    time: (at) => stateOf(this.#context(at)),
    analyse: (number, method) => this.#analyse(number, method),
    response: (number, frequencies) => this.#response(number, frequencies),
    output: (number, channels) => this.#take(number, channels),
    free: (numbers) => this.#free(numbers),
  };

  #open(number, key) {
    if (this.contexts.size >= MAX_CONTEXTS) throw new Error(`more than ${MAX_CONTEXTS} contexts of WebAudio are open`);
    const { AudioContext } = /** @type {any} */ (window);
    const context = new AudioContext({ sampleRate: RATE });
    this.contexts.set(number, { context, key });
    context.onstatechange = () => this.port.news({ key, ...stateOf(context) });
  }

  #make(at, number, maker, args) {
    if (this.nodes.size >= MAX_NODES) throw new Error(`more than ${MAX_NODES} nodes are kept`);
    if (!/^create[A-Z]/.test(maker)) throw new Error(`there is no ${maker}`);
    const context = this.#context(at);
    const node = /** @type {any} */ (context)[maker](...args.map((value) => this.#value(value)).filter((value) => value !== null));
    this.nodes.set(number, node);
    const { key } = /** @type {{key: number}} */ (this.contexts.get(at));
    if ("onended" in node) node.onended = () => this.port.news({ key, node: number, what: "ended" });
    if (maker === "createScriptProcessor") node.onaudioprocess = (event) => this.#process(key, number, event);
  }

  #wave(at, [real, imag, isPlain]) {
    return this.#context(at).createPeriodicWave(floatsOf(real.floats), floatsOf(imag.floats), { disableNormalization: isPlain });
  }

  #set(number, name, value) {
    if (PROPERTIES.has(name)) this.#node(number)[name] = this.#value(value);
  }

  #param(number, name, method, args) {
    const param = this.#node(number)[name];
    if (!(param instanceof /** @type {any} */ (window).AudioParam)) throw new Error(`there is no ${name}`);
    if (method === undefined) return param.value;
    if (method === "value") [param.value] = args;
    else param[method](...args.map((value) => this.#value(value)));
    return undefined;
  }

  #join(method, number, target, param, ports) {
    const node = this.#node(number);
    if (target === null) return node[method](...ports);
    const goal = this.#node(target);
    return node[method](param ? goal[param] : goal, ...ports);
  }

  #fill(number, { numberOfChannels, length, sampleRate }, channels) {
    this.#keep(number, new /** @type {any} */ (window).AudioBuffer({ numberOfChannels, length, sampleRate }));
    channels.forEach((text, index) => this.buffers.get(number)?.copyToChannel(floatsOf(text), index));
  }

  #keep(number, buffer) {
    this.#drop(number);
    const size = buffer.length * buffer.numberOfChannels;
    if (this.samples + size > MAX_SAMPLES) throw new Error(`sounds of more than ${MAX_SAMPLES} samples are kept`);
    this.samples += size;
    this.buffers.set(number, buffer);
  }

  #drop(number) {
    const buffer = this.buffers.get(number);
    if (buffer) this.samples -= buffer.length * buffer.numberOfChannels;
    this.buffers.delete(number);
  }

  #channels(number) {
    const buffer = this.buffers.get(number);
    if (!buffer) throw new Error("the sound is not there");
    return Array.from({ length: buffer.numberOfChannels }, (_, index) => buffer.getChannelData(index));
  }

  /** @param {number} at @param {number} number @param {{data?: string, file?: string}} source */
  async #decode(at, number, { data, file }) {
    const bytes = data === undefined ? await unpacked(this.fileUrl(String(file))) : bytesOf(data).buffer;
    if (data !== undefined && bytes.byteLength > MAX_CODED) throw new Error(`more than ${MAX_CODED} bytes`);
    const buffer = await this.#context(at).decodeAudioData(bytes);
    this.#keep(number, buffer);
    const { numberOfChannels, length, sampleRate } = buffer;
    return { numberOfChannels, length, sampleRate };
  }

  async #rule(at, method) {
    const context = this.#context(at);
    if (RULES.has(method)) await context[method]();
    if (method === "close") this.contexts.delete(at);
    return stateOf(context);
  }

  #analyse(number, method) {
    const node = this.#node(number);
    const size = method.endsWith("TimeDomainData") ? node.fftSize : node.frequencyBinCount;
    const array = method.startsWith("getByte") ? new Uint8Array(size) : new Float32Array(size);
    if (/^get(Byte|Float)(Frequency|TimeDomain)Data$/.test(method)) node[method](array);
    return textOf(array);
  }

  #response(number, { floats }) {
    const frequencies = floatsOf(floats);
    const answers = [new Float32Array(frequencies.length), new Float32Array(frequencies.length)];
    this.#node(number).getFrequencyResponse(frequencies, ...answers);
    return answers.map((values) => textOf(values));
  }

  /** A script is asked for the block after next; what it has made by now is heard. */
  #process(key, number, { inputBuffer, outputBuffer, playbackTime }) {
    const inputs = Array.from({ length: inputBuffer.numberOfChannels }, (_, index) => textOf(inputBuffer.getChannelData(index)));
    this.port.news({ key, node: number, what: "process", inputs, time: playbackTime });
    const block = this.made.get(number)?.shift() ?? [];
    for (let i = 0; i < Math.min(block.length, outputBuffer.numberOfChannels); i++) {
      outputBuffer.copyToChannel(block[i].subarray(0, outputBuffer.length), i);
    }
  }

  #take(number, channels) {
    const blocks = this.made.get(number) ?? [];
    if (blocks.length < MAX_BLOCKS) blocks.push(channels.map((text) => floatsOf(text)));
    this.made.set(number, blocks);
  }

  #free(numbers) {
    for (const number of numbers) {
      this.nodes.delete(number);
      this.made.delete(number);
      this.#drop(number);
    }
  }

  /** @returns {any} */
  #value(value) {
    if (value === null || typeof value !== "object") return value;
    if (value.floats !== undefined) return floatsOf(value.floats);
    if (value.buffer !== undefined) return this.buffers.get(value.buffer) ?? null;
    return this.#node(value.wave);
  }

  #context(number) {
    const found = this.contexts.get(number);
    if (!found) throw new Error("the context is closed");
    return found.context;
  }

  #node(number) {
    const node = this.nodes.get(number);
    if (!node) throw new Error("the node is not there");
    return node;
  }

  #warn(text) {
    this.port.log("warn", `WebAudioContext: ${text}`, "program");
  }

  #end() {
    for (const { context } of this.contexts.values()) {
      context.onstatechange = null;
      context.close().catch(() => {});
    }
    for (const kept of [this.contexts, this.nodes, this.buffers, this.made]) kept.clear();
  }
}

/** The sound of a file as the host unpacks it. @param {string} url */
async function unpacked(url) {
  const answer = await fetch(`handset://media/sound?source=${encodeURIComponent(url)}`);
  if (!answer.ok) throw new Error("no sound");
  return answer.arrayBuffer();
}

function stateOf({ state, currentTime }) {
  return { state, time: currentTime };
}

function bytesOf(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function floatsOf(text) {
  return new Float32Array(bytesOf(text).buffer);
}

/** @param {Uint8Array|Float32Array} array @returns {string} base64 of its bytes */
function textOf(array) {
  return base64Of(new Uint8ClampedArray(array.buffer, array.byteOffset, array.byteLength));
}
