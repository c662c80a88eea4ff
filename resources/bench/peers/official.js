/**
 * The measured pages in the platform's own engine: glass-easel with its mini program adapter, templates compiled by its
 * own compiler. Bundled by bundle.mjs, which puts templates and scripts in the place of `virtual:program`.
 * `window.variant` = {page, boxes}: with boxes "plain", view and text are plain tags, else components with a slot.
 * Runs as runner.js says.
 */
import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { configs, scripts, templates } from 'virtual:program'

const { page, boxes } = window.variant
const environment = new MiniProgramEnv()
const backend = new glassEasel.CurrentWindowBackendContext()
backend.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event(type, detail, options)
  glassEasel.Event.dispatchEvent(target, event)
  return event.getEventBubbleStatus()
})
const globals = environment.getGlobalCodeSpace().getComponentSpace()
const boxTemplate = { groupList: templates, content: templates.box }
if (boxes === 'plain') {
  globals.setGlobalUsingComponent('view', 'div')
  globals.setGlobalUsingComponent('text', 'span')
} else {
  const view = { hoverClass: String, hoverStopPropagation: Boolean, hoverStartTime: Number, hoverStayTime: Number }
  const text = { selectable: Boolean, userSelect: Boolean, space: String, decode: Boolean }
  for (const [is, properties] of Object.entries({ view, text })) {
    globals.setGlobalUsingComponent(is, globals.defineComponent({ is, properties, template: boxTemplate }).general())
  }
}
const space = environment.createCodeSpace('', true)
for (const path of Object.keys(scripts)) {
  space.addComponentStaticConfig(path, configs[path])
  space.addCompiledTemplate(path, { groupList: templates, content: templates[path] })
  if (configs[path].component) space.addStyleSheet(path, undefined, path.split('/').pop())
  space.globalComponentEnv(window, path, scripts[path])
}
const root = environment.associateBackend(backend).createRoot('body', space, page)
const place = document.createElement('div')
document.body.append(place)
root.attach(document.body, place)
const instance = root.get()

window.peer = {
  run(operation, count) { instance[operation](count) },
  rowCount() { return document.querySelectorAll('.row, .card--row').length },
}
