/**
 * How a stream is doing, as the world says it, told in the numbers of the platform's events: what is shared by live-player
 * and live-pusher.
 *
 * Runs in the shell page (Chromium).
 */

const STATISTICS_MS = 2000;

export class LiveStream {
  /**
   * @param {{codes: {began: number[], buffering: number, goesOn: number, broken: number[], ended: number},
   *          services: import("../components/services.js").Services, tell: (code: number) => void,
   *          shows: (isMoving: boolean) => void, statistics: () => void}} options
   */
  constructor({ codes, services, tell, shows, statistics }) {
    this.codes = codes;
    this.services = services;
    this.tell = tell;
    this.shows = shows;
    this.statistics = statistics;
    this.timer = 0;
    this.isOn = false;
    this.isHeld = false;
    this.state = "";
  }

  begin() {
    if (this.isOn) return;
    this.isOn = true;
    this.isHeld = false;
    this.state = "";
    this.follow();
    this.#measure();
  }

  end() {
    this.isOn = false;
    clearTimeout(this.timer);
    this.shows(false);
  }

  /** It stands still, or goes on. @param {boolean} isHeld */
  hold(isHeld) {
    this.isHeld = isHeld;
    this.shows(this.isOn && !isHeld && this.state === "playing");
  }

  /** The world may have changed. */
  follow() {
    const state = this.services.played?.stream ?? "playing";
    if (!this.isOn || state === this.state) return;
    const before = this.state;
    this.state = state;
    const { codes } = this;
    const told = {
      playing: before === "buffering" ? [codes.goesOn] : codes.began, buffering: [codes.buffering], broken: codes.broken,
      ended: [codes.ended],
    }[state];
    for (const code of told) this.tell(code);
    this.shows(!this.isHeld && state === "playing");
    // What is lost or over does not come back by itself.
    if (state === "broken" || state === "ended") this.end();
  }

  #measure() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.state === "playing") this.statistics();
      this.#measure();
    }, STATISTICS_MS);
  }
}
