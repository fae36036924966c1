### Көрсеткіштердің суреттері мен олардың кестелері.

## Жиек

chart-table = Кесте
chart-save = { $format } түрінде жүктеп алу
chart-point = Элементті нұсқаңыз (Tab пен бағыт пернелері де жарайды): мәні осында жазылады.
chart-nothing = Көрсететін дерек жоқ.
chart-none = жоқ
chart-all = барлығы

## Не бар, не жоқ

chart-status-published = жарияланған
chart-status-suppressed = жасырын
chart-status-missing = дерек жоқ
chart-cases = { $count ->
    [one] { $shown } жағдай
   *[other] { $shown } жағдай
 }

## Кезеңдер: $year цифрмен жазылады

chart-quarter-1 = { $year } ж. 1-тоқсан
chart-quarter-2 = { $year } ж. 2-тоқсан
chart-quarter-3 = { $year } ж. 3-тоқсан
chart-quarter-4 = { $year } ж. 4-тоқсан
chart-month-1 = { $year } ж. қаңтар
chart-month-2 = { $year } ж. ақпан
chart-month-3 = { $year } ж. наурыз
chart-month-4 = { $year } ж. сәуір
chart-month-5 = { $year } ж. мамыр
chart-month-6 = { $year } ж. маусым
chart-month-7 = { $year } ж. шілде
chart-month-8 = { $year } ж. тамыз
chart-month-9 = { $year } ж. қыркүйек
chart-month-10 = { $year } ж. қазан
chart-month-11 = { $year } ж. қараша
chart-month-12 = { $year } ж. желтоқсан
chart-month-short-1 = қаң
chart-month-short-2 = ақп
chart-month-short-3 = нау
chart-month-short-4 = сәу
chart-month-short-5 = мам
chart-month-short-6 = мау
chart-month-short-7 = шіл
chart-month-short-8 = там
chart-month-short-9 = қыр
chart-month-short-10 = қаз
chart-month-short-11 = қар
chart-month-short-12 = жел

## Кестелердің бағандары

chart-column-kato = ӘАОЖ коды
chart-column-region = Өңір
chart-column-status = Күйі
chart-column-lower = Төменгі шегі
chart-column-upper = Жоғарғы шегі
chart-column-count = Жағдай
chart-column-exposure = Бөлімі
chart-column-id = Коды
chart-column-name = Атауы
chart-column-beyond = Қай шектен тыс
chart-column-series = Қатар
chart-column-period = Кезең
chart-column-nowcast = Кешіккендерімен күтілетіні
chart-column-change = Бір жылдағы өзгеріс
chart-column-cause = Себеп
chart-column-share = Үлесі
chart-column-cumulative = Жинақталған үлес
chart-column-together = Бірге
chart-column-weekday = Апта күні
chart-column-hour = Сағат
chart-column-rank = Орны
chart-column-rank-lower = Орнының төменгі шегі
chart-column-rank-upper = Орнының жоғарғы шегі

## Карта

chart-map-says = Дерегі бар өңірлер: { $shown } (барлығы { $all }). Ең жоғарысы: { $top }, { $topValue }; ең төмені: { $bottom }, { $bottomValue }.
chart-map-old-division = 2022 жылғы маусымға дейінгі шекарамен көрсетілген: Абай облысы Шығыс Қазақстан, Жетісу облысы Алматы, Ұлытау облысы Қарағанды облысының құрамында.
chart-against-above = ел деңгейінен анық жоғары
chart-against-below = ел деңгейінен анық төмен
chart-legend-interval = аралық; барлық ұяшықта бір шкала, нөлден басталады
chart-legend-country = ел бойынша: { $value }
chart-legend-missing = ешкім жарияламаған
chart-legend-suppressed = ешкім танылмауы үшін жасырылған

## Құйғыш: $level — пайыз

chart-funnel-says = Кездейсоқтық шегінде: { $inside } (барлығы { $all }). Одан жоғары: { $above }. Одан төмен: { $below }.
chart-funnel-note = Кездейсоқтықтың өзі нүктені 100 жағдайдың 95-інде үзік сызықтардың, 99,8-інде тұтас сызықтардың арасына түсіреді. Боялған дөңгелек үзік сызықтан, ромб тұтас сызықтан тыс жатыр; нүктелердегі кесінділер — олардың аралықтары.
chart-funnel-inside = шектердің ішінде
chart-funnel-above = { $level } шегінен жоғары
chart-funnel-below = { $level } шегінен төмен
chart-funnel-target = { $name }: { $value }

## Уақыт бойынша

chart-trend-says = { $name }: { $first } — { $firstValue }, { $last } — { $lastValue }.
chart-trend-band = Боялған жолақ — аралық.
chart-trend-whiskers = Нүктелердегі кесінділер — олардың аралықтары.
chart-trend-nowcast = Сызықталған жер: кешіккен хабарлар түскенде күтілетін мән, шектен шекке дейін.
chart-trend-changes = Боялған үшбұрыш — бір жылдағы өзгеріс дәлелденген, бос үшбұрыш — өзгеріс кездейсоқ болуы мүмкін; нүктелі сызық былтырғы мәнде тұр.
chart-change-established = { $period }, бір жыл бұрынғымен салыстырғанда: { $change }; айырмашылық дәлелденген.
chart-change-noise = { $period }, бір жыл бұрынғымен салыстырғанда: { $change }; кездейсоқтықтан ажыратылмайды.
chart-nowcast-value = күтілетіні { $value }

## Себептер

chart-pareto-says = Ең жиісі: { $first }, { $share }. Кемінде жартысын құрайтын себептер: { $shown }, бірге { $cumulative }.
chart-pareto-note = Үзік сызық үлестерді бірінші себептен бастап қосады.
chart-pareto-note-strokes = Жолақтардағы кесінділер — үлестердің аралықтары.
chart-pareto-axis = Барлық жағдайдағы үлесі
chart-pareto-together = алдыңғыларымен бірге { $value }

## Сағаттар мен апта күндері

chart-heat-says = Бір сағаттағы ең көбі: { $day }, { $hour }: { $value }. Жасырылған ұяшықтар: { $shown }.
chart-heat-ties = Аптаның осындай сағаттарының саны: { $shown }.
chart-weekday-1 = дүйсенбі
chart-weekday-2 = сейсенбі
chart-weekday-3 = сәрсенбі
chart-weekday-4 = бейсенбі
chart-weekday-5 = жұма
chart-weekday-6 = сенбі
chart-weekday-7 = жексенбі
chart-weekday-short-1 = дс
chart-weekday-short-2 = сс
chart-weekday-short-3 = ср
chart-weekday-short-4 = бс
chart-weekday-short-5 = жм
chart-weekday-short-6 = сб
chart-weekday-short-7 = жс

## Реттелген орындар

chart-bars-says = Ең жоғарысы: { $name }, { $value }.
chart-bars-first-open = Бірінші орны дәлелденбеген: { $last }-орын болуы да мүмкін.
chart-bars-first-sure = Бірінші орны дәлелденген.
chart-bars-unknown = Орындар тек жарияланғандардың арасында; дерексізі: { $shown }.
chart-bars-note = Нүктелер — мәндер, кесінділер — олардың аралықтары.
chart-bars-note-ranked = Боялған нүктелер — мәндер, бос нүктелер — орындар; кесінділер — олардың аралықтары.
chart-bars-note-band = Жолақ — үзік сызықтың аралығы.
chart-rank = орны { $rank }
