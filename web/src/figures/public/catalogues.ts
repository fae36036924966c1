/** The words of the public page, loaded with it. */
import enPublic from "../../../../locales/en/public.ftl?raw";
import enTables from "../../../../locales/en/tables.ftl?raw";
import kkPublic from "../../../../locales/kk/public.ftl?raw";
import kkTables from "../../../../locales/kk/tables.ftl?raw";
import ruPublic from "../../../../locales/ru/public.ftl?raw";
import ruTables from "../../../../locales/ru/tables.ftl?raw";
import type { Catalogues } from "../../common/catalogues";
import { FIGURES } from "../catalogues";

export const PUBLIC: Catalogues = {
  kk: [...FIGURES.kk, kkTables, kkPublic],
  ru: [...FIGURES.ru, ruTables, ruPublic],
  en: [...FIGURES.en, enTables, enPublic],
};
