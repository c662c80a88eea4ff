/**
 * `nested-scroll-body`: what goes on when the scroll area around it is at its end, or `offset-top` px before (touch/drag.js).
 * Runs in the shell page (Chromium).
 */

import { Relative } from "../relative.js";

export class NestedScrollBody extends Relative {}
