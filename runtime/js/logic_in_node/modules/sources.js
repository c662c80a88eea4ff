/** Evaluates compiled templates and wxs modules. */

const evaluate = eval;

export function evaluateSource(file, source, head, tail) {
  return evaluate(`${head}${source.code}${tail}\n//# sourceURL=${file.replace(/\s/g, '_')}`);
}
