// sloppy
function f(a) { arguments[0] = 5; return a } print(f(1))
print((function () { return typeof this })())
if (1) function xx() { return 'annexB' }
print(xx())
with ({ w: 3 }) print(w)
var x = 1; { function x2() { return 2 } } print(x2())
l1: for (var i = 0; i < 2; i++) { if (i) continue l1; print(i) }
function g() { 'use strict'; return this === undefined } print(g())
function h() { 'use strict'
  return this === undefined } print(h())
a = 5; print(a); delete globalThis.a
print(function () { return arguments.callee.name }.name)
var let1 = 1; var async = 3; print(async)
var yield_ = function () { var yield = 4; return yield }; print(yield_())
try { undefinedFn() } catch (e) { print(e.message) }
return 7
