type Children = readonly (Node | string)[];

/** Makes an element with its attributes and what is in it. Text stays text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: Children = [],
): HTMLElement {
  return filled(document.createElement(name), attributes, children);
}

/** The same for a part of a drawing. */
export function svg(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: Children = [],
): SVGElement {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function filled<T extends Element>(made: T, attributes: Readonly<Record<string, string>>, children: Children): T {
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
