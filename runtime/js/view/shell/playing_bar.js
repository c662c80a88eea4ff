/**
 * What plays behind the pages of a program (BackgroundAudioManager), as a bar of the phone: title, singer, how far it is,
 * and buttons. Runs in the shell page; told through `port.playingBar`.
 */

import { h, icon } from "./element.js";

const GLYPHS = Object.freeze({
  previous: '<path d="M31 7v26L13 20zM8 7h4v26H8z"/>',
  play: '<path d="M11 6v28l23-14z"/>',
  pause: '<path d="M9 6h7v28H9zM24 6h7v28h-7z"/>',
  next: '<path d="M9 7v26l18-13zM28 7h4v26h-4z"/>',
  stop: '<path d="M10 10 30 30M30 10 10 30" stroke="currentColor" stroke-width="3" stroke-linecap="round"/>',
});

export class PlayingBar {
  constructor() {
    this._sound = null;
    this._cover = h("img.playing-cover", { alt: "" });
    this._title = h("div.playing-title");
    this._singer = h("div.playing-singer");
    this._done = h("i");
    this._toggle = this._button("toggle");
    this.element = h(
      "div.playing-bar", { hidden: true }, this._cover, h("div.playing-words", {}, this._title, this._singer),
      this._button("previous"), this._toggle, this._button("next"), this._button("stop"),
      h("div.playing-progress", {}, this._done),
    );
  }

  /**
   * @param {{title: string, singer: string, cover: string, isPaused: boolean, share: number, toggle: () => void,
   *          next: () => void, previous: () => void, stop: () => void}|null} sound null = nothing plays
   */
  show(sound) {
    this._sound = sound;
    this.element.hidden = sound === null;
    if (!sound) return;
    this._title.textContent = sound.title;
    this._singer.textContent = sound.singer;
    this._singer.hidden = sound.singer === "";
    this._cover.hidden = sound.cover === "";
    if (sound.cover && this._cover.src !== sound.cover) this._cover.src = sound.cover;
    this._done.style.width = `${sound.share * 100}%`;
    const glyph = sound.isPaused ? "play" : "pause";
    if (this._toggle.dataset.glyph === glyph) return;
    this._toggle.dataset.glyph = glyph;
    this._toggle.replaceChildren(icon(GLYPHS[glyph], 40));
  }

  close() {
    this.show(null);
  }

  /** @param {"toggle"|"previous"|"next"|"stop"} act */
  _button(act) {
    const button = h(`button.playing-${act}`, { onclick: () => this._sound?.[act]() });
    if (act !== "toggle") button.append(icon(GLYPHS[act], 40));
    return button;
  }
}
