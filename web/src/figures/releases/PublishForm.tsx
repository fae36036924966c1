/** The form of a release. What the server would refuse is said at its field; what it refuses, in words. */
import { Autocomplete, Button, Checkbox, Group, NumberInput, Select, SimpleGrid, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Refused } from "../../api/client";
import type { Series } from "../../api/imports";
import { type Trouble, troubleOf } from "../../common/Broken";
import { type Say, useWords } from "../../common/words";
import incoming from "../../incoming/Incoming.module.css";
import { Troubled } from "../../incoming/Troubled";
import { isPeriod } from "../../register/filters";
import classes from "../../register/Register.module.css";
import { useDesk } from "../../work/Gate";
import { Link } from "../../work/Link";
import { periodTitle } from "../public/periods";
import { unitWord } from "../series/SeriesList";
import { touches } from "../series/series";
import type { Following } from "./Publish";
import {
  besideOf,
  DIVISORS,
  type Divisor,
  type Draft,
  type Fault,
  faultsOf,
  isRunning,
  LEAST_THRESHOLD,
  periodsOver,
  revisionOf,
  specOf,
  suggestedId,
  USUAL_THRESHOLD,
} from "./spec";

interface Props extends Following {
  readonly first: Draft;
  readonly series: readonly Series[];
  readonly today: string;
}

export function PublishForm({ items, revises, first, series, today, onDone, onAskAgain, onCancel }: Props) {
  const { t } = useWords();
  const { figures } = useDesk();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(first);
  /** The id follows the period until somebody writes one. */
  const [ownId, setOwnId] = useState(revises !== null);
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const faults = faultsOf(draft, items, series, today);
  const revision = revisionOf(draft, items);
  const beside = besideOf(draft, items);
  const threshold = Math.max(draft.threshold ?? USUAL_THRESHOLD, LEAST_THRESHOLD);

  useEffect(() => form.current?.querySelector<HTMLElement>("[data-field]:not(:disabled)")?.focus(), []);

  function change(changed: Partial<Draft>) {
    setTrouble(null);
    setDraft({ ...draft, ...changed });
  }

  /** What was typed is told once it is complete or was sent; another period's id is told at once. */
  const faultAt = (field: Fault["field"]) => {
    const found = faults.find((fault) => fault.field === field);
    const isTold = asked || found?.word === "other" || found?.word === "page" || found?.word === "ahead";
    return found === undefined || !isTold ? null : faultWords(t, found);
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    setTrouble(null);
    const at = faults[0]?.field ?? (sure ? null : "sure");
    if (at !== null) form.current?.querySelector<HTMLElement>(`[data-field="${at}"]`)?.focus();
    if (at !== null || busy) return;
    setBusy(true);
    try {
      onDone(await figures.publish(specOf(draft)));
    } catch (error) {
      setTrouble(refusalOf(t, error, threshold));
      setBusy(false);
      onAskAgain();
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form} aria-labelledby="publish">
      <ul className={classes.consequences}>
        <li>{t("publish-forever")}</li>
        <li>{t("publish-correcting")}</li>
        <li>{t("publish-few", { threshold })}</li>
      </ul>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
        <PeriodField
          draft={draft}
          fixed={revises !== null || busy}
          today={today}
          error={faultAt("period")}
          onPeriod={(period) => change({ period, ...(ownId ? {} : { id: suggestedId(period) }) })}
        />
        <TextInput
          data-field="id"
          label={t("publish-id")}
          description={t("publish-id-hint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          required
          disabled={revises !== null || busy}
          value={draft.id}
          onChange={(event) => {
            setOwnId(true);
            change({ id: event.currentTarget.value.trim() });
          }}
          error={faultAt("id")}
        />
        <NumberInput
          data-field="threshold"
          label={t("publish-threshold")}
          description={t("publish-threshold-hint", { most: threshold - 1 })}
          inputWrapperOrder={["label", "input", "description", "error"]}
          required
          hideControls
          allowDecimal={false}
          allowNegative={false}
          disabled={busy}
          value={draft.threshold ?? ""}
          onChange={(value) => change({ threshold: typeof value === "number" ? value : null })}
          error={faultAt("threshold")}
        />
      </SimpleGrid>
      {revises === null && revision > 1 && <p className={incoming.note}>{t("publish-id-revision", { revision })}</p>}
      {revises === null && revision === 1 && beside !== null && (
        <p className={incoming.note}>{t("publish-same-months", { id: beside })}</p>
      )}
      <Divided
        draft={draft}
        series={series}
        disabled={busy}
        error={faultAt("divided")}
        onChange={(divided) => change({ divided })}
      />
      <Checkbox
        mt="lg"
        label={t("publish-synthetic")}
        description={t("publish-synthetic-hint")}
        checked={draft.synthetic}
        disabled={busy}
        onChange={(event) => change({ synthetic: event.currentTarget.checked })}
      />
      <Checkbox
        mt="md"
        data-field="sure"
        label={t("publish-sure")}
        checked={sure}
        disabled={busy}
        onChange={(event) => setSure(event.currentTarget.checked)}
        error={asked && !sure ? t("publish-sure-missing") : null}
      />
      <Troubled trouble={trouble} />
      <Group mt="lg" gap="xs">
        <Button type="submit" loading={busy}>
          {revision > 1 ? t("publish-submit-revision", { revision }) : t("publish-submit")}
        </Button>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {t("cancel")}
        </Button>
        <span role="status" className={incoming.soft}>
          {busy && t("publish-busy")}
        </span>
      </Group>
    </form>
  );
}

function faultWords(t: Say, fault: Fault): string {
  if (fault.word === "other") return t("publish-id-other", { period: periodTitle(t, fault.period) });
  return t(`publish-${fault.field}-${fault.word}`);
}

/** The fields that the server may still refuse after it was looked from here, and what it then means. */
const REFUSED_FIELDS = ["period", "id", "revision"];

/** Why it was not published, in words. */
function refusalOf(t: Say, error: unknown, threshold: number): Trouble {
  if (!(error instanceof Refused)) {
    return { title: t("publish-away"), detail: t("publish-away-detail"), remedy: t("publish-away-do") };
  }
  const { field, reason } = error.problem;
  if (error.status !== 400) return troubleOf(error, t);
  const detail =
    field != null && REFUSED_FIELDS.includes(field)
      ? t(`publish-refused-${field}`, { threshold })
      : t("publish-refused-other", { reason: reason ?? error.problem.detail ?? "" });
  return { title: t("publish-refused"), detail, remedy: null };
}

interface PeriodProps {
  readonly draft: Draft;
  readonly fixed: boolean;
  readonly today: string;
  readonly error: string | null;
  readonly onPeriod: (period: string) => void;
}

function PeriodField({ draft: { period }, fixed, today, error, onPeriod }: PeriodProps) {
  const { t } = useWords();
  const known = isPeriod(period);
  return (
    <div>
      <Autocomplete
        data-field="period"
        label={t("publish-period")}
        description={known ? periodTitle(t, period) : null}
        inputWrapperOrder={["label", "input", "description", "error"]}
        required
        disabled={fixed}
        data={[...periodsOver(today)]}
        filter={({ options }) => options}
        openOnFocus={false}
        value={period}
        onChange={(text) => onPeriod(text.trim())}
        error={error}
      />
      {known && isRunning(period, today) && error === null && (
        <p className={incoming.caution}>{t("publish-period-running")}</p>
      )}
      {known && (
        <Link href={`/figures/explore?period=${encodeURIComponent(period)}`} fz="sm">
          {t("publish-look")}
        </Link>
      )}
    </div>
  );
}

interface DividedProps {
  readonly draft: Draft;
  readonly series: readonly Series[];
  readonly disabled: boolean;
  readonly error: string | null;
  readonly onChange: (divided: Draft["divided"]) => void;
}

function Divided({ draft: { divided, period }, series, disabled, error, onChange }: DividedProps) {
  const { t } = useWords();
  const units = DIVISORS.filter((unit) => series.some((one) => one.unit === unit));
  const lacks = (unit: Divisor) => {
    const chosen = series.find(({ id }) => id === divided[unit]);
    return chosen !== undefined && isPeriod(period) && !touches(chosen, period);
  };
  return (
    <fieldset className={incoming.beside}>
      <legend>{t("publish-divided")}</legend>
      <p className={incoming.soft}>
        {units.length === 0 ? t("publish-divided-none") : t("publish-divided-detail")}{" "}
        <Link href="/figures/series" fz="inherit" underline="always">
          {t("publish-series")}
        </Link>
      </p>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg" mt="xs">
        {units.map((unit, place) => (
          <div key={unit}>
            <Select
              {...(place === 0 ? { "data-field": "divided" } : {})}
              label={unitWord(t, unit)}
              disabled={disabled}
              allowDeselect={false}
              data={[
                ...series
                  .filter((one) => one.unit === unit)
                  .map(({ id, version, counter }) => ({ value: id, label: `${id}@${version} · ${counter}` })),
                { value: "", label: t("publish-divided-not") },
              ]}
              value={divided[unit]}
              onChange={(id) => onChange({ ...divided, [unit]: id ?? "" })}
              error={place === 0 ? error : null}
            />
            {lacks(unit) && <p className={incoming.caution}>{t("publish-divided-lacks")}</p>}
          </div>
        ))}
      </SimpleGrid>
    </fieldset>
  );
}
