### Открытая страница цифр: выпуски, для всех, без входа.

## Какой это выпуск

# $period: как `1-й квартал 2025 г.`
public-title = Травмы на производстве в Казахстане, { $period }
# $id: постоянный код; $revision: с 1; $published, $asOf: дни
public-release = Выпуск { $id }, редакция { $revision }
public-dates = Опубликован { $published }, рассчитан по тому, что сообщено к { $asOf }.
public-period-year = { $year } год
public-newest = Новейший выпуск
public-synthetic = Вымышленные данные. Всё на этой странице придумано: настоящих людей здесь не считали.
public-contents = На этой странице
public-superseded = Это редакция { $revision }. Действует более новая редакция { $newest }.
public-superseded-open = Открыть новую редакцию
public-newer = Есть более новый выпуск: { $period }.
public-newer-open = Открыть новейший выпуск

## Фраза

public-sentence = Готово для прессы
public-sentence-detail = Эту фразу можно публиковать как есть. В ней сказано, насколько цифры надёжны: пожалуйста, не убирайте эту часть.
public-copy-sentence = Скопировать фразу

## Главные цифры. $range: интервал; $level: его уровень, как 95 %

public-numbers = Главные цифры
public-injured = Пострадали, включая погибших
public-died = Погибли
public-rate = Пострадавших на 1 000 работников
public-change = Изменение за год
public-good-for = { $range } ({ $level }) как мера опасности
public-interval = { $range } ({ $level })
public-between = от { $lower } до { $upper } ({ $level })
public-explained = Число — это то, о чём сообщили. Интервал говорит, чего оно стоит как мера опасности за ним: настолько число сдвигает одна лишь случайность.
public-verdict-established = больше, чем объясняет случайность
public-verdict-noise = неотличимо от случайности
# $p: как `= 0,022` или `< 0,001`
public-chance = p { $p }, точный условный критерий
public-beside = за те же месяцы годом ранее пострадали { $before }, сейчас { $now }
public-died-beside = годом ранее погибших { $before }: { $change } ({ $range })
public-no-year-before = За те же месяцы годом ранее в реестре данных нет.
public-no-rate = На этот период нет знаменателя, поэтому нет и коэффициента.
public-span-part = за период, без пересчёта на год
public-span-scaled = в пересчёте на год
public-span-year = за весь год
public-nowcast = Когда поступят запоздалые сообщения
public-nowcast-share = К этому дню поступило около { $share } всех сообщений, если судить по прежним опозданиям.
public-nowcast-complete = Новых сообщений не ждём: если судить по прежним опозданиям, поступили все.
public-severe = Тяжело травмированы, не погибли
public-days = Потеряно рабочих дней
public-lived = Выживших пострадавших на одного погибшего
public-years = Те же месяцы по годам
public-year-to-date = С января
public-rates = Все коэффициенты страны
public-measure-incidence = Пострадавших на 1 000 работников
public-measure-incidence-100000 = Пострадавших на 100 000 работников
public-measure-fatal-incidence = Погибших на 1 000 работников
public-measure-fatal-incidence-100000 = Погибших на 100 000 работников
public-measure-frequency = Пострадавших на 1 000 000 часов
public-measure-ltifr = Травм с потерей времени на 1 000 000 часов (LTIFR)
public-measure-trir = Учитываемых травм на 200 000 часов (TRIR)
public-measure-dart = С отсутствием, ограничением или переводом на 200 000 часов (DART)
public-measure-severity = Потерянных дней на 1 000 000 часов

## Регионы и таблицы

public-regions = Регионы
public-map-rates = Пострадавших на 1 000 работников, по регионам
public-map-counts = Пострадавшие по регионам
public-map-source = Выпуск { $id }, редакция { $revision }. Знаменатель { $denominator }, { $annualised ->
    [yes] в пересчёте на год
   *[no] без пересчёта на год
 }. Интервал { $level }, Гарвуд.
public-map-source-counts = Выпуск { $id }, редакция { $revision }. Числа; интервал { $level }, Гарвуд.
public-tables = Таблицы
public-tables-lead = В каждой строке число стоит со своим интервалом. Где интервалы сильно перекрываются, порядок строк мало что значит.
public-withheld = «Скрыто» значит: число известно, но не показано, потому что оно от 1 до { $most } или потому что по нему вычитанием можно узнать такое число. По малым числам узнали бы пострадавшего.
public-told = { $count ->
    [one] { $count } малое число скрыть не удалось: его уже выдаёт прежний выпуск.
    [few] { $count } малых числа скрыть не удалось: их уже выдают прежние выпуски.
    [many] { $count } малых чисел скрыть не удалось: их уже выдают прежние выпуски.
   *[other] { $count } малого числа скрыть не удалось: их уже выдают прежние выпуски.
 }
public-column-injured = Пострадали
public-column-interval = Интервал { $level }
public-column-drawn = Рисунок, от 0 до { $top }
public-column-died = Погибли
public-column-severe = Тяжело
public-column-rate = На 1 000 работников
public-column-period = Период
public-column-measure = Показатель
public-column-rate-value = Значение
public-column-denominator = Знаменатель
public-column-scaled = На год
public-by-region = По регионам
public-by-section = По видам деятельности
public-by-kind = По видам происшествий
public-by-cause = По причинам
public-by-sex = По полу
public-by-age = По возрасту
public-by-month = По месяцам
public-by-other = По { $code }
public-not-known = не известно

## Что считается

public-counting = Что считается, а что нет
public-counting-source = Кто считает
public-counting-source-detail = Реестр травм Saqta ({ $counter }): то, о чём ему сообщили работодатели, медицинские организации и страховщик, каждый пострадавший один раз. Другие ведомства, например Бюро национальной статистики и министерство, публикуют за те же месяцы другие итоги; сравнивать их с этими нельзя.
public-counting-in = Что сосчитано
public-counting-in-detail = Люди, пострадавшие на работе в эти месяцы, с любым исходом, включая погибших. «Погибли» — в течение года после травмы. «Тяжело» — по медицинскому заключению, без погибших. Отозванное не считается.
public-counting-over = На что делится
# $value: сколько; $unit: чего; $period: за какой период
public-counting-denominator = { $id }: { $value } { $unit }, { $period }. Источник: «{ $source }» ({ $counter }).
public-counting-prorated = Часы более долгого периода, взятые в доле этих месяцев.
public-counting-none = Ни на что: в выпуске только числа.
public-unit-employees = наёмных работников
public-unit-employed = занятых
public-unit-hours = отработанных часов
public-counting-rates = Коэффициенты
public-counting-rates-part = Только за эти месяцы. Квартальный коэффициент — примерно четверть годового: никогда не ставьте их рядом.
public-counting-rates-scaled = В пересчёте на год, как если бы остальные месяцы были такими же.
public-counting-rates-year = За целый год.
public-counting-intervals = Интервалы
public-counting-intervals-detail = Точные (Гарвуд), { $level }; знаменатель считается известным. Изменения: точный условный критерий, счётный (score) интервал.
public-counting-late = Запоздалые сообщения
public-counting-late-detail = Того, о чём сообщили после { $asOf }, здесь нет. Если это меняет цифру, под тем же кодом выходит новая редакция; эта остаётся как есть.
public-counting-small = Малые числа
public-counting-small-detail = От 1 до { $most } скрыты, и с ними другие, чтобы никого нельзя было узнать сложением и вычитанием, в том числе по нескольким выпускам.

## Файлы

public-files = Скачать
public-files-lead = Можно свободно использовать с указанием источника (CC BY 4.0). Все файлы сделаны из одних и тех же цифр.
# $address: адрес, который кончается косой чертой
public-files-address = Адрес каждого файла: { $address } и его имя.
public-files-read = Читать и печатать
public-files-read-detail = Бюллетень на несколько страниц, PDF
public-files-sheet = Для электронной таблицы
public-files-sheet-detail = Все таблицы в одной книге, xlsx
public-files-sentence = Фраза
public-files-sentence-detail = Простой текст
public-files-data = Для программ: таблицы
public-files-data-detail = По одной таблице, CSV; csvw.json описывает столбцы
public-files-offices = Для статистических ведомств
public-files-offices-detail = По одной таблице, SDMX-CSV 2.0
public-files-proof = Сам выпуск
public-files-proof-detail = Все цифры в том виде, в каком они подписаны, и подпись
public-files-other = Другие файлы
public-files-total = Страна
public-files-columns = Что значат столбцы
public-files-release = Все цифры
public-files-note = Подпись
public-size = { $size } КБ

## Редакции, подпись, проверка

public-record = Редакции, подпись, проверка
public-id = Постоянный код
public-link = Ссылка на эту редакцию
public-copy-link = Скопировать ссылку
public-signed = Подписано
public-signed-detail = ключ журнала этой установки: подпись стоит под цифрами и под местом в журнале, по которому они рассчитаны
public-signed-missing = Подпись получить не удалось.
public-digest = SHA-256 файла release.json
public-verify = Проверьте сами
public-verify-detail = У кого есть журнал или его копия, тот рассчитает выпуск заново и сравнит его байт за байтом:
public-copy-command = Скопировать команду
public-history = Редакции
public-history-lead = Выпуск никогда не меняется. Если запоздалые сообщения или исправления меняют цифру, он публикуется снова под тем же кодом; прежние редакции остаются.
public-history-only = Это единственная редакция.
public-revision = Редакция { $revision }
public-revision-here = эта страница
public-column-revision = Редакция
public-column-published = Опубликована
public-column-as-of = Сообщения до
public-column-changed = Что изменилось
public-changed-first = первая публикация
public-changed-nothing = итоги по стране не изменились
public-changed-injured = пострадавших { $change }
public-changed-died = погибших { $change }

## Другие выпуски и что ещё есть

public-others = Все выпуски
public-others-lead = { $count ->
    [one] { $count } выпуск. У каждого свой постоянный адрес.
    [few] { $count } выпуска. У каждого свой постоянный адрес.
    [many] { $count } выпусков. У каждого свой постоянный адрес.
   *[other] { $count } выпуска. У каждого свой постоянный адрес.
 }
public-column-release = Выпуск
public-more = Ещё
public-empty = Пока ничего не опубликовано
public-empty-detail = Здесь появится первый выпуск цифр, для всех и без входа. А пока можно проверить текст для печати.
public-unknown = Такого выпуска нет
public-unknown-detail = Под кодом { $id } здесь ничего не публиковалось, или не в этой редакции. Опубликованные выпуски остаются навсегда.
public-unknown-open = К новейшему выпуску
public-file-lost = Цифры этого выпуска сейчас не читаются
public-file-lost-detail = Опубликованное записано в журнале, и файлы можно сделать заново; ни одна цифра не потеряна.
public-file-lost-do = Попробуйте позже или сообщите администратору этой установки.
