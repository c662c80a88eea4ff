/**
 * Toast and loading: one slot, the later replaces the earlier. Runs in the shell page.
 */

import { h, icon } from "./element.js";
import { resourceUrl } from "./resource_url.js";

const ICONS = Object.freeze({
  success: '<path d="M8 21.500 16.500 30 33 11.500" fill="none" stroke="currentColor" stroke-width="2.600" stroke-linecap="round" stroke-linejoin="round"/>',
  error: '<g stroke="currentColor" stroke-width="2.600" stroke-linecap="round"><circle cx="20" cy="20" r="16" fill="none"/><path d="M20 11.500v11"/><circle cx="20" cy="28" r=".6" fill="currentColor"/></g>',
});
const DEFAULT_DURATION_MS = 1500;

export class Toast {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this._phone = phone;
    this._timer = 0;
    this._kind = "";
    this.element = h("div.toast-layer", { hidden: true });
  }

  /** @param {{title: string, icon?: string, image?: string, duration?: number, mask?: boolean}} params */
  show({ title, icon: name = "success", image = "", duration = DEFAULT_DURATION_MS, mask = false }) {
    const picture = image
      ? h("img.toast-image", { src: resourceUrl(image, this._phone.pages.visible?.path || "app"), alt: "" })
      : picturesFor(name);
    this._open("toast", picture, title, mask);
    this._timer = setTimeout(() => this.close(), duration);
  }

  /** @param {{title?: string, mask?: boolean}} params */
  showLoading({ title = "", mask = false }) {
    this._open("loading", picturesFor("loading"), title, mask);
  }

  /** Hides what is shown. @param {string} [only] toast or loading: the other one stays */
  close(only = "") {
    if (only && this._kind !== only) return;
    clearTimeout(this._timer);
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  _open(kind, picture, title, mask) {
    clearTimeout(this._timer);
    this._kind = kind;
    const box = h("div.toast", { "data-kind": kind }, picture, h("div.toast-title", { text: title }));
    box.classList.toggle("text-only", !picture);
    this.element.replaceChildren(box);
    this.element.classList.toggle("mask", Boolean(mask));
    this.element.hidden = false;
  }
}

function picturesFor(name) {
  if (name === "none") return null;
  if (name === "loading") return h("span.spinner.toast-spinner");
  return h("span.toast-icon", {}, icon(ICONS[name] || ICONS.success, 40));
}
