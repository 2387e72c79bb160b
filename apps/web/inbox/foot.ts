/**
 * Tells the page how high the bar at its foot is, as long as it is there: what floats over the foot of the window (what is
 * about to be sent, what was done) then stands above it, and no button of the bar is ever under something.
 */
export function keepFootClear(bar: HTMLElement): () => void {
  const { style } = document.documentElement;
  const tell = new ResizeObserver(() => style.setProperty('--vd-foot', `${String(bar.offsetHeight)}px`));
  tell.observe(bar);
  return () => {
    tell.disconnect();
    style.removeProperty('--vd-foot');
  };
}
