/**
 * The regions that hold what is written inside a component's tag. Logic process.
 */

/** Whether each slot of a component makes copies of its own of the content. */
export function isDynamic(component) {
  return component.definition.isNewer && Boolean(component.definition.options.dynamicSlots);
}

/** Visits the regions that hold a component's content as it was made. */
export function eachContentRegion(component, visit) {
  if (isDynamic(component)) for (const slot of component.slots) slot.copies.forEach(visit);
  else component.content.forEach(visit);
}
