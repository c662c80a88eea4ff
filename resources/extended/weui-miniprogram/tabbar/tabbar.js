/** Tabs at the lower edge of a page. */
Component({
  options: { addGlobalClass: true },
  properties: {
    extClass: String,
    list: { type: Array, value: [] },
    current: Number,
    reactive: { type: Boolean, value: true },
  },
  methods: {
    change(event) {
      const { index } = event.currentTarget.dataset;
      if (index === this.data.current) return;
      this.setData({ current: index });
      this.triggerEvent('change', { index, item: this.data.list[index] });
    },
  },
});
