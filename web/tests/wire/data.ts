/** A synthetic hospital, a clinic and a mine, with synthetic people. */
import type { Account as PublicAccount, Role, Site, Zone } from "../../src/api/types";

export interface Account extends PublicAccount {
  readonly permissions: readonly string[];
}

export const PASSWORD = "correct horse battery staple";

const HANDLE = ["alarm.raise", "alarm.view", "alarm.handle", "directory.view", "injury.record"];
const LOOK = ["alarm.raise", "directory.view", "figures.view"];
const KEEP = [...LOOK, "injury.record", "injury.view", "injury.revise", "injury.open", "register.import"];
const COUNT = ["injury.view-coarse", "register.import", "figures.under-reporting", "series.record", "release.publish"];

export const ACCOUNTS: readonly Account[] = [
  account("guard", "Асылбек Нұрланов", "guard", HANDLE),
  account("guard-two", "Гүлнар Ордабаева", "guard", HANDLE),
  account("dispatcher", "Ирина Ковалёва", "dispatcher", [...HANDLE, "alarm.release-others", "alarm.reopen"]),
  account("auditor", "Дәурен Қасымов", "auditor", ["alarm.view", "directory.view"]),
  account("safety", "Айгүл Сейітова", "safety-officer", KEEP),
  account("inspector", "Бекзат Оспанов", "inspector", [...KEEP, "figures.under-reporting", "figures.employers"]),
  account("analyst", "Мадина Ли", "analyst", [...LOOK, ...COUNT]),
  account("admin", "Серік Омаров", "admin", ["alarm.raise", "alarm.view", "directory.view", "person.erase"]),
  account("worker", "Жанна Ұлықбек", "worker", ["alarm.raise", "alarm.view-own"]),
];

function account(login: string, name: string, role: Role, permissions: readonly string[]): Account {
  return {
    id: `account-${login}`,
    login,
    name,
    language: null,
    roles: [{ role, site: null, region: null }],
    permissions,
  };
}

export const SITES: readonly Site[] = [
  site(
    "kostanay-ed",
    "39",
    "emergency-department",
    "Қостанай облыстық ауруханасы, қабылдау бөлімі",
    "Костанайская областная больница, приёмное отделение",
    "Kostanay Regional Hospital, emergency department",
  ),
  site(
    "shymkent-children",
    "79",
    "childrens-hospital",
    "Шымкент балалар ауруханасы",
    "Шымкентская детская больница",
    "Shymkent Children’s Hospital",
  ),
  site(
    "astana-perinatal",
    "71",
    "perinatal-centre",
    "Астана перинаталдық орталығы",
    "Перинатальный центр Астаны",
    "Astana Perinatal Centre",
  ),
  site(
    "karaganda-clinic",
    "35",
    "clinic",
    "Қарағанды жеке клиникасы",
    "Частная клиника, Караганда",
    "Private clinic, Karaganda",
  ),
  site("mine-demo-1", "62", "mine", "«Демо-1» шахтасы, Ұлытау", "Шахта «Демо-1», Улытау", "Mine Demo-1, Ulytau"),
];

export const ZONES: readonly Zone[] = [
  zone("kostanay-ground", "kostanay-ed", null, "1-қабат", "1-й этаж", "Ground floor"),
  zone("kostanay-triage", "kostanay-ed", "kostanay-ground", "Сұрыптау бөлмесі", "Сортировочная", "Triage"),
  zone("kostanay-waiting", "kostanay-ed", "kostanay-ground", "Күту залы", "Зал ожидания", "Waiting hall"),
  zone("kostanay-ward-3", "kostanay-ed", "kostanay-ground", "3-палата", "Палата 3", "Ward 3"),
  zone("shymkent-reception", "shymkent-children", null, "Тіркеу орны", "Регистратура", "Reception"),
  zone("shymkent-surgery", "shymkent-children", null, "Хирургия", "Хирургия", "Surgery"),
  zone("astana-entrance", "astana-perinatal", null, "Бас кіреберіс", "Главный вход", "Main entrance"),
  zone("karaganda-desk", "karaganda-clinic", null, "Әкімші үстелі", "Стойка администратора", "Front desk"),
  zone("mine-shaft-2", "mine-demo-1", null, "2-оқпан", "Ствол 2", "Shaft 2"),
];

function site(id: string, region: string, kind: string, kk: string, ru: string, en: string): Site {
  return {
    id,
    name: { kk, ru, en },
    owner: null,
    kind,
    region,
    activity: "86.10",
    time_zone: "Asia/Almaty",
    language: "kk",
    phones: [
      { name: "Күзет бекеті · Пост охраны", number: "+7 700 000 00 01" },
      { name: "Полиция", number: "102" },
    ],
  };
}

function zone(id: string, siteId: string, parent: string | null, kk: string, ru: string, en: string): Zone {
  return { id, site: siteId, parent, name: { kk, ru, en } };
}
