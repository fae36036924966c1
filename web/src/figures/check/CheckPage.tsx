/** The headline check: paste a press text, see what its figures are worth. Nobody need sign in; nothing is kept. */
import { Alert, Button, Group, Text, Textarea, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { CheckReport } from "../../api/figures";
import type { Language } from "../../api/types";
import { troubleOf } from "../../common/Broken";
import { bundlesFor, LANGUAGES } from "../../common/catalogues";
import { useLong } from "../../common/clock";
import { MoreWords, useWords } from "../../common/words";
import { useDesk } from "../../work/Gate";
import { FIGURES } from "../catalogues";
import classes from "./Check.module.css";
import { Findings } from "./Findings";

/** The server takes no more. */
const LONGEST = 50_000;

export default function CheckPage() {
  return (
    <MoreWords catalogues={FIGURES}>
      <Check />
    </MoreWords>
  );
}

interface Checked {
  readonly text: string;
  readonly report: CheckReport;
}

function Check() {
  const { t, language } = useWords();
  const { figures } = useDesk();
  const [text, setText] = useState("");
  const result = useRef<HTMLDivElement>(null);
  const check = useMutation({
    mutationFn: async (asked: string): Promise<Checked> => ({
      text: asked,
      report: await figures.check(asked, language),
    }),
    gcTime: 0,
  });
  const slow = useLong(check.isPending);
  const length = [...text].length;
  const checked = check.data;

  useEffect(() => {
    document.title = `Saqta – ${t("check-title")}`;
  }, [t]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the notes are in the language asked for; another language asks again
  useEffect(() => {
    if (checked !== undefined) check.mutate(checked.text);
  }, [language]);

  // A link may name an example in a language: `?example=kk`.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get("example");
    const named = LANGUAGES.find((one) => one === wanted);
    if (named === undefined) return;
    setText(exampleIn(named));
    check.mutate(exampleIn(named));
  }, []);

  const answer = checked?.report;
  useEffect(() => {
    if (answer !== undefined) result.current?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: false });
  }, [answer]);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (text.trim() !== "" && length <= LONGEST && !check.isPending) check.mutate(text);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  }

  return (
    <main id="content" className={classes.page}>
      <header className={classes.top}>
        <Title order={1} fz={26}>
          {t("check-title")}
        </Title>
        <p className={classes.lead}>{t("check-lead")}</p>
      </header>
      <form onSubmit={submit} className={`${classes.form} no-print`} aria-label={t("check-title")}>
        <Textarea
          label={t("check-label")}
          description={t("check-private")}
          autosize
          minRows={5}
          maxRows={14}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          error={length > LONGEST ? t("check-too-long", { most: LONGEST }) : null}
          autoFocus
        />
        <Group gap="sm">
          <Button type="submit" size="md" loading={check.isPending} disabled={text.trim() === "" || length > LONGEST}>
            {t("check-submit")}
          </Button>
          <Text fz="sm" c="dimmed" component="span">
            {t("check-key")}
          </Text>
          {text !== "" && (
            <Button
              variant="subtle"
              onClick={() => {
                setText("");
                check.reset();
              }}
            >
              {t("check-clear")}
            </Button>
          )}
        </Group>
        {text === "" && <Examples onChoose={setText} />}
      </form>
      <div ref={result} className={classes.result} aria-busy={check.isPending}>
        {slow && <p role="status">{t("check-running")}</p>}
        {check.error !== null && (
          <Alert color="red" title={troubleOf(check.error, t).title} role="alert">
            {troubleOf(check.error, t).detail} {troubleOf(check.error, t).remedy}
          </Alert>
        )}
        {checked !== undefined && checked.report.claims.length === 0 && (
          <section className={classes.panel}>
            <h2 tabIndex={-1}>{t("check-none")}</h2>
            <p>{t("check-none-detail")}</p>
          </section>
        )}
        {checked !== undefined && checked.report.claims.length > 0 && (
          <Findings text={checked.text} report={checked.report} />
        )}
      </div>
    </main>
  );
}

function Examples({ onChoose }: { readonly onChoose: (text: string) => void }) {
  const { t } = useWords();
  return (
    <section className={classes.examples} aria-label={t("check-examples")}>
      <Text fz="sm" fw={600}>
        {t("check-examples")}
      </Text>
      <ul>
        {LANGUAGES.map((language) => (
          <li key={language} lang={language}>
            <button type="button" onClick={() => onChoose(exampleIn(language))}>
              <strong>{t(`language-${language}`)}</strong>
              <span>{exampleIn(language)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each catalogue holds an example in its own language. */
function exampleIn(language: Language): string {
  const [bundle] = bundlesFor(language, FIGURES);
  const message = bundle?.getMessage("check-example");
  return bundle === undefined || message?.value == null ? "" : bundle.formatPattern(message.value);
}
