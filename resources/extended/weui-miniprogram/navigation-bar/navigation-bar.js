/** A bar of the page's own in place of the phone's, beside the capsule. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  properties: {
    extClass: String,
    title: String,
    background: String,
    color: String,
    back: { type: Boolean, value: true },
    loading: Boolean,
    animated: { type: Boolean, value: true },
    show: { type: Boolean, value: true },
    delta: { type: Number, value: 1 },
  },
  attached() {
    const { statusBarHeight, windowWidth } = wx.getSystemInfoSync();
    const capsule = wx.getMenuButtonBoundingClientRect();
    this.setData({
      top: statusBarHeight,
      height: (capsule.top - statusBarHeight) * 2 + capsule.height,
      side: windowWidth - capsule.left,
    });
  },
  methods: {
    goBack() {
      const { delta } = this.data;
      if (delta > 0 && getCurrentPages().length > 1) wx.navigateBack({ delta });
      this.triggerEvent('back', { delta }, {});
    },
  },
});
