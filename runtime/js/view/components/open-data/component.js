/**
 * `open-data`: data of the user that the program may show but not read; here that of the test user. Runs in the shell
 * page (Chromium).
 */

import { BuiltIn } from "../built_in.js";

const TEXTS = Object.freeze({
  userNickName: "Test user", userGender: "", userCity: "Guangzhou", userProvince: "Guangdong", userCountry: "China",
  userLanguage: "en", groupName: "Test group",
});
const AVATAR =
  '<svg viewBox="0 0 48 48" width="100%" height="100%"><rect width="48" height="48" style="fill:var(--handset-avatar)"/>' +
  '<g style="fill:var(--handset-white)"><circle cx="24" cy="19" r="8"/><path d="M8 44c1-11 8-15 16-15s15 4 16 15z"/></g></svg>';

export class OpenData extends BuiltIn {
  static reflects = ["type"];

  draw() {
    const type = this.text("type");
    const { user } = this.services;
    if (type === "userAvatarUrl") this.element.innerHTML = AVATAR;
    else this.element.textContent = user[type] ?? TEXTS[type] ?? this.text("defaultText");
  }
}
