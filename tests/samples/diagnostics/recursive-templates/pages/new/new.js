Page({ data: { n: {} } })
