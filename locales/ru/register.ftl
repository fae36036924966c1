### Реестр травм: что о нём говорит сервер.

## Признаки неполной отчётности и на чём каждый держится

assumption-fatal-anchored = Предполагается, что о каждой смерти сообщено и что работа в секции убивает ту же долю пострадавших, что в указанном рядом образце, чаще всего в ЕС-27 в 2022 году; если соотношение самой секции неизвестно, взято соотношение по всем видам деятельности.
assumption-silent = Предполагается, что в каждом регионе работников травмируют так же часто, как в стране, и различия случайны.
assumption-silent-employers = Предполагается, что работы и работников у работодателя столько же, сколько в три предыдущих года, и травмы распределены во времени равномерно; закрытие предприятия и поздние сообщения выглядят так же.
assumption-capture = Предполагается, что попадание в один список не связано с попаданием в другой и списки сопоставлены без ошибок; если списки переписаны друг с друга, оценка занижена.
assumption-stalled = Предполагается, что месяцы без новых данных так же опасны, как предыдущие.
assumption-unequal = Предполагается, что части и целое подсчитаны по одним правилам на один день.

## Фраза выпуска

# $when: за какой период; $shown: число в печатном виде; $range: его 95%-й интервал
release-synthetic = ВЫМЫШЛЕННЫЕ ДАННЫЕ: настоящих людей здесь не считали.
release-injured = { $count ->
        [0] { $when } на производстве в Казахстане никто не пострадал (как мера опасности это { $range } при 95%).
        [one] { $when } на производстве в Казахстане пострадал { $shown } человек (как мера опасности это { $range } при 95%);
        [few] { $when } на производстве в Казахстане пострадали { $shown } человека (как мера опасности это { $range } при 95%);
        [many] { $when } на производстве в Казахстане пострадали { $shown } человек (как мера опасности это { $range } при 95%);
       *[other] { $when } на производстве в Казахстане пострадали { $shown } человека (как мера опасности это { $range } при 95%);
    }
release-died = { $count ->
        [0] никто из них не погиб ({ $range }).
        [one] из них погиб { $shown } человек ({ $range }).
        [few] из них погибли { $shown } человека ({ $range }).
        [many] из них погибли { $shown } человек ({ $range }).
       *[other] из них погибли { $shown } человека ({ $range }).
    }
# $span: год или его часть. $workers: знаменатель словами; $denominator: его код
release-rate = { $span ->
        [year] Это { $rate } на 1000 { $workers }: { $lower }–{ $upper } при 95%.
       *[part] Это { $rate } на 1000 { $workers } за период, без пересчёта на год: { $lower }–{ $upper } при 95%.
    } Знаменатель: { $denominator }.
# $unit: кого считают; $counter: кто считает; $when: за какой период
release-workers = { $unit ->
        [employed] занятых
       *[employees] наёмных работников
    } ({ $counter }, { $when })
release-of-year = { $year } год
# Кто считает: слова стоят отдельно, в скобках
release-counter-bns = Бюро национальной статистики
release-counter-ministry = Министерство труда и социальной защиты населения
release-change = { $direction ->
        [fewer] Это на { $percent }% меньше, чем { $before } за те же месяцы годом ранее
       *[more] Это на { $percent }% больше, чем { $before } за те же месяцы годом ранее
    }{ $verdict ->
        [established] : больше, чем объясняет случайность (от { $lower }% до { $upper }%).
       *[noise] , что неотличимо от случайности (от { $lower }% до { $upper }%).
    }
release-nowcast = Когда поступят запоздалые сообщения, число, как ожидается, окажется в пределах { $range } (95%).

## Выпуск как файлы

release-title = Травмы на производстве в Казахстане, { $period }
release-description = Подсчёт реестра Saqta, несопоставимый с подсчётами других ведомств.
# $most: наибольшее скрытое число; 0, если ничего не скрыто
release-withheld = { $most ->
        [0] Публикуются все числа, даже самые малые.
        [1] Число 1 не публикуется, как и то, что его выдало бы.
       *[other] Числа от 1 до { $most } не публикуются, как и то, что их выдало бы.
    }
release-publisher = Реестр травм Saqta
release-unknown = не известно
release-table-total = Страна
release-table-region = Регион
release-table-section = Вид деятельности (секция ОКЭД)
release-table-kind = Вид события
release-table-cause = Причина
release-table-sex = Пол
release-table-age = Возраст
release-table-month = Месяц
release-column-period = Период
release-column-code = Код
release-column-injured = Пострадало, включая погибших
release-column-injured-lower = Пострадало: нижняя граница, 95%
release-column-injured-upper = Пострадало: верхняя граница, 95%
release-column-fatal = Погибло
release-column-fatal-lower = Погибло: нижняя граница, 95%
release-column-fatal-upper = Погибло: верхняя граница, 95%
release-column-severe = Тяжело травмировано, не погибло
release-column-days-lost = Потеряно дней
release-column-incidence = Пострадало на 1000 работников за период
release-column-incidence-lower = Коэффициент: нижняя граница, 95%
release-column-incidence-upper = Коэффициент: верхняя граница, 95%
release-column-denominator = Знаменатель
release-note-interval = Границы точные (Гарвуд), 95%: что число говорит об опасности за ним. Коэффициенты — за период, без пересчёта на год.
release-note-counter = Подсчёты разных ведомств не смешиваются: Бюро национальной статистики и министерство публикуют другие итоги.
release-note-withheld = Малые числа и то, что их выдало бы, не публикуются.
release-picture-regions = Коэффициент каждого региона с 95%-м интервалом; линия — коэффициент страны.

## Columns of the bulletin: paper is narrow

release-short-injured = Пострадало
release-short-injured-lower = 95%: от
release-short-injured-upper = до
release-short-fatal = Погибло
release-short-severe = Тяжело
release-short-incidence = на 1000
