/** Choices of which one or several hold; reports the value, or the list of values. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  properties: {
    multi: { type: Boolean, value: true, observer: 'tellMulti' },
    extClass: String,
    prop: String,
  },
  relations: {
    '../checkbox/checkbox': {
      type: 'descendant',
      linked(choice) {
        this.choices().push(choice);
      },
      unlinked(choice) {
        this.list = this.choices().filter((other) => other !== choice);
      },
    },
    '../form/form': { type: 'ancestor' },
    '../cells/cells': { type: 'ancestor' },
  },
  methods: {
    choices() {
      if (!this.list) this.list = [];
      return this.list;
    },
    tellMulti(multi) {
      for (const choice of this.choices()) choice.setData({ multi });
    },
    changed(choice) {
      if (!this.data.multi) {
        for (const other of this.choices()) if (other !== choice) other.setData({ checked: false });
        this.triggerEvent('change', { value: choice.data.value });
        return;
      }
      const value = this.choices().filter((other) => other.data.checked).map((other) => other.data.value);
      this.triggerEvent('change', { value });
    },
    /** A form has no place here to show what is wrong. */
    setError() {},
  },
});
