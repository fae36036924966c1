/** What went wrong, where it went wrong. */
import { Alert } from "@mantine/core";
import type { ReactNode } from "react";
import type { Trouble } from "../common/Broken";

interface Props {
  readonly trouble: Trouble | null;
  readonly children?: ReactNode;
}

export function Troubled({ trouble, children }: Props) {
  if (trouble === null) return null;
  return (
    <Alert color="red" mt="md" title={trouble.title} role="alert">
      {trouble.detail} {trouble.remedy}
      {children}
    </Alert>
  );
}
