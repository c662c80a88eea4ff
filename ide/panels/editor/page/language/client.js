/**
 * Asks the window about the language of a file. Runs in the editor page (Chromium); made by main.js. Sends `ask`,
 * hears `answered`; what is asked and answered is declared in `ide/models/language_questions.py`.
 */

/**
 * @typedef {{q: string, path: string} & Record<string, unknown>} Question one of `language_questions.py`
 *
 * @typedef {object} LanguageClient
 * @property {(question: Question) => Promise<any>} ask the answer, null if there is none
 * @property {(paths: Iterable<string>) => void} offer the user may go to a place in these files
 * @property {(path: string) => boolean} isOffered whether an answer has named a file
 */

/**
 * @param {(message: object) => void} send to the window
 * @param {(path: string) => void} flush sends a file's text if the window has not heard the latest
 * @param {(texts: Object<string, string>) => void} show makes texts of other files known to the editor
 * @returns {{client: LanguageClient, handlers: Object<string, (message: any) => void>}}
 */
export function createLanguageClient(send, flush, show) {
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  /** @type {Set<string>} */
  const offered = new Set();
  let lastId = 0;
  return {
    client: {
      ask(question) {
        const id = ++lastId;
        return new Promise((resolve) => {
          waiting.set(id, resolve);
          flush(question.path);
          send({ m: 'ask', request_id: id, question });
        });
      },
      offer(paths) {
        for (const path of paths) offered.add(path);
      },
      isOffered: (path) => offered.has(path),
    },
    handlers: {
      answered({ request_id: id, answer, texts }) {
        const resolve = waiting.get(id);
        waiting.delete(id);
        show(texts);
        if (resolve) resolve(answer);
      },
    },
  };
}
