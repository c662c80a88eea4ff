/** What lies over a page: a mask, perhaps buttons, and a way to close. */
module.exports = Behavior({
  properties: {
    title: String,
    extClass: String,
    maskClosable: { type: Boolean, value: true },
    mask: { type: Boolean, value: true },
    show: Boolean,
    buttons: { type: Array, value: [] },
    rootPortal: Boolean,
  },
  methods: {
    tapped(event) {
      const { index } = event.currentTarget.dataset;
      this.triggerEvent('buttontap', { index, item: this.data.buttons[index] }, {});
    },
    close(event) {
      if (event.currentTarget.dataset.type === 'mask' && !this.data.maskClosable) return;
      this.setData({ show: false });
      this.triggerEvent('close', {}, {});
    },
    hold() {},
  },
});
