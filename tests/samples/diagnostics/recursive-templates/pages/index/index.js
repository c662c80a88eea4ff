Page({ data: { n: {}, x: [], v: 1 } })
