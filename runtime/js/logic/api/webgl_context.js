/**
 * WebGLRenderingContext and WebGL2RenderingContext: what draws is recorded and sent at the end of the task, what asks waits
 * for the view. So that a frame needs no question, the view tells at the start what never changes (constants, limits,
 * precisions), and of a program all of its uniforms and attributes with the first question for one of them.
 *
 * Runs in the logic process (QuickJS); made by canvas.js. Its methods are those that the view's context has. What crosses
 * goes through canvas_link.js (wire.md, "WebGL").
 */

import { keepState, stateOf } from './private_state.js';
import { answerIn, argumentOut, fill, numbersOut, questionOut } from './webgl_arguments.js';
import { MADE_BY, WebGLUniformLocation } from './webgl_objects.js';
/** @import { Canvas } from './canvas.js' */

const QUESTION = /^(get[A-Z]|is[A-Z]|check[A-Z]|clientWaitSync$|readPixels$)/;
/** Methods that take numbers one by one, too: so they travel shorter. */
const OF_NUMBERS = /^(uniform|vertexAttrib|clearBuffer)/;
/** After them, what was told of their program or shader holds no more. */
const CHANGES = new Set(['linkProgram', 'compileShader', 'deleteProgram', 'deleteShader', 'attachShader', 'detachShader']);
/** Room for the number of arguments beside the place of a method. */
const ARGUMENTS = 16;

/** What the view tells of a program at once. */
const OF_PROGRAM = Object.freeze({
  getProgramParameter: (told, name) => told.parameters[name] ?? null,
  getProgramInfoLog: (told) => told.log,
  getActiveUniform: (told, index) => copyOf(told.uniforms[index]),
  getActiveAttrib: (told, index) => copyOf(told.attributes[index]),
  getAttribLocation: (told, name) => told.attributes.find((one) => one.name === name)?.location ?? -1,
  getUniformLocation: (told, name, program) => (isUniform(told, String(name)) ? new WebGLUniformLocation(program, String(name)) : null),
});
/** And of a shader. */
const OF_SHADER = Object.freeze({
  getShaderParameter: (told, name) => told.parameters[name] ?? null,
  getShaderInfoLog: (told) => told.log,
});

export class WebGLContext {
  /** @param {Canvas} canvas @param {any} start what the view says of a new context */
  constructor(canvas, start) {
    const { link, pageId, surface } = stateOf(canvas);
    const state = {
      canvas, link, pageId, surface, methods: [],
      /** Those that a question may find, by number. @type {Map<number, WeakRef<object>>} */
      objects: new Map(),
      /** What the view has told of programs and shaders. @type {WeakMap<object, any>} */
      told: new WeakMap(),
      extensions: new Map(),
    };
    keepState(this, state);
    /** @type {Record<string, any>} */
    const own = this;
    Object.assign(own, start.constants);
    for (const name of start.methods) addMethod(own, state, name);
    const ask = own.getParameter;
    own.getParameter = (name) => {
      // Lists are the program's to change, so each asking gets its own.
      return Object.hasOwn(start.parameters, name) ? answerIn(start.parameters[name], () => null) : ask(name);
    };
    own.getContextAttributes = () => ({ ...start.attributes });
    own.getSupportedExtensions = () => [...start.extensions];
    own.getShaderPrecisionFormat = (shader, precision) => copyOf(start.precisions[`${shader},${precision}`]);
    own.getExtension = (name) => extensionOf(state, start.extensions, String(name));
  }

  get canvas() {
    return stateOf(this).canvas;
  }

  get drawingBufferWidth() {
    return stateOf(this).canvas.width;
  }

  get drawingBufferHeight() {
    return stateOf(this).canvas.height;
  }
}

/** Gives a context, or one of its extensions, a method of the view's. @param {string} name `method` or `extension/method` */
function addMethod(owner, state, name) {
  const place = state.methods.push(name) - 1;
  const own = name.slice(name.indexOf('/') + 1);
  if (Object.hasOwn(MADE_BY, own)) owner[own] = maker(state, place, MADE_BY[own]);
  else if (Object.hasOwn(OF_PROGRAM, own)) owner[own] = teller(state, 'glProgram', OF_PROGRAM[own]);
  else if (Object.hasOwn(OF_SHADER, own)) owner[own] = teller(state, 'glShader', OF_SHADER[own]);
  else if (QUESTION.test(own)) owner[own] = question(state, place);
  else owner[own] = command(state, place, own);
}

function command(state, place, name) {
  const out = OF_NUMBERS.test(name) ? numbersOut : argumentOut;
  if (!CHANGES.has(name)) return (...args) => write(state, place, args, out);
  return (...args) => {
    if (args[0]) state.told.delete(args[0]);
    write(state, place, args, out);
  };
}

function write({ link, pageId, surface }, place, args, out) {
  const commands = link.commands(pageId, surface, 'gl');
  commands.push(place * ARGUMENTS + Math.min(args.length, ARGUMENTS - 1));
  for (let i = 0; i < args.length && i < ARGUMENTS - 1; i++) {
    const value = args[i];
    commands.push(typeof value === 'number' ? value : out(value));
  }
}

function maker(state, place, Made) {
  return (...args) => {
    const made = new Made(state.link);
    state.objects.set(stateOf(made).number, new WeakRef(made));
    write(state, place, [...args, made], argumentOut);
    return made;
  };
}

function question(state, place) {
  return (...args) => {
    const answer = state.link.ask(state.pageId, ['glAsk', state.surface, place, args.map(questionOut)]);
    if (answer === null) return null;
    if (answer.filled) fill(args, answer.filled);
    return answerIn(answer.value, (number) => objectOf(state, number));
  };
}

function objectOf({ objects }, number) {
  return objects.get(number)?.deref() ?? null;
}

/** A question that is answered from what the view has told of its first argument. */
function teller(state, job, find) {
  return (owner, argument) => {
    let told = owner ? state.told.get(owner) : null;
    if (told === undefined) {
      told = state.link.ask(state.pageId, [job, state.surface, stateOf(owner).number]);
      if (told !== null) state.told.set(owner, told);
    }
    return told ? find(told, argument, owner) : null;
  };
}

/** Arrays have an active uniform for all of their elements; those of blocks have no place. */
function isUniform(told, name) {
  const [, base, index] = /** @type {RegExpExecArray} */ (/^(.*?)(?:\[(\d+)\])?$/s.exec(name));
  const is = ({ name: other, size, isPlaced }) =>
    isPlaced && (other === name || (other === `${base}[0]` && Number(index ?? 0) < size));
  return told.uniforms.some(is);
}

function extensionOf(state, names, wanted) {
  const name = names.find((one) => one.toLowerCase() === wanted.toLowerCase());
  if (name === undefined) return null;
  if (!state.extensions.has(name)) {
    const found = state.link.ask(state.pageId, ['glExtension', state.surface, name]);
    const extension = found && { ...found.constants };
    for (const method of found ? found.methods : []) addMethod(extension, state, `${name}/${method}`);
    state.extensions.set(name, extension);
  }
  return state.extensions.get(name);
}

function copyOf(value) {
  return value ? { ...value } : null;
}
