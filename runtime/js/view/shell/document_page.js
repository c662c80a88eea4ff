/**
 * A document over the whole phone: its pages below each other, or a card that says what it is. Runs in the shell page;
 * opened by the host.
 */

import { h } from "./element.js";
import { resourceUrl } from "./resource_url.js";
import { Sheet } from "./sheet.js";

export class DocumentPage extends Sheet {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    super("document-page");
    this._phone = phone;
  }

  /** @param {{title: string, pages?: string[], note?: string}} params */
  open({ title, pages = [], note = "" }) {
    const { words } = this._phone;
    const head = h("div.settings-head", {},
      h("button.settings-back", { text: "\u2039", onclick: () => this.close() }), h("span.document-title", { text: title }));
    const body = pages.length
      ? pages.map((page) => h("img.document-sheet", { src: resourceUrl(page, "app"), alt: "", draggable: "false" }))
      : [h("div.document-card", {},
        h("div.document-name", { text: title }), h("div.document-note", { text: note }),
        h("div.document-note", { text: words["document-not-drawn"] }))];
    this.raise([head, h("div.document-body", {}, ...body)], () => {});
  }
}
