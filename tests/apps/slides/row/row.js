Component({
  properties: { name: String, width: Number, disabled: Boolean },
  methods: {
    open() {
      this.triggerEvent('opened', { name: this.data.name });
    },
  },
});
