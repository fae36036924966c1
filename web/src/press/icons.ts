/** Icons, 24 × 24, drawn for this page: one for each state, and a dot for each in silent mode. */

import type { Press } from "./state";

/** What a press looks like; a press that was not delivered looks the same whatever the reason. */
export type Look = Press["stage"];

export const ICONS: Record<Look | "settings" | "phone" | "people", string> = {
  sending: '<path d="M12 3a9 9 0 1 0 9 9" class="turn"/>',
  undelivered: '<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z"/><path d="M8.5 8.5l7 7m0-7l-7 7"/>',
  sent: '<circle cx="12" cy="12" r="9.5"/><path d="M7.5 12.5l3 3 6-6.5"/>',
  seen: '<path d="M1.5 12S5.5 5 12 5s10.5 7 10.5 7-4 7-10.5 7S1.5 12 1.5 12z"/><circle cx="12" cy="12" r="3"/>',
  coming: '<path d="M3 12h17m-7-7l7 7-7 7"/>',
  arrived: '<path d="M12 22s7-7.3 7-12.5a7 7 0 0 0-14 0C5 14.7 12 22 12 22z"/><circle cx="12" cy="9.5" r="2.5"/>',
  closed: '<rect x="3" y="3" width="18" height="18" rx="4"/><path d="M7.5 12.5l3 3 6-6.5"/>',
  settings: '<path d="M4 7h9m5 0h2M4 17h2m5 0h9"/><circle cx="15.5" cy="7" r="2.5"/><circle cx="8.5" cy="17" r="2.5"/>',
  phone: '<path d="M6 3h3l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"/>',
  people: '<circle cx="12" cy="8" r="4"/><path d="M4 21c.8-4.5 4-6.5 8-6.5s7.2 2 8 6.5"/>',
};

/** The silent mode's dot: told apart by shape alone, in the colour of ordinary text. */
export const DOTS: Record<Look, string> = {
  sending: '<circle cx="12" cy="12" r="6" stroke-dasharray="2 3.7"/>',
  undelivered: '<circle cx="12" cy="12" r="7"/><path d="M7 17L17 7"/>',
  sent: '<circle cx="12" cy="12" r="5" fill="currentColor"/>',
  seen: '<circle cx="12" cy="12" r="7"/><circle cx="12" cy="12" r="1.5" fill="currentColor"/>',
  coming: '<circle cx="12" cy="12" r="7"/><path d="M12 5a7 7 0 0 1 0 14z" fill="currentColor"/>',
  arrived: '<circle cx="12" cy="12" r="4" fill="currentColor"/><circle cx="12" cy="12" r="8.5"/>',
  closed: '<circle cx="12" cy="12" r="7"/>',
};
