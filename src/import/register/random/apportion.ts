/**
 * Divides a whole number in proportion to weights; what rounding leaves goes to the largest remainders, the first of
 * equals. Without any weight all get the same.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum > 0 ? (total * weight) / sum : total / weights.length));
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder);
  for (const { at } of byRemainder) {
    if (left <= 0) break;
    parts[at] = (parts[at] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

/**
 * Scales sizes to a sum, each staying within the limits.
 * @throws RangeError if the limits leave no way
 */
export function fitSizes(sizes: readonly number[], total: number, min: number, max: number): number[] {
  if (total < sizes.length * min || total > sizes.length * max) {
    throw new RangeError(
      `expected a total that ${sizes.length} sizes from ${min} to ${max} can have, but came ${total}`,
    );
  }
  const fitted = apportion(total, sizes).map((size) => Math.min(max, Math.max(min, size)));
  let off = total - fitted.reduce((all, size) => all + size, 0);
  for (let at = 0; off !== 0; at = (at + 1) % fitted.length) {
    const size = fitted[at] ?? 0;
    const step = Math.sign(off);
    if (size + step < min || size + step > max) continue;
    fitted[at] = size + step;
    off -= step;
  }
  return fitted;
}
