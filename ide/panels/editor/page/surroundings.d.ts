/** What stands around the editor page, for `tsc --checkJs`; no code. */

declare global {
  interface Window {
    /** Monaco, which its loader hangs here. */
    monaco: any;
  }
  /** Monaco's loader (AMD). */
  const require: {
    (names: string[], loaded: (...modules: any[]) => void, failed: (error: any) => void): void;
    config(options: object): void;
  };
  /** Made by Qt. */
  const qt: any;
  const QWebChannel: any;
}

export {};
