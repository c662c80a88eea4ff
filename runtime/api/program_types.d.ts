// Types of what every script of a mini program can use besides `wx`. Read by runtime/api/declarations.py.

type AnyObject = Record<string, any>;

/** A key that the data do not have; the text of the type is what an error shows. */
type NotInData<Key> = Key extends string ? `${Key} is not in the data` : any;

/** What a member may become: one that starts empty or as null says nothing of what it will hold. */
type Given<Value> = 0 extends 1 & Value ? any
  : [Value] extends [never[] | readonly []] ? any[]
  : [Value] extends [null | undefined] ? any
  : [keyof NonNullable<Value>] extends [never] ? any
  : Value;

/** What stands at a path: `a.b[0].c`. */
type AtPath<Value, Path extends string> = 0 extends 1 & Value ? any
  : Path extends keyof Value ? Given<Value[Path]>
  : Path extends `[${string}]${infer Rest}` ? Value extends readonly (infer Item)[] ? BehindItem<Given<Item>, Rest> : any
  : Path extends `${infer Key}.${infer Rest}`
    ? Key extends `${infer List}[${infer Index}` ? AtKey<Value, List, `[${Index}.${Rest}`> : AtKey<Value, Key, Rest>
  : Path extends `${infer List}[${infer Index}` ? AtKey<Value, List, `[${Index}`>
  : NotInData<Path>;
type AtKey<Value, Key extends string, Rest extends string> =
  Key extends keyof Value ? AtPath<NonNullable<Given<Value[Key]>>, Rest> : NotInData<Key>;
type BehindItem<Item, Rest extends string> =
  Rest extends "" ? Item : Rest extends `.${infer Path}` ? AtPath<Item, Path> : AtPath<Item, Rest>;

/** The value that `setData` takes for a key; a computed key may be any. */
type DataAt<D, Key> = Key extends keyof D ? Given<D[Key]> : string extends Key ? any : Key extends string ? AtPath<D, Key> : any;

interface SetData<D> {
  /** Changes data and what the page shows of it. Keys may be paths: `a.b[0]`. */
  setData<Key extends PropertyKey>(
    data: { [K in keyof D]?: Given<D[K]> } & { [K in Key]?: DataAt<D, K> },
    callback?: () => void,
  ): void;
}

interface NodeFinder {
  createSelectorQuery(): SelectorQuery;
  createIntersectionObserver(options?: { thresholds?: number[]; initialRatio?: number; observeAll?: boolean }): IntersectionObserver;
  createMediaQueryObserver(): MediaQueryObserver;
  /** The component that matches a selector (or what its `export()` gives); null if there is none. */
  selectComponent(selector: string): any;
  selectAllComponents(selector: string): any[];
  animate(selector: string, keyframes: AnyObject[], duration: number, callback?: () => void): void;
  clearAnimation(selector: string, options?: AnyObject | (() => void), callback?: () => void): void;
}

interface PageInstance<D> extends SetData<D>, NodeFinder {
  readonly data: D;
  /** Path of the page, without leading slash. */
  readonly route: string;
  /** Query of the page, as written in its URL. */
  readonly options: Record<string, string | undefined>;
  getOpenerEventChannel(): EventChannel;
  getTabBar(callback?: (tabBar: any) => void): any;
}

/** What a behavior adds to those that name it, carried by the type of its name alone. */
interface BehaviorParts<D, M> { readonly partsOfBehavior: { data: D; methods: M } }
/** Of one that nobody can see into anything may come. */
type DataOfOne<B> = 0 extends 1 & B ? AnyObject : B extends BehaviorParts<infer D, any> ? D : AnyObject;
type MethodsOfOne<B> = 0 extends 1 & B ? AnyObject : B extends BehaviorParts<any, infer M> ? M : AnyObject;
type BehaviorData<B> = B extends [infer First, ...infer Rest] ? DataOfOne<First> & BehaviorData<Rest> : {};
type BehaviorMethods<B> = B extends [infer First, ...infer Rest] ? MethodsOfOne<First> & BehaviorMethods<Rest> : {};

interface PageOptions<D, B extends any[]> {
  data?: D;
  behaviors?: [...B];
  options?: ComponentSettings;
  /** The page is made. `query` as written in its URL. */
  onLoad?(query: Record<string, string | undefined>): void | Promise<void>;
  onShow?(): void | Promise<void>;
  /** The first rendering has ended. Once for a page. */
  onReady?(): void | Promise<void>;
  onHide?(): void | Promise<void>;
  onUnload?(): void | Promise<void>;
  onPullDownRefresh?(): void | Promise<void>;
  onReachBottom?(): void | Promise<void>;
  onPageScroll?(event: { scrollTop: number }): void;
  onResize?(event: { size: { windowWidth: number; windowHeight: number } }): void;
  onTabItemTap?(item: { index: string; pagePath: string; text: string }): void;
  onShareAppMessage?(event: { from: "button" | "menu"; target: any; webViewUrl?: string }): { title?: string; path?: string; imageUrl?: string } | void;
  onShareTimeline?(): { title?: string; query?: string; imageUrl?: string } | void;
  onSaveExitState?(): { data: any; expireTimeStamp?: number };
}

interface ComponentSettings {
  multipleSlots?: boolean;
  dynamicSlots?: boolean;
  addGlobalClass?: boolean;
  virtualHost?: boolean;
  pureDataPattern?: RegExp;
  styleIsolation?: "isolated" | "apply-shared" | "shared" | "page-isolated" | "page-apply-shared" | "page-shared";
}

interface ComponentInstance<D> extends SetData<D>, NodeFinder {
  readonly data: D;
  readonly properties: D;
  /** Path of the component. */
  readonly is: string;
  readonly id: string;
  readonly dataset: Record<string, any>;
  triggerEvent(name: string, detail?: any, options?: { bubbles?: boolean; composed?: boolean; capturePhase?: boolean }): void;
  selectOwnerComponent(): any;
  getRelationNodes(path: string): any[];
  hasBehavior(behavior: any): boolean;
  groupSetData(callback: () => void): void;
  getPageId(): string;
  getTabBar(callback?: (tabBar: any) => void): any;
}

interface ComponentLifetimes {
  created?(): void;
  attached?(): void;
  ready?(): void;
  moved?(): void;
  detached?(): void;
  error?(error: Error): void;
}

interface ComponentOptions<D, P, M, B extends any[]> extends ComponentLifetimes {
  properties?: P;
  data?: D;
  methods?: M;
  behaviors?: [...B];
  observers?: Record<string, (...values: any[]) => void>;
  lifetimes?: ComponentLifetimes;
  pageLifetimes?: { show?(): void; hide?(): void; resize?(size: any): void; routeDone?(): void };
  externalClasses?: string[];
  relations?: Record<string, {
    type: "parent" | "child" | "ancestor" | "descendant";
    target?: any;
    linked?(target: any): void;
    linkChanged?(target: any): void;
    unlinked?(target: any): void;
  }>;
  options?: ComponentSettings;
  export?(): any;
  definitionFilter?(definition: any): void;
}

type PropertyValues<P> = {
  [K in keyof P]: P[K] extends { type: ObjectConstructor; value: infer V } ? (V extends null ? any : V & AnyObject)
    : P[K] extends { value: infer V } ? V
    : P[K] extends StringConstructor | { type: StringConstructor } ? string
    : P[K] extends NumberConstructor | { type: NumberConstructor } ? number
    : P[K] extends BooleanConstructor | { type: BooleanConstructor } ? boolean
    : any;
};

interface LaunchOptions {
  path: string;
  query: Record<string, string | undefined>;
  scene: number;
  shareTicket?: string;
  referrerInfo?: { appId?: string; extraData?: any };
}

interface AppOptions {
  onLaunch?(options: LaunchOptions): void | Promise<void>;
  onShow?(options: LaunchOptions): void | Promise<void>;
  onHide?(): void | Promise<void>;
  onError?(error: string): void;
  onPageNotFound?(event: { path: string; query: any; isEntryPage: boolean }): void;
  onUnhandledRejection?(event: { reason: any; promise: Promise<any> }): void;
  onThemeChange?(event: { theme: "dark" | "light" }): void;
}

/** Registers the program. Once, in app.js. */
declare function App<T extends AnyObject>(options: T & AppOptions & ThisType<T & AnyObject>): void;
/** Registers a page. */
declare function Page<D extends AnyObject, M extends AnyObject, B extends any[] = []>(
  options: PageOptions<D, B> & M & ThisType<PageInstance<D & BehaviorData<B>> & M & BehaviorMethods<B>>,
): void;
/** Registers a component; returns its name. */
declare function Component<
  D extends AnyObject = {}, P extends AnyObject = {}, M extends AnyObject = {}, B extends any[] = []
>(
  options: ComponentOptions<D, P, M, B> & AnyObject
    & ThisType<ComponentInstance<D & PropertyValues<P> & BehaviorData<B>> & M & BehaviorMethods<B> & AnyObject>,
): string;
/** Makes a behavior, to be named in `behaviors`. */
declare function Behavior<
  D extends AnyObject = {}, P extends AnyObject = {}, M extends AnyObject = {}, B extends any[] = []
>(
  options: ComponentOptions<D, P, M, B> & AnyObject
    & ThisType<ComponentInstance<D & PropertyValues<P> & BehaviorData<B>> & M & BehaviorMethods<B> & AnyObject>,
): string & BehaviorParts<D & PropertyValues<P> & BehaviorData<B>, M & BehaviorMethods<B>>;
/** What `App({…})` of the program holds; the editor adds what it finds there. */
interface ProgramOfThisProject { [name: string]: any }
/** The program. */
declare function getApp<T = ProgramOfThisProject>(options?: { allowDefault?: boolean }): T;
/** The page stack, bottom first. */
declare function getCurrentPages<T = PageInstance<any> & AnyObject>(): T[];

declare function require(path: string): any;
declare function requirePlugin(name: string): any;
declare const __wxConfig: { envVersion: 'develop' | 'trial' | 'release'; [name: string]: any };
declare const __wxRoute: string;
declare const module: { exports: any };
declare const exports: any;

declare function setTimeout(callback: (...args: any[]) => void, delay?: number, ...args: any[]): number;
declare function setInterval(callback: (...args: any[]) => void, delay?: number, ...args: any[]): number;
declare function clearTimeout(id?: number): void;
declare function clearInterval(id?: number): void;
declare const console: Record<"log" | "info" | "warn" | "error" | "debug" | "group" | "groupEnd", (...values: any[]) => void>;
