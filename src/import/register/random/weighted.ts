import type { Random } from './random.ts';

/** Something to draw by weight. */
export interface Weighted<Item> {
  readonly item: Item;
  readonly weight: number;
}

/** Draws an item with a probability in proportion to its weight. */
export class WeightedDraw<Item> {
  private readonly items: readonly Item[];
  private readonly ends: Float64Array;

  /** @throws RangeError if no item has a weight above 0 */
  constructor(choices: Iterable<Weighted<Item>>) {
    const drawable = [...choices].filter(({ weight }) => weight > 0);
    if (drawable.length === 0) throw new RangeError('expected an item with a weight above 0');
    this.items = drawable.map(({ item }) => item);
    this.ends = new Float64Array(drawable.length);
    let sum = 0;
    drawable.forEach(({ weight }, at) => {
      sum += weight;
      this.ends[at] = sum;
    });
  }

  /** The sum of all weights. */
  get total(): number {
    return this.ends[this.ends.length - 1] ?? 0;
  }

  draw(random: Random): Item {
    const wanted = random.unit() * this.total;
    let low = 0;
    let high = this.ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return this.items[low] as Item;
  }
}

/** From `{ A: 3, B: 1 }`: A three times as often as B. */
export function drawOf<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): WeightedDraw<Key> {
  return new WeightedDraw(
    Object.entries<number | undefined>(weights).map(([item, weight]) => ({ item: item as Key, weight: weight ?? 0 })),
  );
}
