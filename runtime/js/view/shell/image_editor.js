/**
 * A picture over the whole phone, of which the user keeps a part (wx.cropImage) and which can be turned (wx.editImage).
 * The part is dragged and pulled by its corners, or moved by the arrow keys; what is cut out the host cuts out. Runs in
 * the shell page; opened by the host.
 */

import { largestBox, movedBox, pulledBox } from "./crop_box.js";
import { h } from "./element.js";
import { resourceUrl } from "./resource_url.js";
import { Sheet } from "./sheet.js";
/** @import { CropBox } from "./crop_box.js" */

const CORNERS = Object.freeze(/** @type {const} */ ([[0, 0], [1, 0], [0, 1], [1, 1]]));
const KEY_STEP = 0.02;
const KEYS = Object.freeze({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

export class ImageEditor extends Sheet {
  /** @type {HTMLElement} */
  _ground;
  /** @type {HTMLImageElement} */
  _picture;
  /** @type {HTMLElement} */
  _part;
  /** What is kept. @type {CropBox} */
  _box;

  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    super("image-editor");
    this._phone = phone;
    this._ratio = 0;
    this._quarters = 0;
    /** Of the finger that drags. @type {{x: number, y: number, box: CropBox, corner: {x: 0|1, y: 0|1}|null}|null} */
    this._drag = null;
  }

  /**
   * @param {import("../../shared/wire/phone_pages.js").EditImage} params
   * @returns {Promise<import("../../shared/wire/phone_pages.js").EditedImage>} once it is left
   */
  open({ src, ratio, turns }) {
    this.dismiss();
    this._ratio = ratio;
    this._quarters = 0;
    return new Promise((resolve, reject) => {
      const left = (confirm) => {
        const answer = { confirm, quarters: this._quarters, ...this._box };
        this.close();
        resolve(answer);
      };
      this._build(turns, left);
      this._picture.onload = () => this._begin();
      this._picture.onerror = () => {
        this.close();
        reject(new Error(`no image "${src}"`));
      };
      this._picture.src = resourceUrl(src, "app");
    });
  }

  /** @param {boolean} turns @param {(confirm: boolean) => void} left */
  _build(turns, left) {
    const { words } = this._phone;
    this._box = largestBox(0);
    this._picture = h("img.image-editor-picture", { draggable: "false", alt: "" });
    this._part = h("div.image-editor-part", { tabindex: "0", role: "application", "aria-label": words["picture-part"] },
      ...CORNERS.map(([x, y]) => h("div.image-editor-corner", { "data-x": x === 0 ? "0" : "1", "data-y": y === 0 ? "0" : "1" })));
    this._part.hidden = true;
    this._ground = h("div.image-editor-ground", {
      onpointerdown: (event) => this._grab(event), onpointermove: (event) => this._move(event),
      onpointerup: () => (this._drag = null), onpointercancel: () => (this._drag = null),
    }, this._picture, this._part);
    this._part.addEventListener("keydown", (event) => this._key(event, left));
    const turn = h("button.image-editor-turn", { text: words["picture-turn"], onclick: () => this._turn() });
    this.raise([this._ground, h("div.image-editor-bar", {},
      h("button.image-editor-cancel", { text: words.cancel, onclick: () => left(false) }), turns ? turn : null,
      h("button.image-editor-done", { text: words.done, onclick: () => left(true) }))], () => left(false));
  }

  _begin() {
    this._box = largestBox(this._shape);
    this._part.hidden = false;
    this._draw();
    this._part.focus();
  }

  /** Size of the picture as it is turned now. */
  get _size() {
    const { naturalWidth, naturalHeight } = this._picture;
    return this._quarters % 2 ? [naturalHeight, naturalWidth] : [naturalWidth, naturalHeight];
  }

  /** The ratio in shares of the picture. */
  get _shape() {
    const [width, height] = this._size;
    return width > 0 ? (this._ratio * height) / width : 0;
  }

  /** Where the picture lies in the ground, px. */
  get _shown() {
    const [width, height] = this._size;
    const { clientWidth, clientHeight } = this._ground;
    const scale = Math.min(clientWidth / width, clientHeight / height);
    const [across, down] = [width * scale, height * scale];
    return { left: (clientWidth - across) / 2, top: (clientHeight - down) / 2, width: across, height: down, scale };
  }

  _draw() {
    const { left, top, width, height, scale } = this._shown;
    const box = this._box;
    this._picture.style.width = `${this._picture.naturalWidth * scale}px`;
    this._picture.style.transform = `translate(-50%, -50%) rotate(${this._quarters * 90}deg)`;
    Object.assign(this._part.style, {
      left: `${left + box.left * width}px`, top: `${top + box.top * height}px`, width: `${box.width * width}px`,
      height: `${box.height * height}px`,
    });
  }

  _turn() {
    this._quarters = (this._quarters + 1) % 4;
    this._box = largestBox(this._shape);
    this._draw();
  }

  _grab(event) {
    const { target } = event;
    if (this._part.hidden || !this._part.contains(target)) return;
    if (event.isTrusted) this._ground.setPointerCapture(event.pointerId);
    const { x, y } = target.dataset;
    const corner = x === undefined ? null : /** @type {{x: 0|1, y: 0|1}} */ ({ x: Number(x), y: Number(y) });
    this._drag = { x: event.clientX, y: event.clientY, box: this._box, corner };
  }

  _move(event) {
    if (!this._drag) return;
    const { width, height } = this._shown;
    const { x, y, box, corner } = this._drag;
    const [right, down] = [(event.clientX - x) / width, (event.clientY - y) / height];
    this._box = corner ? pulledBox(box, corner, right, down, this._shape) : movedBox(box, right, down);
    this._draw();
  }

  _key(event, left) {
    if (event.key === "Escape") return left(false);
    if (event.key === "Enter") return left(true);
    const way = KEYS[event.key];
    if (!way) return undefined;
    event.preventDefault();
    const [x, y] = [way[0] * KEY_STEP, way[1] * KEY_STEP];
    this._box = event.shiftKey ? pulledBox(this._box, { x: 1, y: 1 }, x, y, this._shape) : movedBox(this._box, x, y);
    return this._draw();
  }
}
