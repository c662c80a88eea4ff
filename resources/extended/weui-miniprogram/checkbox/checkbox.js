/** One choice of a group: a round mark, or the tick of a radio. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  properties: {
    multi: { type: Boolean, value: true },
    checked: Boolean,
    value: String,
    label: { type: String, value: 'label' },
    extClass: String,
    disabled: Boolean,
  },
  relations: {
    '../checkbox-group/checkbox-group': {
      type: 'ancestor',
      linked(group) {
        this.group = group;
        this.setData({ multi: group.data.multi });
      },
      unlinked() {
        this.group = null;
      },
    },
  },
  methods: {
    turn() {
      if (this.data.disabled) return;
      const checked = this.data.multi ? !this.data.checked : true;
      if (checked === this.data.checked) return;
      this.setData({ checked });
      if (this.group) this.group.changed(this);
      this.triggerEvent('change', { value: this.data.value, checked });
    },
  },
});
