/**
 * The card of a message that a user would forward. Runs in the shell page; nothing leaves the computer.
 */

import { h } from "./element.js";
import { resourceUrl } from "./resource_url.js";
import { Sheet } from "./sheet.js";

export class ShareCard extends Sheet {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    super("share-sheet");
    this._phone = phone;
  }

  /**
   * @param {{title?: string, path?: string, imageUrl?: string}} params
   * @returns {Promise<{sent: boolean}>}
   */
  open({ title = "", path = "", imageUrl = "" }) {
    return new Promise((resolve) => {
      const { words } = this._phone;
      const done = (sent) => {
        this.close();
        resolve({ sent });
      };
      const picture = imageUrl
        ? h("img.share-image", { src: resourceUrl(imageUrl, this._phone.pages.visible?.path || "app"), alt: "" })
        : h("div.share-image");
      this.raise([
        h("div.menu-title", { text: `${words["share-to"]} ${words["share-friend"]}` }),
        h("div.share-card", {},
          h("div.share-app", { text: this._phone.programName || words.app }),
          h("div.share-title", { text: title }),
          picture,
          h("div.share-path", { text: path })),
        h("div.share-buttons", {},
          h("button.share-cancel", { text: words.cancel, onclick: () => done(false) }),
          h("button.share-send", { text: words["share-sent"], onclick: () => done(true) })),
      ], () => resolve({ sent: false }));
    });
  }
}
