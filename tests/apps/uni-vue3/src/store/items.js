import { defineStore } from 'pinia'

const make = (count) => Array.from({ length: count }, (_, i) => ({ id: i + 1, title: `item ${i + 1}`, done: false, n: 0 }))

export const useItems = defineStore('items', {
  state: () => ({ list: make(30), next: 31 }),
  getters: { done: (state) => state.list.filter((item) => item.done).length },
  actions: {
    add() {
      this.list.unshift({ id: this.next, title: `item ${this.next}`, done: false, n: 0 })
      this.next++
    },
    remove(id) {
      this.list = this.list.filter((item) => item.id !== id)
    },
    toggle(id) {
      const item = this.list.find((one) => one.id === id)
      item.done = !item.done
    },
    rename(id, title) {
      this.list.find((item) => item.id === id).title = title
    },
    bumpAll() {
      this.list.forEach((item) => { item.n += 1 })
    },
    reverse() {
      this.list.reverse()
    },
    reset(count) {
      this.list = make(count)
      this.next = count + 1
    },
  },
})
