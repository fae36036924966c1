### Что стоит вокруг показателей в файлах, которые выдаются: книги Excel и бюллетени.

table-about = О данных
table-publisher = Опубликовано
table-published = Время публикации (UTC)
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
