/**
 * A film over the whole phone, of which the user keeps a part (wx.openVideoEditor): two sliders say from where to where, the
 * picture shows the place. Runs in the shell page; opened by the host, which has the part made. What plays is loaded with
 * the first film.
 */

import { h } from "./element.js";
import { resourceUrl } from "./resource_url.js";
import { Sheet } from "./sheet.js";

const STEP_S = 0.1;

export class VideoEditor extends Sheet {
  /** @type {HTMLInputElement} */
  _start;
  /** @type {HTMLInputElement} */
  _end;
  /** @type {import("../../shared/wire/phone_pages.js").EditVideo} */
  _film;

  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    super("image-editor.video-editor");
    this._phone = phone;
    /** @type {import("../media/playback.js").Playback|null} */
    this._playback = null;
  }

  /**
   * @param {import("../../shared/wire/phone_pages.js").EditVideo} film
   * @returns {Promise<import("../../shared/wire/phone_pages.js").EditedVideo>} once it is left
   */
  open(film) {
    this.dismiss();
    this._film = film;
    const { words } = this._phone;
    const box = h("div.video-editor-picture");
    return new Promise((resolve) => {
      const left = (confirm) => {
        const answer = { confirm, start: Number(this._start.value), end: Number(this._end.value) };
        this.close();
        resolve(answer);
      };
      this.raise([
        h("div.image-editor-ground", {}, box), this._range("video-start"), this._range("video-end"),
        h("div.image-editor-bar", {},
          h("button.image-editor-cancel", { text: words.cancel, onclick: () => left(false) }),
          h("button.image-editor-done", { text: words.done, onclick: () => left(true) })),
      ], () => left(false));
      this._start.value = "0";
      this._end.value = String(Math.min(film.duration, film.most));
      this._tell();
      this._show(box);
    });
  }

  close() {
    this._playback?.close();
    this._playback = null;
    super.close();
  }

  /** @param {"video-start"|"video-end"} name */
  _range(name) {
    const word = this._phone.words[name];
    const input = h("input", {
      type: "range", min: "0", max: String(this._film.duration), step: String(STEP_S), "aria-label": word,
    });
    input.addEventListener("input", () => this._moved(input));
    if (name === "video-start") this._start = input;
    else this._end = input;
    return h("label.video-editor-range", {}, h("span", { text: word }), input, h("output"));
  }

  /** The other slider follows, so that the part is neither too short nor too long. */
  _moved(input) {
    const { least, most, duration } = this._film;
    const isStart = input === this._start;
    const own = Math.max(isStart ? 0 : least, Math.min(isStart ? duration - least : duration, Number(input.value)));
    const other = Number((isStart ? this._end : this._start).value);
    const length = Math.max(least, Math.min(most, isStart ? other - own : own - other));
    this._start.value = String(isStart ? own : own - length);
    this._end.value = String(isStart ? own + length : own);
    this._tell();
    this._playback?.seek(own);
  }

  _tell() {
    for (const input of [this._start, this._end]) {
      const told = input.nextElementSibling;
      if (told) told.textContent = `${Number(input.value).toFixed(1)} s`;
    }
  }

  async _show(box) {
    const { src } = this._film;
    // Joined with the shell or not, a module is asked for by its place on our scheme.
    const { Playback } = await import("/media/playback.js");
    // It may have been left meanwhile.
    if (!box.isConnected) return;
    const playback = new Playback({
      window, document, url: resourceUrl(src, "app"),
      hear: (event, detail) => event === "shown" && box.replaceChildren(detail),
    });
    this._playback = playback;
    playback.tune({ isMuted: true });
    playback.fit(box.clientWidth * window.devicePixelRatio, box.clientHeight * window.devicePixelRatio);
  }
}
