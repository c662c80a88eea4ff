/**
 * Fonts that the program has loaded (wx.loadFontFace): in one page, or in all that are there and will be.
 *
 * Runs in the shell page (Chromium), one per mini-program page.
 */

const GLOBAL = Symbol("fonts of all pages");
const ADDRESS = /^\s*url\(\s*(["']?)(.*?)\1\s*\)\s*$/s;

export class PageFonts {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.shared = page.port[GLOBAL] ??= { fonts: [], pages: new Set() };
    this.shared.pages.add(this);
    for (const font of this.shared.fonts) this.#add(font).catch(() => {});
  }

  /** @param {{family: string, source: string, descriptors: any, isGlobal: boolean}} font */
  async load(font) {
    await this.#add(font);
    if (!font.isGlobal) return;
    this.shared.fonts.push(font);
    for (const other of this.shared.pages) if (other !== this) other.#add(font).catch(() => {});
  }

  destroy() {
    this.shared.pages.delete(this);
  }

  async #add({ family, source, descriptors }) {
    const { window, document } = this.page;
    const address = ADDRESS.exec(source)?.[2] ?? source;
    const url = /^(https?|data):/i.test(address) ? address : this.page.services.fileUrl(address);
    const { style = "normal", weight = "normal", variant = "normal" } = descriptors;
    const given = { style: String(style), weight: String(weight), featureSettings: variant === "small-caps" ? '"smcp"' : "normal" };
    const face = new window.FontFace(family, `url(${JSON.stringify(url)})`, given);
    try {
      document.fonts.add(await face.load());
    } catch {
      throw new Error(`the font at ${address.slice(0, 200)} could not be loaded`);
    }
  }
}
