/** The files of a release, by what they are good for. */
import { Anchor } from "@mantine/core";
import type { ReleaseItem } from "../../api/releases";
import { type Scribe, useScribe } from "../charts/frame/words";
import { filesOf, GROUPS, type ReleaseFile } from "./files";
import classes from "./Public.module.css";

export function Downloads({ item }: { readonly item: ReleaseItem }) {
  const scribe = useScribe();
  const { t } = scribe;
  const files = filesOf(item);
  return (
    <section aria-labelledby="files" className={classes.section}>
      <h2 id="files">{t("public-files")}</h2>
      <p className={classes.lead}>{t("public-files-lead")}</p>
      <p className={classes.onPaper}>{t("public-files-address", { address: `${location.origin}${item.href}/` })}</p>
      <div className={classes.groups}>
        {GROUPS.filter((group) => files.some((file) => file.group === group)).map((group) => (
          <section key={group} className={classes.group} aria-labelledby={`files-${group}`}>
            <h3 id={`files-${group}`}>{t(`public-files-${group}`)}</h3>
            {group !== "other" && <p className={classes.soft}>{t(`public-files-${group}-detail`)}</p>}
            <ul>
              {files
                .filter((file) => file.group === group)
                .map((file) => (
                  <li key={file.name}>
                    <File file={file} scribe={scribe} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function File({ file, scribe: { t, numbers } }: { readonly file: ReleaseFile; readonly scribe: Scribe }) {
  const name = nameOf(t, file);
  return (
    <>
      <Anchor
        href={file.href}
        download={file.group === "proof" || file.group === "sentence" ? file.name : true}
        lang={file.language ?? undefined}
        aria-label={`${name}, ${file.name}`}
      >
        {name}
      </Anchor>
      {/* Said already by the link. */}
      <span className={classes.fileName} aria-hidden="true">
        {file.name}
      </span>
      {file.size !== null && (
        <span className={classes.size}>
          {t("public-size", { size: numbers.whole(Math.max(1, Math.round(file.size / 1_000))) })}
        </span>
      )}
    </>
  );
}

const TABLES = ["region", "section", "kind", "cause", "sex", "age", "month"];

function nameOf(t: Scribe["t"], { name, language, table }: ReleaseFile): string {
  if (language !== null) return t(`language-${language}`);
  if (table === "total") return t("public-files-total");
  if (table !== null && TABLES.includes(table)) return t(`public-by-${table}`);
  if (name === "csvw.json") return t("public-files-columns");
  if (name === "release.json") return t("public-files-release");
  return name === "release.note" ? t("public-files-note") : name;
}
