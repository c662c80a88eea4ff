/**
 * The wheel of twelve bars that turns while something loads. Runs in the shell page (Chromium); used in style sheets.
 */

const BARS = 12;
const DARKEST = 0x98;
const LIGHTEST = 0xe9;

/** A picture for `background-image`; turn it in twelve steps. @returns {string} CSS */
export function spinnerImage() {
  const bars = Array.from({ length: BARS }, (_, index) => {
    const share = ((index + BARS - 1) % BARS) / (BARS - 1);
    const grey = Math.round(DARKEST + (LIGHTEST - DARKEST) * share);
    const turn = `rotate(${(360 / BARS) * index} 50 50)`;
    return `<rect x="46.5" y="10" width="7" height="20" rx="3.5" fill="rgb(${grey},${grey},${grey})" transform="${turn}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${bars.join("")}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
