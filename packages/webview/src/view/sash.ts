/** The line between tree and details, moved by pointer and by keys. */

/** Percent of the window's height. */
const [LEAST, MOST, STEP] = [10, 80, 5];

export function sash(element: HTMLElement, height: () => number, resize: (height: number) => void): void {
  const set = (wanted: number) => resize(Math.min(MOST, Math.max(LEAST, wanted)));
  element.addEventListener('pointerdown', (event) => element.setPointerCapture(event.pointerId));
  element.addEventListener('pointermove', (event) => {
    if (element.hasPointerCapture(event.pointerId)) set(100 - (event.clientY / window.innerHeight) * 100);
  });
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowUp') set(height() + STEP);
    else if (key === 'ArrowDown') set(height() - STEP);
  });
}
