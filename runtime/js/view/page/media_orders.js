/**
 * Hands orders to what plays without an element, sound and the films of decoders: of the run of a program, whichever page
 * they come by. The player is loaded with the first of them.
 *
 * Runs in the shell page (Chromium); called by calls.js.
 */

const AUDIOS = Symbol("audios");
const WEB_AUDIO = Symbol("web audio");
const DECODERS = Symbol("decoders of films");
/** Joined with the shell or not, a module is asked for by its place on our scheme. */
const PLAYER = "/media/audios.js";
const GRAPHS = "/media/web_audio.js";
const FRAMES = "/media/video_decoders.js";

/** @param {import("./page_view.js").PageView} page @param {import("../../shared/wire/view_calls.js").Audio} order */
export function orderAudio(page, order) {
  const { services, port } = page;
  const make = () => import(PLAYER).then(({ Audios }) => new Audios(port, (path) => services.fileUrl(path)));
  // All wait for the same arrival, so they keep their order.
  const arrival = /** @type {Promise<any>} */ (services.shared(AUDIOS, make));
  arrival.then((audios) => audios.order(order));
}

/** @param {import("./page_view.js").PageView} page @param {any[][]} jobs @returns {Promise<any>} the answer of the last one */
export async function orderWebAudio(page, jobs) {
  const { services, port } = page;
  const make = () => import(GRAPHS).then(({ WebAudio }) => new WebAudio(port, (path) => services.fileUrl(path)));
  const webAudio = await /** @type {Promise<any>} */ (services.shared(WEB_AUDIO, make));
  return webAudio.run(jobs);
}

/** @param {import("./page_view.js").PageView} page @param {import("../../shared/wire/view_calls.js").DecodeVideo} order */
export async function orderDecoder(page, order) {
  const { services, port } = page;
  const make = () => import(FRAMES).then(({ VideoDecoders }) => new VideoDecoders(port, (path) => services.fileUrl(path)));
  const decoders = await /** @type {Promise<any>} */ (services.shared(DECODERS, make));
  return decoders.order(order);
}
