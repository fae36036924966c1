### Сандардың ашық беті: шығарылымдар, барлығына, кірусіз.

## Бұл қай шығарылым

# $period: `2025 ж. 1-тоқсан` сияқты
public-title = Қазақстандағы өндірістік жарақаттар, { $period }
# $id: тұрақты коды; $revision: 1-ден; $published, $asOf: күндер
public-release = { $id } шығарылымы, { $revision }-редакция
public-dates = Жарияланған күні { $published }, { $asOf } күніне дейін хабарланғаннан есептелген.
public-period-year = { $year } жыл
public-newest = Ең жаңа шығарылым
public-synthetic = Ойдан шығарылған деректер. Бұл беттегінің бәрі ойдан алынған: мұнда шынайы адамдар саналмаған.
public-contents = Осы бетте
public-superseded = Бұл — { $revision }-редакция. Жаңарақ { $newest }-редакция күшінде.
public-superseded-open = Жаңа редакцияны ашу
public-newer = Жаңарақ шығарылым бар: { $period }.
public-newer-open = Ең жаңа шығарылымды ашу

## Сөйлем

public-sentence = Баспасөзге дайын
public-sentence-detail = Бұл сөйлемді сол күйінде басуға болады. Онда сандардың қаншалықты сенімді екені айтылған: сол бөлігін қалдырмаңыз.
public-copy-sentence = Сөйлемді көшіру

## Негізгі сандар. $range: аралық; $level: оның деңгейі, 95 % сияқты

public-numbers = Негізгі сандар
public-injured = Зардап шеккендер, қаза тапқандарды қоса
public-died = Қаза тапқандар
public-rate = 1 000 қызметкерге шаққанда зардап шеккендер
public-change = Бір жылдағы өзгеріс
public-good-for = { $range } ({ $level }) қауіп өлшемі ретінде
public-interval = { $range } ({ $level })
public-between = { $lower } пен { $upper } аралығы ({ $level })
public-explained = Сан — хабарланғаны. Аралық оның артындағы қауіптің өлшемі ретінде не тұратынын айтады: санды бір ғана кездейсоқтық сонша жылжытады.
public-verdict-established = мұны кездейсоқтық түсіндірмейді
public-verdict-noise = кездейсоқтықтан айыруға болмайды
# $p: `= 0,022` не `< 0,001` сияқты
public-chance = p { $p }, дәл шартты критерий
public-beside = бір жыл бұрынғы дәл сол айларда { $before } адам зардап шеккен, қазір { $now }
public-died-beside = бір жыл бұрын { $before } адам қаза тапқан: { $change } ({ $range })
public-no-year-before = Тізілімде бір жыл бұрынғы дәл сол айлардың деректері жоқ.
public-no-rate = Бұл кезеңге бөлгіш жоқ, сондықтан коэффициент те жоқ.
public-span-part = осы кезеңдікі, жылға шағылмаған
public-span-scaled = жылға шағылған
public-span-year = бүкіл жылдікі
public-nowcast = Кешіккен хабарламалар келген соң
public-nowcast-share = Бұрынғы кешігулерге қарағанда, осы күнге барлық хабарламаның шамамен { $share } келді.
public-nowcast-complete = Жаңа хабарлама күтілмейді: бұрынғы кешігулерге қарағанда, бәрі келді.
public-severe = Ауыр жарақаттанған, қаза таппаған
public-days = Жоғалған жұмыс күндері
public-lived = Бір қаза тапқанға шаққанда тірі қалған зардап шеккендер
public-years = Дәл сол айлар, жыл бойынша
public-year-to-date = Қаңтардан бері
public-rates = Елдің барлық коэффициенті
public-measure-incidence = 1 000 қызметкерге шаққанда зардап шеккендер
public-measure-incidence-100000 = 100 000 қызметкерге шаққанда зардап шеккендер
public-measure-fatal-incidence = 1 000 қызметкерге шаққанда қаза тапқандар
public-measure-fatal-incidence-100000 = 100 000 қызметкерге шаққанда қаза тапқандар
public-measure-frequency = 1 000 000 сағатқа шаққанда зардап шеккендер
public-measure-ltifr = 1 000 000 сағатқа шаққанда уақыт жоғалтқан жарақаттар (LTIFR)
public-measure-trir = 200 000 сағатқа шаққанда есепке алынатын жарақаттар (TRIR)
public-measure-dart = 200 000 сағатқа шаққанда жұмысқа шықпаған, шектелген не ауыстырылғандар (DART)
public-measure-severity = 1 000 000 сағатқа шаққанда жоғалған күндер

## Өңірлер мен кестелер

public-regions = Өңірлер
public-map-rates = 1 000 қызметкерге шаққандағы зардап шеккендер, өңірлер бойынша
public-map-counts = Зардап шеккендер, өңірлер бойынша
public-map-source = { $id } шығарылымы, { $revision }-редакция. Бөлгіш { $denominator }, { $annualised ->
    [yes] жылға шағылған
   *[no] жылға шағылмаған
 }. Аралық { $level }, Гарвуд.
public-map-source-counts = { $id } шығарылымы, { $revision }-редакция. Сандар; аралық { $level }, Гарвуд.
public-tables = Кестелер
public-tables-lead = Әр жолдағы сан өз аралығымен тұр. Аралықтар қатты қабаттасқан жерде жолдардың реті көп ештеңе айтпайды.
public-withheld = «Жасырын» дегені: сан белгілі, бірақ көрсетілмейді, өйткені ол 1-ден { $most }-ке дейін немесе ол арқылы сондай санды азайтып табуға болады. Шағын сандар зардап шеккен адамды танытып қояр еді.
public-told = { $count ->
    [one] { $count } шағын санды жасыру мүмкін болмады: оны бұрынғы шығарылым айтып қойған.
   *[other] { $count } шағын санды жасыру мүмкін болмады: оларды бұрынғы шығарылымдар айтып қойған.
 }
public-column-injured = Зардап шекті
public-column-interval = { $level }‑дық аралық
public-column-drawn = Суреті, 0–{ $top }
public-column-died = Қаза тапты
public-column-severe = Ауыр
public-column-rate = 1 000 қызметкерге
public-column-period = Кезең
public-column-measure = Көрсеткіш
public-column-rate-value = Мәні
public-column-denominator = Бөлгіш
public-column-scaled = Жылға шағылған
public-by-region = Өңірлер бойынша
public-by-section = Қызмет түрлері бойынша
public-by-kind = Оқиға түрлері бойынша
public-by-cause = Себептері бойынша
public-by-sex = Жынысы бойынша
public-by-age = Жасы бойынша
public-by-month = Айлар бойынша
public-by-other = { $code } бойынша
public-not-known = белгісіз

## Не саналады

public-counting = Не саналады, не саналмайды
public-counting-source = Кім санайды
public-counting-source-detail = Saqta жарақаттар тізілімі ({ $counter }): оған жұмыс берушілер, медициналық ұйымдар және сақтандырушы хабарлағаны, әр зардап шеккен бір рет. Басқа ведомстволар, мысалы Ұлттық статистика бюросы мен министрлік, дәл сол айларға басқа қорытынды жариялайды; оларды мұнымен салыстыруға болмайды.
public-counting-in = Не саналды
public-counting-in-detail = Осы айларда жұмыста зардап шеккендер, соңы қандай болса да, қаза тапқандарды қоса. «Қаза тапты» — жарақаттан кейін бір жыл ішінде. «Ауыр» — медициналық қорытынды бойынша, қаза тапқандарсыз. Қайтарып алынғаны саналмайды.
public-counting-over = Неге бөлінеді
# $value: қанша; $unit: нені; $period: қай кезеңде
public-counting-denominator = { $id }: { $value } { $unit }, { $period }. Дереккөзі: «{ $source }» ({ $counter }).
public-counting-prorated = Ұзағырақ кезеңнің сағаттары, осы айлардың үлесіне қысқартылған.
public-counting-none = Ештеңеге: шығарылымда тек сандар бар.
public-unit-employees = жалдамалы қызметкер
public-unit-employed = жұмыспен қамтылған адам
public-unit-hours = жұмыс сағаты
public-counting-rates = Коэффициенттер
public-counting-rates-part = Тек осы айлардікі. Тоқсандық коэффициент жылдықтың шамамен төрттен бірі: екеуін ешқашан қатар қоймаңыз.
public-counting-rates-scaled = Қалған айлар да осындай болғандай, жылға шағылған.
public-counting-rates-year = Бүкіл жылдікі.
public-counting-intervals = Аралықтар
public-counting-intervals-detail = Дәл (Гарвуд), { $level }; бөлгіш белгілі деп саналады. Өзгерістер: дәл шартты критерий, score аралығы.
public-counting-late = Кешіккен хабарламалар
public-counting-late-detail = { $asOf } күнінен кейін хабарланғаны мұнда жоқ. Ол санды өзгертсе, сол кодпен жаңа редакция жарияланады; бұл редакция сол күйінде қалады.
public-counting-small = Шағын сандар
public-counting-small-detail = 1-ден { $most }-ке дейінгілер жасырылған, олармен бірге басқалары да, қосу мен азайту арқылы, бірнеше шығарылым бойынша да ешкімді тануға болмауы үшін.

## Файлдар

public-files = Жүктеп алу
public-files-lead = Дереккөзін көрсетіп, еркін пайдалануға болады (CC BY 4.0). Барлық файл бір сандардан жасалған.
# $address: қиғаш сызықпен аяқталатын мекенжай
public-files-address = Әр файлдың мекенжайы: { $address } және оның аты.
public-files-read = Оқуға және басып шығаруға
public-files-read-detail = Бірнеше беттік бюллетень, PDF
public-files-sheet = Электрондық кестеге
public-files-sheet-detail = Барлық кесте бір кітапта, xlsx
public-files-sentence = Сөйлем
public-files-sentence-detail = Қарапайым мәтін
public-files-data = Бағдарламаларға: кестелер
public-files-data-detail = Әрқайсысы бір кесте, CSV; csvw.json бағандарын сипаттайды
public-files-offices = Статистика ведомстволарына
public-files-offices-detail = Әрқайсысы бір кесте, SDMX-CSV 2.0
public-files-proof = Шығарылымның өзі
public-files-proof-detail = Барлық сан қол қойылған күйінде және қолтаңба
public-files-other = Басқа файлдар
public-files-total = Ел
public-files-columns = Бағандардың мағынасы
public-files-release = Барлық сан
public-files-note = Қолтаңба
public-size = { $size } КБ

## Редакциялар, қолтаңба, тексеру

public-record = Редакциялар, қолтаңба, тексеру
public-id = Тұрақты коды
public-link = Осы редакцияға сілтеме
public-copy-link = Сілтемені көшіру
public-signed = Қол қойған
public-signed-detail = осы орнатылым журналының кілті: қолтаңба сандарға және олар есептелген журналдағы орынға қойылған
public-signed-missing = Қолтаңбаны алу мүмкін болмады.
public-digest = release.json файлының SHA-256
public-verify = Өзіңіз тексеріңіз
public-verify-detail = Журнал не оның көшірмесі қолында бар адам шығарылымды қайта есептеп, байтын байтпен салыстырады:
public-copy-command = Пәрменді көшіру
public-history = Редакциялар
public-history-lead = Шығарылым ешқашан өзгермейді. Кешіккен хабарламалар не түзетулер санды өзгертсе, ол сол кодпен қайта жарияланады; бұрынғы редакциялар қалады.
public-history-only = Бұл — жалғыз редакция.
public-revision = { $revision }-редакция
public-revision-here = осы бет
public-column-revision = Редакция
public-column-published = Жарияланған
public-column-as-of = Хабарламалар қай күнге дейін
public-column-changed = Не өзгерді
public-changed-first = алғашқы жариялау
public-changed-nothing = ел бойынша қорытынды өзгерген жоқ
public-changed-injured = зардап шеккендер { $change }
public-changed-died = қаза тапқандар { $change }

## Басқа шығарылымдар және тағы не бар

public-others = Барлық шығарылым
public-others-lead = { $count ->
    [one] { $count } шығарылым. Әрқайсысының тұрақты мекенжайы бар.
   *[other] { $count } шығарылым. Әрқайсысының тұрақты мекенжайы бар.
 }
public-column-release = Шығарылым
public-more = Тағы
public-empty = Әзірге ештеңе жарияланған жоқ
public-empty-detail = Сандардың алғашқы шығарылымы осында тұрады, барлығына және кірусіз. Оған дейін баспасөз мәтінін тексере аласыз.
public-unknown = Мұндай шығарылым жоқ
public-unknown-detail = Мұнда { $id } кодымен ештеңе жарияланбаған немесе бұл редакциясы жоқ. Жарияланған шығарылымдар мәңгі қалады.
public-unknown-open = Ең жаңа шығарылымға
public-file-lost = Бұл шығарылымның сандары қазір оқылмайды
public-file-lost-detail = Жарияланғаны журналда жазулы, файлдарын қайта жасауға болады; бірде-бір сан жоғалған жоқ.
public-file-lost-do = Кейінірек қайталап көріңіз немесе осы орнатылымның әкімшісіне айтыңыз.
