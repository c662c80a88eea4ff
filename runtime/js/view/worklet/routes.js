/**
 * The way of pages that were opened with a `routeType`: drives the route's `primaryAnimation`, puts what its worklets
 * return on the layers of the page and of the one below, and dims what lies behind.
 *
 * Runs in the shell page (Chromium); owned by worklets.js, asked by shell/pages.js. Source: reference, custom routes.
 */

const Status = Object.freeze({ DISMISSED: 0, FORWARD: 1, REVERSE: 2, COMPLETED: 3 });
const LINEAR = { $: "e", name: "linear", args: null };

export class Routes {
  /** @param {import("./worklets.js").Worklets} worklets @param {import("../shell/phone.js").Phone} phone */
  constructor(worklets, phone) {
    this.worklets = worklets;
    this.phone = phone;
    /** By page. @type {Map<number, any>} */
    this.all = new Map();
  }

  /** The order `route`. @param {any} route */
  add(route) {
    this.all.set(route.page, route);
    if (route.follows) {
      this.worklets.take({ $: "follow", from: route.primary, to: route.follows });
      this.worklets.take({ $: "follow", from: route.status, to: route.followsStatus });
    }
  }

  /** The route by which a page came, if it has one. @param {number} pageId */
  of(pageId) {
    return this.all.get(pageId);
  }

  /**
   * A page comes, or goes, in its own way.
   * @param {any} route @param {{before: any, after: any, isPush: boolean, isAnimated: boolean}} step layers of pages
   * @returns {{ended: Promise<void>, finish: () => void}}
   */
  run(route, { before, after, isPush, isAnimated }) {
    const [own, below] = isPush ? [after, before] : [before, after];
    before.element.classList.add("shown");
    if (isPush) this.#begin(route, own, below);
    const { transitionDuration, reverseTransitionDuration } = route.settings;
    const isThere = isPush ? false : JSON.parse(this.worklets.realm.read(route.primary)) === 0;
    const duration = isAnimated && !isThere ? Math.max(0, isPush ? transitionDuration : reverseTransitionDuration) : 0;
    this.#set(route.status, isPush ? Status.FORWARD : Status.REVERSE);
    if (duration > 0) {
      const options = { $: "o", v: { duration, easing: LINEAR } };
      this.#set(route.primary, { $: "m", v: { kind: "timing", to: isPush ? 1 : 0, options, callback: { $: "u" } } });
    }
    /** @type {(value?: any) => void} */
    let finish = () => {};
    const ended = new Promise((resolve) => {
      finish = resolve;
      if (duration === 0) resolve(undefined);
      else setTimeout(resolve, duration + 34);
    }).then(() => {
      this.#set(route.primary, isPush ? 1 : 0);
      this.#set(route.status, isPush ? Status.COMPLETED : Status.DISMISSED);
      if (isPush) own.below = route.settings.opaque ? null : below;
      else this.#end(route);
      if (isPush && route.settings.opaque) before.element.classList.remove("shown");
    });
    return { ended, finish };
  }

  /** A page that had a route has gone without it. @param {number} pageId */
  drop(pageId) {
    const route = this.all.get(pageId);
    if (route) this.#end(route);
  }

  #begin(route, own, below) {
    own.hasOwnWay = true;
    const { handlers, settings } = route;
    const { handlePrimaryAnimation: primary, handlePreviousPageAnimation: previous } = handlers;
    if (primary) this.worklets.styleLayer(`route ${route.page}`, primary, own.element);
    if (previous) this.worklets.styleLayer(`route ${route.page} below`, previous, below.element);
    const secondary = this.all.get(below.pageId)?.handlers.handleSecondaryAnimation;
    if (secondary && route.follows) this.worklets.styleLayer(`route ${route.page} secondary`, secondary, below.element);
    if (!settings.barrierColor) return;
    route.barrier = document.createElement("div");
    route.barrier.className = "route-barrier";
    route.barrier.style.zIndex = own.element.style.zIndex;
    route.barrier.style.background = settings.barrierColor;
    own.element.before(route.barrier);
    if (settings.barrierDismissible) route.barrier.addEventListener("click", () => this.phone.goBack());
    this.worklets.follow(`route ${route.page} barrier`, route.primary, (value) => {
      route.barrier.style.opacity = String(Math.max(0, Math.min(1, Number(value) || 0)));
    });
  }

  #end(route) {
    this.all.delete(route.page);
    for (const part of ["", " below", " secondary"]) this.worklets.endLayerStyle(`route ${route.page}${part}`);
    this.worklets.take({ $: "unstyle", id: `route ${route.page} barrier` });
    route.barrier?.remove();
  }

  #set(id, value) {
    this.worklets.take({ $: "drive", id, value });
  }
}
