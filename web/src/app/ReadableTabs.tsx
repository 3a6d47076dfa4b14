import { useEffect } from 'react';

const LINE = '.graphiql-session-header';

/**
 * GraphiQL puts the buttons that open and close a question inside elements of the role "tab", where a screen reader cannot
 * reach them. They are read here as what they are: a group of buttons, of which one is the current question.
 */
function makeReadable(line: Element): void {
  line.querySelector('[role="tablist"]')?.setAttribute('role', 'group');
  for (const item of line.querySelectorAll('[role="tab"], [data-was="tab"]')) {
    const isCurrent = item.classList.contains('graphiql-tab-active');
    if (item.getAttribute('role') !== 'none') {
      item.setAttribute('role', 'none');
      item.setAttribute('data-was', 'tab');
    }
    if (item.hasAttribute('aria-selected')) item.removeAttribute('aria-selected');
    item.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', String(isCurrent));
  }
}

/** Keeps the line of questions readable while they come and go. Draws nothing. */
export function ReadableTabs(): null {
  useEffect(() => {
    const line = document.querySelector(LINE);
    if (line === null) return undefined;
    makeReadable(line);
    const observer = new MutationObserver(() => makeReadable(line));
    observer.observe(line, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['aria-selected', 'class'],
    });
    return (): void => observer.disconnect();
  }, []);
  return null;
}
