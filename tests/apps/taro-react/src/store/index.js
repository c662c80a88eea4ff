import { configureStore, createSlice } from '@reduxjs/toolkit'

const make = (count) => Array.from({ length: count }, (_, i) => ({ id: i + 1, title: `item ${i + 1}`, done: false, n: 0 }))

const items = createSlice({
  name: 'items',
  initialState: { list: make(30), next: 31 },
  reducers: {
    add(state) {
      state.list.unshift({ id: state.next, title: `item ${state.next}`, done: false, n: 0 })
      state.next++
    },
    remove(state, { payload }) {
      state.list = state.list.filter((item) => item.id !== payload)
    },
    toggle(state, { payload }) {
      const item = state.list.find((one) => one.id === payload)
      item.done = !item.done
    },
    rename(state, { payload }) {
      state.list.find((item) => item.id === payload.id).title = payload.title
    },
    bumpAll(state) {
      state.list.forEach((item) => { item.n += 1 })
    },
    reverse(state) {
      state.list.reverse()
    },
    reset(state, { payload }) {
      state.list = make(payload)
      state.next = payload + 1
    },
  },
})

export const { add, remove, toggle, rename, bumpAll, reverse, reset } = items.actions
export default configureStore({
  reducer: { items: items.reducer },
  middleware: (defaults) => defaults({ immutableCheck: false, serializableCheck: false }),
})
