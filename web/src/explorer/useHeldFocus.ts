import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** How long after a change of the question GraphiQL's tree may take the focus for itself, in milliseconds. */
const TAKEN_WITHIN = 1_500;

/**
 * Keeps the focus in an input while the tree beside it, which goes to what is new in the question, would take it.
 * @returns the input, and how to say that the question is about to change
 */
export function useHeldFocus(): readonly [RefObject<HTMLInputElement | null>, () => void] {
  const input = useRef<HTMLInputElement>(null);
  const until = useRef(0);
  useEffect(() => {
    const field = input.current;
    const back = ({ relatedTarget }: FocusEvent): void => {
      const isTree = relatedTarget instanceof Element && relatedTarget.closest('.explorer-tree') !== null;
      if (isTree && performance.now() < until.current) field?.focus({ preventScroll: true });
    };
    field?.addEventListener('blur', back);
    return (): void => field?.removeEventListener('blur', back);
  }, []);
  const hold = useCallback(() => {
    until.current = performance.now() + TAKEN_WITHIN;
  }, []);
  return [input, hold];
}
