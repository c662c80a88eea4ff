/**
 * What can be drawn on, as others know it that need not know canvases. Runs in the logic process (QuickJS).
 */

/** The base of `Canvas`; its private state has the `surface`. */
export class CanvasSurface {}
