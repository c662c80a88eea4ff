/** A line at the upper edge that goes by itself after `delay`; 0 = it stays. */
Component({
  options: { addGlobalClass: true },
  properties: {
    type: { type: String, value: 'error' },
    show: { type: Boolean, observer: 'follow' },
    msg: String,
    delay: { type: Number, value: 2000 },
    extClass: String,
    rootPortal: Boolean,
  },
  detached() {
    clearTimeout(this.timer);
  },
  methods: {
    follow(isShown) {
      clearTimeout(this.timer);
      if (isShown && this.data.delay > 0) this.timer = setTimeout(() => this.hide(), this.data.delay);
    },
    hide() {
      this.setData({ show: false });
      this.triggerEvent('hide', {}, {});
    },
  },
});
