/** A press that could not be written down. It is as loud as an alarm, and stays until somebody has seen to it. */
import { Button } from "@mantine/core";
import { KindIcon } from "../../alarm/KindIcon";
import { kindWord } from "../../alarm/words";
import type { UnrecordedPress } from "../../api/types";
import { Age } from "../../common/When";
import { useWords } from "../../common/words";
import { useConsole } from "../context";
import classes from "./UnrecordedRow.module.css";

export function UnrecordedRow({ press: { at, press } }: { readonly press: UnrecordedPress }) {
  const { t } = useWords();
  const { link, places } = useConsole();
  const site = press.site === null ? t("place-unknown") : places.siteName(press.site);
  return (
    <li className={classes.row} data-unrecorded={press.key}>
      <KindIcon kind={press.kind} size={34} />
      <div className={classes.words}>
        <span className={classes.title}>
          <strong>{t("unrecorded")}</strong> {kindWord(t, press.kind)}
        </span>
        <span className={classes.place}>
          {press.zone === null ? "" : `${places.zonePath(press.zone)} · `}
          {site}
        </span>
        <span>{t("unrecorded-detail")}</span>
      </div>
      <span className={classes.age}>
        <Age since={at} serverNow={link.serverNow} zone={press.site === null ? null : places.timeZone(press.site)} />
      </span>
      <Button variant="white" c="#8f0d1d" size="md" h={52} w={148} onClick={() => link.seenTo(press.key)}>
        {t("unrecorded-seen")}
      </Button>
    </li>
  );
}
