/** A page that says how something ended. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  properties: {
    title: String,
    type: String,
    icon: String,
    desc: String,
    extClass: String,
    size: { type: Number, value: 64 },
  },
});
