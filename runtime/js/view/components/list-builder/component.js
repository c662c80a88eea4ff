/**
 * `list-builder`: all items of its list are there at once (the compiler makes a loop of its child), each is told as built.
 * Runs in the shell page (Chromium).
 */

import { tellItems } from "../relative.js";
import { ListView } from "../list-view/component.js";

export class ListBuilder extends ListView {
  connected() {
    super.connected();
    tellItems(this);
  }

  childrenChanged() {
    tellItems(this);
  }
}
