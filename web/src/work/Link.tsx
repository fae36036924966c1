/** A link within the work screens. With a modifier key the browser opens it as any other. */
import { Anchor, type AnchorProps } from "@mantine/core";
import type { MouseEvent, ReactNode } from "react";
import { go } from "./route";

interface Props extends AnchorProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly "aria-current"?: "page" | undefined;
  /** What paper shows behind the words. */
  readonly "data-address"?: string;
}

export function follow(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(event.currentTarget.pathname + event.currentTarget.search);
}

export function Link({ children, ...props }: Props) {
  return (
    <Anchor {...props} onClick={follow}>
      {children}
    </Anchor>
  );
}
