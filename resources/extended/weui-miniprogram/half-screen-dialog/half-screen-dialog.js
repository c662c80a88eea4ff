/** A panel from below with a title, words and buttons. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  behaviors: [require('../layer.js')],
  properties: { closabled: { type: Boolean, value: true }, subTitle: String, desc: String, tips: String },
});
