### Что `saqta figures` говорит человеку в терминале. `--json` говорит то же программам, без языка.

## Интервалы и сравнения

# $rate, $lower, $upper: числа. $level: уровень, как 0.95. $method: код, как garwood
terminal-interval = { $rate } ({ $lower } – { $upper }; уровень { $level }, { $method })
# $ratio, $lower, $upper: числа. $level: уровень, как 0.95
terminal-ratio = отношение { $ratio } ({ $lower } – { $upper }; уровень { $level })
# $exact, $mid, $etest, $score: p-значения
terminal-p = p: точный условный { $exact }, mid-P { $mid }, E-тест { $etest }, score { $score }

## Таблица

terminal-all = всего
terminal-not-known = неизвестно
terminal-column-injured = пострадало
terminal-column-interval = интервал
terminal-column-died = погибло
terminal-column-rates = показатели
# $measure: код, как incidence. $value, $lower, $upper: числа. $per: число, как 1000. $denominator: ряд и его версия
terminal-rate = { $measure } { $value } ({ $lower }–{ $upper }) на { $per } по { $denominator }
terminal-rate-annualised = { $measure } { $value } ({ $lower }–{ $upper }) на { $per } по { $denominator }, в пересчёте на год
terminal-annualised = показатели на работников пересчитаны на год
terminal-cumulative = показатели на работников — за сам период, без пересчёта на год
# $period, $first, $last: периоды, как 2025-Q1
terminal-nothing-in = за { $period } в файле нет травм; есть с { $first } по { $last }
terminal-no-injury = в файле нет травм
terminal-no-denominator = ни один знаменатель не подходит к { $period } и к тому, что считают: показателей нет
# $rows: сколько строк
terminal-said-anew =
    { $rows ->
        [one] { $rows } строка повторяет номер более ранней строки того же источника и говорит другое: учтена последняя
        [few] { $rows } строки повторяют номер более ранней строки того же источника и говорят другое: учтена последняя
        [many] { $rows } строк повторяют номер более ранней строки того же источника и говорят другое: учтена последняя
       *[other] { $rows } строки повторяют номер более ранней строки того же источника и говорят другое: учтена последняя
    }

## Одно рядом с другим

terminal-column-code = код
terminal-column-count = число
terminal-column-ratio = отношение
terminal-column-place = место
terminal-column-p = p
terminal-column-funnel = воронка
terminal-position-within = внутри
terminal-position-below = ниже
terminal-position-above = выше
terminal-position-far-below = намного ниже
terminal-position-far-above = намного выше
# $phi: число. $p: p-значение
terminal-dispersion = разброс { $phi } (p { $p })
terminal-legend-ratio = отношение: число травм к ожидаемому по общему показателю за период, без пересчёта на год, и его интервал
terminal-legend-place = место: по показателю, 1 — самый высокий, и места, которые на самом деле возможны, все вместе
terminal-legend-p = p: для такого же, как все остальные, с поправкой на то, что просмотрены все
terminal-legend-funnel = воронка: ниже, выше — вне границ 95 %; намного ниже, намного выше — вне границ 99,8 %
# $period: период
terminal-no-unit = в знаменателях нет ни региона, ни секции за { $period }
    .do = выберите период, который в них есть, или назовите другие знаменатели

## Файлы, которые загружают

# $line: строка файла, с 1. $column: заголовок столбца
terminal-at-line = строка { $line }
terminal-at-cell = строка { $line }, { $column }
# $count: сколько не перечислено
terminal-and-more = … и ещё { $count }
# $wrong: сколько ячеек. $file: имя файла
terminal-wrong-cells =
    { $wrong ->
        [one] в { $file } неверна { $wrong } ячейка
        [few] в { $file } неверны { $wrong } ячейки
        [many] в { $file } неверно { $wrong } ячеек
       *[other] в { $file } неверно { $wrong } ячейки
    }
    .do = исправьте файл; каждая ошибка выше называет свою строку
    .safe-counted = ничего не посчитано: цифры по части выдавали бы себя за цифры по целому
    .safe-recorded = ничего не записано
    .safe-taken-in = ничего не принято
terminal-checked = проверено
terminal-recorded = записано
# $rows, $recorded, $reported, $revised, $unchanged: числа строк. $import: его код
terminal-brought = строк { $rows }: новых { $recorded }, от ещё одного источника { $reported }, изменённых { $revised }, без нового { $unchanged }; загрузка { $import }
# $rows: сколько строк. $dimension, $code: как geo и DE
terminal-passed-over =
    { $rows ->
        [one] пропущена { $rows } строка с { $dimension }={ $code }
        [few] пропущены { $rows } строки с { $dimension }={ $code }
        [many] пропущено { $rows } строк с { $dimension }={ $code }
       *[other] пропущено { $rows } строки с { $dimension }={ $code }
    }
# $series: ряды с версиями
terminal-taken-in = принято: { $series }

## Выпуск, пересчитанный заново

# $release: его код. $revision, $files, $position: числа
terminal-verified = проверено: { $release }, редакция { $revision }; файлов { $files }, каждый побайтно таков, как говорят записи журнала с 1 по { $position }
# $file: имя файла. $release: код выпуска. $revision: число
terminal-differs = { $file } из { $release }, редакция { $revision }, — НЕ то, что говорит журнал
    .safe = был ли изменён сам журнал, скажет `saqta verify`
    .do = сохраните файл; --to ПАПКА запишет то, что говорит журнал, для сравнения
# $file: имя файла. $release: код выпуска. $revision: число
terminal-kept-changed = { $file } из { $release }, редакция { $revision }, изменён там, откуда его читает сервер
    .safe = журнал хранит то, что было опубликовано; изменённый файл сервер не показывает
    .do = `saqta figures verify { $release }@{ $revision } --mend` восстановит его
terminal-kept-missing = { $file } из { $release }, редакция { $revision }, отсутствует там, откуда его читает сервер
    .safe = журнал хранит то, что было опубликовано
    .do = `saqta figures verify { $release }@{ $revision } --mend` восстановит его
terminal-kept-unreadable = { $file } из { $release }, редакция { $revision }, не читается
