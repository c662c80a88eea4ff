/** A field to search with; `search` is a function from the text to a promise of results. */
Component({
  options: { addGlobalClass: true },
  properties: {
    extClass: String,
    focus: Boolean,
    placeholder: { type: String, value: '搜索' },
    value: String,
    search: { type: null, value: null },
    throttle: { type: Number, value: 500 },
    cancelText: { type: String, value: '取消' },
    cancel: { type: Boolean, value: true },
  },
  data: { isOpen: false, results: [] },
  attached() {
    if (this.data.focus || this.data.value) this.setData({ isOpen: true });
  },
  detached() {
    clearTimeout(this.timer);
  },
  methods: {
    open() {
      this.setData({ focus: true, isOpen: true });
    },
    clear() {
      this.setData({ value: '', results: [], focus: true });
      this.triggerEvent('clear');
    },
    focused(event) {
      this.triggerEvent('focus', event.detail);
    },
    blurred(event) {
      this.setData({ focus: false });
      this.triggerEvent('blur', event.detail);
    },
    leave() {
      this.setData({ value: '', results: [], focus: false, isOpen: false });
      this.triggerEvent('cancel');
    },
    typed(event) {
      const { value } = event.detail;
      this.setData({ value });
      this.triggerEvent('input', event.detail);
      clearTimeout(this.timer);
      if (typeof this.data.search === 'function') this.timer = setTimeout(() => this.find(value), this.data.throttle);
    },
    find(value) {
      Promise.resolve(this.data.search(value)).then((results) => {
        if (value === this.data.value) this.setData({ results: results || [] });
      }, (error) => console.error('search error', error));
    },
    choose(event) {
      const { index } = event.currentTarget.dataset;
      this.triggerEvent('selectresult', { index, item: this.data.results[index] });
    },
  },
});
