/**
 * A map over the whole phone: shows a place, or lets the user choose one under a pin, by dragging or by a city's name.
 * Runs in the shell page; opened by the host. The map itself is loaded with the first one that is opened.
 */

import { h, icon } from "./element.js";
import { Sheet } from "./sheet.js";

const PIN = '<path d="M12 22s-7-7.6-7-13a7 7 0 0 1 14 0c0 5.4-7 13-7 13z" fill="#07c160"/><circle cx="12" cy="9" r="2.6" fill="#fff"/>';
/** A point that is farther from any city is told by its degrees alone. */
const NEAR_KM = 60;
const DIGITS = 5;

/** @typedef {{name: string, address: string, latitude: number, longitude: number, city: string}} MapPlace */

export class PhoneMapPage extends Sheet {
  /** What is shown, or lies under the pin. @type {MapPlace} */
  _place;
  /** @type {HTMLElement} */
  _pin;
  /** Its name and address. @type {HTMLElement} */
  _said;
  // There only if a place is to be chosen.
  /** @type {HTMLInputElement} */
  _search;
  /** @type {HTMLElement} */
  _rows;

  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    super("map-page");
    this._phone = phone;
    /** @type {import("../components/map/place_ground.js").PlaceGround | null} */
    this._ground = null;
    this._turn = 0;
  }

  /**
   * @param {import("../../shared/wire/phone_pages.js").OpenMap} params
   * @returns {Promise<import("../../shared/wire/phone_pages.js").ChosenPlace>} once it is left
   */
  open(params) {
    this.dismiss();
    return new Promise((resolve) => {
      const left = (place) => {
        this.close();
        resolve({ confirm: Boolean(place), ...(place ?? { name: "", address: "", latitude: 0, longitude: 0, city: "" }) });
      };
      this._place = { ...params, name: params.title, city: "" };
      const box = h("div.map-page-ground");
      this.raise([this._head(params, left), this._framed(box, params), ...this._below(params)], () => left(null));
      this._load(box, params);
    });
  }

  close() {
    this._turn += 1;
    this._ground?.end();
    this._ground = null;
    super.close();
  }

  _head({ chooses }, left) {
    const { words } = this._phone;
    const confirm = h("button.map-page-confirm", { text: words.confirm, onclick: () => left(chosen(this._place)) });
    return h("div.settings-head", {},
      h("button.settings-back", { text: "\u2039", "aria-label": words.cancel, onclick: () => left(null) }),
      h("span", { text: words[chooses ? "map-choose" : "map-place"] }), chooses ? confirm : null);
  }

  _framed(box, { chooses }) {
    this._pin = h("div.map-page-pin");
    this._pin.append(icon(PIN));
    // What is chosen is under the middle; a place that is shown has its pin on the map, which moves.
    this._pin.classList.toggle("middle", chooses);
    return h("div.map-page-frame", {}, box, chooses ? this._pin : null);
  }

  _below({ chooses }) {
    this._said = h("div.map-page-place");
    this._say();
    if (!chooses) return [this._said];
    this._search = h("input.map-page-search", {
      placeholder: this._phone.words["map-search"], "aria-label": this._phone.words["map-search"], oninput: () => this._list(),
    });
    this._rows = h("div.map-page-rows");
    return [this._said, this._search, this._rows];
  }

  async _load(box, params) {
    const turn = this._turn;
    const services = { shared: (key, make) => (this._phone.port[key] ??= make()) };
    // Joined with the shell or not, a module is asked for by its place on our scheme.
    const { placeGround } = await import("/components/map/place_ground.js");
    const ground = await placeGround({ services, window, document }, box, params, () => this._moved(params));
    // It may have been left meanwhile.
    if (turn !== this._turn) return ground.end();
    this._ground = ground;
    if (params.chooses) this._list();
    else ground.pin(this._pin, params);
  }

  /** The map has another middle. */
  _moved({ chooses }) {
    if (!chooses || !this._ground) return;
    const { latitude, longitude } = this._ground.middle;
    if (!isSame(this._place, { latitude, longitude })) {
      const [city] = this._ground.find("");
      const degrees = `${latitude.toFixed(DIGITS)}, ${longitude.toFixed(DIGITS)}`;
      const near = city && city.km < NEAR_KM ? city.name : "";
      this._place = { latitude, longitude, city: "", name: near || degrees, address: near ? `${near} ${degrees}` : degrees };
      this._say();
    }
    this._list();
  }

  _say() {
    const { name, address, latitude, longitude } = this._place;
    const degrees = `${latitude.toFixed(DIGITS)}, ${longitude.toFixed(DIGITS)}`;
    this._said.replaceChildren(
      h("div.map-page-name", { text: name || degrees }), h("div.map-page-address", { text: address || degrees }));
  }

  _list() {
    if (!this._ground) return;
    const found = this._ground.find(this._search.value);
    this._rows.replaceChildren(...found.map((city) => h("button.map-page-row", { onclick: () => this._take(city) },
      h("span", { text: city.name }), h("span.map-page-far", { text: `${city.km.toFixed(city.km < 10 ? 1 : 0)} km` }))));
    if (!found.length) this._rows.append(h("div.map-page-far", { text: this._phone.words["map-none"] }));
  }

  _take({ name, latitude, longitude }) {
    this._place = { name, city: name, address: name, latitude, longitude };
    this._say();
    this._ground?.look(this._place);
  }
}

function chosen({ name, address, latitude, longitude, city }) {
  return { name, address, latitude, longitude, city };
}

/** The middle of a map is where it was told to be but for the last digits. */
function isSame(one, other) {
  const off = (a, b) => Math.abs(a - b) > 1e-6;
  return !off(one.latitude, other.latitude) && !off(one.longitude, other.longitude);
}
