/** `sticky-section`: a header that sticks, and what belongs to it. Runs in the shell page (Chromium). */

import { Relative } from "../relative.js";

export class StickySection extends Relative {}
