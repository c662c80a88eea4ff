/** A page that is one form: title, fields, tips, buttons and what stands below them. */
Component({
  options: { addGlobalClass: true, multipleSlots: true },
  properties: { title: String, subtitle: String },
  relations: { '../cells/cells': { type: 'descendant' } },
});
