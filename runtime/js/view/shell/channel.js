/**
 * The way to the host: a Qt web channel that carries one JSON text per message.
 * Runs in the shell page; `main.js` opens it. Sends every ViewToHost message, receives every HostToView message.
 */

/**
 * @param {(message: object) => void} receive called with each message, in order
 * @returns {Promise<{send: (message: object) => void, ready: () => void}>}
 */
export function openChannel(receive) {
  return new Promise((resolve) => {
    new window.QWebChannel(window.qt.webChannelTransport, (channel) => {
      const { bridge } = channel.objects;
      bridge.to_view.connect((text) => receive(JSON.parse(text)));
      resolve({
        send: (message) => bridge.receive(JSON.stringify(message)),
        ready: () => bridge.ready(JSON.stringify({ m: "ready" })),
      });
    });
  });
}
