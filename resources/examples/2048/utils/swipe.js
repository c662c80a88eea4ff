/** Turns the beginning and the end of a touch into a direction; an empty text if it was too short. */

const SHORTEST = 24

function directionOf(from, to) {
  const x = to.pageX - from.pageX
  const y = to.pageY - from.pageY
  if (Math.max(Math.abs(x), Math.abs(y)) < SHORTEST) return ''
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 'right' : 'left'
  return y > 0 ? 'down' : 'up'
}

module.exports = { directionOf }
