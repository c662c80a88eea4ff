/**
 * What a site in a `web-view` finds of the mini program around it: `WeixinJSBridge`, over which the platform's own script
 * (jweixin) carries wx.miniProgram, `__wxjs_environment`, and the name in the user agent. Where that script does not
 * load, as without a network, its wx.miniProgram is here.
 *
 * Runs in the site's own frame (Chromium), before its scripts and among them; put there by simulator/phone/web_view_guest.py.
 * It holds no secret and no rights: what it posts, any script of the site may post as well, and component.js takes
 * nothing else. Frames within the site get nothing.
 */

(() => {
  const { parent, top, location, document, navigator } = window;
  if (!/^https?:$/.test(location.protocol) || parent === top || parent.parent !== top) return;
  const SHELL = "handset://shell";
  const post = (message) => parent.postMessage(JSON.stringify(message), SHELL);
  const waiting = new Map();
  let last = 0;

  function invoke(name, given, callback) {
    const { name: order, arg } = given ?? {};
    if (name !== "invokeMiniProgramAPI") {
      if (typeof callback === "function") setTimeout(() => callback({ err_msg: `${name}:fail not supported by Handset` }));
      return;
    }
    last += 1;
    if (typeof callback === "function") waiting.set(last, callback);
    post({ kind: "order", id: last, name: order, arg: arg ?? null });
  }

  window.addEventListener("message", (event) => {
    if (event.origin !== SHELL || !event.data) return;
    const { id, message } = event.data;
    const callback = waiting.get(id);
    waiting.delete(id);
    callback?.({ err_msg: message });
  });

  const bridge = { invoke, call: invoke, on() {} };
  const define = (object, name, value) => Object.defineProperty(object, name, { value, writable: true, configurable: true });
  define(window, "__wxjs_environment", "miniprogram");
  define(window, "WeixinJSBridge", bridge);
  define(navigator, "userAgent", `${navigator.userAgent} MicroMessenger/8.0.50 Language/zh_CN miniProgram`);

  const told = (option, result) => {
    const isOk = /:ok$/.test(result.err_msg);
    const answer = { errMsg: result.err_msg };
    (isOk ? option.success : option.fail)?.(answer);
    option.complete?.(answer);
  };
  const order = (name, argOf) => (option = {}) =>
    invoke("invokeMiniProgramAPI", { name, arg: argOf(option) }, (result) => told(option, result));
  const url = (option) => ({ url: option.url });

  /** The part of the platform's script that speaks to the mini program. */
  function standIn() {
    if (/** @type {{wx?: object}} */ (window).wx !== undefined) return;
    const refused = { errMsg: "config:fail not supported by Handset" };
    const miniProgram = {
      navigateTo: order("navigateTo", url), redirectTo: order("redirectTo", url), switchTab: order("switchTab", url),
      reLaunch: order("reLaunch", url), navigateBack: order("navigateBack", ({ delta }) => ({ delta: delta ?? 1 })),
      postMessage: order("postMessage", ({ data }) => data ?? {}),
      getEnv: (callback) => callback({ miniprogram: true }),
    };
    define(window, "wx", { miniProgram, config() {}, ready() {}, error: (callback) => setTimeout(() => callback(refused)) });
  }

  window.addEventListener("error", ({ target }) => {
    if (/** @type {any} */ (target)?.localName === "script" && /jweixin/.test(/** @type {any} */ (target).src)) standIn();
  }, true);
  document.addEventListener("DOMContentLoaded", () => {
    document.dispatchEvent(new Event("WeixinJSBridgeReady"));
    post({ kind: "title", title: document.title });
  });
  window.addEventListener("load", () => post({ kind: "title", title: document.title }));
  post({ kind: "here", url: location.href });
})();
