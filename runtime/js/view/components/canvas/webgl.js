/**
 * A canvas with a WebGL context: carries out what the logic layer has recorded, and answers what it asks (wire.md,
 * "WebGL").
 *
 * Runs in the shell page (Chromium); loaded with the first context, made by jobs.js, one for a surface.
 */

import { base64Of } from "./values.js";
import { refusal, WebGLBudget } from "./webgl_limits.js";

const ARGUMENTS = 16;
const MAKES = /^(create[A-Z]|fenceSync$)/;
/** What no command changes. */
const FIXED = /^(MAX_\w+|VERSION|VENDOR|RENDERER|SHADING_LANGUAGE_VERSION|SUBPIXEL_BITS|ALIASED_\w+_RANGE)$/;
/** They return something that comes later, or make no sense here. */
const LEFT_OUT = new Set(["constructor", "makeXRCompatible", "drawingBufferStorage"]);
const SHADER_PARAMETERS = ["COMPILE_STATUS", "DELETE_STATUS", "SHADER_TYPE"];
const PROGRAM_PARAMETERS = [
  "LINK_STATUS", "DELETE_STATUS", "VALIDATE_STATUS", "ATTACHED_SHADERS", "ACTIVE_ATTRIBUTES", "ACTIVE_UNIFORMS",
  "ACTIVE_UNIFORM_BLOCKS", "TRANSFORM_FEEDBACK_VARYINGS", "TRANSFORM_FEEDBACK_BUFFER_MODE",
];
const PRECISIONS = ["LOW_FLOAT", "MEDIUM_FLOAT", "HIGH_FLOAT", "LOW_INT", "MEDIUM_INT", "HIGH_INT"];

export class WebGLSurface {
  /**
   * @param {WebGLRenderingContext | WebGL2RenderingContext} gl
   * @param {(source: {image?: number, canvas?: any}) => any} sourceOf a picture or a canvas, null if it is not there
   * @param {(text: string) => void} complain
   */
  constructor(gl, sourceOf, complain) {
    /** @type {any} */
    this.gl = gl;
    this.sourceOf = sourceOf;
    this.complain = complain;
    this.complaints = new Set();
    /** Name and owner of each method, by place. @type {[string, any][]} */
    this.methods = [];
    /** @type {Map<number, any>} */
    this.objects = new Map();
    /** @type {WeakMap<object, number>} */
    this.numbers = new WeakMap();
    /** Places of uniforms by name. @type {WeakMap<object, Map<string, WebGLUniformLocation | null>>} */
    this.locations = new WeakMap();
    this.budget = new WebGLBudget(this.gl);
  }

  /** What a program must know of a new context. */
  start() {
    const { gl } = this;
    const { constants, methods } = membersOf(gl);
    this.methods = methods.map((name) => [name, gl]);
    const fixed = Object.entries(constants).filter(([name]) => FIXED.test(name));
    const parameters = Object.fromEntries(fixed.map(([, value]) => [value, this.#out(gl.getParameter(value))]));
    // Not each limit is known to each context.
    while (gl.getError() !== gl.NO_ERROR);
    const precisions = {};
    for (const shader of [gl.VERTEX_SHADER, gl.FRAGMENT_SHADER]) {
      for (const name of PRECISIONS) {
        const { rangeMin, rangeMax, precision } = gl.getShaderPrecisionFormat(shader, gl[name]);
        precisions[`${shader},${gl[name]}`] = { rangeMin, rangeMax, precision };
      }
    }
    const attributes = gl.getContextAttributes();
    return { constants, methods, parameters, precisions, attributes, extensions: gl.getSupportedExtensions() ?? [] };
  }

  /** @param {any[]} commands `place * 16 + number of arguments`, then the arguments */
  play(commands) {
    for (let i = 0; i < commands.length; ) {
      const code = commands[i++];
      const count = code % ARGUMENTS;
      const [name, owner] = this.methods[(code - count) / ARGUMENTS];
      const args = commands.slice(i, i + count);
      i += count;
      try {
        this.#call(name, owner, args);
      } catch (error) {
        this.#complainOnce(name, error.message);
      }
    }
  }

  /** @returns {{value: any, filled?: string}} */
  ask(place, args) {
    const [name, owner] = this.methods[place];
    const given = args.map((value) => this.#in(value));
    const view = given.find((value) => ArrayBuffer.isView(value));
    const value = this.#out(owner[name](...given));
    return view ? { value, filled: base64Of(new Uint8ClampedArray(view.buffer)) } : { value };
  }

  /** Parameters, log, uniforms and attributes of a program; null if it is not there. @param {number} number */
  program(number) {
    const { gl } = this;
    const program = this.objects.get(number);
    if (!program) return null;
    const parameters = this.#parameters(PROGRAM_PARAMETERS, (name) => gl.getProgramParameter(program, name));
    const list = (count, find) => Array.from({ length: parameters[count] ?? 0 }, (_, index) => find(index));
    return {
      parameters, log: gl.getProgramInfoLog(program) ?? "",
      uniforms: list(gl.ACTIVE_UNIFORMS, (index) => {
        const { name, type, size } = gl.getActiveUniform(program, index);
        return { name, type, size, isPlaced: this.#location(number, name) !== null };
      }),
      attributes: list(gl.ACTIVE_ATTRIBUTES, (index) => {
        const { name, type, size } = gl.getActiveAttrib(program, index);
        return { name, type, size, location: gl.getAttribLocation(program, name) };
      }),
    };
  }

  /** @param {number} number */
  shader(number) {
    const { gl } = this;
    const shader = this.objects.get(number);
    if (!shader) return null;
    const parameters = this.#parameters(SHADER_PARAMETERS, (name) => gl.getShaderParameter(shader, name));
    return { parameters, log: gl.getShaderInfoLog(shader) ?? "" };
  }

  /** @param {string} name @returns {{constants: object, methods: string[]} | null} */
  extension(name) {
    const extension = this.gl.getExtension(name);
    if (!extension) return null;
    const members = membersOf(extension);
    this.methods.push(...members.methods.map((method) => /** @type {[string, any]} */ ([method, extension])));
    return members;
  }

  /** @param {number[]} numbers */
  free(numbers) {
    for (const number of numbers) this.objects.delete(number);
  }

  release() {
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
    this.objects.clear();
  }

  #call(name, owner, args) {
    const number = MAKES.test(name) ? args.pop().h : 0;
    const given = args.map((value) => this.#in(value));
    // A picture that has not loaded.
    if (given.includes(undefined)) return;
    const reason = refusal(name, given) ?? this.budget.refusal(name, given);
    if (reason) {
      this.#complainOnce(name, reason);
      return;
    }
    if (name === "linkProgram" && given[0]) this.locations.delete(given[0]);
    const made = owner[name](...given);
    if (!number || !made) return;
    this.objects.set(number, made);
    this.numbers.set(made, number);
  }

  #in(value) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if (value.h !== undefined) return this.objects.get(value.h) ?? null;
    if (value.l !== undefined) return this.#location(...value.l);
    if (value.into !== undefined) return viewOf(value.into, new ArrayBuffer(value.length));
    if (value.bytes !== undefined) return viewOf(value.type, bytesOf(value.bytes));
    if (value.pixels !== undefined) {
      return new ImageData(new Uint8ClampedArray(bytesOf(value.pixels)), value.width, value.height);
    }
    return this.sourceOf(value) ?? undefined;
  }

  #out(value) {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((one) => this.#out(one));
    if (ArrayBuffer.isView(value)) {
      return { view: value.constructor.name, list: Array.from(/** @type {any} */ (value)) };
    }
    const number = this.numbers.get(value);
    if (number !== undefined) return { h: number };
    const plain = {};
    for (const name in value) if (typeof value[name] !== "function") plain[name] = value[name];
    return { plain };
  }

  #location(number, name) {
    const program = this.objects.get(number);
    if (!program) return null;
    let known = this.locations.get(program);
    if (!known) this.locations.set(program, (known = new Map()));
    if (!known.has(name)) known.set(name, this.gl.getUniformLocation(program, name));
    return known.get(name) ?? null;
  }

  #parameters(names, find) {
    const { gl } = this;
    const known = names.filter((name) => gl[name] !== undefined);
    return Object.fromEntries(known.map((name) => [gl[name], find(gl[name])]));
  }

  #complainOnce(name, reason) {
    if (this.complaints.has(name)) return;
    this.complaints.add(name);
    this.complain(`canvas: ${name}: ${reason}`);
  }
}

/** Constants and names of methods, also those that are inherited from others than the object of all. */
function membersOf(object) {
  const constants = {};
  const methods = [];
  const parent = Object.getPrototypeOf;
  for (let proto = parent(object); parent(proto) !== null; proto = parent(proto)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
      if (typeof value === "number") constants[name] = value;
      else if (typeof value === "function" && !LEFT_OUT.has(name)) methods.push(name);
    }
  }
  return { constants, methods };
}

const VIEWS = {
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
  DataView,
};

function viewOf(type, buffer) {
  return Object.hasOwn(VIEWS, type) ? new VIEWS[type](buffer) : buffer;
}

/** @param {string} text base64 @returns {ArrayBuffer} */
function bytesOf(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
}
