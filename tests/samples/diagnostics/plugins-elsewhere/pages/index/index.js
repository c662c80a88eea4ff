const words = requirePlugin('words')
Page({ data: { words } })
