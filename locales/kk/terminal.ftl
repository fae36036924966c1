### `saqta figures` терминалдағы адамға не айтады. `--json` соны программаларға тілсіз айтады.

## Аралықтар мен салыстырулар

# $rate, $lower, $upper: сандар. $level: деңгей, 0.95 сияқты. $method: код, garwood сияқты
terminal-interval = { $rate } ({ $lower } – { $upper }; деңгей { $level }, { $method })
# $ratio, $lower, $upper: сандар. $level: деңгей, 0.95 сияқты
terminal-ratio = қатынас { $ratio } ({ $lower } – { $upper }; деңгей { $level })
# $exact, $mid, $etest, $score: p мәндері
terminal-p = p: дәл шартты { $exact }, mid-P { $mid }, E-тест { $etest }, score { $score }

## Кесте

terminal-all = барлығы
terminal-not-known = белгісіз
terminal-column-injured = жарақаттанған
terminal-column-interval = аралық
terminal-column-died = қаза тапқан
terminal-column-rates = көрсеткіштер
# $measure: код, incidence сияқты. $value, $lower, $upper: сандар. $per: сан, 1000 сияқты. $denominator: қатар мен оның нұсқасы
terminal-rate = { $measure } { $value } ({ $lower }–{ $upper }), { $per } бірлікке, { $denominator } бойынша
terminal-rate-annualised = { $measure } { $value } ({ $lower }–{ $upper }), { $per } бірлікке, { $denominator } бойынша, жылға есептегенде
terminal-annualised = қызметкерлерге шаққан көрсеткіштер жылға есептелген
terminal-cumulative = қызметкерлерге шаққан көрсеткіштер кезеңнің өзі үшін, жылға есептелмеген
# $period, $first, $last: кезеңдер, 2025-Q1 сияқты
terminal-nothing-in = файлда { $period } кезеңінің жарақаты жоқ; бары: { $first } – { $last }
terminal-no-injury = файлда жарақат жоқ
terminal-no-denominator = { $period } кезеңіне және саналатынға сай бөлгіш жоқ: көрсеткіштер жоқ
# $rows: қанша жол
terminal-said-anew =
    { $rows ->
        [one] { $rows } жол сол дереккөздің бұрынғы жолының нөмірін қайталап, басқаны айтады: соңғысы есепке алынды
       *[other] { $rows } жол сол дереккөздің бұрынғы жолының нөмірін қайталап, басқаны айтады: соңғысы есепке алынды
    }

## Қатар тұрғандар

terminal-column-code = код
terminal-column-count = сан
terminal-column-ratio = қатынас
terminal-column-place = орын
terminal-column-p = p
terminal-column-funnel = құйғыш
terminal-position-within = ішінде
terminal-position-below = төмен
terminal-position-above = жоғары
terminal-position-far-below = тым төмен
terminal-position-far-above = тым жоғары
# $phi: сан. $p: p мәні
terminal-dispersion = шашырау { $phi } (p { $p })
terminal-legend-ratio = қатынас: жарақат санының жалпы көрсеткіш бойынша осы кезеңде күтілетінге қатынасы, жылға есептелмеген, және оның аралығы
terminal-legend-place = орын: көрсеткіш бойынша, 1 — ең жоғарысы, және шын мәнінде мүмкін орындар, бәрі бірге
terminal-legend-p = p: басқалармен бірдей болғандағы мәні, бәрі қаралғаны ескерілген
terminal-legend-funnel = құйғыш: төмен, жоғары — 95 % шегінен тыс; тым төмен, тым жоғары — 99,8 % шегінен тыс
# $period: кезең
terminal-no-unit = бөлгіштерде { $period } кезеңі үшін бірде-бір өңір немесе секция жоқ
    .do = оларда бар кезеңді таңдаңыз немесе басқа бөлгіштерді көрсетіңіз

## Жүктелетін файлдар

# $line: файл жолы, 1-ден. $column: баған тақырыбы
terminal-at-line = { $line }-жол
terminal-at-cell = { $line }-жол, { $column }
# $count: қаншасы аталмады
terminal-and-more = … тағы { $count }
# $wrong: қанша ұяшық. $file: файл аты
terminal-wrong-cells =
    { $wrong ->
        [one] { $file } файлында { $wrong } ұяшық қате
       *[other] { $file } файлында { $wrong } ұяшық қате
    }
    .do = файлды түзетіңіз; жоғарыдағы әр қате өз жолын атайды
    .safe-counted = ештеңе саналмады: бөліктің саны бүтіннің саны болып көрінер еді
    .safe-recorded = ештеңе жазылмады
    .safe-taken-in = ештеңе қабылданбады
terminal-checked = тексерілді
terminal-recorded = жазылды
# $rows, $recorded, $reported, $revised, $unchanged: жол сандары. $import: оның коды
terminal-brought = жол { $rows }: жаңа { $recorded }, тағы бір дереккөзден { $reported }, өзгерген { $revised }, жаңалығы жоқ { $unchanged }; жүктеу { $import }
# $rows: қанша жол. $dimension, $code: geo және DE сияқты
terminal-passed-over =
    { $rows ->
        [one] { $dimension }={ $code } бар { $rows } жол өткізіп жіберілді
       *[other] { $dimension }={ $code } бар { $rows } жол өткізіп жіберілді
    }
# $series: нұсқаларымен қатарлар
terminal-taken-in = қабылданды: { $series }

## Қайта есептелген шығарылым

# $release: оның коды. $revision, $files, $position: сандар
terminal-verified = тексерілді: { $release }, { $revision }-редакция; файл саны { $files }, әрқайсысы журналдың 1–{ $position } жазбалары айтқанмен байтына дейін бірдей
# $file: файл аты. $release: шығарылым коды. $revision: сан
terminal-differs = { $release }, { $revision }-редакция: { $file } журнал айтқандай ЕМЕС
    .safe = журналдың өзі өзгертілген-өзгертілмегенін `saqta verify` айтады
    .do = файлды сақтаңыз; --to ҚАПШЫҚ журнал айтқанды салыстыру үшін жазады
# $file: файл аты. $release: шығарылым коды. $revision: сан
terminal-kept-changed = { $release }, { $revision }-редакция: { $file } сервер оқитын жерде өзгертілген
    .safe = жарияланғаны журналда сақталған; өзгертілген файлды сервер көрсетпейді
    .do = `saqta figures verify { $release }@{ $revision } --mend` оны қалпына келтіреді
terminal-kept-missing = { $release }, { $revision }-редакция: { $file } сервер оқитын жерде жоқ
    .safe = жарияланғаны журналда сақталған
    .do = `saqta figures verify { $release }@{ $revision } --mend` оны қалпына келтіреді
terminal-kept-unreadable = { $release }, { $revision }-редакция: { $file } оқылмайды
