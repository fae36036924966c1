/** The open part of the form: what is told of an injury without who was hurt. */
import { Checkbox, NativeSelect, Select, SimpleGrid, TextInput } from "@mantine/core";
import type { ChangeEvent, KeyboardEvent, ReactNode } from "react";
import { useWords } from "../common/words";
import { REGIONS } from "../figures/charts/regions";
import {
  AGES,
  ageWord,
  CAUSES,
  ESAW,
  type EsawList,
  esawWord,
  INJURY_KINDS,
  INJURY_OUTCOMES,
  SEXES,
  SOURCES,
} from "./codes";
import { type Open, type TextField, withSite } from "./form";
import classes from "./Register.module.css";
import { useSites } from "./RegisterPages";
import { today } from "./useSubmission";

/** The hint below, so that fields side by side stand on one line. */
const ORDER: ("label" | "input" | "description" | "error")[] = ["label", "input", "description", "error"];

interface Props {
  readonly open: Open;
  readonly change: (open: Open) => void;
  readonly faults: readonly string[];
  /** A known injury: who reports it, and under which number, does not change. */
  readonly fixed?: boolean;
}

export function InjuryFields({ open, change, faults, fixed = false }: Props) {
  const { t } = useWords();
  const shared = (field: TextField) => ({
    label: t(`field-${field}`),
    value: open[field],
    error: faults.includes(field) ? t(`wrong-${field}`) : null,
    "data-field": field,
    inputWrapperOrder: ORDER,
  });
  const typed = (field: TextField) => ({
    ...shared(field),
    onChange: (event: ChangeEvent<HTMLInputElement>) => change({ ...open, [field]: event.currentTarget.value }),
  });
  const chosen = (field: TextField) => ({
    ...shared(field),
    value: open[field] === "" ? null : open[field],
    onChange: (value: string | null) => change({ ...open, [field]: value ?? "" }),
    // Enter chooses an option; where none is marked yet it must not send the form.
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter") event.preventDefault();
    },
    searchable: true,
    clearable: true,
    placeholder: t("choose"),
    nothingFoundMessage: t("choose-nothing"),
    clearButtonProps: { "aria-label": t("filter-clear") },
  });
  const needed = { required: true, clearable: false } as const;
  return (
    <>
      <Part title={t("part-event")}>
        <TextInput {...typed("date")} type="date" max={today()} required />
        <TextInput {...typed("hour")} inputMode="numeric" placeholder="0–23" description={t("hint-hour")} />
        <Select {...chosen("kind")} {...needed} data={words(INJURY_KINDS, (code) => t(`injury-kind-${code}`))} />
        <Select
          {...chosen("outcome")}
          {...needed}
          data={words(INJURY_OUTCOMES, (code) => t(`injury-outcome-${code}`))}
        />
        <TextInput {...typed("days_lost")} inputMode="numeric" description={t("hint-days-lost")} />
        <TextInput {...typed("days_restricted")} inputMode="numeric" />
        <Checkbox
          label={t("field-severe")}
          description={t("hint-severe")}
          checked={open.severe}
          onChange={(event) => change({ ...open, severe: event.currentTarget.checked })}
          data-field="severe"
        />
      </Part>
      <Part title={t("part-place")}>
        <SiteChoice open={open} change={change} error={faults.includes("site") ? t("wrong-site") : null} />
        <Select {...chosen("region")} data={words(REGIONS, (code) => t(`region-${code}`))} />
        <TextInput {...typed("activity")} description={t("hint-activity")} />
        <TextInput {...typed("employer")} inputMode="numeric" maxLength={12} description={t("hint-employer")} />
        <TextInput {...typed("host")} inputMode="numeric" maxLength={12} description={t("hint-host")} />
        {!fixed && (
          <NativeSelect
            label={t("field-source")}
            value={open.source}
            onChange={(event) => change({ ...open, source: event.currentTarget.value })}
            data={words(SOURCES, (code) => t(`injury-source-${code}`))}
            data-field="source"
          />
        )}
        <TextInput {...typed("reported")} type="date" max={today()} />
        {!fixed && <TextInput {...typed("number")} maxLength={100} description={t("hint-number")} />}
      </Part>
      <Part title={t("part-why")}>
        <Select {...chosen("cause")} data={words(CAUSES, (code) => t(`injury-cause-${code}`))} />
        <Esaw list="deviation" field="deviation" chosen={chosen} />
        <Esaw list="contact" field="contact" chosen={chosen} />
        <Esaw list="type" field="injury_type" chosen={chosen} />
        <Esaw list="part" field="body_part" chosen={chosen} />
      </Part>
      <Part title={t("part-person")} detail={t("part-person-detail")}>
        <Select {...chosen("sex")} searchable={false} data={words(SEXES, (code) => t(`injury-sex-${code}`))} />
        <Select {...chosen("age")} searchable={false} data={words(AGES, (code) => ageWord(t, code))} />
      </Part>
    </>
  );
}

function words(codes: readonly string[], word: (code: string) => string) {
  return codes.map((value) => ({ value, label: word(value) }));
}

interface PartProps {
  readonly title: string;
  readonly detail?: string;
  readonly children: ReactNode;
}

export function Part({ title, detail, children }: PartProps) {
  return (
    <fieldset className={classes.part}>
      <legend>{title}</legend>
      {detail !== undefined && <p className={classes.minor}>{detail}</p>}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        {children}
      </SimpleGrid>
    </fieldset>
  );
}

interface EsawProps {
  readonly list: EsawList;
  readonly field: TextField;
  readonly chosen: (field: TextField) => object;
}

/** Found by code or by words. */
function Esaw({ list, field, chosen }: EsawProps) {
  const { t } = useWords();
  return (
    <Select {...chosen(field)} data={words(ESAW[list], (code) => esawWord(t, list, code))} maxDropdownHeight={280} />
  );
}

interface SiteProps {
  readonly open: Open;
  readonly change: (open: Open) => void;
  readonly error: string | null;
}

function SiteChoice({ open, change, error }: SiteProps) {
  const { t } = useWords();
  const { sites, speaker } = useSites();
  const site = (id: string) => sites.find((one) => one.id === id);
  // A site that the directory does not show stays what the alarm or the report said.
  const known = open.site === "" || site(open.site) !== undefined;
  const ids = [...sites.map(({ id }) => id), ...(known ? [] : [open.site])];
  return (
    <Select
      label={t("field-site")}
      description={t("hint-site")}
      data={words(ids, speaker.siteName)}
      value={open.site === "" ? null : open.site}
      onChange={(id) => change(withSite(open, site(id ?? ""), site(open.site)))}
      searchable
      clearable
      placeholder={t("choose")}
      nothingFoundMessage={t("choose-nothing")}
      clearButtonProps={{ "aria-label": t("filter-clear") }}
      error={error}
      data-field="site"
      inputWrapperOrder={ORDER}
    />
  );
}
