/** A group of cells with a title above and words below. A checkbox-group or a form page may give it another look. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  properties: { title: String, extClass: String, footer: String, ariaRole: String },
  data: { isChoice: false, outerClass: '' },
  relations: {
    '../cell/cell': { type: 'descendant' },
    '../checkbox-group/checkbox-group': { type: 'descendant', linked() { this.setData({ isChoice: true }); } },
    '../form-page/form-page': { type: 'ancestor', linked() { this.setOuterClass('weui-cells__group_wxss weui-cells__group_form'); } },
  },
  methods: {
    setOuterClass(outerClass) {
      this.setData({ outerClass });
    },
  },
});
