/** What shows that something is under way: a wheel, or three dots; with `animated` it comes and goes in its height. */
Component({
  options: { addGlobalClass: true },
  properties: {
    extClass: String,
    show: { type: Boolean, value: true },
    animated: Boolean,
    duration: { type: Number, value: 350 },
    type: { type: String, value: 'dot-gray' },
    tips: { type: String, value: '加载中' },
  },
});
