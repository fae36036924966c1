### Ряды, которые считают другие, и публикация выпуска.

## Ряды

series-title = Знаменатели и опубликованные итоги
series-lead = Ряды, которые считают другие: на них делятся коэффициенты, по ним проверяются тексты для прессы. В каждом сказано, кто считает и что; цифры разных ведомств никогда не складываются и не сравниваются. Изменённые цифры — новая версия, прежняя остаётся: на неё делили прежние выпуски.
series-bring = Внести файл
series-bring-detail = Вносятся все ряды файла или ни один. Тот же файл ещё раз ничего не меняет.
series-file = Файл рядов
series-file-detail = CSV со столбцами series, counter, unit, source, published, period, region, activity, value или SDMX-CSV 2.0, как его пишет Евростат.
series-template = Пустой файл с этими столбцами
series-beside = Чего SDMX-CSV не говорит
series-id = Код ряда
series-id-hint = Выбираете вы, например bns-employees
series-counter = Кто считает
series-counter-hint = Например, bns или ministry-of-labour
series-unit = Что считается
series-source = Где опубликовано
series-published = Когда опубликовано
series-only = Какое из нескольких значений
series-only-hint = Например, sex:T,age:TOTAL
series-submit = Внести файл
series-said-missing = Укажите это рядом с файлом.
series-said-wrong = Так нельзя: { $reason }
series-done = Внесено
# $id: ряд; $version: с 1
series-done-version = { $id }: версия { $version }
series-done-same = { $id }: нового нет, по-прежнему версия { $version }
# $what: как `geo=DE: 12`
series-passed = Пропущено строк: { $what }
series-not-chosen = Строк с другими значениями, чем выбрано: { $count }
series-without = Строк, где сказано, что цифры нет: { $count }
series-flags = Пометки принятых цифр и сколько раз: { $what }
series-refused = Ничего не записано
series-none = Рядов пока нет
series-none-detail = Пока их нет, есть числа и нет коэффициентов.
series-list = Известные ряды
series-column-id = Ряд
series-column-counter = Кто считает
series-column-unit = Что
series-column-periods = Периоды
series-column-cells = Цифр
series-column-source = Источник
series-column-version = Версия
# $day: когда
series-published-on = опубликовано { $day }
unit-employees = наёмные работники
unit-employed = занятые
unit-hours = отработанные часы
unit-injured = пострадавшие
unit-fatal = погибшие
unit-severe = тяжело пострадавшие
unit-days-lost = потерянные дни

## Выпуски

publish-title = Выпуски
publish-lead = То, что все читают на странице цифр, без входа.
publish-open = Опубликовать выпуск
publish-heading = Публикация выпуска
# $id: его код; $revision: с 2
publish-heading-revision = Публикация { $id }, редакция { $revision }
publish-forever = Выпуск сразу виден всем, подписан и больше никогда не меняется и не исчезает.
publish-correcting = Если что-то окажется неверным, выходит редакция под тем же кодом; прежняя остаётся рядом и читается.
publish-few = Редакция или другой выпуск за те же месяцы не принимаются, пока изменилось меньше { $threshold } сообщений: о каждом из них стало бы известно.
publish-period = Период
publish-period-wrong = 2025, 2025-H1, 2025-Q1, 2025-03 или 2025-01..09
publish-period-ahead = Этот период ещё не начался.
publish-period-running = Этот период не закончился: его цифры ещё вырастут.
publish-look = Сначала посмотреть эти месяцы
publish-id = Код
publish-id-hint = Часть адреса, навсегда
publish-id-wrong = От 1 до 64 знаков из a–z A–Z 0–9 . _ -
publish-id-page = Так называется страница рядом с выпусками; выберите другой код.
# $period: как `1-й квартал 2025 г.`
publish-id-other = Выпуск с этим кодом — за { $period }: для других месяцев нужен другой код.
# $revision: следующая
publish-id-revision = Под этим кодом уже есть выпуск за те же месяцы: это будет редакция { $revision }.
# $id: выпуск
publish-same-months = За те же месяцы уже есть { $id }. Чтобы исправить его, опубликуйте его редакцию.
publish-divided = На что делить
publish-divided-not = не делить
publish-divided-detail = По одному ряду на каждую единицу; без рядов нет и коэффициентов.
publish-divided-none = Нет ни одного ряда работников, занятых или часов: в выпуске будут числа без коэффициентов.
publish-divided-one = Выберите хотя бы один.
publish-divided-lacks = За эти месяцы в нём нет цифры: таких коэффициентов не будет.
publish-series = К рядам
publish-threshold = Наименьшее публикуемое число
# $most: наибольшее скрываемое
publish-threshold-hint = Числа от 1 до { $most } скрываются. Обычно 5, не меньше 3.
publish-threshold-wrong = Целое число не меньше 3: при меньшем узнали бы отдельных людей.
publish-synthetic = Данные вымышлены
publish-synthetic-hint = Для показа: об этом скажут каждая страница и каждый файл.
publish-sure = Цифры просмотрены; понятно, что отозвать выпуск нельзя
publish-sure-missing = Сначала отметьте это.
publish-submit = Опубликовать для всех
publish-submit-revision = Опубликовать редакцию { $revision }
publish-busy = Цифры рассчитываются, файлы пишутся: это может занять минуту.
# $id: выпуск; $revision: с 1
publish-done = Опубликовано: { $id }, редакция { $revision }
publish-done-detail = Выпуск доступен всем, на трёх языках, со всеми файлами.
publish-done-open = Открыть его страницу
publish-refused = Не опубликовано
publish-refused-period = За эти месяцы пострадавших так мало, что выпуск рассказал бы о них самих. Опубликуйте более долгий период.
# $threshold: сколько должно измениться
publish-refused-id = После выпуска за те же месяцы изменилось меньше { $threshold } сообщений: новый рассказал бы об отдельных людях. Опубликуйте его, когда поступит больше запоздалых сообщений.
publish-refused-revision = Тем временем опубликовал кто-то другой. Посмотрите список и повторите, если это ещё нужно.
publish-refused-other = Сервер отвечает: { $reason }
publish-away = Ответа не было
publish-away-detail = Неизвестно, опубликован ли выпуск.
publish-away-do = Прежде чем повторить, посмотрите список ниже.
publish-none = Пока ничего не опубликовано
publish-none-detail = Первый выпуск появится на странице цифр.
publish-list = Опубликовано
publish-column-period = Месяцы
publish-column-id = Код
publish-column-revisions = Редакции
publish-column-published = Последняя публикация
publish-column-act = Что можно сделать
publish-revise = Новая редакция
# $id: выпуск
publish-revise-of = Новая редакция { $id }
# $revision: с 1
publish-revision = редакция { $revision }
