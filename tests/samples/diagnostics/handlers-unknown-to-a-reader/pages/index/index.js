const refresh = require('../../refresh')
Page({ onLoad() { refresh(this) } })
