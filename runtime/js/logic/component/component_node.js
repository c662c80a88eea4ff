/**
 * What stands behind a host node: a component in the tree. Logic process.
 */

import { run } from '../base/failures.js';
import { bareClass } from '../base/records.js';
import { eventIsHandled, eventIsOver } from '../debugging/triggers.js';
import { EMPTY } from '../tree/fragments.js';
import { definitionAt, isDefined } from './definitions.js';
import { createInstance } from './instances.js';
import { linkRelations, relinkRelations, unlinkRelations } from './relations.js';

/** A component in the tree, or a page. */
export class ComponentNode {
  constructor(definition, page, owner, fragment, host) {
    this.definition = definition;
    this.page = page;
    this.owner = owner; // component in whose template the host node stands; null for a page
    this.fragment = fragment; // fragment of the host node
    this.host = host; // index in the block's hosts
  }

  /** Where it lies in the program. */
  get path() {
    return this.definition.path;
  }

  /** What the program sees as `this`. */
  get instance() {
    return instanceOf(this);
  }

  /** Whether the host node binds a property with `model:`. */
  get isModelled() {
    return this.fragment !== null && this.fragment.block.nodes[this.nodeIndex].model !== undefined;
  }

  /** Index of the host node in its block; -1 for a page. */
  get nodeIndex() {
    return this.fragment === null ? -1 : this.fragment.block.hostNodes[this.host];
  }

  /** Calls a lifetime of the component and its behaviors. */
  callLifetime(name, args) {
    this.callAll('lifetimes', name, args, name);
  }

  /** Calls a lifetime of the page for this component. */
  callPageLifetime(name, args) {
    this.callAll('pageLifetimes', name, args, `pageLifetimes.${name}`);
  }

  /** Whether the component uses a behavior, directly or not, or implements a trait. */
  hasBehavior(handle) {
    return this.definition.hasBehavior(handle) || (extraOf(this) !== null && extraOf(this).implementations.has(handle));
  }

  callAll(table, name, args, what) {
    const fns = this.definition.traits[table][name];
    eventIsHandled(name);
    for (let i = 0; i < fns.length; i++) run(fns[i], this.instance, args, what, this);
    eventIsOver();
    const extra = extraOf(this);
    if (extra === null) return;
    for (const fn of extra[table][name] || EMPTY) run(fn, this.instance, args, what, this);
  }

  /** It has come into the tree. */
  tellAttached() {
    this.callLifetime('attached', EMPTY);
    if (this.isRelated) linkRelations(this);
  }

  /** It has changed places. */
  tellMoved() {
    this.callLifetime('moved', EMPTY);
    relinkRelations(this);
  }

  /** It has left the tree. */
  tellDetached() {
    this.callLifetime('detached', EMPTY);
    unlinkRelations(this);
  }

  /** The component that a tag means in its templates: the path, or null. */
  resolveTag(tag) {
    const { generics, definition: { config } } = /** @type {any} */ (this);
    if (generics !== null && generics.has(tag)) return generics.get(tag);
    if (config.using && Object.hasOwn(config.using, tag)) return config.using[tag];
    const generic = config.generics ? config.generics[tag] : undefined;
    return typeof generic === 'string' ? generic : null;
  }

  /** Whether what stands at a node of its templates hears of all that is set; undefined if that is not known yet. */
  hearsAt(node) {
    const path = this.resolveTag(node.tag);
    if (path === null) return false;
    if (!isDefined(path)) return undefined;
    return node.model !== undefined || definitionAt(path).isObserving;
  }

  /** Observers of the definition, then those of the instance. */
  get observers() {
    const { observers } = this.definition.traits;
    const extra = extraOf(this);
    return extra === null ? observers : observers.concat(extra.observers);
  }

  /** Whether it declares relations. */
  get isRelated() {
    return this.definition.isRelated || extraOf(this) !== null;
  }

  /** Relations of the definition and of the instance, by key. */
  get relations() {
    const { relations } = this.definition.traits;
    const extra = extraOf(this);
    return extra === null ? relations : { ...relations, ...extra.relations };
  }
}
bareClass(ComponentNode);

/** What an instance has beside its definition (`chained_init.js`); null if there is nothing. */
function extraOf(component) {
  return component.extra;
}

/** Made when it is first needed. */
function instanceOf(component) {
  if (component.ownInstance === null) component.ownInstance = createInstance(component);
  return component.ownInstance;
}

/** Where every component begins; making thousands of rows is faster without. */
Object.assign(ComponentNode.prototype, {
  data: null, // the program's
  view: null, // the templates'
  ownInstance: null,
  body: null,
  content: EMPTY, // content regions inside the tag
  slots: EMPTY, // slot regions of the shadow tree
  generics: null,
  externals: null,
  scope: -1, // style scope, numbered when first shown
  changed: null, // tree of what was set since the template was brought up to date
  propertyChanges: EMPTY,
  links: EMPTY, // relations in force
  isAttached: false,
  isCreated: false, // `created` has run
  isReady: false,
  isDetached: false,
  isObserving: false,
  isRendering: false,
  extra: null, // `extraOf`
  awaited: null, // places of the observers that have to be called
  nesting: 0, // how deep property observers have called themselves by setting data
  isUnsettled: false, // slots have come or gone, and content has not been placed anew
});
