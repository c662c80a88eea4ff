/** One line of a list: icon, title, value, footer; as a link it goes to `url`. In a form it shows whether it is wrong. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  properties: {
    hover: Boolean,
    link: Boolean,
    extClass: String,
    iconClass: String,
    bodyClass: String,
    icon: String,
    title: String,
    value: String,
    showError: Boolean,
    prop: String,
    url: String,
    footerClass: String,
    footer: String,
    inline: { type: Boolean, value: true },
    hasHeader: { type: Boolean, value: true },
    hasFooter: { type: Boolean, value: true },
    hasBody: { type: Boolean, value: true },
    extHoverClass: String,
    ariaRole: String,
  },
  data: { isInForm: false, hasError: false },
  relations: {
    '../cells/cells': { type: 'ancestor' },
    '../form/form': { type: 'ancestor', linked() { this.setData({ isInForm: true }); } },
  },
  methods: {
    /** The form says what is wrong with the field; nothing if it is right. */
    setError(error) {
      this.setData({ hasError: Boolean(error) });
    },
    open() {
      const { link, url } = this.data;
      if (!link || !url) return;
      wx.navigateTo({
        url,
        success: (result) => this.triggerEvent('navigatesuccess', result),
        fail: (result) => this.triggerEvent('navigateerror', result),
      });
    },
  },
});
