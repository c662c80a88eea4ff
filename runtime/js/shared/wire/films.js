/**
 * A film that the phone's view makes anew of films and sounds that it plays: the host asks for one by `CallShell`.
 *
 * Written from runtime/protocol/films.py; change it there.
 */

/**
 * The sound of a file, `volume` 0 to 1. One that `may_be_silent` may have none.
 * @typedef {object} FilmSound
 * @property {string} src
 * @property {number} volume
 * @property {boolean} mayBeSilent
 */

/**
 * Plays the picture of a file (empty: none) and sounds from a place to another (s; end 0 = the end), and keeps what is seen and heard, as long as that takes. Width and height px, `rate` pictures a second; answered with a `MadeFilm`.
 * @typedef {object} MakeFilm
 * @property {"makeFilm"} name
 * @property {string} picture
 * @property {FilmSound[]} sounds
 * @property {number} width
 * @property {number} height
 * @property {number} rate
 * @property {number} kilobits
 * @property {number} start
 * @property {number} end
 */

/**
 * `data`: an MP4 in base64; `duration`: s.
 * @typedef {object} MadeFilm
 * @property {string} data
 * @property {number} duration
 */

export {};
