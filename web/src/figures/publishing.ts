/** The words of the pages where series are taken in and releases are published. */
import enPublishing from "../../../locales/en/publishing.ftl?raw";
import kkPublishing from "../../../locales/kk/publishing.ftl?raw";
import ruPublishing from "../../../locales/ru/publishing.ftl?raw";
import type { Catalogues } from "../common/catalogues";
import { INCOMING } from "../incoming/catalogues";
import { PUBLIC } from "./public/catalogues";

export const PUBLISHING: Catalogues = {
  kk: [...PUBLIC.kk, ...INCOMING.kk, kkPublishing],
  ru: [...PUBLIC.ru, ...INCOMING.ru, ruPublishing],
  en: [...PUBLIC.en, ...INCOMING.en, enPublishing],
};
