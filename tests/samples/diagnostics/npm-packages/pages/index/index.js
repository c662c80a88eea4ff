const plain = require('plain')
Page({ data: { plain } })
