/** A number with a minus and a plus: triggers `change` with {value}. */
Component({
  properties: {
    value: { type: Number, value: 1 },
    min: { type: Number, value: 1 },
    max: { type: Number, value: 99 },
  },

  methods: {
    less() {
      this.step(-1)
    },

    more() {
      this.step(1)
    },

    step(by) {
      const { value, min, max } = this.data
      const next = Math.min(max, Math.max(min, value + by))
      if (next !== value) this.triggerEvent('change', { value: next })
    },
  },
})
