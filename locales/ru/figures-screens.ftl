### Экраны о цифрах: вход, проверка текста для печати, цифры для аналитиков.

## Вход

figures-title = Цифры о травмах на производстве
figures-home-lead = Цифра стоит того, что под ней: кто считал, на сколько человек, как далеко достаёт случай.
figures-check-detail = Вставьте текст на русском, казахском или английском. Без входа; ничего не сохраняется.
figures-explore-detail = Коэффициенты со знаменателями и интервалами, для аналитиков и инспекторов. Нужен вход.
figures-register-detail = Травмы по одной, для тех, кому их можно видеть. Нужен вход.

## Проверка

check-title = Проверка текста для печати
check-lead = Saqta находит в тексте цифры о травмах на производстве, пересчитывает, что можно пересчитать, и говорит, какие из них верны.
check-label = Текст
check-private = Текст уходит на этот сервер для проверки. Он не сохраняется: ни там, ни в этом браузере.
check-submit = Проверить
check-key = Ctrl + Enter
check-clear = Новый текст
check-too-long = Текст слишком длинный: не больше { $most } знаков.
check-examples = Или попробуйте пример
check-example = В первом квартале 2025 года на производстве в Казахстане пострадали 293 человека, 40 из них погибли. Лидирует Карагандинская область — 31 пострадавший, затем Костанайская — 27. Это на 16,8% меньше, чем за тот же период прошлого года; коэффициент травматизма составил 0,04 на 1000 работающих. На строительство приходится 12% пострадавших. За пять лет уровень травматизма снизился на 6,3%.
check-running = Идёт проверка. Длинный текст проверяется несколько секунд.
check-none = Утверждений не найдено
check-none-detail = В тексте нет цифр о травмах на производстве, которые Saqta узнаёт. Она ищет число пострадавших и погибших, доли, коэффициенты, изменения и порядок регионов.
check-found = { $count ->
    [one] Найдено { $count } утверждение
    [few] Найдено { $count } утверждения
    [many] Найдено { $count } утверждений
   *[other] Найдено { $count } утверждения
 }
check-claims = Утверждения
check-printed = в тексте: { $value }
check-recomputed = Что пересчитано
check-corrected = Как это можно сказать
check-copy = Скопировать
check-copied = Скопировано
check-copy-failed = Скопировать не удалось. Выделите текст и скопируйте.
verdict-holds = верно
verdict-holds-means = опубликовано или пересчитано, и это больше случайности
verdict-noise = шум
verdict-noise-means = не больше, чем объясняет случай
verdict-mixed = смешано
verdict-mixed-means = неясно, на кого, за какое время или по чьему счёту
verdict-implausible = не сходится
verdict-implausible-means = противоречит опубликованному, самому тексту или арифметике
verdict-unknown = неизвестно
verdict-unknown-means = ничто опубликованное не говорит ни за, ни против
claim-count = Число
claim-share = Доля
claim-rate = Коэффициент
claim-rank = Порядок
claim-change = Изменение

## Что нарисовано: значение и его 95-процентный интервал

drawn-count = Число и что допускает случай
drawn-expected = ожидается по числу наёмных работников
drawn-change = Теперь к прежнему
drawn-no-change = без изменения
drawn-rate = Коэффициент
drawn-printed = в тексте
drawn-share = Доля, %
drawn-employed = доля занятых
drawn-region = { $region } ({ $count }): к ожидаемому
drawn-country = страна
drawn-says = { $name }: { $value }. { $reference }

## Что пересчитано

recomputed-published = Опубликовано
recomputed-count = Число
recomputed-base = По сравнению с
recomputed-percent = Изменение
recomputed-ratio = Отношение (95 % интервал)
recomputed-rate = Коэффициент (95 % интервал)
recomputed-per = на
recomputed-rate-annualised = В пересчёте на год
recomputed-rate-of-employed = На всех занятых
recomputed-denominator = Знаменатель
recomputed-share = Доля (95 % интервал)
recomputed-share-of-employed = Доля занятых
recomputed-expected = Ожидается по числу наёмных работников
recomputed-against = К ожидаемому (95 % интервал)
recomputed-against-employed = К доле занятых
recomputed-p = Точное p
recomputed-regions-unknown = Регионов без публикации
recomputed-source = Источник
base-text = из текста
base-published = опубликовано
base-implied = следует из текста
base-assumed = предположение

## Цифры для аналитиков

explore-title = Цифры реестра
explore-views = На что смотреть
explore-year = Год
explore-part = Период
explore-part-year = весь год
explore-view-regions = Регионы
explore-view-time = Во времени
explore-view-causes = Причины
explore-view-hours = Часы
explore-view-table = Таблица
explore-view-watch = Наблюдение
explore-view-unreported = Недоучёт
explore-fatal = Только погибшие
explore-widen = Учесть различия между регионами
explore-annualise = В пересчёте на год
explore-by = По
explore-region = Регион
explore-country = Вся страна
explore-steps = Шаг
explore-steps-month = Месяцы
explore-steps-quarter = Кварталы
explore-nothing = За этот период в реестре ничего нет
explore-nothing-detail = Выберите другой период или сначала сообщите о травмах.
explore-newest = Самые новые случаи в реестре: { $period }
explore-counted = Травмы по регионам, каждое число с интервалом
explore-counted-source = Реестр этой установки. Числа, а не коэффициенты: на что их делить в этом периоде, неизвестно.
explore-running = Период ещё не закончился: числа и коэффициенты отражают сообщённое на сегодня и ещё вырастут.
explore-no-denominator = На этот период нет знаменателя
explore-no-denominator-detail = Показаны числа; для коэффициентов нужен ряд работников за период. Его вносит аналитик на странице «Знаменатели».
explore-count = { $count ->
    [one] { $shown } травма, как мера опасности от { $lower } до { $upper }
    [few] { $shown } травмы, как мера опасности от { $lower } до { $upper }
    [many] { $shown } травм, как мера опасности от { $lower } до { $upper }
   *[other] { $shown } травмы, как мера опасности от { $lower } до { $upper }
 }
explore-count-fatal = Погибших: { $shown }
explore-source = Реестр этой установки. Знаменатель { $denominator }, { $annualised ->
    [yes] в пересчёте на год
   *[no] без пересчёта на год
 }. Интервал { $level }, Гарвуд.
explore-source-counts = Реестр этой установки. Числа; интервал { $level }, Гарвуд.
explore-source-plain = Реестр этой установки. Числа, без интервала.
explore-map = Пострадавших на 1 000 работников, по регионам
explore-map-fatal = Погибших на 100 000 работников, по регионам
explore-measure-incidence = Пострадавших на 1 000 работников
explore-measure-fatal = Погибших на 100 000 работников
explore-funnel = Какие регионы отличаются больше, чем случайно
explore-exposure = Работников, тысяч
explore-target = страна
explore-funnel-source = Знаменатель { $denominator }. Разброс { $phi } (1 — только случай; p { $p }).
explore-bars = Насколько верен порядок регионов
standardised-title = С поправкой на структуру занятости
standardised-lead = В регионе шахт травм больше, чем в регионе контор. Здесь регионы сравниваются со страной так, будто это не имеет значения.
standardised-indirect = Фактически к ожидаемому, по регионам (SIR)
standardised-direct = Каким был бы коэффициент региона при структуре занятости, как в стране
standardised-ratio = Фактически к ожидаемому (1 — как в стране)
standardised-expected = Ожидается
standardised-p = p с поправкой на все регионы
standardised-crude = Как есть
standardised-indirect-assumption = Допущение: одна и та же деятельность одинаково опасна в любом регионе, так что коэффициент страны по каждой деятельности, отнесённый к работникам региона в ней, говорит, сколько травм ожидать; отношения двух регионов читаются рядом со страной, а не друг с другом.
standardised-direct-assumption = Допущение: коэффициент региона по каждой деятельности остался бы прежним, если бы его работники распределялись по видам деятельности, как в стране; где работников мало, одна травма весит много, и интервал широк.
# $regions: названия, списком.
standardised-above = Выше больше, чем случайно, с поправкой на то, что просмотрены все регионы: { $regions }.
standardised-below = Ниже больше, чем случайно: { $regions }.
standardised-none-stands-out = С поправкой на то, что просмотрены все регионы, ни один не отличается больше, чем случайно.
standardised-unplaced = { $count ->
    [one] { $shown } травма с неизвестной деятельностью не вошла ни в одно значение.
    [few] { $shown } травмы с неизвестной деятельностью не вошли ни в одно значение.
    [many] { $shown } травм с неизвестной деятельностью не вошли ни в одно значение.
   *[other] { $shown } травмы с неизвестной деятельностью не вошли ни в одно значение.
 }
# $activities: названия, списком.
standardised-missing = Где значения нет, никто не сообщает, сколько работников занято в деятельности: { $activities }.
standardised-no-series = Показать нечего: ни один ряд не говорит, сколько работников занято в каждой деятельности каждого региона в этом периоде. Его вносит аналитик на странице «Знаменатели».
# $denominator, $standard: обозначения рядов. $level: как 95 %. $method: direct или indirect.
standardised-source = Реестр этой установки. Работники по видам деятельности: { $denominator }; стандарт — страна по { $standard }; без пересчёта на год. Интервал { $level }, { $method ->
    [direct] Фэй и Фойер
   *[indirect] Гарвуд
 }.
explore-trend = Травмы во времени
explore-trend-fatal = Погибшие во времени
explore-over-only = { $years }, без того, что ещё не закончилось
explore-injuries = Травмы
explore-deaths = Погибшие
explore-causes = Причины, по числу
explore-cause-unknown = Причина не указана
explore-hours = Когда случаются травмы
explore-hours-unknown = { $count ->
    [one] { $shown } травма без указанного часа в картину не вошла.
    [few] { $shown } травмы без указанного часа в картину не вошли.
    [many] { $shown } травм без указанного часа в картину не вошли.
   *[other] { $shown } травмы без указанного часа в картину не вошли.
 }
explore-by-region = Регион
explore-by-section = Секция деятельности
explore-by-division = Раздел деятельности
explore-by-kind = Вид происшествия
explore-by-cause = Причина
explore-by-outcome = Исход
explore-by-sex = Пол
explore-by-age = Возраст
explore-by-deviation = Отклонение (ESAW)
explore-by-reporters = Кто сообщил
explore-by-month = Месяц
explore-by-quarter = Квартал
explore-key-unknown = не указано
explore-all = Всего
explore-column-count = Травмы
explore-column-interval = Интервал
explore-column-fatal = Погибшие
explore-column-severe = Тяжёлые
explore-column-days = Потеряно дней
explore-column-rate = На 1 000
explore-column-denominator = Знаменатель
explore-column-annualised = На год
explore-yes = да
explore-no = нет
explore-scale-part = часть знаменателя большего периода

## Период рядом с другими годами

change-title = По сравнению с прошлым годом
change-column-with = Сравнение
change-column-before = Было
change-column-now = Стало
change-column-change = Изменение (интервал 95 %)
change-column-p = Точное p
change-column-verdict = Вывод
change-year = Те же месяцы год назад
change-to-date = С января, с тем же год назад
change-five = Те же месяцы до четырёх прошлых лет
change-established = больше, чем случайность
change-chance = не отличить от случайности
change-none = сравнить нельзя
change-is-of-rates = коэффициентов: { $change }
change-is-of-counts = числа случаев: { $change }
change-rates = { $rates } на { $per }
change-running = Период ещё не закончился: он посчитан, но не сравнивается.
change-note = Изменение и его интервал относятся к коэффициентам, если численность работников известна за оба периода: учтено, что работающих стало больше или меньше. На открытой странице сравнивается число случаев, оно стоит ниже. Интервал по счёту (score); без знаменателя – для числа случаев. Если точное p ниже 5 %, изменение отличимо от случайности; в таблице из многих строк оно поправлено на их число. Лет до начала реестра здесь нет.

## Место во времени

watch-title = Недели против обычного
watch-without-deaths = Недели считают пострадавших, оставшихся в живых: по неделе с единственной травмой можно было бы узнать, когда кто-то погиб.
watch-says = Недель: { $weeks }. Выделяются: { $out }.
watch-says-none = Недель: { $weeks }. Ни одна не выделяется.
watch-note = Закрашенный столбик — неделя, которая выделяется: по EARS (C1, C2 — против семи недель до неё; C3 — три недели вместе) или по CUSUM (много малых превышений подряд). Это повод посмотреть, а не вывод.
watch-usual = обычно
watch-week = неделя с { $day }: { $count }
watch-column-week = Неделя с
watch-column-count = Травмы
watch-column-signals = Выделяется по
watch-false = По одной случайности сигнал бывает примерно раз в { $weeks } недель.
watch-gaps-title = Дни между смертями
watch-gaps-usual = Обычно { $centre } дн.; от { $lower } до { $upper } объясняет случай.
watch-gaps-none = Ни один промежуток не длиннее и не короче, чем объясняет случай.
watch-gaps-few = Смертей слишком мало, чтобы судить о днях между ними.
watch-gaps-even = Все промежутки по { $centre } дн.: без разброса нельзя сказать, какой был бы слишком коротким или долгим.
watch-gap-too-long = { $day }: { $days } дн. после предыдущей смерти, дольше, чем объясняет случай
watch-gap-too-short = { $day }: { $days } дн. после предыдущей смерти, короче, чем объясняет случай

## Признаки недоучёта

unreported-title = Признаки того, что о травмах не сообщают
unreported-lead = Каждый признак держится на допущении. Ни один ничего не доказывает и не публикуется.
unreported-assumption = Допущение
unreported-nothing = Ничего не выделяется.
unreported-anchored = Смерти без травм
unreported-silent = Молчащие регионы
unreported-silent-employers = Работодатели, которые замолчали
unreported-capture = Списки, которые не пересекаются
unreported-stalled = Нарастающий итог не изменился
unreported-unequal = Части не складываются в целое
unreported-column-section = Деятельность
unreported-column-fatal = Погибшие
unreported-column-reported = Сообщено других травм
unreported-column-expected = Ожидается (95 % интервал)
unreported-column-p = p с поправкой
unreported-column-chance = p
unreported-column-stands-out = Выделяется
unreported-column-sources = Списки
unreported-column-estimate = Всего травм, оценка (95 % интервал)
unreported-column-place = Место
unreported-column-employer = Работодатель (БИН)
unreported-column-before = Травм в прошлые годы
unreported-column-expected-now = Ожидается сейчас
unreported-column-from = С
unreported-column-to = По
unreported-column-count = Число в обоих
unreported-column-series = Ряд
unreported-column-period = Период
unreported-column-sum = Сумма частей
unreported-column-whole = Целое
unreported-column-ratio = Других травм на одну смерть там, где учёт считают полным
# $ratio: how many other injuries for each death. $period: of which year
unreported-ratio-own = { $ratio } ({ $period }, эта деятельность)
unreported-ratio-all = { $ratio } ({ $period }, все виды деятельности: для этой неизвестно)
# $sources: where the ratios were published
unreported-ratio-sources = Источники соотношений: { $sources }
unreported-listed = В списках вместе: { $listed }.
unreported-capture-few = У списков слишком мало общего, чтобы что-то оценить.
unreported-pairs-agree = Пары списков согласуются между собой.
unreported-pairs-differ = Пары списков противоречат друг другу: допущение не выполняется.
unreported-pairs-unknown = Оценку дают меньше двух пар, поэтому судить о противоречии нельзя.
unreported-not-estimable-empty-list = оценить нельзя: один из списков пуст
unreported-not-estimable-no-overlap = оценить нельзя: ни одного случая нет сразу в обоих списках
