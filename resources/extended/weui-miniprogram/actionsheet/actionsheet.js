/** A list of actions from below, in groups; a group that is a text names a slot. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  properties: {
    title: String,
    showCancel: { type: Boolean, value: true },
    cancelText: { type: String, value: '取消' },
    maskClass: String,
    extClass: String,
    maskClosable: { type: Boolean, value: true },
    mask: { type: Boolean, value: true },
    show: Boolean,
    actions: { type: Array, value: [] },
    rootPortal: Boolean,
  },
  data: { groups: [] },
  observers: {
    actions(actions) {
      const isFlat = actions.length > 0 && typeof actions[0] !== 'string' && !Array.isArray(actions[0]);
      this.setData({ groups: isFlat ? [actions] : actions });
    },
  },
  methods: {
    tapped(event) {
      const { value, groupindex, index } = event.currentTarget.dataset;
      this.triggerEvent('actiontap', { value, groupindex, index });
    },
    close(event) {
      if (event.currentTarget.dataset.type !== 'cancel' && !this.data.maskClosable) return;
      this.setData({ show: false });
      this.triggerEvent('close');
    },
    hold() {},
  },
});
