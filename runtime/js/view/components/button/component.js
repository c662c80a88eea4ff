/**
 * `button`. Runs in the shell page (Chromium). A tap submits or resets the form around it, or asks the host for an
 * open ability: the event `opentype`, which the host answers with the simulated outcome.
 */

import { BuiltIn } from "../built_in.js";
import { formAround } from "../form/component.js";
import { spinnerImage } from "../spinner.js";

export class Button extends BuiltIn {
  static reflects = ["type", "size"];
  static switches = ["plain", "disabled", "loading"];

  static css(styleVersion) {
    return BOX + (styleVersion === "v2" ? LOOK_V2 : LOOK_V1) + HOVER;
  }

  tapped() {
    if (this.is("disabled")) return true;
    const formType = this.text("formType");
    const openType = this.text("openType");
    if (formType === "submit" || formType === "reset") formAround(this)?.[formType]();
    if (openType) this.page.events.request(this.element, "opentype", { ...this.attributes, openType });
    return formType !== "" || openType !== "";
  }

  /** A label around the button or for it was tapped. */
  labelled() {
    this.page.gestures.tap(this.element, centre(this.element));
  }
}

function centre(element) {
  const box = element.getBoundingClientRect();
  return { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
}

const BOX = `
wx-button {
  position: relative; display: block; margin-left: auto; margin-right: auto; padding-left: 14px; padding-right: 14px;
  box-sizing: border-box; font-size: 18px; text-align: center; text-decoration: none; line-height: 2.55555556;
  border-radius: 5px; overflow: hidden; color: #000000; background-color: #F8F8F8;
}
wx-button::after {
  content: " "; width: 200%; height: 200%; position: absolute; top: 0; left: 0; border: 1px solid rgba(0, 0, 0, 0.2);
  transform: scale(0.5); transform-origin: 0 0; box-sizing: border-box; border-radius: 10px; pointer-events: none;
}
wx-button[loading]::before {
  content: " "; display: inline-block; width: 18px; height: 18px; vertical-align: middle;
  background: transparent ${spinnerImage()} no-repeat; background-size: 100%;
  animation: wx-button-loading 1s steps(12, end) infinite;
}
@keyframes wx-button-loading { to { transform: rotate(360deg); } }
`;

const LOOK_V1 = `
wx-button[type=primary] { color: #FFFFFF; background-color: #1AAD19; }
wx-button[type=warn] { color: #FFFFFF; background-color: #E64340; }
wx-button[size=mini] { display: inline-block; line-height: 2.3; font-size: 13px; padding: 0 1.34em; }
wx-button[disabled] { color: rgba(255, 255, 255, 0.6); }
wx-button[disabled]:not([type]), wx-button[disabled][type=default] { color: rgba(0, 0, 0, 0.3); background-color: #F7F7F7; }
wx-button[disabled][type=primary] { background-color: #9ED99D; }
wx-button[disabled][type=warn] { background-color: #EC8B89; }
wx-button[loading][type=default] { color: rgba(0, 0, 0, 0.6); background-color: #DEDEDE; }
wx-button[loading][type=primary] { color: rgba(255, 255, 255, 0.6); background-color: #179B16; }
wx-button[loading][type=warn] { color: rgba(255, 255, 255, 0.6); background-color: #CE3C39; }
wx-button[plain] { color: #353535; border: 1px solid #353535; background-color: transparent; }
wx-button[plain]::after { border-width: 0; }
wx-button[plain][type=primary] { color: #1AAD19; border-color: #1AAD19; background-color: transparent; }
wx-button[plain][type=warn] { color: #E64340; border-color: #E64340; background-color: transparent; }
wx-button[plain][disabled] { color: rgba(0, 0, 0, 0.2); border-color: rgba(0, 0, 0, 0.2); background-color: transparent; }
`;

const LOOK_V2 = `
wx-button {
  font-weight: 700; font-size: 17px; line-height: 1.41176471; padding: 8px 24px; border-radius: 4px;
  color: #06AE56; background-color: #F2F2F2;
}
wx-button:not([size=mini]) { width: 184px; margin-left: auto; margin-right: auto; }
wx-button::after { border-width: 0; }
wx-button[type=primary] { color: #FFFFFF; background-color: #07C160; }
wx-button[type=warn] { color: #FA5151; background-color: #F2F2F2; }
wx-button[size=mini] {
  display: inline-block; width: auto; padding: 0 0.75em; font-size: 16px; line-height: 2; vertical-align: middle;
}
wx-button[disabled] { color: rgba(0, 0, 0, 0.2); background-color: #F7F7F7; }
wx-button[disabled][type=primary] { color: rgba(0, 0, 0, 0.2); background-color: #F7F7F7; }
wx-button[plain] { border: 1px solid #353535; color: #353535; background-color: transparent; }
wx-button[plain][type=primary] { color: #06AE56; border-color: #06AE56; background-color: transparent; }
wx-button[plain][type=warn] { color: #FA5151; border-color: #FA5151; background-color: transparent; }
wx-button[plain][disabled] { color: rgba(0, 0, 0, 0.2); border-color: rgba(0, 0, 0, 0.2); background-color: transparent; }
`;

const HOVER = `
.button-hover { background-color: rgba(0, 0, 0, 0.1); opacity: 0.7; }
wx-button.button-hover { color: rgba(0, 0, 0, 0.6); background-color: #DEDEDE; opacity: 1; }
wx-button.button-hover[type=primary] { color: rgba(255, 255, 255, 0.6); background-color: #179B16; }
wx-button.button-hover[type=warn] { color: rgba(255, 255, 255, 0.6); background-color: #CE3C39; }
wx-button.button-hover[plain] { color: rgba(53, 53, 53, 0.6); border-color: rgba(53, 53, 53, 0.6); background-color: transparent; }
`;
