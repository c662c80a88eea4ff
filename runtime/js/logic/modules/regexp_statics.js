/**
 * What the last match leaves on `RegExp`: `RegExp.$1`, `RegExp.lastMatch` … Phones have it, this engine does not; much
 * code that formats dates lives by it. Logic process. It is put in place when a script that names one of them is
 * loaded, because every match costs one more call from then on.
 */

const NAMED = /\bRegExp\s*(?:\.\s*|\[\s*['"])(?:\$[1-9_&+`']|lastMatch|lastParen|leftContext|rightContext|input)/;
let isInstalled = false;

/** Makes the properties work from now on if the source names one of them. */
export function serveMatchStatics(code) {
  if (isInstalled || !code.includes('RegExp') || !NAMED.test(code)) return;
  isInstalled = true;
  install();
}

function install() {
  const { exec } = RegExp.prototype;
  let last = null;
  const groups = (count) => (last === null || last[count] === undefined ? '' : last[count]);
  const context = (part) => (last === null ? '' : part(last));
  const readers = {
    input: () => context((match) => match.input),
    lastMatch: () => groups(0),
    lastParen: () => (last === null || last.length < 2 ? '' : groups(last.length - 1)),
    leftContext: () => context((match) => match.input.slice(0, match.index)),
    rightContext: () => context((match) => match.input.slice(match.index + match[0].length)),
  };
  const short = { $_: 'input', '$&': 'lastMatch', '$+': 'lastParen', '$`': 'leftContext', "$'": 'rightContext' };
  for (const name of Object.keys(short)) readers[name] = readers[short[name]];
  for (let i = 1; i <= 9; i++) readers[`$${i}`] = () => groups(i);
  for (const name of Object.keys(readers)) {
    Object.defineProperty(RegExp, name, { get: readers[name], set() {}, configurable: true });
  }
  Object.defineProperty(RegExp.prototype, 'exec', {
    value: {
      exec(text) {
        const match = exec.call(this, text);
        if (match !== null) last = match;
        return match;
      },
    }.exec,
    writable: true,
    configurable: true,
  });
}
