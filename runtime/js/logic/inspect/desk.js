/**
 * `handset` of the console's evaluator: what the desk plays to the program, by the words of every other door
 * (`handset.world.set('network.type', '2g')`), and its clock. Logic process; used by `evaluator.js`. The program itself never
 * sees it.
 *
 * Each function of `world` is a call that the host answers (simulator/running/world_functions.py); what it refuses is thrown.
 */

import { askDesk } from '../base/desk_calls.js';
import { deskClock } from './desk_clock.js';

const given = (value) => (value === undefined ? null : value);

/** What is set by it holds until the program is closed. */
export const desk = {
  clock: deskClock,
  world: {
    /** Sets one value, or several by name. @param {any} name @param {any} [value] */
    set(name, value) {
      askDesk('handset.world.set', { values: typeof name === 'object' ? given(name) : { [name]: given(value) } });
    },
    /** A value. @param {string} name */
    get(name) {
      return askDesk('handset.world.get', { name: given(name) });
    },
    /** All values with name, what they may be, default and present value; or those whose name begins so. @param {string} [start] */
    list(start) {
      return askDesk('handset.world.list', { start: start || '' });
    },
    /** As a new project has them. @param {...string} names */
    reset(...names) {
      askDesk('handset.world.reset', { names });
    },
    /** An event takes place. @param {string} name @param {object} [detail] */
    fire(name, detail) {
      askDesk('handset.world.fire', { name: given(name), detail: detail || {} });
    },
    /** Plays a scenario, given as the object that its file has. @param {object} scenario */
    play(scenario) {
      askDesk('handset.world.play', { scenario: given(scenario) });
    },
    /** Ends the scenario that is played. */
    stop() {
      askDesk('handset.world.stop', {});
    },
    /** From now on what happens is recorded. */
    record() {
      askDesk('handset.world.record', {});
    },
    /** Ends the recording; the scenario as an object. */
    recorded() {
      return askDesk('handset.world.recorded', {});
    },
  },
};
