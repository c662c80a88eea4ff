Component({
  properties: {
    value: { type: Number, value: 2 },
    look: { type: String, value: '' },
  },

  observers: {
    value(value) {
      this.setData({ level: Math.min(value, 4096), digits: String(value).length })
    },
  },
})
