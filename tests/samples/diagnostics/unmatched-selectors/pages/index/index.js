Page({ data: { name: 'from-script' } })
