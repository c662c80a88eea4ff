/** What the engine (QuickJS) has beside the language, for `tsc --checkJs`; no code. */

declare global {
  /** `timeOrigin` by way of `globalThis` alone: the name itself is the library's clock (`base/built_ins.js`). */
  var performance: { now(): number; readonly timeOrigin?: number };
  /** Made by `base/console.js`. */
  var console: Record<string, (...values: any[]) => void>;

  interface ErrorConstructor {
    stackTraceLimit: number;
    prepareStackTrace: ((error: Error, sites: CallSite[]) => any) | undefined;
  }
  interface CallSite {
    getLineNumber(): number | null;
    getColumnNumber(): number;
    getFunctionName(): string | null;
    isNative(): boolean;
  }
  interface Function {
    /** Where a function of the program stands in the line space; absent in native ones. */
    lineNumber?: number;
  }
  /** A description may say that it inherits nothing. */
  interface PropertyDescriptor {
    __proto__?: null;
  }
  interface ProxyHandler<T extends object> {
    __proto__?: null;
  }
  interface Uint8ArrayConstructor {
    fromBase64(text: string): Uint8Array<ArrayBuffer>;
  }
  interface Uint8Array {
    toBase64(): string;
  }
}

export {};
