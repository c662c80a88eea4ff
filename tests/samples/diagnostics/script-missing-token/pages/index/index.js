Page({ a: [1, 2 })
