import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Alarm } from "../../api/types";
import { useDraft } from "../../common/drafts";
import { useWords } from "../../common/words";
import { useConsole } from "../context";

export function NoteForm({ alarm, onDone }: { readonly alarm: Alarm; readonly onDone: () => void }) {
  const { t } = useWords();
  const { actions } = useConsole();
  const { draft, kept, change, clear } = useDraft(`note.${alarm.id}`, "");
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (draft.trim() === "" || busy) return;
    setBusy(true);
    const noted = await actions.note(alarm, draft.trim());
    setBusy(false);
    if (!noted) return;
    clear();
    onDone();
  }

  return (
    <form onSubmit={submit} aria-label={t("add-note")}>
      <Stack gap="sm">
        <Textarea
          label={t("note")}
          description={t("note-hint")}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={2000}
          autoFocus
          value={draft}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" loading={busy} disabled={draft.trim() === ""}>
            {t("note-submit")}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t("cancel")}
          </Button>
          <Text fz="sm" c="dimmed" aria-live="polite">
            {kept && t("draft-kept")}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
