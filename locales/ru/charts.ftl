### Картинки показателей и таблицы под ними.

## Рамка

chart-table = Таблица
chart-save = Скачать: { $format }
chart-point = Укажите на элемент (можно клавишами Tab и стрелками): здесь появится его значение.
chart-nothing = Показывать нечего: данных нет.
chart-none = нет
chart-all = все

## Что есть и чего нет

chart-status-published = опубликовано
chart-status-suppressed = скрыто
chart-status-missing = нет данных
chart-cases = { $count ->
    [one] { $shown } случай
    [few] { $shown } случая
    [many] { $shown } случаев
   *[other] { $shown } случая
 }

## Периоды: $year пишется цифрами

chart-quarter-1 = 1-й квартал { $year } г.
chart-quarter-2 = 2-й квартал { $year } г.
chart-quarter-3 = 3-й квартал { $year } г.
chart-quarter-4 = 4-й квартал { $year } г.
chart-month-1 = январь { $year } г.
chart-month-2 = февраль { $year } г.
chart-month-3 = март { $year } г.
chart-month-4 = апрель { $year } г.
chart-month-5 = май { $year } г.
chart-month-6 = июнь { $year } г.
chart-month-7 = июль { $year } г.
chart-month-8 = август { $year } г.
chart-month-9 = сентябрь { $year } г.
chart-month-10 = октябрь { $year } г.
chart-month-11 = ноябрь { $year } г.
chart-month-12 = декабрь { $year } г.
chart-month-short-1 = янв
chart-month-short-2 = фев
chart-month-short-3 = мар
chart-month-short-4 = апр
chart-month-short-5 = май
chart-month-short-6 = июн
chart-month-short-7 = июл
chart-month-short-8 = авг
chart-month-short-9 = сен
chart-month-short-10 = окт
chart-month-short-11 = ноя
chart-month-short-12 = дек

## Столбцы таблиц

chart-column-kato = Код КАТО
chart-column-region = Регион
chart-column-status = Статус
chart-column-lower = Нижняя граница
chart-column-upper = Верхняя граница
chart-column-count = Случаи
chart-column-exposure = Знаменатель
chart-column-id = Код
chart-column-name = Название
chart-column-beyond = За границей
chart-column-series = Ряд
chart-column-period = Период
chart-column-nowcast = Ожидается с запоздавшими
chart-column-change = Изменение за год
chart-column-cause = Причина
chart-column-share = Доля
chart-column-cumulative = Накопленная доля
chart-column-together = Вместе
chart-column-weekday = День недели
chart-column-hour = Час
chart-column-rank = Место
chart-column-rank-lower = Место, нижняя граница
chart-column-rank-upper = Место, верхняя граница

## Карта

chart-map-says = Регионов с данными: { $shown } из { $all }. Наибольшее значение: { $top }, { $topValue }; наименьшее: { $bottom }, { $bottomValue }.
chart-map-old-division = Показано в границах до июня 2022 года: область Абай входит в Восточно-Казахстанскую, Жетісу — в Алматинскую, Ұлытау — в Карагандинскую область.
chart-against-above = достоверно выше, чем по стране
chart-against-below = достоверно ниже, чем по стране
chart-legend-interval = интервал; шкала во всех клетках одна, от нуля
chart-legend-country = по стране: { $value }
chart-legend-missing = никто не опубликовал
chart-legend-suppressed = скрыто, чтобы никого нельзя было узнать

## Воронка: $level — проценты

chart-funnel-says = В пределах случайного: { $inside } из { $all }. Выше: { $above }. Ниже: { $below }.
chart-funnel-note = По одной случайности точка попадает между штриховыми линиями в 95 случаях из 100, между сплошными — в 99,8. Закрашенный круг лежит за штриховой линией, ромб — за сплошной; отрезки у точек — их интервалы.
chart-funnel-inside = в пределах границ
chart-funnel-above = выше границы { $level }
chart-funnel-below = ниже границы { $level }
chart-funnel-target = { $name }: { $value }

## Ход по времени

chart-trend-says = { $name }: { $first } — { $firstValue }, { $last } — { $lastValue }.
chart-trend-band = Закрашенная полоса — интервал.
chart-trend-whiskers = Отрезки у точек — их интервалы.
chart-trend-nowcast = Штриховка: сколько ожидается, когда придут запоздавшие сообщения, от границы до границы.
chart-trend-changes = Закрашенный треугольник — изменение за год установлено, пустой — оно может быть случайным; пунктир стоит на прошлогоднем значении.
chart-change-established = { $period } к тому же периоду годом раньше: { $change }; различие установлено.
chart-change-noise = { $period } к тому же периоду годом раньше: { $change }; от случайного не отличить.
chart-nowcast-value = ожидается { $value }

## Причины

chart-pareto-says = Чаще всего: { $first }, { $share }. Причин, на которые приходится не меньше половины: { $shown }, вместе { $cumulative }.
chart-pareto-note = Штриховая линия складывает доли, начиная с первой причины.
chart-pareto-note-strokes = Отрезки на полосах — интервалы долей.
chart-pareto-axis = Доля всех случаев
chart-pareto-together = вместе с предыдущими { $value }

## Часы и дни недели

chart-heat-says = Больше всего за один час: { $day }, { $hour }: { $value }. Скрыто клеток: { $shown }.
chart-heat-ties = Столько же – в часах недели: { $shown }.
chart-weekday-1 = понедельник
chart-weekday-2 = вторник
chart-weekday-3 = среда
chart-weekday-4 = четверг
chart-weekday-5 = пятница
chart-weekday-6 = суббота
chart-weekday-7 = воскресенье
chart-weekday-short-1 = пн
chart-weekday-short-2 = вт
chart-weekday-short-3 = ср
chart-weekday-short-4 = чт
chart-weekday-short-5 = пт
chart-weekday-short-6 = сб
chart-weekday-short-7 = вс

## Места по порядку

chart-bars-says = Наибольшее значение: { $name }, { $value }.
chart-bars-first-open = Первое место не установлено: возможно и { $last }-е.
chart-bars-first-sure = Первое место установлено.
chart-bars-unknown = Места — только среди опубликованных; без данных: { $shown }.
chart-bars-note = Точки — значения, отрезки — их интервалы.
chart-bars-note-ranked = Закрашенные точки — значения, пустые — места; отрезки — их интервалы.
chart-bars-note-band = Полоса — интервал штриховой линии.
chart-rank = место { $rank }
