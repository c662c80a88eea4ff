/** A red mark: with text, or a dot without. */
Component({
  options: { addGlobalClass: true },
  properties: { extClass: String, content: String, ariaLabel: String },
});
