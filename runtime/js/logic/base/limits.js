/**
 * How much of what a program says goes to the host: an error with a picture in it must not hold up the window. Logic
 * process. The program itself keeps the whole text.
 */

/** Characters of one text. */
const TEXT = 10000;
/** Characters of a name: a function's, a member's. */
const NAME = 200;

/** A text, or its beginning with the number of characters that there are. */
export function cut(text) {
  return text.length <= TEXT ? text : `${text.slice(0, TEXT)}… (${text.length} characters)`;
}

/** A name, or its beginning. */
export function cutName(name) {
  return name.length <= NAME ? name : `${name.slice(0, NAME)}…`;
}
