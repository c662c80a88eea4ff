/** A panel from below with a title, words and buttons. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  properties: {
    closabled: { type: Boolean, value: true },
    title: String,
    subTitle: String,
    extClass: String,
    desc: String,
    tips: String,
    maskClosable: { type: Boolean, value: true },
    mask: { type: Boolean, value: true },
    show: Boolean,
    buttons: { type: Array, value: [] },
    rootPortal: Boolean,
  },
  methods: {
    close(event) {
      if (event.currentTarget.dataset.type === 'mask' && !this.data.maskClosable) return;
      this.setData({ show: false });
      this.triggerEvent('close');
    },
    tapped(event) {
      const { index } = event.currentTarget.dataset;
      this.triggerEvent('buttontap', { index, item: this.data.buttons[index] }, {});
    },
    hold() {},
  },
});
