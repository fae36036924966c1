/** The words of the register, loaded with it. */
import enCodes from "../../../locales/en/codes.ftl?raw";
import enEsaw from "../../../locales/en/esaw.ftl?raw";
import enScreens from "../../../locales/en/register-screens.ftl?raw";
import kkCodes from "../../../locales/kk/codes.ftl?raw";
import kkEsaw from "../../../locales/kk/esaw.ftl?raw";
import kkScreens from "../../../locales/kk/register-screens.ftl?raw";
import ruCodes from "../../../locales/ru/codes.ftl?raw";
import ruEsaw from "../../../locales/ru/esaw.ftl?raw";
import ruScreens from "../../../locales/ru/register-screens.ftl?raw";
import type { Catalogues } from "../common/catalogues";
import { INCOMING } from "../incoming/catalogues";
import { WORK } from "../work/catalogues";

export const REGISTER: Catalogues = {
  kk: [...WORK.kk, ...INCOMING.kk, kkCodes, kkEsaw, kkScreens],
  ru: [...WORK.ru, ...INCOMING.ru, ruCodes, ruEsaw, ruScreens],
  en: [...WORK.en, ...INCOMING.en, enCodes, enEsaw, enScreens],
};
