/**
 * The custom tab bar: a component of the program beside the page body, one instance for each tab page. Logic process.
 * The page is then a frame block with the body in a region and the tab bar at a host, in a portal: sheets for `page` do
 * not reach it.
 */

import { launched } from '../base/launched.js';
import { ComponentNode } from '../component/component_node.js';
import { definitionAt } from '../component/definitions.js';
import { buildComponent } from '../component/hosts.js';
import { makeBlock } from '../tree/blocks.js';
import { Fragment, Region } from '../tree/fragments.js';

const PATH = 'custom-tab-bar/index';
const HOST = 1;
const FRAME = {
  file: 'custom-tab-bar',
  tree: [['?', 0], [0, [[HOST, []]]]],
  nodes: [
    { tag: 'root-portal', parent: -1, line: 0 },
    { tag: 'custom-tab-bar', parent: 0, line: 0, host: true },
  ],
  wire: 0,
  binds: [],
  regions: [{ kind: 'if', node: -1, blocks: [] }],
  hosts: [HOST],
};
let frameBlock = null;

function isWanted(page) {
  const { app, pages, components } = launched.program;
  const entry = pages[page.path];
  return Boolean(app.tabBar && app.tabBar.custom && entry && entry.tab >= 0 && components[PATH]);
}

/** Builds the tab bar of a page, if it has one. */
export function buildTabBar(page) {
  if (!isWanted(page)) return;
  if (frameBlock === null) {
    const module = { path: FRAME.file, imports: [], templates: new Map(), blocks: [] };
    const functions = [{ deps: [] }];
    frameBlock = makeBlock(module, { def: FRAME, values: () => [], deps: [], all: [], regions: functions });
  }
  const frame = /** @type {any} */ (new Fragment(frameBlock, page.root, {}, [], null));
  frame.regions = [new Region(frame, frameBlock.regions[0])];
  page.tabBar = new ComponentNode(definitionAt(PATH), page, page.root, frame, 0);
  frame.hosts = [page.tabBar];
  page.frame = frame;
  buildComponent(page.tabBar);
}

/** What the view gets as the page's body: the frame with the tab bar, or the body alone. */
export function shownBody(page) {
  if (page.frame === null) return page.root.body;
  page.frame.regions[0].list = [page.root.body];
  return page.frame;
}
