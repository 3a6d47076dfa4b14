import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Names each input of the tree after the argument that stands before it: GraphiQL's own have no names. */
function nameInputs(tree: Element): void {
  for (const input of tree.querySelectorAll('input:not([aria-label]), select:not([aria-label])')) {
    input.setAttribute('aria-label', nameBefore(input));
  }
}

function nameBefore(input: Element): string {
  for (let at: Element | null = input; at !== null; at = at.parentElement) {
    const text = at.previousElementSibling?.textContent.trim();
    if (text !== undefined && text !== '') return text.replace(/[*:\s]+$/, '');
  }
  return input.tagName.toLowerCase();
}

/** Keeps the inputs of the tree named while they come and go. @returns the element around the tree */
export function useReadableTree(): RefObject<HTMLDivElement | null> {
  const tree = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = tree.current;
    if (element === null) return undefined;
    nameInputs(element);
    const observer = new MutationObserver(() => nameInputs(element));
    observer.observe(element, { subtree: true, childList: true });
    return (): void => observer.disconnect();
  }, []);
  return tree;
}
