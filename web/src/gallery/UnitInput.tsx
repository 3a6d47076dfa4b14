import { useEffect, useId, useState } from 'react';
import type { JSX } from 'react';
import { findUnits } from './find-units.ts';
import type { FoundUnit } from './find-units.ts';

/** How long a person's typing rests before it is looked up, in milliseconds. */
const REST = 200;
const SHORTEST = 2;

/** A unit's code, found by typing its name with or without marks; the codes offered bear their names. */
export function UnitInput({ value, onChange }: { readonly value: string; onChange(value: string): void }): JSX.Element {
  const id = useId();
  const [found, setFound] = useState<readonly FoundUnit[]>([]);
  const name = found.find((unit) => unit.code === value)?.name;

  useEffect(() => {
    if (value.length < SHORTEST) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      // A look-up that fails offers nothing; the code can still be typed, and the question will say what is wrong.
      findUnits(value, stop.signal).then(setFound, () => setFound([]));
    }, REST);
    return (): void => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [value]);

  return (
    <>
      <input
        className="field"
        list={id}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={id}>
        {found.map((unit) => (
          <option key={unit.code} value={unit.code}>
            {unit.name}
          </option>
        ))}
      </datalist>
      {name !== undefined && <small>{name}</small>}
    </>
  );
}
