/**
 * The bars of a video: what is shown of them, when they come and go, and what a tap on them does.
 *
 * Runs in the shell page (Chromium); made by component.js, asked by it when attributes or the playback change.
 */

/** Assumed: as on phones, bars that nobody touches go after so long. */
const STAY_MS = 5000;
/** Source: reference, show-progress: it is left out by itself on narrow videos. */
const NARROW_PX = 240;

export class Controls {
  /** @param {import("./component.js").Video} video */
  constructor(video) {
    this.video = video;
    this.stage = video.stage;
    this.isShown = false;
    this.isLocked = false;
    this.timer = 0;
    /** Where the ball is while a finger drags it; null = where the playback is. s. @type {number|null} */
    this.dragged = null;
  }

  /** All of it, after attributes or the state. */
  draw() {
    const { video, stage, isLocked } = this;
    const { isFull, playback } = video;
    const hasControls = video.is("controls", true);
    const isIdle = !video.hasPlayed;
    const hasCentre = video.is("showCenterPlayBtn", true);
    // Without the button in the middle the bar is there from the start.
    const isBar = hasControls && !isLocked && (isIdle ? !hasCentre : this.isShown);
    stage.bar.hidden = !isBar;
    stage.top.hidden = !(isFull && this.isShown && hasControls && !isLocked);
    stage.title.textContent = video.text("title");
    stage.casting.hidden = !video.is("showCastingButton");
    stage.background.hidden = !video.is("showBackgroundPlaybackButton", true);
    stage.lock.hidden = !(isFull && this.isShown && video.is("showScreenLockButton"));
    stage.lock.classList.toggle("locked", isLocked);
    const isCentred = video.text("playBtnPosition", "bottom") === "center";
    const isPaused = !playback || playback.isPaused;
    stage.cover.hidden = !hasControls || !(isIdle || (isCentred && isBar));
    stage.coverPlay.hidden = !hasCentre && !(isCentred && !isIdle);
    stage.coverPlay.classList.toggle("playing", !isPaused);
    stage.coverDuration.hidden = !isIdle || !hasCentre;
    stage.play.hidden = !video.is("showPlayBtn", true) || isCentred;
    stage.play.classList.toggle("wx-video-control-button-play", isPaused);
    stage.play.classList.toggle("wx-video-control-button-pause", !isPaused);
    // What is live has no length to go along.
    const hasRail = !video.is("isLive") && (video.attributes.showProgress === undefined
      ? stage.box.clientWidth >= NARROW_PX : video.is("showProgress", true));
    for (const part of [stage.progress, stage.now, stage.duration]) part.hidden = !hasRail;
    stage.danmuButton.hidden = !video.isFixed("danmuBtn");
    stage.danmuButton.classList.toggle("active", video.danmu.isOn);
    stage.mute.hidden = !video.is("showMuteBtn");
    stage.mute.classList.toggle("muted", video.isMuted);
    stage.full.hidden = !video.is("showFullscreenBtn", true);
    stage.full.classList.toggle("wx-video-type-fullscreen", isFull);
    stage.thin.hidden = isBar || isIdle || !hasControls || !video.is("showBottomProgress", true);
    this.time();
  }

  /** How far it is. */
  time() {
    const { stage, video, dragged } = this;
    const duration = video.duration;
    const now = dragged ?? video.playback?.currentTime ?? 0;
    const share = duration > 0 ? Math.min(1, now / duration) : 0;
    stage.now.textContent = clock(now);
    stage.duration.textContent = clock(duration);
    stage.coverDuration.textContent = duration > 0 ? clock(duration) : "";
    stage.done.style.width = stage.thinDone.style.width = stage.ball.style.left = `${share * 100}%`;
    const there = duration > 0 ? Math.min(1, (video.playback?.buffered ?? 0) / duration) : 0;
    stage.loaded.style.width = `${there * 100}%`;
  }

  toggle() {
    this.show(!this.isShown);
  }

  /** @param {boolean} isShown */
  show(isShown) {
    this.#later();
    if (isShown === this.isShown || !this.video.is("controls", true)) return;
    this.isShown = isShown;
    this.draw();
    this.video.emit("controlstoggle", { show: isShown });
  }

  /** A tap on one of the parts. @param {Node} target @returns {boolean} whether it was one */
  tapped(target) {
    const { stage, video } = this;
    const acts = /** @type {[HTMLElement, () => void][]} */ ([
      [stage.coverPlay, () => video.toggle()],
      [stage.play, () => video.toggle()],
      [stage.full, () => video.setFull(!video.isFull)],
      [stage.back, () => video.setFull(false)],
      [stage.mute, () => video.setMuted(!video.isMuted)],
      [stage.danmuButton, () => video.danmu.toggle()],
      [stage.lock, () => this.#lock()],
      [stage.casting, () => video.cast()],
      [stage.background, () => video.setBackground(true)],
      [stage.progress, () => {}],
      [stage.bar, () => {}],
    ]);
    const found = acts.find(([part]) => !part.hidden && part.contains(target));
    if (!found) return false;
    found[1]();
    this.#later();
    this.draw();
    return true;
  }

  /** A finger holds the ball. @param {number|null} along the rail, 0 to 1; null = it has let go */
  drag(along) {
    this.dragged = along === null ? null : Math.max(0, Math.min(1, along)) * this.video.duration;
    this.#later();
    this.time();
  }

  end() {
    this.video.window.clearTimeout(this.timer);
  }

  #lock() {
    this.isLocked = !this.isLocked;
  }

  #later() {
    const { window } = this.video;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.video.playback?.isPaused === false) this.show(false);
    }, STAY_MS);
  }
}

/** @param {number} seconds @returns {string} 01:05 */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  const two = (/** @type {number} */ count) => String(count).padStart(2, "0");
  const minutes = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return whole >= 3600 ? `${two(Math.floor(whole / 3600))}:${minutes}` : minutes;
}
