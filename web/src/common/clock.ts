import { useEffect, useState } from "react";

/** Re-renders the caller once a second with what `read` says then. */
export function useEverySecond<Value>(read: () => Value): Value {
  const [, beat] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => beat((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return read();
}

/** True once `active` has held for a second: what loads faster than that needs no word about loading. */
export function useLong(active: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!active) {
      setLong(false);
      return;
    }
    const timer = setTimeout(() => setLong(true), 1_000);
    return () => clearTimeout(timer);
  }, [active]);
  return long;
}
