const todoList = require('../../utils/todos')

Page({
  data: {
    todos: [],
    shown: [],
    draft: '',
    filter: 'all',
    filters: [
      { key: 'all', text: 'All' },
      { key: 'open', text: 'Open' },
      { key: 'done', text: 'Done' },
    ],
  },

  onLoad() {
    this.show(todoList.load())
  },

  onDraft(event) {
    this.setData({ draft: event.detail.value })
  },

  add() {
    const text = this.data.draft.trim()
    if (!text) return
    this.setData({ draft: '' })
    this.change(todoList.added(this.data.todos, text))
  },

  toggle(event) {
    this.change(todoList.toggled(this.data.todos, event.detail.id))
  },

  remove(event) {
    this.change(todoList.removed(this.data.todos, event.detail.id))
    wx.showToast({ title: 'Deleted', icon: 'none' })
  },

  clearDone() {
    wx.showModal({
      title: 'Clear',
      content: 'Delete everything that is done?',
      confirmText: 'Delete',
      cancelText: 'Keep',
      success: (answer) => {
        if (answer.confirm) this.change(todoList.withoutDone(this.data.todos))
      },
    })
  },

  chooseFilter(event) {
    this.setData({ filter: event.currentTarget.dataset.key })
    this.show(this.data.todos)
  },

  change(todos) {
    todoList.save(todos)
    this.show(todos)
  },

  show(todos) {
    this.setData({ todos, shown: todoList.filtered(todos, this.data.filter) })
  },
})
