/** A list of actions from below, in groups; a group that is a text names a slot. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  behaviors: [require('../layer.js')],
  properties: {
    showCancel: { type: Boolean, value: true },
    cancelText: { type: String, value: '取消' },
    maskClass: String,
    actions: { type: Array, value: [] },
  },
  data: { groups: [] },
  observers: {
    actions(actions) {
      const isFlat = actions.length > 0 && typeof actions[0] !== 'string' && !Array.isArray(actions[0]);
      this.setData({ groups: isFlat ? [actions] : actions });
    },
  },
  methods: {
    chosen(event) {
      const { value, groupindex, index } = event.currentTarget.dataset;
      this.triggerEvent('actiontap', { value, groupindex, index });
    },
  },
});
