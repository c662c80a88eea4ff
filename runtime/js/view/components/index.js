/**
 * The built-in components by tag. Their style sheets are the files `<tag>/style.css`, joined for page.html.
 *
 * Runs in the shell page (Chromium); asked by page/block.js. What Handset does not carry out is told
 * by the table of components that the host reads, too. A tag in neither (view, cover-view, span and whatever nobody
 * knows) is an element and no more.
 */

import { ActionSheet } from "./action-sheet/component.js";
import { Button } from "./button/component.js";
import { Canvas } from "./canvas/component.js";
import { Checkbox } from "./checkbox/component.js";
import { CheckboxGroup } from "./checkbox-group/component.js";
import { CoverImage } from "./cover-image/component.js";
import { CoverView } from "./cover-view/component.js";
import { EditorPortal } from "./editor-portal/component.js";
import { DraggableSheet } from "./draggable-sheet/component.js";
import { Form } from "./form/component.js";
import { GridBuilder } from "./grid-builder/component.js";
import { GridView } from "./grid-view/component.js";
import { Icon } from "./icon/component.js";
import { Image } from "./image/component.js";
import { Input } from "./input/component.js";
import { KeyboardAccessory } from "./keyboard-accessory/component.js";
import { Label } from "./label/component.js";
import { late } from "./late.js";
import { ListBuilder } from "./list-builder/component.js";
import { ListView } from "./list-view/component.js";
import { MatchMedia } from "./match-media/component.js";
import { ModalTag } from "./modal/component.js";
import { MovableArea } from "./movable-area/component.js";
import { MovableView } from "./movable-view/component.js";
import { NavigationBar } from "./navigation-bar/component.js";
import { Navigator } from "./navigator/component.js";
import { NestedScrollBody } from "./nested-scroll-body/component.js";
import { NestedScrollHeader } from "./nested-scroll-header/component.js";
import { OpenContainer } from "./open-container/component.js";
import { OpenData } from "./open-data/component.js";
import { PageContainer } from "./page-container/component.js";
import { PageMeta } from "./page-meta/component.js";
import { Picker } from "./picker/component.js";
import { PickerView } from "./picker-view/component.js";
import { PickerViewColumn } from "./picker-view-column/component.js";
import { Progress } from "./progress/component.js";
import { Radio } from "./radio/component.js";
import { RadioGroup } from "./radio-group/component.js";
import { RichText } from "./rich-text/component.js";
import { RootPortal } from "./root-portal/component.js";
import { ScrollView } from "./scroll-view/component.js";
import { SelectionArea } from "./selection/component.js";
import { Slider } from "./slider/component.js";
import { StickyHeader } from "./sticky-header/component.js";
import { StickySection } from "./sticky-section/component.js";
import { Swiper } from "./swiper/component.js";
import { SwiperItem } from "./swiper-item/component.js";
import { Switch } from "./switch/component.js";
import { Text } from "./text/component.js";
import { Textarea } from "./textarea/component.js";
import { LoadingTag, ToastTag } from "./toast/component.js";
import { PlainBox } from "./unsupported.js";
import { WebView } from "./web-view/component.js";
import SUPPORT from "../../../../resources/spec/component_support.json" with { type: "json" };

/** @param {string} tag */
const gestureHandler = (tag) => late(tag, [], "gesture-handler");

export const BUILT_INS = Object.freeze({
  "action-sheet": ActionSheet,
  ad: late("ad"),
  "ad-custom": late("ad-custom"),
  audio: late("audio"),
  button: Button,
  camera: late("camera"),
  canvas: Canvas,
  "channel-live": late("channel-live"),
  "channel-video": late("channel-video"),
  checkbox: Checkbox,
  "checkbox-group": CheckboxGroup,
  "contact-button": late("contact-button"),
  "cover-image": CoverImage,
  "cover-view": CoverView,
  editor: late("editor"),
  "editor-portal": EditorPortal,
  "draggable-sheet": DraggableSheet,
  form: Form,
  "functional-page-navigator": late("functional-page-navigator"),
  "double-tap-gesture-handler": gestureHandler("double-tap-gesture-handler"),
  "force-press-gesture-handler": gestureHandler("force-press-gesture-handler"),
  "horizontal-drag-gesture-handler": gestureHandler("horizontal-drag-gesture-handler"),
  "long-press-gesture-handler": gestureHandler("long-press-gesture-handler"),
  "pan-gesture-handler": gestureHandler("pan-gesture-handler"),
  "scale-gesture-handler": gestureHandler("scale-gesture-handler"),
  "tap-gesture-handler": gestureHandler("tap-gesture-handler"),
  "vertical-drag-gesture-handler": gestureHandler("vertical-drag-gesture-handler"),
  "grid-builder": GridBuilder,
  "grid-view": GridView,
  icon: Icon,
  image: Image,
  input: Input,
  "keyboard-accessory": KeyboardAccessory,
  label: Label,
  "list-builder": ListBuilder,
  "list-view": ListView,
  loading: LoadingTag,
  "live-player": late("live-player"),
  "live-pusher": late("live-pusher"),
  map: late("map"),
  "match-media": MatchMedia,
  modal: ModalTag,
  "movable-area": MovableArea,
  "movable-view": MovableView,
  "navigation-bar": NavigationBar,
  navigator: Navigator,
  "nested-scroll-body": NestedScrollBody,
  "nested-scroll-header": NestedScrollHeader,
  "official-account": late("official-account"),
  "open-container": OpenContainer,
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
  selection: SelectionArea,
  slider: Slider,
  "sticky-header": StickyHeader,
  "sticky-section": StickySection,
  swiper: Swiper,
  "swiper-item": SwiperItem,
  "store-coupon": late("store-coupon"),
  "store-home": late("store-home"),
  "store-product": late("store-product"),
  switch: Switch,
  text: Text,
  textarea: Textarea,
  toast: ToastTag,
  video: late("video"),
  "voip-room": late("voip-room"),
  "web-view": WebView,
});

/**
 * The class of a node's element; null if the element needs none.
 * @param {{tag: string, attrs?: object, host?: boolean}} node @param {boolean} hasBoundAttributes
 */
export function builtInFor(node, hasBoundAttributes) {
  if (node.host) return null;
  const BuiltIn = Object.hasOwn(BUILT_INS, node.tag) ? BUILT_INS[node.tag] : unsupported(node.tag);
  if (BuiltIn === Text && !hasBoundAttributes && !node.attrs) return null;
  return BuiltIn;
}

function unsupported(tag) {
  const { components } = SUPPORT;
  return Object.hasOwn(components, tag) && components[tag].state === "plain" ? PlainBox : null;
}
