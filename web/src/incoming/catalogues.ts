/** The words of files that come in. */
import enIncoming from "../../../locales/en/incoming.ftl?raw";
import kkIncoming from "../../../locales/kk/incoming.ftl?raw";
import ruIncoming from "../../../locales/ru/incoming.ftl?raw";
import type { Catalogues } from "../common/catalogues";

export const INCOMING: Catalogues = { kk: [kkIncoming], ru: [ruIncoming], en: [enIncoming] };
