/** A dialog in the middle with buttons. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  behaviors: [require('../layer.js')],
});
