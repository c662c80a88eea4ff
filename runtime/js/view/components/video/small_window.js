/**
 * A video that goes on in a small window of the phone while another page is shown (`picture-in-picture-mode`).
 *
 * Runs in the shell page (Chromium); made by component.js. The window is the shell's; it shows the stream of what
 * the video's page draws.
 */

export class SmallWindow {
  /** @param {import("./component.js").Video} video */
  constructor(video) {
    this.video = video;
    this.isOpen = false;
  }

  /** The page goes or comes. @param {boolean} isShown @returns {boolean} whether the video goes on in the small window */
  follows(isShown) {
    const { video } = this;
    if (isShown) {
      this.leave();
      return false;
    }
    const mode = video.attributes.pictureInPictureMode;
    const modes = Array.isArray(mode) ? mode : [mode];
    const picture = /** @type {any} */ (video.playback?.picture);
    if (!modes.includes("push") || !video.hasPlayed || video.playback?.isPaused || !picture?.captureStream) return false;
    this.isOpen = true;
    video.services.showSmallWindow({
      stream: picture.captureStream(),
      hasProgress: video.is("pictureInPictureShowProgress"),
      place: video.text("pictureInPictureInitPosition"),
      share: () => (video.duration > 0 ? (video.playback?.currentTime ?? 0) / video.duration : 0),
      closed: () => {
        this.close();
        video.pause();
      },
    });
    video.emit("enterpictureinpicture");
    return true;
  }

  /** Back into the page. */
  leave() {
    if (!this.isOpen) return;
    this.close();
    this.video.emit("leavepictureinpicture");
  }

  close() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.video.services.closeSmallWindow();
  }
}
