/**
 * `navigator`: a tap asks the host to go somewhere (event `navigate`). Runs in the shell page (Chromium).
 */

import { BuiltIn } from "../built_in.js";

const GOES_SOMEWHERE = new Set(["navigate", "redirect", "switchTab", "reLaunch"]);

export class Navigator extends BuiltIn {
  tapped() {
    const { url, delta, target, appId, path, extraData, version, shortLink } = this.attributes;
    if (!url && GOES_SOMEWHERE.has(this.text("openType", "navigate")) && target !== "miniProgram") return true;
    this.services.navigate(this.element, {
      openType: this.text("openType", "navigate"), url: url ?? "", delta: delta === undefined ? 1 : Number(delta) || 1,
      target: target ?? "self", appId, path, extraData, version: version ?? "release", shortLink,
    });
    return true;
  }
}
