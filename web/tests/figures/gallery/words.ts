/** What a page would say around the pictures; only the gallery needs it. */
import type { Language } from "../../../src/api/types";

export interface GalleryWords {
  readonly rate: string;
  readonly cases: string;
  readonly incidents: string;
  readonly employees: string;
  readonly source: string;
  readonly quarter: string;
  readonly titles: Readonly<
    Record<"map" | "old" | "funnel" | "trend" | "two" | "months" | "causes" | "heat" | "bars", string>
  >;
  readonly injured: string;
  readonly fatal: string;
  readonly causes: Readonly<Record<string, string>>;
}

export const WORDS: Record<Language, GalleryWords> = {
  en: {
    rate: "Injured per 1,000 employees",
    cases: "Injured",
    incidents: "Incidents",
    employees: "Employees, thousands",
    source: "Synthetic figures · denominator: wage employees, 2025",
    quarter: "Quarter I of 2025, cumulative",
    titles: {
      map: "Injuries at work by region",
      old: "Injuries at work in the borders of 2021",
      funnel: "Which regions differ by more than chance",
      trend: "Injured at work by quarter",
      two: "Injured and killed at work by quarter",
      months: "Violent incidents in one hospital by month",
      causes: "Causes of injuries at work",
      heat: "Attacks on staff by hour and weekday",
      bars: "Regions by rate of injury, with the uncertainty of their rank",
    },
    injured: "Injured",
    fatal: "Killed",
    causes: {
      organisation: "Poor organisation of work",
      negligence: "Gross negligence of the injured person",
      traffic: "Breach of traffic rules",
      rules: "Breach of safety rules",
      equipment: "Faulty machines or equipment",
      other: "Other and not stated",
    },
  },
  ru: {
    rate: "Пострадавших на 1000 работников",
    cases: "Пострадавшие",
    incidents: "Случаи",
    employees: "Работники, тысяч",
    source: "Вымышленные данные · знаменатель: наёмные работники, 2025 год",
    quarter: "I квартал 2025 года, нарастающим итогом",
    titles: {
      map: "Травмы на производстве по регионам",
      old: "Травмы на производстве в границах 2021 года",
      funnel: "Какие регионы отличаются больше, чем случайно",
      trend: "Пострадавшие на производстве по кварталам",
      two: "Пострадавшие и погибшие на производстве по кварталам",
      months: "Случаи насилия в одной больнице по месяцам",
      causes: "Причины травм на производстве",
      heat: "Нападения на персонал по часам и дням недели",
      bars: "Регионы по частоте травм и неопределённость их места",
    },
    injured: "Пострадавшие",
    fatal: "Погибшие",
    causes: {
      organisation: "Неудовлетворительная организация производства работ",
      negligence: "Грубая неосторожность пострадавшего",
      traffic: "Нарушение правил дорожного движения",
      rules: "Нарушение правил безопасности и охраны труда",
      equipment: "Неисправность машин и оборудования",
      other: "Прочие и не указанные",
    },
  },
  kk: {
    rate: "1000 қызметкерге шаққандағы зардап шеккендер",
    cases: "Зардап шеккендер",
    incidents: "Оқиғалар",
    employees: "Қызметкерлер, мың адам",
    source: "Ойдан алынған деректер · бөлімі: жалдамалы қызметкерлер, 2025 жыл",
    quarter: "2025 жылғы I тоқсан, жинақталған",
    titles: {
      map: "Өңірлер бойынша өндірістегі жарақаттар",
      old: "2021 жылғы шекарадағы өндірістік жарақаттар",
      funnel: "Қай өңірлердің айырмасы кездейсоқтықтан артық",
      trend: "Тоқсандар бойынша өндірісте зардап шеккендер",
      two: "Тоқсандар бойынша өндірісте зардап шеккендер мен қаза тапқандар",
      months: "Бір аурухананың айлар бойынша зорлық оқиғалары",
      causes: "Өндірістегі жарақаттардың себептері",
      heat: "Қызметкерлерге шабуылдар: сағаттар мен апта күндері",
      bars: "Жарақат жиілігі бойынша өңірлер және олардың орнының белгісіздігі",
    },
    injured: "Зардап шеккендер",
    fatal: "Қаза тапқандар",
    causes: {
      organisation: "Жұмыс өндірісін қанағаттанғысыз ұйымдастыру",
      negligence: "Зардап шегушінің өрескел абайсыздығы",
      traffic: "Жол қозғалысы ережелерін бұзу",
      rules: "Қауіпсіздік және еңбекті қорғау ережелерін бұзу",
      equipment: "Машиналар мен жабдықтың ақауы",
      other: "Басқа және көрсетілмеген",
    },
  },
};
