/** The colours of a chart on a light or a dark ground. The first of the palette is the accent of the page. */
export interface Colours {
  readonly text: string;
  readonly faint: string;
  readonly ground: string;
  readonly accent: string;
  readonly below: string;
  readonly target: string;
  readonly palette: readonly string[];
}

const LIGHT: Colours = {
  text: '#3b4351',
  faint: '#e3e6eb',
  ground: '#ffffff',
  accent: '#a4262c',
  below: '#d9a3a5',
  target: '#1f2733',
  palette: ['#a4262c', '#44708e', '#c98a2b', '#6f8a4b', '#7b628f', '#8a8f98'],
};

const DARK: Colours = {
  text: '#c9d0db',
  faint: '#39424f',
  ground: '#212a3b',
  accent: '#e2686d',
  below: '#8d5559',
  target: '#f2f4f7',
  palette: ['#e2686d', '#7fb0d0', '#e0b062', '#a3c17c', '#b49ccb', '#a9b0bb'],
};

/** The colours for a ground. */
export function coloursOn(dark: boolean): Colours {
  return dark ? DARK : LIGHT;
}
