/**
 * `official-account`: a card that stands for the account that goes with the program. Whether it can be shown is a world
 * value. Runs in the shell page (Chromium); loaded with the first page that has one. Source: reference, official-account.
 */

import { BuiltIn, inner } from "../built_in.js";

class OfficialAccount extends BuiltIn {
  /** @type {HTMLElement} */
  card;

  begin() {
    this.card = inner(this.element, "div", "wx-official-account-card");
    inner(this.card, "div", "wx-official-account-name").textContent = "关联的公众号";
    const button = inner(this.card, "div", "wx-official-account-follow");
    button.textContent = "关注";
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      button.textContent = "已关注";
    });
    super.begin();
  }

  connected() {
    const status = this.services.account?.officialAccount ?? 0;
    this.card.hidden = status !== 0;
    if (status === 0) this.emit("load", { status, errMsg: "" });
    else this.emit("error", { status, errMsg: "the official account cannot be shown" });
  }
}

export const component = OfficialAccount;
