/**
 * The way to the host: a Qt web channel that carries one JSON text per message.
 * Runs in the shell page; `main.js` opens it, once. Sends every ViewToHost message, receives every HostToView message.
 *
 * Nobody else gets hold of it: what Qt puts into the page for sending is taken away, and the host hears only messages
 * that come with the key of the first connection (simulator/phone/bridge.py).
 */

import { fromView, WIRE_VERSION } from "../../shared/wire/view.js";

/**
 * @param {(message: import("../../shared/wire/view.js").HostToView) => void} receive called with each message, in order
 * @param {(mark: number) => void} setMark the host wants to see when this moment has reached the screen
 * @returns {Promise<{send: (message: import("../../shared/wire/view.js").ViewToHost) => void, runs: (what: string) => void, ready: () => void}>} `runs` tells
 *   which function of wxs starts, for the case that it never ends
 */
export function openChannel(receive, setMark) {
  const transport = window.qt.webChannelTransport;
  const Channel = window.QWebChannel;
  window.QWebChannel = undefined;
  const key = crypto.randomUUID();
  return new Promise((resolve) => {
    new Channel(transport, (channel) => {
      const { bridge } = channel.objects;
      bridge.to_view.connect((text) => receive(JSON.parse(text)));
      bridge.mark.connect(setMark);
      bridge.ping.connect((serial) => bridge.answer(key, serial));
      resolve({
        send: (message) => bridge.receive(key, JSON.stringify(message)),
        runs: (what) => bridge.running(key, what),
        ready: () => bridge.ready(key, JSON.stringify(fromView.viewReady({ version: WIRE_VERSION }))),
      });
    });
    // Qt looks here for whom its messages are; the function that sends is nowhere to be found.
    const receiving = Object.freeze({ webChannelTransport: Object.freeze({ onmessage: transport.onmessage }) });
    Object.defineProperty(window, "qt", { value: receiving, writable: false, configurable: false });
  });
}
