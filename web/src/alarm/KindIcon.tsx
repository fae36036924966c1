/** A drawing for each kind of alarm, readable at 20 pixels and from two metres. */
import type { ReactNode } from "react";

const person = <circle cx="12" cy="5" r="2.6" fill="currentColor" stroke="none" />;

const DRAWINGS: Record<string, ReactNode> = {
  assist: (
    <>
      <circle cx="8" cy="6.5" r="2.5" />
      <path d="M3.5 19v-3.5A4.5 4.5 0 0 1 8 11a4.5 4.5 0 0 1 4.5 4.5V19" />
      <circle cx="17" cy="8" r="2" />
      <path d="M15.5 12.3a3.5 3.5 0 0 1 5 3.2V19" />
    </>
  ),
  panic: (
    <>
      <circle cx="12" cy="12" r="3.2" fill="currentColor" stroke="none" />
      <path d="M7 7a7 7 0 0 0 0 10M17 7a7 7 0 0 1 0 10M4.2 4.2a11 11 0 0 0 0 15.6M19.8 4.2a11 11 0 0 1 0 15.6" />
    </>
  ),
  duress: (
    <>
      <path d="M12 2.8 19.5 5.5v6c0 4.7-3.2 8.2-7.5 9.7-4.3-1.5-7.5-5-7.5-9.7v-6z" />
      <path d="M12 8v4.5M12 16v.1" strokeWidth="2.6" />
    </>
  ),
  holdup: (
    <>
      {person}
      <path d="M5 3v5.5l4.5 2h5l4.5-2V3M9.5 10.5V21M14.5 10.5V21M9.5 16h5" />
    </>
  ),
  medical: <path d="M9 3.5h6V9h5.5v6H15v5.5H9V15H3.5V9H9z" />,
  fire: (
    <path d="M12.5 2.5c.5 3.5 5.5 6 5.5 11a6 6 0 0 1-12 .3c0-2.3 1-3.8 2.2-5.1.3 1.5 1 2.3 1.8 2.8-.3-3.5.5-6.8 2.5-9z" />
  ),
  gas: (
    <path d="M3 8.5c2-1.8 4-1.8 6 0s4 1.8 6 0 4-1.8 6 0M3 13.5c2-1.8 4-1.8 6 0s4 1.8 6 0 4-1.8 6 0M3 18.5c2-1.8 4-1.8 6 0s4 1.8 6 0 4-1.8 6 0" />
  ),
  "man-down": (
    <>
      <circle cx="5" cy="14" r="2.5" fill="currentColor" stroke="none" />
      <path d="M9 15.5h7l4.5-1M9.5 12.5 14 9l2 6.5M2.5 20h19" />
    </>
  ),
  intrusion: <path d="M13 3.5h6.5v17H13M3 12h10.5M9.5 8l4 4-4 4" />,
  tamper: (
    <>
      <path d="M13.5 4.5h-9v15h15v-9" />
      <path d="m20.5 3.5-8.5 8.5M20.5 3.5h-5M20.5 3.5v5" />
    </>
  ),
  technical: (
    <>
      <path
        d="M14.5 6.5a4.5 4.5 0 0 1 5.8-1l-3 3 .4 2 2 .4 3-3a4.5 4.5 0 0 1-6.4 4.9L9 20a2.5 2.5 0 0 1-3.6-3.6l7.3-7.3a4.5 4.5 0 0 1 1.8-2.6z"
        transform="translate(-1.5 0)"
      />
    </>
  ),
  test: (
    <>
      <circle cx="12" cy="12" r="8.5" strokeDasharray="3.2 2.4" />
      <path d="m8.2 12.3 2.7 2.7 5-5.5" />
    </>
  ),
};

export function KindIcon({ kind, size = 24 }: { readonly kind: string; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {DRAWINGS[kind] ?? DRAWINGS.panic}
    </svg>
  );
}
