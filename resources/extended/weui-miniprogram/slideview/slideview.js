/** A line that slides aside to show buttons. */
const BUTTON_PX = 68;

Component({
  options: { addGlobalClass: true, multipleSlots: true },
  properties: {
    extClass: String,
    buttons: { type: Array, value: [] },
    disable: Boolean,
    icon: Boolean,
    show: { type: Boolean, observer: 'follow' },
    duration: { type: Number, value: 350 },
    throttle: { type: Number, value: 40 },
    rebounce: Number,
  },
  data: { x: 0, isMoving: false },
  methods: {
    follow(isShown) {
      this.slide(isShown);
    },
    slide(isShown) {
      const wasShown = this.data.x < 0;
      this.setData({ x: isShown ? -this.data.buttons.length * BUTTON_PX : 0, isMoving: false });
      if (isShown !== wasShown || this.began) this.triggerEvent(isShown ? 'show' : 'hide', {}, {});
      this.began = false;
    },
    start(event) {
      if (this.data.disable) return;
      const { pageX, pageY } = event.touches[0];
      this.from = { pageX, pageY, x: this.data.x };
      this.began = false;
    },
    move(event) {
      const { from } = this;
      if (!from) return;
      const { pageX, pageY } = event.touches[0];
      const dx = pageX - from.pageX;
      if (!this.began && Math.abs(pageY - from.pageY) > Math.abs(dx)) {
        this.from = null;
        return;
      }
      this.began = true;
      const width = this.data.buttons.length * BUTTON_PX;
      const x = Math.max(-width - this.data.rebounce, Math.min(0, from.x + dx));
      this.setData({ x, isMoving: true });
    },
    end() {
      const { from } = this;
      this.from = null;
      if (!from || !this.began) return;
      const { x, throttle } = this.data;
      const wasShown = from.x < 0;
      this.slide(wasShown ? x - from.x < throttle : from.x - x > throttle);
    },
    tapped(event) {
      const { index, data } = event.currentTarget.dataset;
      this.triggerEvent('buttontap', { index, data }, {});
      this.slide(false);
    },
  },
});
