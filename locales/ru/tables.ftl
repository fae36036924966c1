### Что стоит вокруг показателей в файлах, которые выдаются: книги Excel и бюллетени.

table-about = О данных
table-publisher = Опубликовано
table-as-of = Данные на
table-code = Код
table-id = Код
table-licence = Лицензия
table-source = Источник

## Почему в ячейке нет показателя. Значение стоит в ячейке, `.means` его объясняет.

table-missing-suppressed = не публикуется
    .means = показатель известен, но по нему можно узнать пострадавшего
table-missing-not-available = нет данных
    .means = этого никто не считал
table-missing-not-applicable = –
    .means = такого показателя быть не может

# $page: номер страницы. $pages: сколько всего страниц
table-page = Страница { $page } из { $pages }

## Периоды. $year: год, текстом. $part: какое полугодие (1, 2) или квартал (1–4). $from, $to: названия месяцев

table-period-half = { $part }-е полугодие { $year } г.
table-period-quarter = { $part }-й квартал { $year } г.
table-period-month = { $from } { $year } г.
table-period-months = { $from }–{ $to } { $year } г.
# $month: от 1 до 12
table-month = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
 }
