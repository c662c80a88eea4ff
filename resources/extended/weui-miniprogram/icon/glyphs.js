/** The glyphs of `icon`, drawn as lines in a box of 24; `field` fills them. */

const GLYPHS = {
  add: 'M12 5v14M5 12h14',
  add2: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8v8M8 12h8',
  album: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4',
  arrow: 'M9 5l7 7-7 7',
  at: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0v1.500a2.500 2.500 0 0 0 5 0V12a9 9 0 1 0-4 7.500',
  back: 'M15 5l-7 7 7 7',
  back2: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM13.500 8l-4 4 4 4',
  'bellring-on': 'M6 16v-5a6 6 0 0 1 12 0v5l1.500 2h-15zM10 20.500h4',
  camera: 'M4 7h4l1.500-2h5L16 7h4v12H4zM12 9.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z',
  cellphone: 'M7 3h10v18H7zM11 18.500h2',
  clip: 'M17 8l-7 7a2 2 0 0 0 3 3l7-7a4 4 0 0 0-6-6l-8 8a6 6 0 0 0 8 8',
  close: 'M6 6l12 12M18 6L6 18',
  close2: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 9l6 6M15 9l-6 6',
  comment: 'M4 5h16v11h-8l-4 4v-4H4z',
  contacts: 'M10 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM3 20c0-4 3-6 7-6s7 2 7 6zM17 6h4M17 10h4M18 14h3',
  copy: 'M8 8h11v12H8zM5 16V4h11',
  delete: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  discover: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM16 8l-2.500 5.500L8 16l2.500-5.500z',
  done: 'M5 12.500l4.500 4.500L19 7.500',
  done2: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.300l3 3 5.500-6',
  download: 'M12 4v11M7.500 11l4.500 4.500 4.500-4.500M4 20h16',
  email: 'M3 6h18v12H3zM3 7l9 6 9-6',
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.500v6M12 16v.8',
  'eyes-off': 'M3 12c3 4.500 6 6 9 6s6-1.500 9-6M6 15l-2 2.500M12 18v3M18 15l2 2.500',
  'eyes-on': 'M3 12c3-4.500 6-6 9-6s6 1.500 9 6c-3 4.500-6 6-9 6s-6-1.500-9-6zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  folder: 'M3 6h7l2 2h9v11H3z',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.500 10a2.500 2.500 0 1 1 2.500 2.500V14M12 16.500v.8',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7.500v.8',
  keyboard: 'M3 6h18v12H3zM6 9.500h1M10 9.500h1M14 9.500h1M18 9.500h0M8 14.500h8',
  like: 'M12 20C5 15 3 12 3 8.500A4.500 4.500 0 0 1 12 7a4.500 4.500 0 0 1 9 1.500c0 3.500-2 6.500-9 11.500z',
  link: 'M10 14l4-4M8 12l-2 2a3 3 0 0 0 4 4l2-2M16 12l2-2a3 3 0 0 0-4-4l-2 2',
  location: 'M12 21c5-5.500 7-8.500 7-11a7 7 0 0 0-14 0c0 2.500 2 5.500 7 11zM12 7.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  lock: 'M5 10h14v11H5zM8 10V7a4 4 0 0 1 8 0v3',
  me: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 20c0-4 3.500-6 8-6s8 2 8 6z',
  mike: 'M9 4h6v9H9zM5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21',
  more: 'M5 12h.8M12 12h.8M19 12h.8',
  music: 'M9 18V5l10-2v13M6.500 15.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5zM16.500 13.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  note: 'M5 3h14v18H5zM8.500 8h7M8.500 12h7M8.500 16h4',
  pause: 'M8 5v14M16 5v14',
  pencil: 'M4 20l1-4L16 5l3 3L8 19z',
  play: 'M7 4l13 8-13 8z',
  'qr-code': 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2z',
  refresh: 'M19 8a8 8 0 1 0 1 6M19.500 3.500V8H15',
  search: 'M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM15.500 15.500L20 20',
  setting: 'M12 3l8 4.500v9L12 21l-8-4.500v-9zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  share: 'M12 15V4M8 7.500L12 3.500l4 4M5 12v8h14v-8',
  shop: 'M4 9l1.500-5h13L20 9zM5 9v11h14V9M10 20v-6h4v6',
  star: 'M12 4l2.500 5.200 5.500.8-4 4 1 5.800-5-2.700-5 2.700 1-5.800-4-4 5.500-.8z',
  tag: 'M4 4h8l8 8-8 8-8-8zM8.500 8.500h.1',
  time: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.500 2',
  'video-call': 'M3 7h12v10H3zM15 11l6-3v8l-6-3z',
  'volume-up': 'M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11',
};
const UNKNOWN = 'M4 4h16v16H4z';

/** `{src, isKnown}`: a picture as a data URL. */
function pictureOf(icon, type, color) {
  const isKnown = Object.hasOwn(GLYPHS, icon);
  const fill = type === 'field' ? color : 'none';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${isKnown ? GLYPHS[icon] : UNKNOWN}" fill="${fill}"`
    + ` stroke="${color}" stroke-width="1.500" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return { src: `data:image/svg+xml,${encodeURIComponent(svg).replace(/[()']/g, escape)}`, isKnown };
}

module.exports = { pictureOf };
