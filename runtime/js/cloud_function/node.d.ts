/** What Node.js has beside the language and the web, for `tsc --checkJs`; no code. */

declare global {
  interface Buffer extends Uint8Array {
    toString(encoding?: "base64"): string;
  }
  const Buffer: {
    from(content: string | Uint8Array, encoding?: "base64"): Buffer;
    concat(pieces: Buffer[]): Buffer;
  };
  /** Since Node.js 25. */
  interface Uint8ArrayConstructor {
    fromBase64(text: string): Uint8Array<ArrayBuffer>;
  }
  interface Uint8Array {
    toBase64(): string;
  }
}

export {};
