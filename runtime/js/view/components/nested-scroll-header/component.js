/**
 * `nested-scroll-header`: what scrolls away before the body of a nested scroll area.
 * Runs in the shell page (Chromium).
 */

import { Relative } from "../relative.js";

export class NestedScrollHeader extends Relative {}
