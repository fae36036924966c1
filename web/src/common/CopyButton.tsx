/** Gives a text to the clipboard, and says whether that worked. */
import { Button, type ButtonProps, Group } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useWords } from "./words";

interface Props extends ButtonProps {
  readonly text: string;
  readonly children: ReactNode;
}

export function CopyButton({ text, children, ...props }: Props) {
  const { t } = useWords();
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = async () => setCopied((await copyText(text)) ? "yes" : "failed");
  return (
    <Group gap="xs" className="no-print">
      <Button size="xs" variant="default" {...props} onClick={() => void copy()}>
        {children}
      </Button>
      <span role="status">
        {copied === "yes" && t("check-copied")}
        {copied === "failed" && t("check-copy-failed")}
      </span>
    </Group>
  );
}

/** Whether the clipboard has the text now. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without TLS, as in a small house network, browsers have no clipboard but this old way.
    return copyOldWay(text);
  }
}

function copyOldWay(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
