/** Small choices kept in this browser. A browser that forbids storage still works; it only forgets. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(`saqta.${name}`);
  } catch {
    return null;
  }
}

export function writeSetting(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`saqta.${name}`);
    else localStorage.setItem(`saqta.${name}`, value);
  } catch {
    // Forgotten at the next visit, nothing worse.
  }
}
