/**
 * `cover-image`. Runs in the shell page (Chromium). Looks like an image that takes its natural size.
 */

import { Image } from "../image/component.js";

export class CoverImage extends Image {
}
