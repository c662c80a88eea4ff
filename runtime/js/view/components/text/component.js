/**
 * `text`: inline text, selectable if it says so. Runs in the shell page (Chromium). `space` and `decode` change the
 * text itself and are applied by page/block.js.
 */

import { BuiltIn } from "../built_in.js";

export class Text extends BuiltIn {
  static reflects = ["overflow", "maxLines"];
  static switches = ["selectable", "userSelect"];
}
