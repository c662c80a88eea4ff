const all = Function('return this')() || new Function("return this;")()
const sum = new Function('a', 'b', 'return a + b')
const one = Function(`return 1`)
eval('1 + 1')
const model = { eval() {}, Function: 1 }
model.eval('fine')
typeof eval === 'function' && sum instanceof Function
Page({ all, one, model })
