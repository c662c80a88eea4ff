/**
 * The longest increasing subsequence: which children of a reordered list may stay where they are. Logic process.
 */

/**
 * @param {number[]} numbers
 * @returns {boolean[]} true at the places that belong to one longest increasing subsequence
 */
export function longestIncreasing(numbers) {
  const tails = []; // index of the smallest last number of a subsequence of each length
  const before = new Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    let high = tails.length;
    // Most of a list is in order.
    let low = high > 0 && numbers[tails[high - 1]] < numbers[i] ? high : 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]] < numbers[i]) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1] : -1;
    tails[low] = i;
  }
  const stays = numbers.map(() => false);
  for (let i = tails.length > 0 ? tails[tails.length - 1] : -1; i >= 0; i = before[i]) stays[i] = true;
  return stays;
}
