/**
 * wx.loadFontFace: the view loads the font, for the page on top or for all pages.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Sends ViewCall `loadFont` to the page on top, or to the first one
 * as soon as it is there.
 */

import { bareClass } from '../base/records.js';
import { withCallbacks } from './call.js';
import { viewCall } from '../../shared/wire/view_calls.js';
/** @import { Bridge } from './facade.js' */

export class Fonts {
  /** @param {Bridge} bridge */
  constructor(bridge) {
    this.bridge = bridge;
    /** From before the first page. @type {(() => void)[]} */
    this.waiting = [];
  }

  /** @param {any} option */
  load(option) {
    const { family, source, desc, global: isGlobal = false } = option;
    const call = viewCall.loadFont({
      family: String(family), source: String(source), isGlobal: Boolean(isGlobal),
      descriptors: desc && typeof desc === 'object' ? desc : {},
    });
    const loading = new Promise((resolve, reject) => {
      const ask = () =>
        this.bridge.callView(this.bridge.pageIdOf(null), call, (error) => {
          if (error) reject({ status: 'error', errMsg: `loadFontFace:fail ${error}` });
          else resolve({ status: 'loaded', errMsg: 'loadFontFace:ok' });
        });
      if (this.bridge.pageIdOf(null) === 0) this.waiting.push(ask);
      else ask();
    });
    return withCallbacks(this.bridge, 'loadFontFace', option, loading);
  }

  /** A page may be there now. */
  flush() {
    if (this.waiting.length === 0 || this.bridge.pageIdOf(null) === 0) return;
    for (const ask of this.waiting.splice(0)) ask();
  }
}
bareClass(Fonts);
