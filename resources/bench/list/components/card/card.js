Component({
  properties: { number: Number, label: String, hot: Boolean, selected: Boolean, even: Boolean },
  methods: {
    onTap() { this.triggerEvent('choose', { number: this.data.number }) },
  },
})
