/**
 * `ad-custom`: an ad by a template of the platform; it has no cross. Runs in the shell page (Chromium); loaded with the
 * first page that has one.
 */

import { Ad } from "../ad/component.js";

class AdCustom extends Ad {
  static canBeClosed = false;
}

export const component = AdCustom;
