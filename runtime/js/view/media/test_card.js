/**
 * What a camera sees and a stream shows here: bars, a hand that turns, the time and a label, drawn anew several times a
 * second.
 *
 * Runs in the shell page (Chromium); used by camera, live-player and live-pusher.
 */

const BARS = ["#c0c0c0", "#c0c000", "#00c0c0", "#00c000", "#c000c0", "#c00000", "#0000c0"];
const FRAME_MS = 50;

export class TestCard {
  /** @param {Document} document @param {number} width @param {number} height @param {string} label */
  constructor(document, width, height, label) {
    this.canvas = document.createElement("canvas");
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.timer = 0;
    this.frames = 0;
    this.resize(width, height);
    this.label = label;
    this.draw();
  }

  get isRunning() {
    return this.timer !== 0;
  }

  resize(width, height) {
    Object.assign(this.canvas, { width, height });
  }

  start() {
    if (this.timer) return;
    const next = () => {
      this.draw();
      this.timer = setTimeout(next, FRAME_MS);
    };
    next();
  }

  /** The last picture stays. */
  stop() {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  /** Nothing is to be seen. */
  blank() {
    this.stop();
    this.context.fillStyle = "#000";
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
  }

  draw() {
    const { context, canvas: { width, height } } = this;
    this.frames += 1;
    BARS.forEach((colour, index) => {
      context.fillStyle = colour;
      context.fillRect((index * width) / BARS.length, 0, width / BARS.length + 1, height);
    });
    const size = Math.min(width, height);
    context.fillStyle = "rgba(0, 0, 0, 0.65)";
    context.fillRect(0, height * 0.7, width, height * 0.3);
    const now = new Date();
    const turn = ((now.getSeconds() + now.getMilliseconds() / 1000) / 60) * 2 * Math.PI;
    context.strokeStyle = context.fillStyle = "#fff";
    context.lineWidth = size / 60;
    context.beginPath();
    context.arc(width / 2, height * 0.35, size * 0.2, 0, 2 * Math.PI);
    context.moveTo(width / 2, height * 0.35);
    context.lineTo(width / 2 + Math.sin(turn) * size * 0.2, height * 0.35 - Math.cos(turn) * size * 0.2);
    context.stroke();
    context.textAlign = "center";
    context.font = `${size * 0.09}px sans-serif`;
    context.fillText(now.toTimeString().slice(0, 8), width / 2, height * 0.82);
    context.font = `${size * 0.06}px sans-serif`;
    context.fillText(this.label, width / 2, height * 0.92);
  }
}
