/** The positions from 0 up to `length`, in the order of their keys; equal ones stay in order. */
export function orderBy(length: number, keyOf: (position: number) => number): Int32Array {
  const positions = Array.from({ length }, (_, position) => position);
  return Int32Array.from(positions.sort((one, other) => keyOf(one) - keyOf(other)));
}
