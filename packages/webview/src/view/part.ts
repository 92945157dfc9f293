/** The parts of the page: it has a fixed skeleton, which the extension writes. */

export function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element;
}
