/** What the view keeps on the elements of a page, for `tsc --checkJs`; no code. */

import type { BuiltIn } from "./components/built_in.js";

declare global {
  interface Node {
    /** The instance of a block that a node belongs to. */
    __id: number;
    /** Its place among the nodes of the block. */
    __n: number;
  }
  interface Element {
    __builtIn?: BuiltIn & Record<string, any>;
    /** Attributes of an element without a class of its own, by name in camelCase. */
    __attrs?: Record<string, unknown>;
    /** The element in the place of which this one stands elsewhere. */
    __portal?: Element;
    /** Classes of the pressed state. */
    __hover?: string;
    __animation?: any;
    __keyframes?: any;
    __wxs?: any;
    /** Styles that updaters of worklets have given. */
    __animated?: Map<string, string>;
    /** Handlers that are worklets, by event. */
    __worklets?: Record<string, { instance: number; fn: number; name: string }>;
    __hasNoStyle?: boolean;
  }
  interface Window {
    ResizeObserver: typeof ResizeObserver;
    IntersectionObserver: typeof IntersectionObserver;
    PointerEvent: typeof PointerEvent;
    MouseEvent: typeof MouseEvent;
    DOMMatrix: typeof DOMMatrix;
    DOMParser: typeof DOMParser;
    Image: typeof Image;
    Element: typeof Element;
    MutationObserver: typeof MutationObserver;
    FontFace: typeof FontFace;
    CSS: typeof CSS;
    Path2D: typeof Path2D;
    AbortController: typeof AbortController;
    InputEvent: typeof InputEvent;
    KeyboardEvent: typeof KeyboardEvent;
    /** Made by Qt before the page starts; channel.js takes both away. */
    qt: any;
    QWebChannel: any;
    ImageData: typeof ImageData;
  }
}
