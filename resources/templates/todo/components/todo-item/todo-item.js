Component({
  properties: {
    todo: { type: Object, value: {} },
  },

  methods: {
    toggle() {
      this.triggerEvent('toggle', { id: this.data.todo.id })
    },

    remove() {
      this.triggerEvent('remove', { id: this.data.todo.id })
    },
  },
})
