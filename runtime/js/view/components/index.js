/**
 * The built-in components by tag, and their style sheet.
 *
 * Runs in the shell page (Chromium); asked by page/block.js and page/styles.js. What Handset does not carry out is told
 * by the table of components that the host reads, too. A tag in neither (view, cover-view, span and whatever nobody
 * knows) is an element and no more.
 */

import { ActionSheet } from "./action_sheet.js";
import { base } from "./base_style.js";
import { Button } from "./button.js";
import { Canvas } from "./canvas.js";
import { Checkbox } from "./checkbox.js";
import { CheckboxGroup } from "./checkbox_group.js";
import { CoverImage } from "./cover_image.js";
import { Form } from "./form.js";
import { Icon } from "./icon.js";
import { Image } from "./image.js";
import { Input } from "./input.js";
import { Label } from "./label.js";
import { MatchMedia } from "./match_media.js";
import { ModalTag } from "./modal_tag.js";
import { MovableView } from "./movable_view.js";
import { NavigationBar } from "./navigation_bar.js";
import { Navigator } from "./navigator.js";
import { OpenData } from "./open_data.js";
import { PageContainer } from "./page_container.js";
import { PageMeta } from "./page_meta.js";
import { Picker } from "./picker.js";
import { PickerView } from "./picker_view.js";
import { PickerViewColumn } from "./picker_view_column.js";
import { Progress } from "./progress.js";
import { Radio } from "./radio.js";
import { RadioGroup } from "./radio_group.js";
import { RichText } from "./rich_text.js";
import { RootPortal } from "./root_portal.js";
import { ScrollView } from "./scroll_view.js";
import { Slider } from "./slider.js";
import { Swiper } from "./swiper.js";
import { SwiperItem } from "./swiper_item.js";
import { Switch } from "./switch.js";
import { Text } from "./text.js";
import { Textarea } from "./textarea.js";
import { LoadingTag, ToastTag } from "./toast_tag.js";
import { PlaceholderBox, PlainBox } from "./unsupported.js";
import { WebView } from "./web_view.js";
import SUPPORT from "../../../../resources/spec/component_support.json" with { type: "json" };

export const BUILT_INS = Object.freeze({
  "action-sheet": ActionSheet,
  button: Button,
  canvas: Canvas,
  checkbox: Checkbox,
  "checkbox-group": CheckboxGroup,
  "cover-image": CoverImage,
  form: Form,
  icon: Icon,
  image: Image,
  input: Input,
  label: Label,
  loading: LoadingTag,
  "match-media": MatchMedia,
  modal: ModalTag,
  "movable-view": MovableView,
  "navigation-bar": NavigationBar,
  navigator: Navigator,
  "open-data": OpenData,
  "page-container": PageContainer,
  "page-meta": PageMeta,
  picker: Picker,
  "picker-view": PickerView,
  "picker-view-column": PickerViewColumn,
  progress: Progress,
  radio: Radio,
  "radio-group": RadioGroup,
  "rich-text": RichText,
  "root-portal": RootPortal,
  "scroll-view": ScrollView,
  slider: Slider,
  swiper: Swiper,
  "swiper-item": SwiperItem,
  switch: Switch,
  text: Text,
  textarea: Textarea,
  toast: ToastTag,
  "web-view": WebView,
});

/** What the others are, by their state in the table. */
const UNSUPPORTED = Object.freeze({ placeholder: PlaceholderBox, plain: PlainBox });

/**
 * The class of a node's element; null if the element needs none.
 * @param {{tag: string, attrs?: object}} node @param {boolean} hasBoundAttributes
 */
export function builtInFor(node, hasBoundAttributes) {
  if (node.host) return null;
  const BuiltIn = Object.hasOwn(BUILT_INS, node.tag) ? BUILT_INS[node.tag] : unsupported(node.tag);
  if (BuiltIn === Text && !hasBoundAttributes && !node.attrs) return null;
  return BuiltIn;
}

function unsupported(tag) {
  const { components } = SUPPORT;
  return (Object.hasOwn(components, tag) && UNSUPPORTED[components[tag].state]) || null;
}

/** The style sheet under all others. @param {string} styleVersion "" or "v2" */
export function builtInStyles(styleVersion) {
  const all = [...Object.values(BUILT_INS), PlaceholderBox];
  return [base(styleVersion), ...all.map((BuiltIn) => BuiltIn.css(styleVersion))].join("\n");
}
