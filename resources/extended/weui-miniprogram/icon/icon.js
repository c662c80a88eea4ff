/** A glyph in a colour and size of one's own. Glyphs that are not drawn here show as a frame, and say so once. */
const { pictureOf } = require('./glyphs.js');

const told = {};

Component({
  options: { addGlobalClass: true },
  properties: {
    extClass: String,
    type: { type: String, value: 'outline' },
    icon: String,
    size: { type: Number, value: 20 },
    color: { type: String, value: '#000000' },
  },
  data: { src: '' },
  observers: {
    'icon, type, color'(icon, type, color) {
      const { src, isKnown } = pictureOf(icon, type, color);
      this.setData({ src });
      if (isKnown || !icon || told[icon]) return;
      told[icon] = true;
      console.warn(`mp-icon: "${icon}" is not drawn by Handset; with the package weui-miniprogram it is`);
    },
  },
});
