/** Taking in a file of series; for SDMX-CSV also what it does not say itself. */
import { Anchor, Button, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { Refused } from "../../api/client";
import { type RecordedFile, type Series, type SeriesWords, UNITS } from "../../api/imports";
import type { Problem } from "../../api/types";
import { type Trouble, troubleOf } from "../../common/Broken";
import { download, toCsv } from "../../common/csv";
import { useWords } from "../../common/words";
import { FileField } from "../../incoming/FileField";
import incoming from "../../incoming/Incoming.module.css";
import { SendingBar } from "../../incoming/SendingBar";
import { Troubled } from "../../incoming/Troubled";
import { useSending } from "../../incoming/useSending";
import { WrongCells } from "../../incoming/WrongCells";
import classes from "../../register/Register.module.css";
import { useDesk } from "../../work/Gate";
import { isSdmxFile, MUST_BE_SAID, SAID_BESIDE, type SaidBeside, SERIES_COLUMNS, unsaid } from "./series";
import { TakenIn } from "./TakenIn";

interface Props {
  readonly known: readonly Series[];
  readonly onTaken: () => void;
}

export function SeriesForm({ known, onTaken }: Props) {
  const { t } = useWords();
  const { figures } = useDesk();
  const sending = useSending();
  const form = useRef<HTMLFormElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [sdmx, setSdmx] = useState(false);
  const [words, setWords] = useState<Partial<SeriesWords>>({});
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** What came of the last file, beside what was known before it. */
  const [taken, setTaken] = useState<{ readonly file: RecordedFile; readonly before: readonly Series[] } | null>(null);
  const busy = sending.progress !== null;
  const missing = sdmx && asked ? unsaid(words) : [];
  const field = refused?.field ?? null;

  async function choose(chosen: File | null) {
    setFile(chosen);
    setRefused(null);
    setTrouble(null);
    setTaken(null);
    setSdmx(chosen !== null && (await isSdmxFile(chosen)));
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    setRefused(null);
    setTrouble(null);
    setTaken(null);
    const [first] = sdmx ? unsaid(words) : [];
    if (first !== undefined) form.current?.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
    if (file === null || first !== undefined || busy) return;
    try {
      const beside = sdmx ? words : {};
      const answer = await sending.send(file, (watch) => figures.recordSeries(file, beside, watch));
      setTaken({ file: answer, before: known });
      setFile(null);
      setAsked(false);
      onTaken();
    } catch (error) {
      if (error instanceof Refused && error.status === 400) setRefused(error.problem);
      else if (!sending.wasStopped()) setTrouble(troubleOf(error, t));
      else setTrouble({ title: t("file-stopped"), detail: t("file-stopped-detail"), remedy: null });
    }
  }

  return (
    <section className={classes.panel} aria-labelledby="series-bring">
      <h2 id="series-bring">{t("series-bring")}</h2>
      <form ref={form} onSubmit={submit} noValidate className={classes.form} aria-labelledby="series-bring">
        <p className={classes.lead}>{t("series-bring-detail")}</p>
        <FileField
          name="file"
          label={t("series-file")}
          description={t("series-file-detail")}
          accept=".csv,.txt"
          file={file}
          onFile={(chosen) => void choose(chosen)}
          disabled={busy}
          error={asked && file === null ? t("file-missing") : null}
        />
        <Anchor
          component="button"
          type="button"
          fz="sm"
          mt={6}
          className={incoming.start}
          onClick={() => download("saqta-series.csv", toCsv([SERIES_COLUMNS]))}
        >
          {t("series-template")}
        </Anchor>
        {sdmx && (
          <Beside
            words={words}
            set={setWords}
            missing={missing}
            wrong={{ field, reason: refused?.reason ?? null }}
            disabled={busy}
          />
        )}
        <Troubled trouble={trouble} />
        <SendingBar sending={sending} />
        <div className={incoming.foot}>
          <Button type="submit" loading={busy}>
            {t("series-submit")}
          </Button>
        </div>
      </form>
      {refused !== null && <NotTaken problem={refused} said={sdmx} />}
      {taken !== null && <TakenIn file={taken.file} before={taken.before} />}
    </section>
  );
}

interface NotTakenProps {
  readonly problem: Problem;
  /** Whether the form has fields for what the server may find wrong. */
  readonly said: boolean;
}

function NotTaken({ problem: { detail, errors = [], field, reason }, said }: NotTakenProps) {
  const { t } = useWords();
  const atField = said && SAID_BESIDE.some((name) => name === field);
  return (
    <div className={incoming.outcome} data-grave role="alert" data-testid="series-refused">
      <h2>{t("series-refused")}</h2>
      <p>{detail}</p>
      {!atField && reason != null && (
        <pre lang="en" className={incoming.reason}>
          {reason}
        </pre>
      )}
      {errors.length > 0 && <WrongCells cells={errors} wrong={errors.length} />}
    </div>
  );
}

interface BesideProps {
  readonly words: Partial<SeriesWords>;
  readonly set: (words: Partial<SeriesWords>) => void;
  readonly missing: readonly SaidBeside[];
  readonly wrong: { readonly field: string | null; readonly reason: string | null };
  readonly disabled: boolean;
}

const HINTED: readonly SaidBeside[] = ["id", "counter", "only"];

function Beside({ words, set, missing, wrong, disabled }: BesideProps) {
  const { t } = useWords();
  const errorOf = (name: SaidBeside) => {
    if (missing.includes(name)) return t("series-said-missing");
    return wrong.field === name ? t("series-said-wrong", { reason: wrong.reason ?? "" }) : null;
  };
  const field = (name: SaidBeside) => ({
    label: t(`series-${name}`),
    description: HINTED.includes(name) ? t(`series-${name}-hint`) : null,
    required: MUST_BE_SAID.includes(name),
    error: errorOf(name),
    disabled,
    "data-field": name,
  });
  return (
    <fieldset className={incoming.beside}>
      <legend>{t("series-beside")}</legend>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">
          {SAID_BESIDE.map((name) =>
            name === "unit" ? (
              <Select
                key={name}
                {...field(name)}
                inputWrapperOrder={["label", "input", "description", "error"]}
                data={UNITS.map((unit) => ({ value: unit, label: t(`unit-${unit}`) }))}
                value={words.unit ?? null}
                onChange={(unit) => set({ ...words, unit: unit ?? "" })}
              />
            ) : (
              <TextInput
                key={name}
                {...field(name)}
                inputWrapperOrder={["label", "input", "description", "error"]}
                type={name === "published" ? "date" : "text"}
                value={words[name] ?? ""}
                onChange={(event) => set({ ...words, [name]: event.currentTarget.value })}
              />
            ),
          )}
        </SimpleGrid>
      </Stack>
    </fieldset>
  );
}
