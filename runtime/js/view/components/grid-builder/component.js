/**
 * `grid-builder`: all items of its list are there at once (the compiler makes a loop of its child), each is told as built.
 * Runs in the shell page (Chromium).
 */

import { tellItems } from "../relative.js";
import { GridView } from "../grid-view/component.js";

export class GridBuilder extends GridView {
  connected() {
    super.connected();
    tellItems(this);
  }

  childrenChanged() {
    super.childrenChanged();
    tellItems(this);
  }
}
