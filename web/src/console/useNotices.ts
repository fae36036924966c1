import { useCallback, useState } from "react";
import type { Trouble } from "../common/Broken";

export interface NoticeItem extends Trouble {
  readonly id: number;
}

export type Tell = (trouble: Trouble) => void;

const SHOWN_MS = 12_000;
const SHOWN_AT_ONCE = 3;

/** Short messages in the corner: what went wrong, and what to do. */
export function useNotices(): { notices: readonly NoticeItem[]; tell: Tell; dismiss: (id: number) => void } {
  const [notices, setNotices] = useState<readonly NoticeItem[]>([]);
  const dismiss = useCallback((id: number) => setNotices((all) => all.filter((notice) => notice.id !== id)), []);
  const tell = useCallback<Tell>(
    (trouble) => {
      const id = performance.now();
      setNotices((all) =>
        [...all.filter(({ title }) => title !== trouble.title), { ...trouble, id }].slice(-SHOWN_AT_ONCE),
      );
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    [dismiss],
  );
  return { notices, tell, dismiss };
}
