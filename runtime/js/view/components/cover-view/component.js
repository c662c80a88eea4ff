/**
 * `cover-view`: a box. One with `marker-id` in a map is the callout of that marker (map/markers.js).
 *
 * Runs in the shell page (Chromium).
 */

import { BuiltIn } from "../built_in.js";

export class CoverView extends BuiltIn {
  static reflects = ["markerId"];
}
