/**
 * The row with time, signal and battery. Runs in the shell page; built by `phone.js`.
 */

import { h, icon } from "./element.js";

const SIGNAL = '<g fill="currentColor"><rect x="0" y="8" width="3" height="4" rx=".8"/><rect x="4.7" y="5.6" width="3" height="6.4" rx=".8"/>'
  + '<rect x="9.4" y="2.8" width="3" height="9.2" rx=".8"/><rect x="14.1" y="0" width="3" height="12" rx=".8"/></g>';
const WIFI = '<path fill="currentColor" d="M8.5 2.6c2.4 0 4.6.9 6.2 2.5l1.2-1.2A10.6 10.6 0 0 0 8.5 1C5.600 1 3 2.100 1.100 3.900l1.200 1.200A8.800 8.800 0 0 1 8.500 2.600zM8.500 6.500c1.300 0 2.500.500 3.400 1.300l1.200-1.200a6.700 6.700 0 0 0-9.200 0l1.200 1.200c.900-.800 2.100-1.300 3.400-1.300zM8.500 12l2.200-2.300a3.200 3.200 0 0 0-4.400 0z"/>';
const BATTERY = '<rect x=".5" y=".5" width="21" height="11" rx="3" fill="none" stroke="currentColor" stroke-opacity=".4"/>'
  + '<path d="M23 4v4c.9-.3 1.400-1.100 1.400-2s-.5-1.700-1.400-2z" fill="currentColor" fill-opacity=".5"/><rect class="status-charge" x="2" y="2" height="8" rx="1.800" fill="currentColor"/>';
const FULL_WIDTH = 18;
const LOW_PERCENT = 20;

export class StatusBar {
  /** @param {{clock: string}} settings */
  constructor(settings) {
    this._time = h("span.status-time");
    const [signal, wifi, battery] = [[SIGNAL, "18 12"], [WIFI, "17 12"], [BATTERY, "25 12"]].map(drawn);
    this._signal = signal;
    this._wifi = wifi;
    this._charge = /** @type {SVGElement} */ (battery.querySelector(".status-charge"));
    this._network = h("span.status-network");
    this.element = h("div.status-bar", {}, this._time, h("span.status-icons", {}, signal, this._network, wifi, battery));
    if (settings.clock) this._time.textContent = settings.clock;
    else this._tick();
  }

  /** @param {"black"|"white"} style */
  setTextStyle(style) {
    this.element.dataset.textStyle = style;
  }

  /** How the phone is doing. @param {import("../../shared/wire/phone_device.js").PhoneDevice} device */
  setStatus({ networkType, batteryLevel, isCharging }) {
    this._signal.style.opacity = networkType === "none" ? "0.3" : "";
    this._wifi.style.display = networkType === "wifi" ? "" : "none";
    this._network.textContent = /^\dg$/.test(networkType) ? networkType.toUpperCase() : "";
    this._charge.setAttribute("width", String(FULL_WIDTH * batteryLevel / 100));
    this._charge.setAttribute("fill", isCharging ? "#34c759" : batteryLevel <= LOW_PERCENT ? "#fa5151" : "currentColor");
  }

  _tick() {
    const now = new Date();
    this._time.textContent = `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
    setTimeout(() => this._tick(), (60 - now.getSeconds()) * 1000 + 50);
  }
}

function drawn([content, box]) {
  const svg = icon(content);
  svg.setAttribute("viewBox", `0 0 ${box}`);
  const [width, height] = box.split(" ");
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  return svg;
}
