/** What the check found: the text with its claims marked, each claim with its reasons, the text as it could be said. */
import { Group } from "@mantine/core";
import { Fragment } from "react";
import { type CheckReport, type PressClaim, VERDICTS, type Verdict } from "../../api/figures";
import { CopyButton } from "../../common/CopyButton";
import { useWords } from "../../common/words";
import { useScribe } from "../charts/frame/words";
import classes from "./Check.module.css";
import { stretches } from "./marking";
import { drawnOf, linesOf } from "./recomputed";
import { VerdictIcon, VerdictMark } from "./VerdictMark";
import { topOf, Whisker } from "./Whisker";

interface Props {
  /** The text that was checked. */
  readonly text: string;
  readonly report: CheckReport;
}

export function Findings({ text, report: { claims, corrected } }: Props) {
  const { t } = useWords();
  return (
    <>
      <section className={classes.panel} aria-labelledby="check-marked">
        <h2 id="check-marked" tabIndex={-1}>
          {t("check-found", { count: claims.length })}
        </h2>
        <Legend claims={claims} />
        <p className={classes.text} data-testid="marked">
          {stretches(text, claims).map((stretch, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text do not move
            <Fragment key={index}>
              {stretch.claims.length === 0 ? (
                stretch.text
              ) : (
                <mark data-verdict={gravest(stretch.claims.map((claim) => claims[claim]?.verdict ?? "unknown"))}>
                  {stretch.text}
                </mark>
              )}
              {stretch.ends.map((claim) => {
                const verdict = claims[claim]?.verdict ?? "unknown";
                return (
                  <a key={claim} className={classes.pin} data-verdict={verdict} href={`#claim-${claim + 1}`}>
                    {claim + 1}
                    <VerdictIcon verdict={verdict} />
                    {t(`verdict-${verdict}`)}
                  </a>
                );
              })}
            </Fragment>
          ))}
        </p>
      </section>
      <section aria-label={t("check-claims")}>
        <ol className={classes.claims}>
          {claims.map((claim, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two claims may have the same words
            <li key={index} id={`claim-${index + 1}`} className={classes.claim} data-verdict={claim.verdict}>
              <Claim claim={claim} number={index + 1} />
            </li>
          ))}
        </ol>
      </section>
      <Corrected text={corrected} />
    </>
  );
}

/** What a stretch of several claims is coloured by. */
const GRAVITY: readonly Verdict[] = ["implausible", "mixed", "noise", "unknown", "holds"];

function gravest(verdicts: readonly Verdict[]): Verdict {
  return GRAVITY.find((verdict) => verdicts.includes(verdict)) ?? "unknown";
}

function Legend({ claims }: { readonly claims: readonly PressClaim[] }) {
  const { t } = useWords();
  return (
    <ul className={classes.legend}>
      {VERDICTS.filter((verdict) => claims.some((claim) => claim.verdict === verdict)).map((verdict) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict} /> <span>{t(`verdict-${verdict}-means`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Claim({ claim, number }: { readonly claim: PressClaim; readonly number: number }) {
  const scribe = useScribe();
  const { t, numbers } = scribe;
  const drawn = drawnOf(scribe, claim);
  const lines = linesOf(scribe, claim);
  return (
    <>
      <header className={classes.head}>
        <VerdictMark verdict={claim.verdict} number={number} />
        <span className={classes.kind}>
          {t(`claim-${claim.kind}`)}
          {claim.value !== null && ` · ${t("check-printed", { value: numbers.upTo(claim.value, 3) })}`}
        </span>
      </header>
      <div className={drawn.length === 1 ? classes.beside : undefined}>
        <div>
          <blockquote>{claim.text}</blockquote>
          <p>{claim.note}</p>
        </div>
        {drawn.length > 0 && (
          <div className={classes.whiskers}>
            {drawn.map((one) => (
              <Whisker key={one.name} drawn={one} top={topOf(drawn)} />
            ))}
          </div>
        )}
      </div>
      {lines.length > 0 && (
        <details>
          <summary>{t("check-recomputed")}</summary>
          <dl>
            {lines.map(({ id, name, value }) => (
              <Fragment key={id}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

function Corrected({ text }: { readonly text: string }) {
  const { t } = useWords();
  return (
    <section className={classes.panel} aria-labelledby="check-corrected">
      <Group justify="space-between" gap="xs">
        <h2 id="check-corrected">{t("check-corrected")}</h2>
        <CopyButton text={text.trim()}>{t("check-copy")}</CopyButton>
      </Group>
      <p className={classes.corrected} data-testid="corrected">
        {text.trim()}
      </p>
    </section>
  );
}
