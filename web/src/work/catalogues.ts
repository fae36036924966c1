/** The words of the frame. */
import enWork from "../../../locales/en/work.ftl?raw";
import kkWork from "../../../locales/kk/work.ftl?raw";
import ruWork from "../../../locales/ru/work.ftl?raw";
import type { Catalogues } from "../common/catalogues";

export const WORK: Catalogues = { kk: [kkWork], ru: [ruWork], en: [enWork] };
