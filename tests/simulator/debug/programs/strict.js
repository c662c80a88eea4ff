"use strict"
print((function(){ return this === undefined })())
const o = { async m(a, b = 2) { try { await null; throw new Error('x') } catch (e) { return [a, b, e.message] } finally { print('fin') } }, get g() { return this.v }, v: 3, ['c' + 1]() { return arguments.length }, *gen(n) { let r = yield n; try { yield r + 1 } finally { print('closed') } } }
o.m(1).then(v => print('m', v))
print(o.g, o.c1(1, 2, 3), o.m.length, o.m.name)
const it = o.gen(1); print(it.next()); print(it.next(5)); print(it.return(7))
outer: for (let i = 0; i < 3; i++) { for (const j of [1, 2]) { if (j == 2) continue outer; if (i == 2) break outer; print(i, j) } }
const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); print(fs.map(f => f()))
class A { #p = 1; static s = 4; f = () => this.#p; constructor(x) { this.x = x } static { print('static', this.s) } get p() { return this.#p } }
class B extends A { constructor() { print('before'); super(2); print(this.x, new.target === B) } m() { return super.p } }
print(new B().m(), new B().f())
function dflt(a, b = () => a, { c = 1, ...r } = {}) { a = 9; return [b(), c, r] }
print(dflt(1, undefined, { c: 2, d: 3 }))
try { tdz; let tdz = 1 } catch (e) { print(e.name) }
switch (3) { case 1: print('no'); case 3: let q = 5; print(q); default: { print('d') } }
print(((a, b) => a + b)(1, 2), (() => ({ a: 1 }))(), (a => a, 5))
do print('once'); while (false) print('after')
if (0) ; else if (1) print('elseif'); else print('none')
var i = 0; while (i < 3) i++; print(i)
for (;;) { if (i++ > 5) break }
for (const k in { a: 1, b: 2 }) print(k)
print([3, 1, 2].sort((a, b) => a - b))
async function af() { for await (const x of [1, Promise.resolve(2)]) print('fa', x); return 'done' }
af().then(print)
async function rej() { await Promise.reject(new Error('r')) }
rej().catch(e => print('caught', e.message)); rej().then(0, e => print('c2', e.message))
async function* ag() { yield 1; const x = yield* inner(); print('x', x) } async function* inner() { yield 2; return 3 }
(async () => { for await (const v of ag()) print('ag', v) })()
function rec(n) { return n ? rec(n - 1) + 1 : 0 } print(rec(50))
label: { print('in'); break label }
const tag = (s, ...v) => s.raw.join('|') + v; print(tag`a${1}b${2}`)
function f2() { return
  5 }
print(f2())
let z = 1
;[1, 2].forEach(function (x) { z += x })
print(z)
const seq = () => { return (1, 2) }; print(seq()); const s2 = () => { return 1, 2 }; print(s2())
try { (function () { throw { code: 1 } })() } catch ({ code }) { print('code', code) }
try { null.x } catch { print('nobind') }
function fin() { try { return 1 } finally { print('f') } } print(fin())
function fin2() { for (const x of [1, 2]) { try { continue } finally { print('ff', x) } } return 3 } print(fin2())
function ov() { try { throw 1 } catch (e) { return e } finally { return 2 } } print(ov())
var a1 = 1, b1
print(typeof hoisted, hoisted()); function hoisted() { return 'h' }
const { p1, p2: [p3 = 4] = [] } = { p1: 1 }; print(p1, p3)
print((function named() { return typeof named })(), (class C2 { static n = C2.name }).n)
new Promise((res, rej2) => { res(4) }).then(async v => { print('v', v); const w = await v; print(w) })
print([..."ab"].map((c, i) => ({ c, i })))
const mm = { f: async x => ({ then2: () => x, y: [x] }) };
(async () => { print(await (0, mm.f)(3)); const q = (await (0, mm.f)(4)).y; print(q); print(await (0, mm).f(1).then(v => v.y[0]) + 1) })()
const gg = (...v) => { print('gg', ...v); return v[0] }
class Fld { a = gg(1); b = () => gg(2, this.a); c = class {}; ['d' + gg(3)] = function () { return gg(4) }; static e = gg(5, this.name); static { try { throw gg(6) } catch (e) { print(this === Fld, e) } var inBlock = 1; print(inBlock) } #q = gg(7); static f = class { g = gg(8) }; get q() { return this.#q } e2 = (gg(9), () => 1); f2 = (function () {}); x; }
const fld = new Fld(); print(fld.a, fld.b(), fld.b.name, fld.c.name, fld.d3.name, fld.d3(), Fld.e, fld.q, new Fld.f().g, fld.e2.name, fld.f2.name)
class Fld2 extends Fld { y = super.q + gg(10); z = new.target; constructor(k = gg(11)) { gg(12); super(); gg(13) } }
print(new Fld2().y, new Fld2(1).z)
function df(a, b = gg(a), { c = gg(b), d: [e = gg(c + 1)] = [] } = {}, f = () => a, ...g) { var a = 100; return [a, b, c, e, f(), f.name, g, arguments.length] }
print(df(20), df(21, 22, { c: 23, d: [24] }, undefined, 25), df.length)
try { (function (a = (() => { throw gg(30) })()) {})() } catch (e) { print('thrown', e) }
try { ((a = b, b = 1) => a)() } catch (e) { print(e.name) }
const da = async (a = gg(31), b = a.toFixed(1)) => { await null; return [a, b] }; da().then(v => print('da', v))
function* dg(a = gg(32), b = [gg(33),
  gg(34)]) { yield a; yield b } print([...dg()])
print([gg(35),
  gg(36), ...[
    gg(37)]], {
  k: gg(38),
  f: () => gg(39),
  f3: (function () {}), async am() { return 1 },
  n: gg(1) ?
    gg(40) :
    gg(41),
  o: 0 ||
    gg(42), c: new Date(
      gg(0)).getTime(),
}.f.name, (
  gg(43), gg(44)))
const am = async () => [
  await gg(45),
  ...[await gg(46)],
  await (gg(47), 48),
]; am().then(v => print('am', v))
let asg; asg =
  gg(49); print(asg, typeof
  gg(50), -
  gg(51))
