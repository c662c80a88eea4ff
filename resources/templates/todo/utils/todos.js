/** The list as it is stored, and what can be done with it. */

const KEY = 'todos'

const FIRST = [
  { id: 1, text: 'Look at the list', done: true },
  { id: 2, text: 'Add something of your own', done: false },
  { id: 3, text: 'Edit this project and save', done: false },
]

function load() {
  return wx.getStorageSync(KEY) || FIRST
}

function save(todos) {
  wx.setStorage({ key: KEY, data: todos })
}

function added(todos, text) {
  const id = todos.reduce((highest, todo) => Math.max(highest, todo.id), 0) + 1
  return [{ id, text, done: false }, ...todos]
}

function toggled(todos, id) {
  return todos.map((todo) => (todo.id === id ? { ...todo, done: !todo.done } : todo))
}

function removed(todos, id) {
  return todos.filter((todo) => todo.id !== id)
}

function withoutDone(todos) {
  return todos.filter((todo) => !todo.done)
}

function filtered(todos, filter) {
  if (filter === 'all') return todos
  return todos.filter((todo) => todo.done === (filter === 'done'))
}

module.exports = { load, save, added, toggled, removed, withoutDone, filtered }
