Page({
  data: { start: { left: 10 }, said: '', rows: ['a', 'b'], width: 100 },
  dropped(at) {
    this.setData({ said: `${at.left},${at.start}` });
  },
  opened(event) {
    this.setData({ said: `${event.detail.name} open` });
  },
  wider() {
    this.setData({ width: this.data.width + 50 });
  },
});
