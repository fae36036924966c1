/** Who was hurt: a part of its own, sealed by the server, never kept in the browser. */
import { SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useWords } from "../common/words";
import type { Sealed } from "./form";
import classes from "./Register.module.css";

interface Props {
  readonly sealed: Sealed;
  readonly change: (sealed: Sealed) => void;
  readonly faults: readonly string[];
}

export function SealedFields({ sealed, change, faults }: Props) {
  const { t } = useWords();
  const field = (name: keyof Sealed) => ({
    label: t(`sealed-${name}`),
    value: sealed[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ ...sealed, [name]: event.currentTarget.value }),
    error: faults.includes(`injured.${name}`) || faults.includes("injured") ? t(`wrong-${name}`) : null,
    "data-field": `injured.${name}`,
    // Browsers would keep what the form promises not to.
    autoComplete: "off",
  });
  return (
    <fieldset className={`${classes.part} ${classes.sealed}`}>
      <legend>
        <Lock /> {t("part-sealed")}
      </legend>
      <p className={classes.minor}>{t("part-sealed-detail")}</p>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        <TextInput {...field("name")} />
        <TextInput {...field("iin")} inputMode="numeric" maxLength={12} />
        <TextInput {...field("born")} type="date" />
        <TextInput {...field("occupation")} />
      </SimpleGrid>
      <Textarea {...field("circumstances")} mt="sm" autosize minRows={3} maxLength={4_000} />
    </fieldset>
  );
}

function Lock() {
  return (
    <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true" className={classes.lock}>
      <rect x="2.5" y="7" width="11" height="7.5" rx="1.5" fill="currentColor" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}
