/** A dialog in the middle with buttons. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
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
    close() {
      if (!this.data.maskClosable) return;
      this.setData({ show: false });
      this.triggerEvent('close', {}, {});
    },
    hold() {},
  },
});
