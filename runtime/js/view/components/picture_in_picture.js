/**
 * A picture that goes on in a small window of the phone while another page is shown (`picture-in-picture-mode`).
 *
 * Runs in the shell page (Chromium); made by video, live-player and live-pusher. The window is the shell's; it shows the
 * stream of what the component's page draws, so it ends with that page.
 */

export class PictureInPicture {
  /**
   * @param {import("./built_in.js").BuiltIn} component
   * @param {{picture: () => any, isPlaying: () => boolean, share: () => number, pause: () => void}} source `picture`:
   * canvas or video, null while there is none; `share` of it that has been played
   */
  constructor(component, source) {
    this.component = component;
    this.source = source;
    this.isOpen = false;
  }

  /** The page goes or comes. @param {boolean} isShown @returns {boolean} whether it goes on in the small window */
  follows(isShown) {
    const { component, source } = this;
    if (isShown) {
      this.leave();
      return false;
    }
    const mode = component.attributes.pictureInPictureMode;
    const modes = Array.isArray(mode) ? mode : [mode];
    const picture = source.picture();
    if (!modes.includes("push") || !source.isPlaying() || !picture?.captureStream) return false;
    this.isOpen = true;
    component.services.showSmallWindow({
      stream: picture.captureStream(),
      hasProgress: component.is("pictureInPictureShowProgress"),
      place: component.text("pictureInPictureInitPosition"),
      share: source.share,
      closed: () => {
        this.close();
        source.pause();
      },
    });
    component.emit("enterpictureinpicture");
    return true;
  }

  /** Back into the page. */
  leave() {
    if (!this.isOpen) return;
    this.close();
    this.component.emit("leavepictureinpicture");
  }

  close() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.component.services.closeSmallWindow();
  }
}
