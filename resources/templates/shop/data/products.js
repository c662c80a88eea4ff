/** What the shop sells. Prices are in cents, so that sums are exact. */

const CATEGORIES = [
  { id: 'kitchen', name: 'Kitchen' },
  { id: 'light', name: 'Light' },
  { id: 'green', name: 'Plants' },
  { id: 'paper', name: 'Desk' },
]

const PRODUCTS = [
  { id: 'mug', category: 'kitchen', name: 'Stoneware mug', price: 1890, sold: 1204, about: 'Thrown by hand, glazed inside, holds 300 ml.' },
  { id: 'teapot', category: 'kitchen', name: 'Round teapot', price: 4600, sold: 311, about: 'With a strainer of steel; for three cups.' },
  { id: 'bowl', category: 'kitchen', name: 'Noodle bowl', price: 2350, sold: 876, about: 'Deep, with a foot that stays cool.' },
  { id: 'lamp', category: 'light', name: 'Reading lamp', price: 8900, sold: 158, about: 'Three steps of warm light, a shade that turns.' },
  { id: 'candle', category: 'light', name: 'Beeswax candle', price: 990, sold: 2033, about: 'Burns for about thirty hours.' },
  { id: 'cactus', category: 'green', name: 'Small cactus', price: 1250, sold: 640, about: 'Asks for water once a month.' },
  { id: 'fern', category: 'green', name: 'Fern in a pot', price: 2700, sold: 187, about: 'Likes shade and company.' },
  { id: 'notebook', category: 'paper', name: 'Dotted notebook', price: 1450, sold: 1520, about: '160 pages that lie flat.' },
].map((product) => ({ ...product, image: `/images/products/${product.id}.svg` }))

const BANNERS = [
  { id: 'mug', title: 'From the kiln', text: 'New stoneware is here', color: '#e9d8c4' },
  { id: 'lamp', title: 'Long evenings', text: 'Light to read by', color: '#d9dfe6' },
  { id: 'fern', title: 'Something green', text: 'Plants that forgive', color: '#d5e2d0' },
]

function find(id) {
  return PRODUCTS.find((product) => product.id === id)
}

module.exports = { CATEGORIES, PRODUCTS, BANNERS, find }
