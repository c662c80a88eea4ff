const board = require('../../utils/board')
const { directionOf } = require('../../utils/swipe')

const BEST = 'best'
const GAME = 'game'

Page({
  data: {
    tiles: [],
    cells: Array.from({ length: 16 }, (_, index) => ({ place: index, row: index >> 2, column: index & 3 })),
    score: 0,
    best: 0,
    gained: 0,
    isOver: false,
    hasWon: false,
    buttons: [
      { direction: 'left', sign: '←' },
      { direction: 'up', sign: '↑' },
      { direction: 'down', sign: '↓' },
      { direction: 'right', sign: '→' },
    ],
  },

  onLoad() {
    this.setData({ best: wx.getStorageSync(BEST) || 0 })
    const game = wx.getStorageSync(GAME)
    if (game && !game.isOver) this.setData(game)
    else this.start()
  },

  onHide() {
    this.keep()
  },

  onUnload() {
    this.keep()
  },

  onShareAppMessage() {
    return { title: `I have ${this.data.score} points. Your turn!`, path: '/pages/game/game' }
  },

  start() {
    this.setData({ tiles: board.started(Math.random), score: 0, gained: 0, isOver: false, hasWon: false })
  },

  restart() {
    if (this.data.isOver || this.data.score === 0) {
      this.start()
      return
    }
    wx.showModal({
      title: 'New game',
      content: 'Give this game up?',
      confirmText: 'Yes',
      cancelText: 'No',
      success: ({ confirm }) => confirm && this.start(),
    })
  },

  onTouchStart(event) {
    this.touchedAt = event.touches.length === 1 ? event.touches[0] : null
  },

  onTouchEnd(event) {
    if (!this.touchedAt) return
    const direction = directionOf(this.touchedAt, event.changedTouches[0])
    this.touchedAt = null
    if (direction) this.push(direction)
  },

  onButton(event) {
    this.push(event.currentTarget.dataset.direction)
  },

  push(direction) {
    if (this.data.isOver) return
    const result = board.pushed(this.data.tiles, direction)
    if (!result.moved) return
    const tiles = board.grown(result.tiles, Math.random)
    const score = this.data.score + result.gained
    const best = Math.max(score, this.data.best)
    if (best > this.data.best) wx.setStorage({ key: BEST, data: best })
    const hadWon = this.data.hasWon
    const hasWon = tiles.some((tile) => tile.value >= 2048)
    this.setData({ tiles, score, best, hasWon, gained: result.gained, isOver: !board.canMove(tiles) })
    clearTimeout(this.settling)
    this.settling = setTimeout(() => this.setData({ tiles: board.settled(this.data.tiles), gained: 0 }), 450)
    if (hasWon && !hadWon) wx.showToast({ title: '2048!', icon: 'success' })
    if (this.data.isOver) wx.vibrateShort({ type: 'medium' })
  },

  keep() {
    const { score, isOver, hasWon } = this.data
    wx.setStorageSync(GAME, { tiles: board.settled(this.data.tiles), score, isOver, hasWon })
  },
})
