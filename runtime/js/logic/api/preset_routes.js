/**
 * The routes that the platform brings (`routeType: 'wx://modal'` …), made as a program makes its own: settings, and the
 * texts of worklets for the page that comes and the one below it. `p` is the page's `primaryAnimation`, `curve` a curve.
 *
 * Runs in the logic process (QuickJS), used by custom_routes.js. Source: reference, preset routes; Assumed: measures.
 */

const moved = (from) => `() => { const t = curve(p.value); return { transform: '${from}'.replace('%T', (1 - t) * 100) } }`;
const UP = moved('translateY(%T%)');
const ASIDE = moved('translateX(%T%)');
const SUNK =
  "() => { const t = curve(p.value); return { overflow: 'hidden', borderRadius: `${12 * t}px`, " +
  'transform: `translateY(${2.5 * t}%) scale(${1 - 0.08 * t})` } }';
const MOVED_ASIDE = '() => ({ transform: `translateX(${-30 * curve(p.value)}%)` })';
const ZOOMED =
  '() => { const t = curve(p.value); return { transform: `scale(${0.85 + 0.15 * t})`, opacity: t } }';
const DIM = 'rgba(0, 0, 0, 0.4)';

/** A page over a part of the screen, from below. @param {number} height % @param {number} radius px */
function sheet(height, radius) {
  return (
    `() => { const t = curve(p.value); return { overflow: 'hidden', borderRadius: '${radius}px ${radius}px 0 0', ` +
    `height: '${height}%', top: '${100 - height}%', transform: \`translateY(\${(1 - t) * 100}%)\` } }`
  );
}

function bottomSheet(options) {
  const height = Number(options.height) > 0 && Number(options.height) <= 100 ? Number(options.height) : 60;
  const settings = { opaque: false, barrierColor: DIM, barrierDismissible: true };
  return { settings, primary: sheet(height, options.round === false ? 0 : 12), previous: null };
}

const OVER = { opaque: false, barrierColor: DIM, barrierDismissible: false };

/** By name: what it is for given `routeOptions`. @type {Record<string, (options: any) => {settings: object, primary: string, previous: string | null}>} */
export const PRESET_ROUTES = {
  'wx://bottom-sheet': bottomSheet,
  'wx://upwards': () => ({ settings: {}, primary: UP, previous: null }),
  'wx://zoom': () => ({ settings: {}, primary: ZOOMED, previous: null }),
  'wx://cupertino-modal': () => ({ settings: OVER, primary: sheet(92, 12), previous: SUNK }),
  'wx://cupertino-modal-inside': () => ({ settings: OVER, primary: sheet(92, 12), previous: null }),
  'wx://modal-navigation': () => ({ settings: {}, primary: ASIDE, previous: MOVED_ASIDE }),
  'wx://modal': () => ({ settings: OVER, primary: sheet(92, 12), previous: null }),
};
