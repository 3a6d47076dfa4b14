import type { JSX } from 'react';

/** Four tiles. */
export function GalleryIcon(): JSX.Element {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <rect x="2.75" y="2.75" width="5.75" height="5.75" rx="1.25" />
      <rect x="11.5" y="2.75" width="5.75" height="5.75" rx="1.25" />
      <rect x="2.75" y="11.5" width="5.75" height="5.75" rx="1.25" />
      <rect x="11.5" y="11.5" width="5.75" height="5.75" rx="1.25" />
    </svg>
  );
}
