/**
 * Two fingers on a map: apart and together they scale it, turning they rotate it (`enable-rotate`), and side by side up
 * and down they tilt it (`enable-overlooking`); otherwise they move it.
 *
 * Runs in the shell page (Chromium); made by component.js for each time.
 */

/** Fingers that are nearer than this to where they were apart neither scale nor rotate yet. */
const SCALE_SLOP = 0.08;
const ROTATE_SLOP_DEGREES = 14;
const TILT_SLOP_PX = 12;
const DEGREES_A_PX = 0.25;

export class TwoFingers {
  /** @param {import("./component.js").MapView} view */
  constructor(view) {
    this.view = view;
    this.scale = view.map.getZoom();
    this.rotate = view.point.rotate;
    this.height = 0;
    /** What they do, once it is clear. @type {"" | "turn" | "tilt"} */
    this.mode = "";
    this.hasScaled = false;
  }

  /** For the event at the end. */
  get cause() {
    return this.hasScaled ? "scale" : "drag";
  }

  /** @param {import("../../touch/pinch.js").PinchMove} movement */
  moved(movement) {
    this.height += movement.dy;
    if (this.mode === "") this.#decide(movement);
    if (this.mode === "tilt") this.#tilt(movement);
    else this.#turn(movement);
    this.view.furniture.draw();
    this.view.markers.place();
  }

  #decide({ scale, rotation }) {
    if (Math.abs(scale - 1) > SCALE_SLOP || Math.abs(rotation) > ROTATE_SLOP_DEGREES) this.mode = "turn";
    else if (this.view.flag("enableOverlooking", false) && Math.abs(this.height) > TILT_SLOP_PX) this.mode = "tilt";
  }

  #tilt({ dy }) {
    const { view } = this;
    const { point } = view;
    point.turn(point.rotate, point.skew - dy * DEGREES_A_PX, view.flag("enableAutoMaxOverlooking", false));
  }

  /** @param {import("../../touch/pinch.js").PinchMove} movement */
  #turn({ scale, rotation, dx, dy, clientX, clientY }) {
    const { view } = this;
    const { point } = view;
    if (view.flag("enableScroll", true)) view.map.panBy(point.movement(-dx, -dy), { animate: false });
    if (this.mode !== "turn") return;
    if (view.flag("enableRotate", false)) {
      point.turn(this.rotate - rotation, point.skew, view.flag("enableAutoMaxOverlooking", false));
    }
    if (!view.flag("enableZoom", true)) return;
    this.hasScaled = true;
    view.zoomTo(this.scale + Math.log2(scale), view.pointAt({ clientX, clientY }));
  }
}
