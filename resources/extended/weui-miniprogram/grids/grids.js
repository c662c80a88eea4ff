/** Pictures with words, three in a row, that lead somewhere. */
Component({
  options: { addGlobalClass: true },
  properties: { extClass: String, grids: { type: Array, value: [] } },
  methods: {
    open(event) {
      const { url } = this.data.grids[event.currentTarget.dataset.index];
      if (url && url !== '#') wx.navigateTo({ url });
    },
  },
});
