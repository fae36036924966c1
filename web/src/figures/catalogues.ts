/** The words of the screens about figures, loaded with them. */
import enCodes from "../../../locales/en/codes.ftl?raw";
import enScreens from "../../../locales/en/figures-screens.ftl?raw";
import kkCodes from "../../../locales/kk/codes.ftl?raw";
import kkScreens from "../../../locales/kk/figures-screens.ftl?raw";
import ruCodes from "../../../locales/ru/codes.ftl?raw";
import ruScreens from "../../../locales/ru/figures-screens.ftl?raw";
import type { Catalogues } from "../common/catalogues";
import { WORK } from "../work/catalogues";

export const FIGURES: Catalogues = {
  kk: [...WORK.kk, kkCodes, kkScreens],
  ru: [...WORK.ru, ruCodes, ruScreens],
  en: [...WORK.en, enCodes, enScreens],
};
