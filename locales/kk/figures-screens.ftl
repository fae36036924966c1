### Сандар туралы экрандар: кіру беті, баспасөз мәтінін тексеру, талдаушыларға арналған сандар.

## Кіру беті

figures-title = Жұмыстағы жарақаттар туралы сандар
figures-home-lead = Санның құны — астындағысында: кім санады, қанша адамға шаққанда, кездейсоқтық қаншаға дейін жетеді.
figures-check-detail = Қазақша, орысша не ағылшынша мәтінді қойыңыз. Кіру қажет емес; ештеңе сақталмайды.
figures-explore-detail = Бөлімі мен аралығы көрсетілген коэффициенттер, талдаушылар мен инспекторларға. Кіру қажет.
figures-register-detail = Жарақаттар бір-бірлеп, көруге құқығы барларға. Кіру қажет.

## Тексеру

check-title = Баспасөз мәтінін тексеру
check-lead = Saqta мәтіннен жұмыстағы жарақаттар туралы сандарды тауып, есептеуге болатынын қайта есептейді және қайсысы рас екенін айтады.
check-label = Мәтін
check-private = Мәтін тексеру үшін осы серверге жіберіледі. Ол сақталмайды: серверде де, осы браузерде де.
check-submit = Тексеру
check-key = Ctrl + Enter
check-clear = Жаңа мәтін
check-too-long = Мәтін тым ұзын: { $most } таңбадан аспауы керек.
check-examples = Немесе мысалды қарап көріңіз
check-example = 2025 жылдың бірінші тоқсанында Қазақстанда өндірісте 293 адам зардап шекті, оның 40-ы қаза тапты. Бірінші орында Қарағанды облысы — 31 адам, одан кейін Қостанай облысы — 27. Бұл өткен жылдың сәйкес кезеңіне қарағанда 16,8%-ға аз; 1000 жұмысшыға шаққандағы коэффициент 0,04 болды. Зардап шеккендердің 12%-ы құрылыс саласында. Бес жылда жарақаттану деңгейі 6,3%-ға төмендеді.
check-running = Тексерілуде. Ұзын мәтінге бірнеше секунд кетеді.
check-none = Тұжырым табылмады
check-none-detail = Мәтінде Saqta танитын жұмыстағы жарақат туралы сан жоқ. Ол зардап шеккендер мен қаза тапқандар санын, үлестерді, коэффициенттерді, өзгерістерді және өңірлердің ретін іздейді.
check-found = { $count ->
    [one] { $count } тұжырым табылды
   *[other] { $count } тұжырым табылды
 }
check-claims = Тұжырымдар
check-printed = мәтінде: { $value }
check-recomputed = Не қайта есептелді
check-corrected = Қалай айтуға болады
check-copy = Көшіру
check-copied = Көшірілді
check-copy-failed = Көшіру мүмкін болмады. Мәтінді белгілеп, көшіріңіз.
verdict-holds = рас
verdict-holds-means = жарияланған немесе қайта есептелген, кездейсоқтықтан артық
verdict-noise = шу
verdict-noise-means = кездейсоқтық түсіндіретіннен артық емес
verdict-mixed = аралас
verdict-mixed-means = кімге, қай уақытқа шаққаны немесе кімнің санағаны анық емес
verdict-implausible = қисынсыз
verdict-implausible-means = жарияланғанға, мәтіннің өзіне немесе арифметикаға қайшы
verdict-unknown = белгісіз
verdict-unknown-means = жарияланған ештеңе растамайды да, жоққа шығармайды да
claim-count = Сан
claim-share = Үлес
claim-rate = Коэффициент
claim-rank = Рет
claim-change = Өзгеріс

## Не салынған: мән мен оның 95 пайыздық аралығы

drawn-count = Сан және кездейсоқтық шегі
drawn-expected = жалдамалы қызметкерлер санынан күтілгені
drawn-change = Қазіргінің бұрынғыға қатынасы
drawn-no-change = өзгеріссіз
drawn-rate = Коэффициент
drawn-printed = мәтінде
drawn-share = Үлес, %
drawn-employed = жұмыспен қамтылғандар үлесі
drawn-region = { $region } ({ $count }): күтілгенге қатынасы
drawn-country = ел
drawn-says = { $name }: { $value }. { $reference }

## Не қайта есептелді

recomputed-published = Жарияланған
recomputed-count = Сан
recomputed-base = Салыстырылғаны
recomputed-percent = Өзгеріс
recomputed-ratio = Қатынас (95 % аралық)
recomputed-rate = Коэффициент (95 % аралық)
recomputed-per = шаққаны
recomputed-rate-annualised = Жылға шаққанда
recomputed-rate-of-employed = Барлық жұмыспен қамтылғандарға
recomputed-denominator = Бөлімі
recomputed-share = Үлес (95 % аралық)
recomputed-share-of-employed = Жұмыспен қамтылғандар үлесі
recomputed-expected = Жалдамалы қызметкерлер санынан күтілгені
recomputed-against = Күтілгенге қатынасы (95 % аралық)
recomputed-against-employed = Жұмыспен қамтылғандар үлесіне қатынасы
recomputed-p = Дәл p
recomputed-regions-unknown = Жарияланбаған өңірлер
recomputed-source = Дереккөз
base-text = мәтіннен
base-published = жарияланған
base-implied = мәтіннен шығады
base-assumed = болжам

## Талдаушыларға арналған сандар

explore-title = Тізілімнің сандары
explore-views = Неге қарау
explore-year = Жыл
explore-part = Кезең
explore-part-year = бүкіл жыл
explore-view-regions = Өңірлер
explore-view-time = Уақыт бойынша
explore-view-causes = Себептер
explore-view-hours = Сағаттар
explore-view-table = Кесте
explore-view-watch = Бақылау
explore-view-unreported = Хабарланбағаны
explore-fatal = Тек қаза тапқандар
explore-widen = Өңірлер айырмасын ескеру
explore-annualise = Жылға шағу
explore-by = Бойынша
explore-region = Өңір
explore-country = Бүкіл ел
explore-steps = Қадам
explore-steps-month = Айлар
explore-steps-quarter = Тоқсандар
explore-nothing = Бұл кезең үшін тізілімде ештеңе жоқ
explore-nothing-detail = Басқа кезеңді таңдаңыз немесе алдымен жарақаттар туралы хабарлаңыз.
explore-newest = Тізілімдегі ең жаңа жағдайлар: { $period }
explore-counted = Өңірлер бойынша жарақаттар, әр сан аралығымен
explore-counted-source = Осы орнатылымның тізілімі. Коэффициент емес, сан: бұл кезеңде неге бөлу керегі белгісіз.
explore-running = Кезең әлі аяқталған жоқ: сандар мен коэффициенттер бүгінге дейін хабарланғанды көрсетеді, олар әлі өседі.
explore-no-denominator = Бұл кезеңге бөлім жоқ
explore-no-denominator-detail = Сандар көрсетілген; коэффициентке осы кезеңнің қызметкерлер қатары керек. Оны талдаушы «Бөлгіштер» бетінде енгізеді.
explore-count = { $count ->
    [one] { $shown } жарақат, қауіптің өлшемі ретінде { $lower }–{ $upper }
   *[other] { $shown } жарақат, қауіптің өлшемі ретінде { $lower }–{ $upper }
 }
explore-count-fatal = Қаза тапқандар: { $shown }
explore-source = Осы орнатылымның тізілімі. Бөлімі { $denominator }, { $annualised ->
    [yes] жылға шағылған
   *[no] жылға шағылмаған
 }. Аралық { $level }, Гарвуд.
explore-source-counts = Осы орнатылымның тізілімі. Сандар; аралық { $level }, Гарвуд.
explore-source-plain = Осы орнатылымның тізілімі. Сандар, аралықсыз.
explore-map = 1 000 қызметкерге шаққандағы зардап шеккендер, өңірлер бойынша
explore-map-fatal = 100 000 қызметкерге шаққандағы қаза тапқандар, өңірлер бойынша
explore-measure-incidence = 1 000 қызметкерге шаққандағы зардап шеккендер
explore-measure-fatal = 100 000 қызметкерге шаққандағы қаза тапқандар
explore-funnel = Қай өңірлердің айырмасы кездейсоқтықтан артық
explore-exposure = Қызметкерлер, мың
explore-target = ел
explore-funnel-source = Бөлімі { $denominator }. Шашырау { $phi } (1 — тек кездейсоқтық; p { $p }).
explore-bars = Өңірлердің реті қаншалықты сенімді
standardised-title = Қызмет түрлерінің құрамы теңестірілгенде
standardised-lead = Шахталы өңірде жарақат кеңселі өңірден көп. Мұнда өңірлер елмен сол айырмашылық жоқтай салыстырылады.
standardised-indirect = Нақтысы күтілгенге қатынасы, өңірлер бойынша (SIR)
standardised-direct = Қызмет құрамы елдегідей болса, өңірдің коэффициенті қандай болар еді
standardised-ratio = Нақтысы күтілгенге (1 — елдегідей)
standardised-expected = Күтіледі
standardised-p = барлық өңірге түзетілген p
standardised-crude = Қазіргісі
standardised-indirect-assumption = Болжам: бір қызмет кез келген өңірде бірдей қауіпті, сондықтан елдің әр қызмет бойынша коэффициенті өңірдің сондағы қызметкерлерімен бірге қанша жарақат күтілетінін айтады; екі өңірдің қатынасы бір-бірімен емес, елмен салыстырылады.
standardised-direct-assumption = Болжам: өңір қызметкерлері қызмет түрлеріне елдегідей бөлінсе де, оның әр қызмет бойынша коэффициенті сол күйінде қалар еді; қызметкер аз жерде бір жарақаттың салмағы үлкен, аралық кең.
# $regions: атаулары, тізіммен.
standardised-above = Барлық өңір қаралғанын ескергенде, кездейсоқтан артық жоғары: { $regions }.
standardised-below = Кездейсоқтан артық төмен: { $regions }.
standardised-none-stands-out = Барлық өңір қаралғанын ескергенде, ешқайсысы кездейсоқтан артық ерекшеленбейді.
standardised-unplaced = { $count ->
    [one] Қызметі белгісіз { $shown } жарақат ешбір мәнге кірмейді.
   *[other] Қызметі белгісіз { $shown } жарақат ешбір мәнге кірмейді.
 }
# $activities: атаулары, тізіммен.
standardised-missing = Мән жоқ жерде мына қызметте қанша адам істейтінін ешкім айтпайды: { $activities }.
standardised-no-series = Көрсететін ештеңе жоқ: бұл кезеңде әр өңірдің әр қызметінде қанша адам істейтінін ешбір қатар айтпайды. Оны талдаушы API (series) арқылы енгізеді.
# $denominator, $standard: қатарлардың белгісі. $level: 95 % деген сияқты. $method: direct немесе indirect.
standardised-source = Осы орнатылымның тізілімі. Қызмет бойынша қызметкерлер: { $denominator }; стандарт — ел, { $standard } бойынша; жылға шағылмаған. Аралық { $level }, { $method ->
    [direct] Фэй мен Фойер
   *[indirect] Гарвуд
 }.
explore-trend = Жарақаттар уақыт бойынша
explore-trend-fatal = Қаза тапқандар уақыт бойынша
explore-over-only = { $years }, әлі аяқталмағаны жоқ
explore-injuries = Жарақаттар
explore-deaths = Қаза тапқандар
explore-causes = Себептер, саны бойынша
explore-cause-unknown = Себебі көрсетілмеген
explore-hours = Жарақаттар қашан болады
explore-hours-unknown = { $count ->
    [one] Сағаты көрсетілмеген { $shown } жарақат суретке кірмеді.
   *[other] Сағаты көрсетілмеген { $shown } жарақат суретке кірмеді.
 }
explore-by-region = Өңір
explore-by-section = Қызмет секциясы
explore-by-division = Қызмет бөлімі
explore-by-kind = Оқиғаның түрі
explore-by-cause = Себебі
explore-by-outcome = Соңы
explore-by-sex = Жынысы
explore-by-age = Жасы
explore-by-deviation = Ауытқу (ESAW)
explore-by-reporters = Кім хабарлады
explore-by-month = Ай
explore-by-quarter = Тоқсан
explore-key-unknown = көрсетілмеген
explore-all = Барлығы
explore-column-count = Жарақаттар
explore-column-interval = Аралық
explore-column-fatal = Қаза тапқандар
explore-column-severe = Ауыр
explore-column-days = Жоғалған күндер
explore-column-rate = 1 000-ға
explore-column-denominator = Бөлімі
explore-column-annualised = Жылға
explore-yes = иә
explore-no = жоқ
explore-scale-part = ұзағырақ кезең бөлімінің бөлігі

## Кезең басқа жылдармен қатар

change-title = Бір жыл бұрынғымен салыстырғанда
change-column-with = Немен салыстырылды
change-column-before = Бұрын
change-column-now = Қазір
change-column-change = Өзгеріс (95 % аралық)
change-column-p = Дәл p
change-column-verdict = Қорытынды
change-year = Бір жыл бұрынғы сол айлар
change-to-date = Қаңтардан бері, бір жыл бұрынғымен
change-five = Алдыңғы төрт жылға дейінгі сол айлар
change-established = кездейсоқтықтан артық
change-chance = кездейсоқтықтан ажырату мүмкін емес
change-none = салыстыруға болмайды
change-is-of-rates = коэффициенттер бойынша: { $change }
change-is-of-counts = жағдай саны бойынша: { $change }
change-rates = { $per } адамға { $rates }
change-running = Кезең әлі аяқталған жоқ: ол саналады, бірақ салыстырылмайды.
change-note = Екі кезеңнің де қызметкер саны белгілі болса, өзгеріс пен оның аралығы коэффициенттерге қатысты: жұмыс істейтіндердің көбейгені не азайғаны ескерілген. Ашық бетте жағдай саны салыстырылады, ол төменде тұр. Score аралығы; бөлгіш болмаса – жағдай саны бойынша. Дәл p 5 %-дан төмен болса, өзгеріс кездейсоқтықтан ажыратылады; көп жолды кестеде ол жол санына қарай түзетілген. Тізілім басталғанға дейінгі жылдар мұнда жоқ.

## Орын уақыт бойынша

watch-title = Апталар әдеттегіге қарағанда
watch-without-deaths = Апталарда тірі қалған зардап шеккендер ғана саналады: жалғыз жарақат болған аптадан біреудің қашан қаза тапқаны білініп қалар еді.
watch-says = Апталар: { $weeks }. Ерекшеленетіні: { $out }.
watch-says-none = Апталар: { $weeks }. Ешқайсысы ерекшеленбейді.
watch-note = Боялған баған — ерекшеленетін апта: EARS бойынша (C1, C2 — алдыңғы жеті аптаға қарағанда; C3 — үш апта бірге) немесе CUSUM бойынша (қатарынан көп шағын асып кету). Бұл — қарауға себеп, қорытынды емес.
watch-usual = әдетте
watch-week = { $day } басталған апта: { $count }
watch-column-week = Аптаның басы
watch-column-count = Жарақаттар
watch-column-signals = Ерекшелейтін белгі
watch-false = Тек кездейсоқтықтан белгі шамамен { $weeks } аптада бір рет шығады.
watch-gaps-title = Қаза арасындағы күндер
watch-gaps-usual = Әдетте { $centre } күн; { $lower } мен { $upper } арасын кездейсоқтық түсіндіреді.
watch-gaps-none = Ешбір аралық кездейсоқтық түсіндіретіннен ұзақ та, қысқа да емес.
watch-gaps-few = Қаза тым аз, араларындағы күндер туралы айту мүмкін емес.
watch-gaps-even = Барлық аралық { $centre } күннен: шашырау болмаса, қайсысы тым қысқа не тым ұзақ екенін айту мүмкін емес.
watch-gap-too-long = { $day }: алдыңғы қазадан кейін { $days } күн, кездейсоқтық түсіндіретіннен ұзақ
watch-gap-too-short = { $day }: алдыңғы қазадан кейін { $days } күн, кездейсоқтық түсіндіретіннен қысқа

## Жарақаттар хабарланбайтынының белгілері

unreported-title = Жарақаттар туралы хабарланбайтынының белгілері
unreported-lead = Әр белгі бір болжамға сүйенеді. Ешқайсысы ештеңені дәлелдемейді және жарияланбайды.
unreported-assumption = Болжам
unreported-nothing = Ештеңе ерекшеленбейді.
unreported-anchored = Жарақатсыз қаза
unreported-silent = Үнсіз өңірлер
unreported-silent-employers = Хабарлауды тоқтатқан жұмыс берушілер
unreported-capture = Қиылыспайтын тізімдер
unreported-stalled = Жыл басынан өзгермеген сандар
unreported-unequal = Бөліктері қосылмайтын сандар
unreported-column-section = Қызмет
unreported-column-fatal = Қаза тапқандар
unreported-column-reported = Хабарланған басқа жарақаттар
unreported-column-expected = Күтілгені (95 % аралық)
unreported-column-p = түзетілген p
unreported-column-chance = p
unreported-column-stands-out = Ерекшеленеді
unreported-column-sources = Тізімдер
unreported-column-estimate = Барлық жарақат, бағалау (95 % аралық)
unreported-column-place = Орын
unreported-column-employer = Жұмыс беруші (БСН)
unreported-column-before = Алдыңғы жылдардағы жарақаттар
unreported-column-expected-now = Қазір күтілетіні
unreported-column-from = Бастап
unreported-column-to = Дейін
unreported-column-count = Екеуіндегі сан
unreported-column-series = Қатар
unreported-column-period = Кезең
unreported-column-sum = Бөліктер қосындысы
unreported-column-whole = Бүтін
unreported-column-ratio = Есеп толық деп саналатын жерде бір өлімге келетін басқа жарақат
# $ratio: how many other injuries for each death. $period: of which year
unreported-ratio-own = { $ratio } ({ $period }, осы қызмет)
unreported-ratio-all = { $ratio } ({ $period }, барлық қызмет: осы қызмет бойынша белгісіз)
# $sources: where the ratios were published
unreported-ratio-sources = Арақатынастардың дереккөзі: { $sources }
unreported-listed = Тізімдерде барлығы: { $listed }.
unreported-capture-few = Тізімдердің ортақтығы тым аз, бағалау мүмкін емес.
unreported-pairs-agree = Тізім жұптары бір-бірімен үйлеседі.
unreported-pairs-differ = Тізім жұптары бір-біріне қайшы: болжам орындалмайды.
unreported-pairs-unknown = Баға беретін жұп екеуден аз, сондықтан қайшылық туралы айту мүмкін емес.
unreported-not-estimable-empty-list = бағалау мүмкін емес: тізімнің бірі бос
unreported-not-estimable-no-overlap = бағалау мүмкін емес: екі тізімде де бар бірде-бір жағдай жоқ
