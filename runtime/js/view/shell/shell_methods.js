/**
 * What the host has the shell do (`runtime/protocol/shell.py`), by name. Runs in the shell page; called by
 * `dispatch.js`, which answers with what a method returns.
 */

/** @typedef {import("../../shared/wire/shell.js").ShellCall} ShellCall */

/** @type {{[Call in ShellCall as Call["name"]]: (phone: import("./phone.js").Phone, call: Call, pageId: number) => any}} */
export const SHELL_METHODS = Object.freeze({
  setNavigationBar: (phone, params, pageId) => target(phone, pageId)?.navigationBar.set(params),
  setTabBar: (phone, params) => phone.tabBar.set(params),
  setBackground: (phone, params, pageId) => target(phone, pageId)?.setBackground(params),
  toast: (phone, params) => phone.toast.show(params),
  hideToast: (phone, { noConflict }) => phone.toast.close(noConflict ? "toast" : ""),
  loading: (phone, params) => phone.toast.showLoading(params),
  hideLoading: (phone, { noConflict }) => phone.toast.close(noConflict ? "loading" : ""),
  modal: (phone, params) => phone.modal.open(params),
  actionSheet: (phone, params) => phone.actionSheet.open(params),
  pullDown: (phone, { state }, pageId) => {
    const layer = target(phone, pageId);
    if (layer && state === "start") phone.port.signal(layer.pageId, "onPullDownRefresh", {});
    else layer?.pullDown.stop();
  },
  closeLayer: (phone, params, pageId) => target(phone, pageId)?.closeLayer(),
  askBeforeLeaving: (phone, { message }, pageId) => {
    const layer = target(phone, pageId);
    if (layer) layer.leavingQuestion = message;
  },
  preview: (phone, params) => phone.previewImage.open(params),
  keyboard: (phone, { visible, height = 0 }) => {
    if (!visible) phone.pages.visible?.blur();
    phone.keyboard.set(visible, height);
    if (!visible) phone.pages.visible?.raise(0, null);
  },
  share: (phone, params) => phone.shareCard.open(params),
  vibrate: (phone, { duration }) => phone.shake(duration),
  settings: (phone, params) => phone.settingsPage.open(params),
  document: (phone, params) => phone.documentPage.open(params),
  map: (phone, params) => {
    const left = phone.mapPage.open(params);
    // A place that is only shown is nothing to wait for.
    return params.chooses ? left : undefined;
  },
  editImage: (phone, params) => phone.imageEditor.open(params),
  editVideo: (phone, params) => phone.videoEditor.open(params),
  makeFilm: async (phone, plan) => {
    // Joined with the shell or not, a module is asked for by its place on our scheme.
    const { makeFilm } = await import("/media/film_maker.js");
    return makeFilm(plan, phone.endings);
  },
  error: (phone, params) => phone.errorOverlay.set(params),
  setPlace: (phone, { latitude, longitude }) => phone.takePlace({ latitude, longitude }),
  clear: (phone) => phone.clear(),
  closeDialogs: (phone) => phone.closeDialogs(),
  reset: (phone, { title }) => phone.reset(title),
});

function target(phone, pageId) {
  return pageId ? phone.pages.find(pageId) : phone.pages.visible;
}
