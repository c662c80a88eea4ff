/**
 * The way to the host: a Qt web channel that carries one JSON text per message.
 * Runs in the shell page; `main.js` opens it. Sends every ViewToHost message, receives every HostToView message.
 */

/**
 * @param {(message: object) => void} receive called with each message, in order
 * @param {(mark: number) => void} setMark the host wants to see when this moment has reached the screen
 * @returns {Promise<{send: (message: object) => void, ready: () => void}>}
 */
export function openChannel(receive, setMark) {
  return new Promise((resolve) => {
    new window.QWebChannel(window.qt.webChannelTransport, (channel) => {
      const { bridge } = channel.objects;
      bridge.to_view.connect((text) => receive(JSON.parse(text)));
      bridge.mark.connect(setMark);
      resolve({
        send: (message) => bridge.receive(JSON.stringify(message)),
        ready: () => bridge.ready(JSON.stringify({ m: "ready" })),
      });
    });
  });
}
