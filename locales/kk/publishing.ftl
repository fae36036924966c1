### Басқалар санайтын қатарлар және шығарылымды жариялау.

## Қатарлар

series-title = Бөлгіштер мен жарияланған жиынтықтар
series-lead = Басқалар санайтын қатарлар: коэффициенттер соларға бөлінеді, баспасөз мәтіндері солар бойынша тексеріледі. Әрқайсысында кім және нені санайтыны айтылған; әр мекеменің сандары ешқашан қосылмайды, салыстырылмайды. Сандар өзгерсе, жаңа нұсқасы шығады, бұрынғысы қалады: бұрынғы шығарылымдар соған бөлінген.
series-bring = Файл енгізу
series-bring-detail = Файлдың барлық қатары енгізіледі немесе ешқайсысы. Дәл сол файл қайта жіберілсе, ештеңе өзгермейді.
series-file = Қатарлар файлы
series-file-detail = series, counter, unit, source, published, period, region, activity, value бағандары бар CSV немесе Еуростат жазатын SDMX-CSV 2.0.
series-template = Осы бағандары бар бос файл
series-beside = SDMX-CSV айтпайтыны
series-id = Қатардың коды
series-id-hint = Өзіңіз таңдайсыз, мысалы bns-employees
series-counter = Кім санайды
series-counter-hint = Мысалы, bns немесе ministry-of-labour
series-unit = Не саналады
series-source = Қайда жарияланған
series-published = Қашан жарияланған
series-only = Бірнеше мәннің қайсысы
series-only-hint = Мысалы, sex:T,age:TOTAL
series-submit = Файлды енгізу
series-said-missing = Мұны файлдың қасында көрсетіңіз.
series-said-wrong = Бұлай болмайды: { $reason }
series-done = Енгізілді
# $id: қатар; $version: 1-ден
series-done-version = { $id }: { $version }-нұсқа
series-done-same = { $id }: жаңа ештеңе жоқ, бұрынғы { $version }-нұсқа
# $what: `geo=DE: 12` сияқты
series-passed = Алынбаған жолдар: { $what }
series-not-chosen = Таңдалғаннан басқа мәні бар жолдар: { $count }
series-without = Сан жоқ делінген жолдар: { $count }
series-flags = Алынған сандардың белгілері және неше рет: { $what }
series-refused = Ештеңе жазылған жоқ
series-none = Әзірге қатар жоқ
series-none-detail = Олар болмайынша, сандар бар да, коэффициенттер жоқ.
series-list = Белгілі қатарлар
series-column-id = Қатар
series-column-counter = Кім санайды
series-column-unit = Нені
series-column-periods = Кезеңдер
series-column-cells = Неше сан
series-column-source = Дереккөз
series-column-version = Нұсқа
# $day: қашан
series-published-on = жарияланған күні { $day }
unit-employees = жалдамалы қызметкерлер
unit-employed = жұмыспен қамтылғандар
unit-hours = жұмыс істелген сағаттар
unit-injured = зардап шеккендер
unit-fatal = қаза тапқандар
unit-severe = ауыр жарақаттанғандар
unit-days-lost = жоғалған күндер

## Шығарылымдар

publish-title = Шығарылымдар
publish-lead = Сандар бетінде бәрі кірусіз оқитын шығарылымдар.
publish-open = Шығарылым жариялау
publish-heading = Шығарылым жариялау
# $id: оның коды; $revision: 2-ден
publish-heading-revision = { $id } шығарылымы, { $revision }-редакцияны жариялау
publish-forever = Шығарылым бірден бәріне көрінеді, оған қол қойылады, содан кейін ол ешқашан өзгермейді де, жоғалмайды да.
publish-correcting = Қатесі шықса, сол код бойынша жаңа редакциясы шығады; бұрынғысы қасында қалып, оқыла береді.
publish-few = Редакция не дәл сол айлардың басқа шығарылымы { $threshold } хабардан азы өзгергенше қабылданбайды: олардың әрқайсысы белгілі болып қалар еді.
publish-period = Кезең
publish-period-wrong = 2025, 2025-H1, 2025-Q1, 2025-03 немесе 2025-01..09
publish-period-ahead = Бұл кезең әлі басталған жоқ.
publish-period-running = Бұл кезең аяқталған жоқ: сандары әлі өседі.
publish-look = Алдымен осы айларды қарау
publish-id = Код
publish-id-hint = Мекенжайдың бөлігі, біржола
publish-id-wrong = a–z A–Z 0–9 . _ - таңбаларынан 1-ден 64-ке дейін
publish-id-page = Шығарылымдардың қасындағы бет осылай аталады; басқасын таңдаңыз.
# $period: `2025 ж. 1-тоқсан` сияқты
publish-id-other = Бұл кодтағы шығарылымның кезеңі — { $period }: басқа айларға басқа код керек.
# $revision: келесісі
publish-id-revision = Бұл кодпен дәл сол айлардың шығарылымы бар: бұл { $revision }-редакция болады.
# $id: шығарылым
publish-same-months = Дәл осы айлардың { $id } шығарылымы бар. Оны түзету үшін редакциясын жариялаңыз.
publish-divided = Неге бөлінеді
publish-divided-not = бөлінбейді
publish-divided-detail = Әр бірлікке бір қатар; қатар болмаса, коэффициент те болмайды.
publish-divided-none = Қызметкерлердің, жұмыспен қамтылғандардың не сағаттардың бірде-бір қатары жоқ: шығарылымда коэффициентсіз сандар ғана болады.
publish-divided-one = Кемінде біреуін таңдаңыз.
publish-divided-lacks = Онда бұл айлардың саны жоқ: мұндай коэффициенттер болмайды.
publish-series = Қатарларға
publish-threshold = Жарияланатын ең кіші сан
# $most: жасырылатын ең үлкен сан
publish-threshold-hint = 1 мен { $most } аралығындағы сандар жасырылады. Әдетте 5, кемінде 3.
publish-threshold-wrong = Кемінде 3 болатын бүтін сан: одан азы жеке адамдарды танытып қояр еді.
publish-synthetic = Деректер ойдан шығарылған
publish-synthetic-hint = Көрсетілім үшін: бұл әр бет пен әр файлда айтылады.
publish-sure = Сандарды қарап шықтым, мұны кері қайтаруға болмайтынын түсінемін
publish-sure-missing = Алдымен осыны белгілеңіз.
publish-submit = Баршаға жариялау
publish-submit-revision = { $revision }-редакцияны жариялау
publish-busy = Сандар есептеліп, файлдар жазылуда: бұған бір минуттай кетуі мүмкін.
# $id: шығарылым; $revision: 1-ден
publish-done = Жарияланды: { $id }, { $revision }-редакция
publish-done-detail = Ол баршаға үш тілде, барлық файлымен ашық.
publish-done-open = Бетін ашу
publish-refused = Жарияланған жоқ
publish-refused-period = Бұл айларда зардап шеккендер өте аз, шығарылым олардың кім екенін танытып қояр еді. Ұзағырақ кезеңді жариялаңыз.
# $threshold: қаншасы өзгеруі керек
publish-refused-id = Дәл сол айлардың шығарылымынан бері { $threshold } хабардан азы өзгерді: жаңасы жеке адамдарды танытып қояр еді. Кешіккен хабарлар көбірек келгенде жариялаңыз.
publish-refused-revision = Осы арада басқа біреу жариялады. Тізімге қарап, әлі керек болса, қайталаңыз.
publish-refused-other = Сервердің жауабы: { $reason }
publish-away = Жауап келмеді
publish-away-detail = Жарияланған-жарияланбағаны белгісіз.
publish-away-do = Қайталамас бұрын төмендегі тізімді қараңыз.
publish-none = Әзірге ештеңе жарияланған жоқ
publish-none-detail = Алғашқы шығарылым сандар бетінде тұрады.
publish-list = Жарияланғандар
publish-column-period = Айлары
publish-column-id = Коды
publish-column-revisions = Редакциялары
publish-column-published = Соңғы жарияланған күні
publish-column-act = Не істеуге болады
publish-revise = Жаңа редакция
# $id: шығарылым
publish-revise-of = { $id } шығарылымының жаңа редакциясы
# $revision: 1-ден
publish-revision = { $revision }-редакция
