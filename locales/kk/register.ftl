### Жарақаттар тізілімі: сервер ол туралы не айтады.

## Толық хабарланбау белгілері және әрқайсысының негізі

assumption-fatal-anchored = Әрбір өлім хабарланған және секциядағы жұмыс зардап шеккендердің 2022 жылғы ЕО-27-дегідей үлесін өлтіреді деп есептеледі (бір өлімге 905 өлімсіз жарақат).
assumption-silent = Әр өңірде қызметкерлер елдегідей жиі жарақаттанады, ал айырма кездейсоқ деп есептеледі.
assumption-silent-employers = Жұмыс берушінің жұмысы мен қызметкерлер саны алдыңғы үш жылдағыдай, ал жарақаттар уақыт бойынша біркелкі деп есептеледі; кәсіпорынның жабылуы мен кеш келген хабарлар да дәл осындай көрінеді.
assumption-capture = Бір тізімде болу екіншісінде болуға әсер етпейді және тізімдер қатесіз салыстырылған деп есептеледі; тізімдер бір-бірінен көшірілсе, баға төмен шығады.
assumption-stalled = Жаңа дерексіз айлар алдыңғы айлардай қауіпті деп есептеледі.
assumption-unequal = Бөліктер мен тұтас бір ережемен, бір күнге саналған деп есептеледі.

## Шығарылымның сөйлемі

# $when: қай кезеңде; $shown: басылатын сан; $range: оның 95 %-дық аралығы
release-synthetic = ОЙДАН ШЫҒАРЫЛҒАН ДЕРЕКТЕР: мұнда шынайы адамдар саналмаған.
release-injured = { $count ->
        [0] { $when } Қазақстанда өндірісте ешкім зардап шеккен жоқ (қауіп өлшемі ретінде 95% сеніммен { $range }).
        [one] { $when } Қазақстанда өндірісте { $shown } адам зардап шекті (қауіп өлшемі ретінде 95% сеніммен { $range }),
       *[other] { $when } Қазақстанда өндірісте { $shown } адам зардап шекті (қауіп өлшемі ретінде 95% сеніммен { $range }),
    }
# «40 адам», «40-ы» емес: адам сөзімен санға жалғау керек болмайды
release-died = { $count ->
        [0] олардың ешқайсысы қаза тапқан жоқ ({ $range }).
        [one] оның ішінде { $shown } адам қаза тапты ({ $range }).
       *[other] оның ішінде { $shown } адам қаза тапты ({ $range }).
    }
# $span: жыл немесе оның бөлігі. $workers: бөлгіш сөзбен; $denominator: оның коды
release-rate = { $span ->
        [year] Бұл 1000 { $workers } шаққанда { $rate }: 95% сеніммен { $lower }–{ $upper }.
       *[part] Бұл кезең ішінде 1000 { $workers } шаққанда { $rate }, жылға келтірілмеген: 95% сеніммен { $lower }–{ $upper }.
    } Бөлгіш: { $denominator }.
# $unit: кім саналады; $counter: кім санайды; $when: қай кезең
release-workers = { $unit ->
        [employed] жұмыспен қамтылған адамға
       *[employees] жалдамалы қызметкерге
    } ({ $counter }, { $when })
release-of-year = { $year } жыл
# Кім санайды: сөздер жақшада бөлек тұрады
release-counter-bns = Ұлттық статистика бюросы
release-counter-ministry = Еңбек және халықты әлеуметтік қорғау министрлігі
release-change = { $direction ->
        [fewer] Бұл бір жыл бұрынғы дәл сол айлардағы { $before } санынан { $percent }%-ға аз
       *[more] Бұл бір жыл бұрынғы дәл сол айлардағы { $before } санынан { $percent }%-ға көп
    }{ $verdict ->
        [established] : мұны кездейсоқтық түсіндірмейді ({ $lower }% пен { $upper }% аралығы).
       *[noise] , бірақ оны кездейсоқтықтан айыруға болмайды ({ $lower }% пен { $upper }% аралығы).
    }
release-nowcast = Кешіккен хабарламалар келген соң, сан { $range } шегінде болады деп күтіледі (95%).

## Шығарылым файл түрінде

release-title = Қазақстандағы өндірістік жарақаттар, { $period }
release-description = Saqta тізілімінің санағы, басқа ведомстволардың санағымен салыстыруға келмейді.
# $most: жасырылған ең үлкен сан; ештеңе жасырылмаса, 0
release-withheld = { $most ->
        [0] Қаншалықты шағын болса да, барлық сан жарияланады.
        [1] 1 саны да, оны білдіретіндер де жарияланбайды.
       *[other] 1 мен { $most } аралығындағы сандар да, оларды білдіретіндер де жарияланбайды.
    }
release-publisher = Saqta жарақаттар тізілімі
release-unknown = белгісіз
release-table-total = Ел
release-table-region = Өңір
release-table-section = Қызмет түрі (ЭҚЖЖ секциясы)
release-table-kind = Оқиға түрі
release-table-cause = Себебі
release-table-sex = Жынысы
release-table-age = Жасы
release-table-month = Ай
release-column-period = Кезең
release-column-code = Код
release-column-injured = Зардап шеккендер, қаза тапқандарды қоса
release-column-injured-lower = Зардап шеккендер: төменгі шек, 95%
release-column-injured-upper = Зардап шеккендер: жоғарғы шек, 95%
release-column-fatal = Қаза тапқандар
release-column-fatal-lower = Қаза тапқандар: төменгі шек, 95%
release-column-fatal-upper = Қаза тапқандар: жоғарғы шек, 95%
release-column-severe = Ауыр жарақаттанған, қаза таппаған
release-column-days-lost = Жоғалған күндер
release-column-incidence = Кезеңде 1000 қызметкерге шаққанда зардап шеккендер
release-column-incidence-lower = Коэффициент: төменгі шек, 95%
release-column-incidence-upper = Коэффициент: жоғарғы шек, 95%
release-column-denominator = Бөлгіш
release-note-interval = Шектер дәл (Гарвуд), 95%: сан артындағы қауіп туралы не айтады. Коэффициенттер кезеңдікі, жылға шақталмаған.
release-note-counter = Әр ведомствоның санағы араласпайды: Ұлттық статистика бюросы мен министрлік басқа қорытынды жариялайды.
release-note-withheld = Шағын сандар және оларды білдіретіндер жарияланбайды.
release-picture-regions = Әр өңірдің коэффициенті 95 %-дық аралығымен; сызық — елдің коэффициенті.

## Columns of the bulletin: paper is narrow

release-short-injured = Зардап шекті
release-short-injured-lower = 95%: бастап
release-short-injured-upper = дейін
release-short-fatal = Қаза тапты
release-short-severe = Ауыр
release-short-incidence = 1000-ға
