/**
 * The rules of 2048, without a screen. A board is a list of tiles {id, row, column, value}; two tiles that were put
 * together stay on the board for one move as `gone`, so that they can be seen sliding.
 */

const SIZE = 4
const DIRECTIONS = {
  left: { along: 'column', across: 'row', forward: 1 },
  right: { along: 'column', across: 'row', forward: -1 },
  up: { along: 'row', across: 'column', forward: 1 },
  down: { along: 'row', across: 'column', forward: -1 },
}

function highestId(tiles) {
  return tiles.reduce((highest, tile) => Math.max(highest, tile.id), 0)
}

function freeCells(tiles) {
  const cells = []
  for (let row = 0; row < SIZE; row += 1) {
    for (let column = 0; column < SIZE; column += 1) {
      if (!tiles.some((tile) => !tile.gone && tile.row === row && tile.column === column)) cells.push({ row, column })
    }
  }
  return cells
}

/** The board with one more tile: a 2, or a 4 in one of ten cases. `random` gives numbers from 0 to 1. */
function grown(tiles, random) {
  const cells = freeCells(tiles)
  if (!cells.length) return tiles
  const cell = cells[Math.floor(random() * cells.length)]
  return [...tiles, { id: highestId(tiles) + 1, ...cell, value: random() < 0.9 ? 2 : 4, look: 'new' }]
}

function started(random) {
  return grown(grown([], random), random)
}

/** All tiles pushed in a direction: {tiles, gained, moved}. */
function pushed(tiles, direction) {
  const { along, across, forward } = DIRECTIONS[direction]
  const result = { tiles: [], gained: 0, moved: false }
  let nextId = highestId(tiles) + 1
  for (let line = 0; line < SIZE; line += 1) {
    const queue = tiles
      .filter((tile) => !tile.gone && tile[across] === line)
      .sort((a, b) => (a[along] - b[along]) * forward)
    let place = forward === 1 ? 0 : SIZE - 1
    while (queue.length) {
      const [first, second] = [queue.shift(), queue[0]]
      const joins = second !== undefined && second.value === first.value
      result.moved = result.moved || first[along] !== place || joins
      if (joins) {
        queue.shift()
        result.tiles.push({ ...first, [along]: place, gone: true, look: '' })
        result.tiles.push({ ...second, [along]: place, gone: true, look: '' })
        result.tiles.push({ ...first, id: nextId, [along]: place, value: first.value * 2, look: 'joined' })
        result.gained += first.value * 2
        nextId += 1
      } else {
        result.tiles.push({ ...first, [along]: place, look: '' })
      }
      place += forward
    }
  }
  // The same order as before, so that the page moves its nodes by style alone and no transition is cut short.
  result.tiles.sort((a, b) => a.id - b.id)
  return result
}

function canMove(tiles) {
  return Object.keys(DIRECTIONS).some((direction) => pushed(tiles, direction).moved)
}

function settled(tiles) {
  return tiles.filter((tile) => !tile.gone)
}

module.exports = { started, grown, pushed, canMove, settled }
