/**
 * Runs a measured page that is not ours: asked through a Qt web channel to do something with its rows, it answers when
 * the frame with the result has been painted, as our own view does (runtime/js/view/shell/frames.js).
 * Runs in the main frame of simulator.cli.benchmarks.peer_view, before the page; the page sets `peer`.
 */
'use strict';

window.peer = null; // {run(operation, count), rowCount()}

(function () {
  const painted = new MessageChannel();
  let tell = null;
  painted.port1.onmessage = () => tell();

  window.addEventListener('load', () => {
    new window.QWebChannel(window.qt.webChannelTransport, (channel) => {
      const { bridge } = channel.objects;
      bridge.to_view.connect((text) => {
        const { operation, count } = JSON.parse(text);
        window.peer.run(operation, count);
        tell = () => bridge.receive('peer', JSON.stringify({ operation, rows: window.peer.rowCount() }));
        requestAnimationFrame(() => painted.port2.postMessage(0));
      });
      bridge.ready('peer', '');
    });
  });
})();
