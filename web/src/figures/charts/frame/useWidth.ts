/** How wide a picture may be: as its place on the screen, or as a sheet of paper while it is being printed. */
import { useCallback, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

/** Before the place is known, and where nothing is laid out. */
const FIRST_WIDTH = 720;
/** A4 less margins of 15 mm, in pixels of 1/96 inch. */
const PAPER_WIDTH = 680;
/** Wider than this a picture only gets emptier. */
const MOST = 1_100;

export function useWidth(): { readonly width: number; readonly measure: (element: Element | null) => void } {
  const [width, setWidth] = useState(FIRST_WIDTH);
  const printing = useSyncExternalStore(watchPrinting, isPrinting);
  const measure = useCallback((element: Element | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry?.contentRect.width ?? 0);
      // On paper the place is as wide as the sheet, and stays so in a hidden tab.
      if (now > 0 && !isPrinting()) setWidth(now);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { width: printing ? PAPER_WIDTH : Math.min(width, MOST), measure };
}

const isPrinting = () => matchMedia("print").matches;

function watchPrinting(changed: () => void): () => void {
  const media = matchMedia("print");
  // The browser lays the sheet out as soon as this returns.
  const now = () => flushSync(changed);
  media.addEventListener("change", now);
  return () => media.removeEventListener("change", now);
}
