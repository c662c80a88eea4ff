Component({
  properties: {
    value: { type: Number, value: 2 },
    look: { type: String, value: '' },
  },

  data: { level: 2, digits: 1 },

  observers: {
    value(value) {
      this.setData({ level: Math.min(value, 4096), digits: String(value).length })
    },
  },
})
