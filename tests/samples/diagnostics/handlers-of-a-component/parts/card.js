const base = require('./base')
import other from './other'
Component({
  behaviors: [base, other, 'wx://form-field'],
  methods: { own() {} },
})
