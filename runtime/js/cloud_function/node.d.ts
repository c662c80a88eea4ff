/** What Node.js has that browsers have not. */
declare const Buffer: any;
/** Called for the program's engine alone. */
interface Uint8ArrayConstructor {
  fromBase64(text: string): Uint8Array<ArrayBuffer>;
}
interface Uint8Array {
  toBase64(): string;
}
