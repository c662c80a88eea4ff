/**
 * The phone: owns its parts and the facts that they share (device, words, settings). Runs in the shell page;
 * built by `main.js`, called by `dispatch.js` and `shell_methods.js`. Sends shell events for what the user touches.
 */

import { h, setLengths } from "./element.js";
import { PhoneAutomation } from "./automation.js";
import { CapsuleMenu } from "./capsule_menu.js";
import { Capsule } from "./capsule.js";
import { Cutout } from "./cutout.js";
import { DocumentPage } from "./document_page.js";
import { ErrorOverlay } from "./error_overlay.js";
import { ImageEditor } from "./image_editor.js";
import { Keyboard } from "./keyboard.js";
import { wordsFor } from "./messages.js";
import { PhoneMapPage } from "./map_page.js";
import { Modal } from "./modal.js";
import { PhoneActionSheet } from "./action_sheet.js";
import { Pages } from "./pages.js";
import { PhonePicker } from "./picker.js";
import { PlayingBar } from "./playing_bar.js";
import { createPort } from "./port.js";
import { WxsDebugging } from "../wxs/debugging.js";
import { PreviewImage } from "./preview_image.js";
import { ShareCard } from "./share_card.js";
import { PhoneSmallWindow } from "./small_window.js";
import { StatusBar } from "./status_bar.js";
import { TabBar } from "./tab_bar.js";
import { PhoneSettingsPage } from "./settings_page.js";
import { Toast } from "./toast.js";
import { VideoEditor } from "./video_editor.js";
import { UserWatch } from "../user/user_watch.js";
import { touched } from "../../shared/wire/shell.js";
import { fromView } from "../../shared/wire/view.js";

export class Phone {
  /**
   * @param {HTMLElement} root
   * @param {{animations: boolean, clock: string}} settings
   * @param {{send: (message: import("../../shared/wire/view.js").ViewToHost) => void, runs: (what: string) => void}} host see channel.js
   */
  constructor(root, settings, host) {
    this.settings = settings;
    this.send = host.send;
    this.runs = host.runs;
    /** @type {Readonly<import("../../shared/wire/phone_device.js").PhoneDevice>|null} */
    this.device = null;
    /** What the program that runs here is called. */
    this.programName = "";
    /** Where the user is. @type {{latitude: number, longitude: number} | undefined} */
    this.place = undefined;
    /** Who shows it. @type {Set<{placeChanged(): void}>} */
    this.placeWatchers = new Set();
    /** What ends with the run of a program. @type {Set<() => void>} */
    this.endings = new Set();
    this._root = root;
    this.element = h("div.phone");
    this.element.classList.toggle("still", !settings.animations);
    root.append(this.element);
    this.wxsDebugging = new WxsDebugging(this);
    this.userWatch = new UserWatch(host.send);
    this.userWatch.follow(window);
    this.port = createPort(this);
    this.pages = new Pages(this);
    this.tabBar = new TabBar(this);
    this.statusBar = new StatusBar(this.settings);
    this.capsule = new Capsule(this);
    this.cutout = new Cutout();
    this.toast = new Toast(this);
    this.modal = new Modal(this);
    this.actionSheet = new PhoneActionSheet(this);
    this.picker = new PhonePicker(this);
    this.previewImage = new PreviewImage(this);
    this.keyboard = new Keyboard(this);
    this.shareCard = new ShareCard(this);
    this.capsuleMenu = new CapsuleMenu(this);
    this.errorOverlay = new ErrorOverlay(this);
    this.smallWindow = new PhoneSmallWindow();
    this.playingBar = new PlayingBar();
    this.settingsPage = new PhoneSettingsPage(this);
    this.documentPage = new DocumentPage(this);
    this.mapPage = new PhoneMapPage(this);
    this.imageEditor = new ImageEditor(this);
    this.videoEditor = new VideoEditor(this);
    this._overlays = [
      this.toast, this.modal, this.actionSheet, this.picker, this.previewImage, this.keyboard,
      this.shareCard, this.capsuleMenu, this.errorOverlay, this.smallWindow,
      this.playingBar, this.settingsPage, this.documentPage, this.mapPage,
      this.imageEditor, this.videoEditor,
    ];
    this._automation = new PhoneAutomation(this);
    this.element.append(
      this.pages.element, this.tabBar.element, this.capsule.element, this.statusBar.element,
      ...this._overlays.map((overlay) => overlay.element), this.cutout.element,
    );
  }

  /** Words in the language of the device. */
  get words() {
    return wordsFor(this.device ? this.device.language : "zh_CN");
  }

  /** @param {import("../../shared/wire/shell.js").Touched} event */
  shellEvent(event) {
    this.send(fromView.shellEvent({ event }));
  }

  /** The user goes back: a layer of the page closes, or the host hears of it, once a page that asks has its answer. */
  async goBack() {
    const page = this.pages.visible;
    if (page?.closeLayer()) return;
    if (page?.leavingQuestion) {
      const { confirm } = await this.modal.open({ content: page.leavingQuestion });
      // The program may have gone elsewhere meanwhile.
      if (!confirm || page !== this.pages.visible) return;
    }
    this.shellEvent(touched.backTouched());
  }

  /** The user has moved. @param {{latitude: number, longitude: number}} place */
  takePlace(place) {
    this.place = place;
    for (const watcher of this.placeWatchers) watcher.placeChanged();
  }

  /** @param {import("../../shared/wire/phone_device.js").PhoneDevice} device @param {number} pageId see SetDevice */
  setDevice(device, pageId) {
    this.device = Object.freeze(device);
    const { menuButton, insets } = device;
    setLengths(this._root, {
      "width": device.width, "height": device.height,
      "status-bar": device.statusBarHeight, "navigation-bar": device.navigationBarHeight,
      "tab-bar": device.tabBarHeight,
      "inset-top": insets.top, "inset-right": insets.right, "inset-bottom": insets.bottom, "inset-left": insets.left,
      "capsule-left": menuButton.left, "capsule-top": menuButton.top,
      "capsule-width": menuButton.width, "capsule-height": menuButton.height,
    });
    this.element.dataset.platform = device.platform;
    this.element.dataset.theme = device.theme;
    this.element.dataset.orientation = device.orientation;
    this.cutout.update(device);
    this.statusBar.setStatus(device);
    this.pages.setDevice(this.device, pageId);
    this.followPage();
  }

  /** The visible page has changed, its bar or the theme: status bar and capsule follow its text colour. */
  followPage() {
    const style = this.pages.textStyle();
    const isDark = this.device?.theme === "dark" && Boolean(this.pages.visible?.window.darkmode);
    this.element.classList.toggle("dark", isDark);
    this.statusBar.setTextStyle(style);
    this.capsule.setTextStyle(style);
    this.tabBar.follow(this.pages.visibleTab());
  }

  /** The phone vibrates. @param {number} durationMs */
  shake(durationMs) {
    const way = [0, -3, 3, -2, 2, 0].map((x) => ({ transform: `translateX(${x}px)` }));
    this.element.animate(way, { duration: 60, iterations: Math.max(1, durationMs / 60) });
  }

  /** A program has ended: everything of it goes, but for the picture of its last page. @param {string} title of the next */
  reset(title) {
    this.programName = title || this.programName;
    for (const end of this.endings) end();
    this.endings.clear();
    this.port = createPort(this);
    this.pages.closeAll();
    this.tabBar.set({ items: [] });
    for (const overlay of this._overlays) overlay.close();
    this.followPage();
  }

  /** All pages have gone, and with them what they had put over the screen; who waits for an answer gets a refusal. */
  clear() {
    for (const overlay of this._overlays) {
      if (overlay === this.errorOverlay) continue;
      if ("dismiss" in overlay) overlay.dismiss();
      else overlay.close();
    }
  }

  /** What waits for the user's answer has had it. */
  closeDialogs() {
    const asking = [
      this.modal, this.actionSheet, this.picker, this.previewImage, this.shareCard, this.capsuleMenu,
      this.settingsPage, this.documentPage, this.mapPage, this.imageEditor, this.videoEditor,
    ];
    for (const overlay of asking) overlay.close();
  }

  /**
   * @param {number} pageId 0 = the shell
   * @param {import("../../shared/wire/automation.js").AutomationAction} action
   * @returns {any}
   */
  automate(pageId, action) {
    return this._automation.run(pageId, action);
  }
}
