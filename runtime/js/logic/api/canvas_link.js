/**
 * Between canvases and the view: gathers drawing jobs, sends them at the end of the task in order, asks what must be
 * known at once, gives animation frames.
 *
 * Runs in the logic process (QuickJS); one for a program, made by facade.js. Sends ViewCall `canvas` (wire.md, "Canvas").
 *
 * @typedef {[number, number] | number} Surface [instance, node] of a canvas on the page, or the number of a hidden one
 */

import { viewCall } from '../../shared/wire/view_calls.js';
import { bareClass } from '../base/records.js';

/** @import { Bridge } from './facade.js' */

const MAX_WAITING = 100000;

/** What one page has to be told. */
class PageJobs {
  constructor() {
    this.jobs = [];
    this.last = null; // the surface that the last job draws on
    this.frames = new Map();
    this.isFrameAsked = false;
  }
}
bareClass(PageJobs);

export class CanvasLink {
  /** @param {Bridge} bridge */
  constructor(bridge) {
    this.bridge = bridge;
    /** What waits, by page; 0 = for whichever page is on top. @type {Map<number, PageJobs>} */
    this.pages = new Map([[0, new PageJobs()]]);
    this.lastNumber = 0;
    this.lastFrame = 0;
    this.gone = [];
    /** Frees what the view keeps for an object that the program has dropped. */
    this.finalizer = new FinalizationRegistry((number) => this.gone.push(number));
  }

  /** A number for a picture or a hidden canvas; the view forgets it when the program drops it, and with it its state. */
  number(state) {
    const number = ++this.lastNumber;
    this.finalizer.register(state, number);
    return number;
  }

  /** Pictures and hidden canvases outlive their page: then the one on top speaks for it. */
  _page(pageId, surface) {
    return Array.isArray(surface) || this.bridge.hasPage(pageId) ? pageId : this.bridge.pageIdOf(null);
  }

  _of(wantedId, surface) {
    const pageId = this._page(wantedId, surface);
    let page = this.pages.get(pageId);
    if (page === undefined) this.pages.set(pageId, (page = new PageJobs()));
    return page;
  }

  /**
   * The commands that wait for a surface; the caller appends.
   * @param {number} pageId @param {Surface} surface @param {"draw" | "gl"} kind what its context records
   */
  commands(pageId, surface, kind = 'draw') {
    const page = this._of(pageId, surface);
    if (page.last === surface) {
      const waiting = page.jobs[page.jobs.length - 1][2];
      if (waiting.length < MAX_WAITING) return waiting;
      this.bridge.flush();
    }
    const commands = [];
    page.jobs.push([kind, surface, commands]);
    page.last = surface;
    return commands;
  }

  /** Appends another job; its second member is the surface. @param {number} pageId @param {any[]} job */
  add(pageId, job) {
    const page = this._of(pageId, job[1]);
    page.jobs.push(job);
    page.last = null;
  }

  /** Sends all that waits, then a job. @param {((error: string, result: any) => void) | null} done null = no answer */
  send(pageId, job, done) {
    this.bridge.flush();
    this.bridge.postView(this._page(pageId, job[1]), viewCall.canvasJobs({ jobs: [job] }), done);
  }

  /** Sends all that waits, and waits for the answer of a job. Null if the view cannot say. */
  ask(pageId, job) {
    this.bridge.flush();
    const { error, result } = this.bridge.askView(this._page(pageId, job[1]), viewCall.canvasJobs({ jobs: [job] }));
    return error ? null : result;
  }

  /** Calls back before the next frame of the page. @returns {number} for `cancelFrame` */
  requestFrame(pageId, callback) {
    const id = ++this.lastFrame;
    if (typeof callback === 'function') this._of(pageId, null).frames.set(id, callback);
    return id;
  }

  cancelFrame(pageId, id) {
    this._of(pageId, null).frames.delete(id);
  }

  /** Sends what waits, page by page; called after the DOM operations of a task. */
  flush() {
    for (const [pageId, page] of this.pages) {
      const target = pageId || this.bridge.pageIdOf(null);
      if (this.bridge.hasPage(target)) this._flushPage(target, page);
      else if (pageId !== 0) this.pages.delete(pageId);
    }
  }

  _flushPage(pageId, page) {
    const { jobs } = page;
    const wantsFrame = page.frames.size > 0 && !page.isFrameAsked;
    if (jobs.length === 0 && !wantsFrame) return;
    page.jobs = [];
    page.last = null;
    if (this.gone.length > 0) jobs.push(['free', this.gone.splice(0)]);
    if (wantsFrame) {
      jobs.push(['frame']);
      page.isFrameAsked = true;
    }
    this.bridge.postView(pageId, viewCall.canvasJobs({ jobs }), wantsFrame ? () => this._frame(page) : null);
  }

  _frame(page) {
    const due = [...page.frames.values()];
    page.frames.clear();
    page.isFrameAsked = false;
    const now = performance.now();
    for (const callback of due) this.bridge.guard('requestAnimationFrame callback', callback, undefined, [now]);
  }
}
bareClass(CanvasLink);
