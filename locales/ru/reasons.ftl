### Почему значение из запроса не подходит: говорится после него, с маленькой буквы и без точки. То, что стоит за
### `reason-`, — это `code` ответа для программ.

## Что не так с травмой

reason-too-early = так давно учёт не вёлся: проверьте год
reason-in-the-future = этот день ещё не наступил
reason-before-it-happened = о травме не могли сообщить раньше, чем она случилась
reason-not-0-to-23 = час — число от 0 до 23
reason-lost-time-without-days = потеря рабочего времени — это хотя бы один день; иначе исход `medical` или `restricted`
reason-days-without-lost-time = рабочие дни потеряны, значит исход — `lost-time`
reason-site-unknown = такой объект не объявлен
reason-reason-needed = укажите причину: она записывается
reason-required = это нужно указать
# $known: the codes, with commas
reason-one-of = одно из: { $known }
reason-code-unknown = такой код неизвестен
reason-twelve-digits = 12 цифр
reason-a-day = день, как 2026-03-01
# $known: the codes, with commas
reason-age = полных лет или одно из: { $known }
reason-field-unknown = такого поля нет
# $most: how many characters
reason-too-long = не больше { $most } знаков

## Что не так с вопросом о цифрах

reason-a-period = год `2025`, полугодие `2025-H1`, квартал `2025-Q1`, месяц `2025-03` или месяцы `2025-01..09`
reason-a-level = число больше 0 и меньше 1
reason-a-cursor = значение `next` предыдущей страницы
reason-counted-by-twice = по каждому признаку считают один раз
reason-too-many-cells = ячеек слишком много: возьмите меньше признаков, более короткий период или zeros=false
reason-compared-already = месяцы, кварталы и годы и так сравниваются: выберите другой признак
reason-one-measure = один показатель, и не `severity`: потерянные дни — не независимые события
reason-measure-of-persons = один показатель на работников, как `incidence`
reason-all-beside-each-other = рядом ставятся все регионы и виды деятельности: отбирайте только по виду или исходу
reason-strata = одно из `section`, `division`, `group`, `class`
reason-strata-of-persons = ни один ряд не говорит, сколько работает по полу или возрасту: только `section`, `division`, `group`, `class`
reason-no-series-of-persons = нет ряда с числом работников: сначала примите его
reason-series-unknown = на такой ряд здесь делить нельзя
reason-clock-crossed = часы и дни недели не сочетают с другими признаками для тех, кто не видит отдельных травм
reason-clock-of-all = кто не видит отдельных травм, видит часы и дни недели только всех пострадавших вместе
reason-clock-of-quarters = кто не видит отдельных травм, видит часы и дни недели только за целые кварталы

## Что не так с рядом или выпуском

reason-an-id = от 1 до 64 знаков a–z A–Z 0–9 . _ -
reason-counter-needed = кто считает: ряды разных учётчиков не смешиваются
reason-source-needed = где это опубликовано
reason-figures-too-many = от 1 до 100 000 чисел в ряду, не больше 400 000 в файле
reason-series-twice = в файле каждый ряд бывает один раз
reason-figure-twice = два числа относятся к одному периоду, региону и виду деятельности
reason-dimension-and-code = как `sex:T,age:TOTAL`
reason-not-said = в SDMX-CSV этого нет: укажите рядом с файлом
reason-name-of-a-page = так называется страница рядом с выпусками; выберите другое имя
reason-not-begun = этот период ещё не начался
reason-threshold-too-low = не меньше 3: иначе цифры рассказали бы об отдельных людях
reason-published-meanwhile = тем временем кто-то опубликовал редакцию: сначала посмотрите её
reason-too-few-injured = пострадавших так мало, что выпуск рассказал бы о них: опубликуйте более длинный период
reason-tells-withheld-month = один из прежних выпусков скрывает данные за один из этих месяцев, а итоги этого выпуска раскрыли бы их: опубликуйте другие месяцы
reason-other-period = выпуск с этим кодом — за другие месяцы: дайте этому другой код
reason-too-little-changed = с последней редакции изменилось так мало сообщений, что разница рассказала бы об отдельных людях: опубликуйте вместе с более поздними сообщениями
reason-too-little-changed-together = выпуски за части этого периода отличаются от него так мало, что разница рассказала бы об отдельных людях: опубликуйте вместе с более поздними сообщениями
reason-period-not-over = этот период ещё не закончился: опубликуйте завершённые месяцы, например 2026-01..10 первого ноября
reason-denominator-unknown = нет ряда с кодом { $value }: принятые ряды перечисляет GET /series
reason-clock-compared = часы и дни недели сравниваются для тех, кто видит отдельные травмы; таблица по часам показывает всех пострадавших
reason-file-too-large = файл — не больше 4 ГиБ: разделите его на части
