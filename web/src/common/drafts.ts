/** A form that was begun survives a reload, a shift of attention and a wrong key. */
import { useState } from "react";
import { readSetting, writeSetting } from "./settings";

export function useDraft<Draft>(name: string, empty: Draft) {
  const [draft, setDraft] = useState<Draft>(() => parse(readSetting(`draft.${name}`)) ?? empty);
  const [kept, setKept] = useState(() => readSetting(`draft.${name}`) !== null);
  return {
    draft,
    /** Something has been typed and is kept in this browser. */
    kept,
    change(next: Draft) {
      setDraft(next);
      setKept(true);
      writeSetting(`draft.${name}`, JSON.stringify(next));
    },
    clear() {
      setKept(false);
      writeSetting(`draft.${name}`, null);
    },
  };

  function parse(text: string | null): Draft | null {
    try {
      return text === null ? null : (JSON.parse(text) as Draft);
    } catch {
      return null;
    }
  }
}
