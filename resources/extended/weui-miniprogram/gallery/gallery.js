/** Pictures one after the other over the whole page. */
Component({
  options: { addGlobalClass: true },
  properties: {
    imgUrls: { type: Array, value: [] },
    showDelete: { type: Boolean, value: true },
    show: { type: Boolean, value: true },
    current: Number,
    hideOnClick: { type: Boolean, value: true },
    extClass: String,
    rootPortal: Boolean,
  },
  methods: {
    change(event) {
      const { current } = event.detail;
      this.setData({ current });
      this.triggerEvent('change', { current }, {});
    },
    remove() {
      const { imgUrls, current } = this.data;
      const url = imgUrls[current];
      this.setData({ imgUrls: imgUrls.filter((_url, index) => index !== current), current: Math.max(0, current - 1) });
      this.triggerEvent('delete', { url, index: current }, {});
    },
    hide() {
      if (!this.data.hideOnClick) return;
      this.setData({ show: false });
      this.triggerEvent('hide', {}, {});
    },
  },
});
