/** Taking a file back: asked once, with what goes and what stays. */
import { Button, Checkbox, Group, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ImportItem } from "../../api/imports";
import { type Trouble, troubleOf } from "../../common/Broken";
import { personName } from "../../common/names";
import { fullTime } from "../../common/times";
import { useScribe } from "../../figures/charts/frame/words";
import { Troubled } from "../../incoming/Troubled";
import { useDesk } from "../../work/Gate";
import classes from "../Register.module.css";

interface Props {
  /** Null while nothing is asked. */
  readonly item: ImportItem | null;
  readonly onDone: (item: ImportItem) => void;
  readonly onCancel: () => void;
}

export function TakeBack({ item, onDone, onCancel }: Props) {
  const { t } = useScribe();
  return (
    <Modal
      opened={item !== null}
      onClose={onCancel}
      title={t("imports-withdraw-title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("cancel") }}
      transitionProps={{ duration: 0 }}
    >
      {item !== null && <Question key={item.id} item={item} onDone={() => onDone(item)} onCancel={onCancel} />}
    </Modal>
  );
}

interface QuestionProps {
  readonly item: ImportItem;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function Question({ item: { id, name, rows, at, by }, onDone, onCancel }: QuestionProps) {
  const { t, numbers, language } = useScribe();
  const { register } = useDesk();
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (!sure || busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      await register.withdrawImport(id);
      onDone();
    } catch (error) {
      setTrouble(troubleOf(error, t));
      setBusy(false);
    }
  }

  const goes = t("imports-withdraw-goes", {
    name: name ?? t("imports-unnamed"),
    rows: numbers.whole(rows),
    at: fullTime(at, null, language),
    by: by === null ? t("imports-by-folder") : (personName(by, t) ?? "–"),
  });
  return (
    <form onSubmit={submit} noValidate>
      <ul className={classes.consequences}>
        <li>{goes}</li>
        <li>{t("imports-withdraw-later")}</li>
        <li>{t("imports-withdraw-stays")}</li>
      </ul>
      <Checkbox
        data-autofocus
        label={t("imports-withdraw-sure")}
        checked={sure}
        onChange={(event) => setSure(event.currentTarget.checked)}
        error={asked && !sure ? t("sure-missing") : null}
      />
      <Troubled trouble={trouble} />
      <Group mt="md" gap="xs">
        <Button type="submit" color="red.9" loading={busy}>
          {t("imports-withdraw-submit")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </Group>
    </form>
  );
}
