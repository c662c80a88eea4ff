const more = { onLong() {} }
Page({
  ...more,
  onTap() {},
  onLoad() { this.later = () => {} },
})
