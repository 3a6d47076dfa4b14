/** Arithmetic modulo a prime: exact, and what follows from whole numbers follows here too. */
const PRIME = 67_108_859;

/** What can be told from some sums: everything that is a combination of them. */
export class Known {
  private readonly byPivot = new Map<number, Float64Array>();

  constructor(private readonly size: number) {}

  /** Adds a sum; false where it follows from those that are known. */
  add(coefficients: ArrayLike<number>): boolean {
    const row = this.reduced(coefficients);
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot < 0) return false;
    const inverse = inverseOf(row[pivot] ?? 1);
    this.byPivot.set(
      pivot,
      row.map((value) => (value * inverse) % PRIME),
    );
    return true;
  }

  /** Whether a sum follows from those that are known. */
  tells(coefficients: ArrayLike<number>): boolean {
    return this.reduced(coefficients).every((value) => value === 0);
  }

  private reduced(coefficients: ArrayLike<number>): Float64Array {
    const row = Float64Array.from(
      { length: this.size },
      (_, at) => (((coefficients[at] ?? 0) % PRIME) + PRIME) % PRIME,
    );
    for (let at = 0; at < this.size; at += 1) {
      const factor = row[at] ?? 0;
      const pivot = factor === 0 ? undefined : this.byPivot.get(at);
      if (!pivot) continue;
      for (let each = at; each < this.size; each += 1) {
        row[each] = ((row[each] ?? 0) + (PRIME - factor) * (pivot[each] ?? 0)) % PRIME;
      }
    }
    return row;
  }
}

function inverseOf(value: number): number {
  let [result, base, exponent] = [1n, BigInt(value), BigInt(PRIME - 2)];
  const prime = BigInt(PRIME);
  for (; exponent > 0n; exponent /= 2n) {
    if (exponent % 2n === 1n) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return Number(result);
}
