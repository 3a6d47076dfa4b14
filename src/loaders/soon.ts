/** A value, or a promise of one. What is in memory is there at once, and nobody has to wait a turn for it. */
export type Soon<Value> = Value | Promise<Value>;

/** Goes on with a value: at once where it is there. */
export function whenThere<Value, Result>(value: Soon<Value>, goOn: (value: Value) => Result): Soon<Result> {
  return value instanceof Promise ? value.then(goOn) : goOn(value);
}

/** All of several values: at once where all are there. */
export function allOf<Value>(values: readonly Soon<Value>[]): Soon<Value[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as Value[]);
}
