/**
 * `open-data`: data of the user that the program may show but not read; here those of the world. Runs in the shell page
 * (Chromium). Source: reference, open-data.
 */

import { BuiltIn } from "../built_in.js";

const AVATAR =
  '<svg viewBox="0 0 48 48" width="100%" height="100%"><rect width="48" height="48" style="fill:var(--handset-avatar)"/>' +
  '<g style="fill:var(--handset-white)"><circle cx="24" cy="19" r="8"/><path d="M8 44c1-11 8-15 16-15s15 4 16 15z"/></g></svg>';
/** Names of a gender, from 1. */
const GENDERS = Object.freeze({ en: ["Male", "Female"], zh_CN: ["男", "女"], zh_TW: ["男", "女"] });
/** The member of the account behind a type. */
const MEMBERS = Object.freeze({
  userNickName: "nickName", userCity: "city", userProvince: "province", userCountry: "country", userLanguage: "language",
});

export class OpenData extends BuiltIn {
  static reflects = ["type"];

  connected() {
    this.services.watchPage(this);
    if (this.text("type") === "groupName" && !this.text("openGid")) this.emit("error", { errMsg: "open-gid is empty" });
  }

  removed() {
    super.removed();
    this.services.forgetPage(this);
  }

  /** Whether the page is seen changes nothing. */
  pageShown() {}

  deviceChanged() {
    this.draw();
  }

  draw() {
    if (this.text("type") === "userAvatarUrl") this.#drawAvatar();
    else this.element.textContent = this.#shown() || this.text("defaultText");
  }

  #shown() {
    const { account } = this.services;
    const type = this.text("type");
    if (account === null) return "";
    if (type === "groupName") return this.text("openGid") ? account.groupName : "";
    if (type === "userGender") return (GENDERS[this.text("lang", "en")] ?? GENDERS.en)[account.gender - 1] ?? "";
    return account[MEMBERS[type]] ?? "";
  }

  #drawAvatar() {
    const url = this.services.account?.avatarUrl || this.text("defaultAvatar");
    if (!url) {
      this.element.innerHTML = AVATAR;
      return;
    }
    const picture = this.document.createElement("img");
    picture.src = this.services.fileUrl(url, this.element);
    picture.alt = "";
    this.element.replaceChildren(picture);
  }
}
