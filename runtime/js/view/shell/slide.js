/**
 * The movement from one page to another. Runs in the shell page; called by `pages.js`.
 */

const DURATION_MS = 250;
const EASING = "cubic-bezier(.25,.46,.45,.94)";
const RIGHT = "translateX(100%)";
const ASIDE = "translateX(-30%)";
const HERE = "translateX(0)";

/**
 * @param {{element: HTMLElement}} before @param {{element: HTMLElement}} after
 * @param {"push"|"pop"|"fade"} kind
 * @returns {{ended: Promise<void>, finish: () => void}}
 */
export function slide(before, after, kind) {
  before.element.classList.add("shown");
  const animations = moves(kind).map(([which, from, to]) => {
    const { element } = which === "before" ? before : after;
    return element.animate([from, to], { duration: DURATION_MS, easing: EASING, fill: "both" });
  });
  /** @type {(value?: any) => void} */
  let finish = () => {};
  // Nobody paints a hidden view, and then animations never end by themselves.
  const ended = new Promise((resolve) => {
    finish = resolve;
    Promise.allSettled(animations.map((animation) => animation.finished)).then(resolve);
    setTimeout(resolve, DURATION_MS + 100);
  }).then(() => {
    for (const animation of animations) animation.cancel();
    before.element.classList.remove("shown");
  });
  return { ended, finish };
}

function moves(kind) {
  if (kind === "push") {
    return [
      ["before", { transform: HERE }, { transform: ASIDE }],
      ["after", { transform: RIGHT }, { transform: HERE }],
    ];
  }
  if (kind === "pop") {
    return [
      ["before", { transform: HERE }, { transform: RIGHT }],
      ["after", { transform: ASIDE }, { transform: HERE }],
    ];
  }
  return [["after", { opacity: 0 }, { opacity: 1 }]];
}
