### Saqta-ның жарияланған сандар туралы сөздері: тақырыпты тексеру ескертпелері және түзетілген мәтін.
### $…-shown — санның басылатын түрі; сол атау -shown жалғауынсыз көптік түрін таңдайды.

## Қайда; атаулардың өзі places.ftl файлында

figures-place-KZ =
    .in = Қазақстанда
figures-place-10 =
    .in = Абай облысында
figures-place-11 =
    .in = Ақмола облысында
figures-place-15 =
    .in = Ақтөбе облысында
figures-place-19 =
    .in = Алматы облысында
figures-place-23 =
    .in = Атырау облысында
figures-place-27 =
    .in = Батыс Қазақстан облысында
figures-place-31 =
    .in = Жамбыл облысында
figures-place-33 =
    .in = Жетісу облысында
figures-place-35 =
    .in = Қарағанды облысында
figures-place-39 =
    .in = Қостанай облысында
figures-place-43 =
    .in = Қызылорда облысында
figures-place-47 =
    .in = Маңғыстау облысында
figures-place-55 =
    .in = Павлодар облысында
figures-place-59 =
    .in = Солтүстік Қазақстан облысында
figures-place-61 =
    .in = Түркістан облысында
figures-place-62 =
    .in = Ұлытау облысында
figures-place-63 =
    .in = Шығыс Қазақстан облысында
figures-place-71 =
    .in = Астанада
figures-place-75 =
    .in = Алматы қаласында
figures-place-79 =
    .in = Шымкентте
figures-place-almaty = Алматы (қала ма, облыс па, айтылмаған)
    .in = Алматыда (қала ма, облыс па, айтылмаған)
# Облыс орталықтары
figures-town-10 = Семей қаласы
    .in = Семей қаласында
figures-town-11 = Көкшетау қаласы
    .in = Көкшетау қаласында
figures-town-15 = Ақтөбе қаласы
    .in = Ақтөбе қаласында
figures-town-19 = Қонаев қаласы
    .in = Қонаев қаласында
figures-town-23 = Атырау қаласы
    .in = Атырау қаласында
figures-town-27 = Орал қаласы
    .in = Орал қаласында
figures-town-31 = Тараз қаласы
    .in = Тараз қаласында
figures-town-33 = Талдықорған қаласы
    .in = Талдықорған қаласында
figures-town-35 = Қарағанды қаласы
    .in = Қарағанды қаласында
figures-town-39 = Қостанай қаласы
    .in = Қостанай қаласында
figures-town-43 = Қызылорда қаласы
    .in = Қызылорда қаласында
figures-town-47 = Ақтау қаласы
    .in = Ақтау қаласында
figures-town-55 = Павлодар қаласы
    .in = Павлодар қаласында
figures-town-59 = Петропавл қаласы
    .in = Петропавл қаласында
figures-town-61 = Түркістан қаласы
    .in = Түркістан қаласында
figures-town-62 = Жезқазған қаласы
    .in = Жезқазған қаласында
figures-town-63 = Өскемен қаласы
    .in = Өскемен қаласында
figures-place-elsewhere = белгісіз өңір
    .in = белгісіз өңірде
figures-place-several = бірнеше өңір бірге
    .in = бірнеше өңірде бірге
figures-place-site = кәсіпорын
    .in = кәсіпорында
figures-place-unsaid = орны айтылмаған
    .in = орны айтылмай

## Қызмет түрлері

figures-activity-A = ауыл, орман және балық шаруашылығы
figures-activity-B = тау-кен өндіру
figures-activity-C = өңдеу өнеркәсібі
figures-activity-D = электр және жылумен жабдықтау
figures-activity-E = сумен жабдықтау және қалдықтар
figures-activity-F = құрылыс
figures-activity-G = сауда
figures-activity-H = көлік және қоймалау
figures-activity-I = тұру және тамақтану
figures-activity-J = ақпарат және байланыс
figures-activity-K = қаржы және сақтандыру
figures-activity-L = жылжымайтын мүлікпен операциялар
figures-activity-M = кәсіби және ғылыми қызметтер
figures-activity-N = әкімшілік қызметтер
figures-activity-O = мемлекеттік басқару және қорғаныс
figures-activity-P = білім беру
figures-activity-Q = денсаулық сақтау және әлеуметтік қызметтер
figures-activity-R = өнер және демалыс
figures-activity-S = өзге қызметтер
figures-activity-mining-and-metallurgy = тау-кен металлургия кешені

## Айлар: аралықтың басы; .in — соңы немесе жалғызы

figures-month-1 = қаңтар
    .in = қаңтарда
figures-month-2 = ақпан
    .in = ақпанда
figures-month-3 = наурыз
    .in = наурызда
figures-month-4 = сәуір
    .in = сәуірде
figures-month-5 = мамыр
    .in = мамырда
figures-month-6 = маусым
    .in = маусымда
figures-month-7 = шілде
    .in = шілдеде
figures-month-8 = тамыз
    .in = тамызда
figures-month-9 = қыркүйек
    .in = қыркүйекте
figures-month-10 = қазан
    .in = қазанда
figures-month-11 = қараша
    .in = қарашада
figures-month-12 = желтоқсан
    .in = желтоқсанда

## Кезеңдер, пысықтауыш түрінде

figures-period-year = { $year } жылы
figures-period-half-1 = { $year } жылдың бірінші жартысында
figures-period-half-2 = { $year } жылдың екінші жартысында
figures-period-quarter-1 = { $year } жылдың бірінші тоқсанында
figures-period-quarter-2 = { $year } жылдың екінші тоқсанында
figures-period-quarter-3 = { $year } жылдың үшінші тоқсанында
figures-period-quarter-4 = { $year } жылдың төртінші тоқсанында
figures-period-nine-months = { $year } жылдың тоғыз айында
figures-period-month = { $year } жылғы { $first }
figures-period-months = { $year } жылғы { $first }–{ $last }

## Қайда және қашан

figures-scope = { $place } { $when }
figures-scope-activity = { $place } ({ $activity })
# Сөйлем басы
figures-lead = { $scope }{" "}
# Өзгеріс неше жылдыкі
figures-over-years =
    { $years } { $years ->
        [one] жыл
       *[other] жыл
    } ішінде{" "}
# Бұрынғы кезең аталмағанда
figures-before = бұрын

## Кім санайды

figures-counter-ministry = министрлік
figures-counter-bureau = Ұлттық статистика бюросы
figures-counter-register = тізілім
figures-counter-unclear = кім санағаны айтылмаған

## Не саналады

figures-of-what =
    { $what ->
        [injured] жұмыста зардап шеккендер
        [deaths] жұмыста қаза тапқандар
        [accidents] жұмыстағы жазатайым оқиғалар
        [fatal-accidents] өліммен аяқталған жазатайым оқиғалар
        [severe] жұмыста ауыр зардап шеккендер
       *[other] жағдайлар
    }

## Ескертпелер: бір-екі сөйлем

figures-note-other = Жарияланған деректердің ешқайсысы бұл санды растамайды да, жоққа шығармайды да.
# $counter: кім санаған, $when: қай кезең үшін
figures-note-count-holds =
    { $by ->
        [register] Тізілімдегі сан дәл осындай ({ $when }).
       *[other] Жарияланған сан дәл осындай ({ $counter }, { $when }).
    } Мұндай сан кездейсоқ ауытқиды: 95 % аралық { $lower }–{ $upper } (Гарвуд).
figures-note-count-bureau = Бұл — басқа мекеме жариялаған сан ({ $counter }, { $when }; 95 % аралық { $lower }–{ $upper }). Министрлік басқаша санайды, бұл екі қатар араластырылмайды.
figures-note-count-unclear = Бұл сан жарияланған ({ $when }; { $counter }), бірақ нақты не саналғаны түсініксіз; 95 % аралық { $lower }–{ $upper }.
figures-note-count-differs =
    { $by ->
        [register] Тізілімдегі сан басқа: { $published-shown } ({ $when }).
       *[other] Жарияланған сан басқа: { $published-shown } ({ $counter }, { $when }).
    }
figures-note-count-place-unsaid =
    Қай жерде екені айтылмаған. { $by ->
        [register] Бүкіл ел бойынша тізілімде { $published-shown } бар ({ $when });
       *[other] Бүкіл ел бойынша { $published-shown } жарияланған ({ $counter }, { $when });
    } басқа жер айтылса, жарияланған сандар мұны растамайды да, жоққа шығармайды да.
figures-note-count-unpublished = Мұны растайтын да, жоққа шығаратын да жарияланған сан жоқ. Мұндай сан кездейсоқ ауытқиды: 95 % аралық { $lower }–{ $upper } (Гарвуд).
# Облыстың орталығы аталған; $same: облыс туралы дәл осы сан жарияланған ба
figures-note-town =
    { $same ->
        [yes] Жеке алғанда ({ $town }) ештеңе жарияланбаған; дәл осы сан тұтас облыс туралы жарияланған: { $region }; сол айтылған болар.
       *[no] Жеке алғанда ({ $town }) ештеңе жарияланбаған; тұтас облыс туралы ({ $region }) жарияланғаны — { $published-shown }.
    }
# Облыс орталығының атымен аталған
figures-note-shared-name = { $region } деп түсінілді; егер { $town } айтылса, ол туралы ештеңе жарияланбаған.
# Екі жерге ортақ атау; саны біріншісі туралы жарияланғаннан өзге
figures-note-shared-differs = Жарияланғаны ({ $region }): { $published-shown } ({ $counter }, { $when }); егер { $other } айтылса, оны растайтын да, жоққа шығаратын да ештеңе жарияланбаған.
figures-note-withheld = Бұл деректердің шығарылымында ешкімді тану мүмкін болмауы үшін осы сан жасырылған. Мұны растайтын да, жоққа шығаратын да басқа ештеңе жоқ.
figures-note-of-a-group = Сөз жұмыс істейтіндердің бір бөлігі туралы. Олар туралы жарияланған ештеңе мұны растамайды да, жоққа шығармайды да, ал барлық зардап шеккендердің саны бөлік туралы ештеңе айтпайды.
# $counter топта $published деп санаған, бірақ бұл жұрттың бәрі туралы белгілі емес
figures-note-group-incomplete =
    { $by ->
        [register] Тізілімде { $published-shown } ({ $when }),
       *[other] Жарияланғаны { $published-shown } ({ $counter }, { $when }),
    } бірақ кейбір зардап шеккендер туралы бұл белгісіз, сондықтан одан көп болуы да мүмкін.
# Сандар синтетикалық деп белгіленген шығарылымнан алынған
figures-note-synthetic = Мұнда қолданылған тізілім сандары ойдан шығарылған: бұл — көрсетілімнің синтетикалық деректері.
# $one және $other: кім санаған; $unclear: біреуінің не санағаны белгісіз бе
figures-note-counters-mixed =
    Мәтінде әртүрлі қатардың сандары қатар тұр{ $unclear ->
        [yes] , біреуінде не саналғаны түсініксіз; олар араластырылмайды.
       *[no] : { $one } және { $other } бір нәрсені санамайды, бұл екі қатар араластырылмайды.
    }
# $adjusted: барлық $regions өңірді ескергендегі p: хабарламаларда ерекшеленетіндері аталады
figures-note-expected =
    Жалдамалы қызметкерлер санына қарай мұнда { $expected } күтілер еді: қатынасы { $ratio } (95 % { $ratio-lower }–{ $ratio-upper }), { $differs ->
        [lower] елеулі төмен, барлық { $regions-shown } өңірді ескергенде де (түзетілген p { $adjusted }).
        [higher] елеулі жоғары, барлық { $regions-shown } өңірді ескергенде де (түзетілген p { $adjusted }).
        [lower-alone] жеке алғанда төмен (p { $p }), бірақ барлық { $regions-shown } өңірді ескергенде олай емес: кейбірі кездейсоқ ерекшеленеді, аталатыны да солар (түзетілген p { $adjusted }).
        [higher-alone] жеке алғанда жоғары (p { $p }), бірақ барлық { $regions-shown } өңірді ескергенде олай емес: кейбірі кездейсоқ ерекшеленеді, аталатыны да солар (түзетілген p { $adjusted }).
       *[no] ел деңгейінен ажыратылмайды.
    }
figures-note-almaty =
    Қала айтылса, бұл жалдамалы қызметкерлер санына қарай күтілгеннің { $city } бөлігі ({ $differs ->
        [lower] елеулі төмен
        [higher] елеулі жоғары
        [lower-alone] жеке алғанда төмен, бірақ барлық өңірді ескергенде олай емес
        [higher-alone] жеке алғанда жоғары, бірақ барлық өңірді ескергенде олай емес
       *[no] ел деңгейінен ажыратылмайды
    }); облыс айтылса, { $region } ({ $region-differs ->
        [lower] елеулі төмен
        [higher] елеулі жоғары
        [lower-alone] жеке алғанда төмен, бірақ барлық өңірді ескергенде олай емес
        [higher-alone] жеке алғанда жоғары, бірақ барлық өңірді ескергенде олай емес
       *[no] ел деңгейінен ажыратылмайды
    }).
# $from: басылған өзгерістен екі санның қайсысы шығады
figures-note-change =
    { $from ->
        [implied-base] Сандардан бұрын { $base-shown } болғаны шығады.
        [implied-current] Сандардан қазір { $current-shown } екені шығады.
        [text] Екі санды да мәтін келтірген; екеуі бірдей жарияланбаған.
       *[both] Екі сан да белгілі.
    } { $base-shown } → { $current-shown }: қатынасы { $ratio } (95 % { $lower }–{ $upper }), дәл p { $p }, { $strength ->
        [strong] кездейсоқтықтан артық.
        [weak] мәнді, бірақ әлсіз.
       *[none] кездейсоқтықтан ажыратылмайды.
    }
# $when: жарияланған саны алынған кезең
figures-note-change-assumed =
    Екі санның ешқайсысы жарияланбаған. { $base-shown } → { $current-shown } шамасындағы сандар алынса (соңғысы — { $when } жарияланғандай): қатынасы { $ratio } (95 % { $lower }–{ $upper }), дәл p { $p }, { $strength ->
        [strong] кездейсоқтықтан артық.
        [weak] мәнді, бірақ әлсіз.
       *[none] кездейсоқтықтан ажыратылмайды.
    }
# Қарсы айтуға болатынды мәтіннің өзі айтады
# $when: болжалған кезең
figures-note-period-assumed = Мәтінде кезең аталмаған; { $when } болған жайт деп алынды: жарияланған сандар осы.
figures-note-conceded = Мұны мәтіннің өзі айтады.
figures-note-change-contradicted = { $base-shown } → { $current-shown } дегеніміз — { $percent } % өзгеріс.
figures-note-change-impossible = { $known-shown } санымен бірге мұндай өзгерісті ешбір бүтін сан бермейді.
figures-note-change-counters = Бұл сандар әртүрлі мекеменікі немесе біреуінде нақты не саналғаны түсініксіз; оларды салыстыруға болмайды.
figures-note-change-periods = Бұл сандардың кезеңдері әртүрлі, мысалы, бірі тоқсандыкі, бірі жартыжылдықтыкі; олардың арасындағы өзгеріс ештеңені білдірмейді.
figures-note-change-not-of-counts = Коэффициенттің, үлестің немесе бір саланың өзгерісі: бастапқы сандар жарияланбаған.
figures-note-change-of-rates = Екі коэффициенттің өзгерісі жағдайлар санының өзгерісі емес: { $base } және { $current } болып дөңгелектелуі { $lowest } % мен { $highest } % арасындағының бәріне жол береді.
figures-note-change-unknown = Екі санның ешқайсысы жарияланбаған, оларға ұқсасы да жоқ.
figures-note-rate-unknown = Жағдайлар саны не бөлімі жарияланбаған.
figures-note-rate-unclear = Коэффициенттің кімге және қай уақытқа есептелгені айтылмаған, ал жағдайлар саны не бөлімі жарияланбаған.
# $span: жыл бөлігі не жыл; $unclear: бөлімі де, кезеңі де түсініксіз немесе тек кезеңі
figures-note-rate-holds =
    { $employees-shown } жалдамалы қызметкерге ({ $employees-id }, { $employees-year } жылғы орташа) { $count-shown }: { $per-shown } адамға { $rate }, { $span ->
        [part] кезең үшін, жылға шақпағанда; жылға шаққанда { $rate-annual }.
       *[year] жыл үшін (жылдық есеппен { $rate-annual }).
    }
figures-note-rate-mixed =
    { $unclear ->
        [both] Бөлімінде кім тұрғаны да, жылға шағылғаны да айтылмаған.
       *[period] Жылға шағылғаны айтылмаған.
    } { $employees-shown } жалдамалы қызметкерге ({ $employees-id }, { $employees-year } жылғы орташа) { $count-shown } — бұл { $per-shown } адамға { $rate }, { $span ->
        [part] кезең үшін өспелі қорытындымен, жылға шаққанда { $rate-annual }
       *[year] жыл үшін (жылдық есеппен { $rate-annual })
    }{ $employed-known ->
        [yes] ; барлық жұмыспен қамтылғандарға шаққанда { $rate-employed } болар еді.
       *[no] .
    }
figures-note-rate-contradicted =
    Мұндай коэффициентті ешбір бөлім бермейді: { $employees-shown } жалдамалы қызметкерге ({ $employees-id }, { $employees-year } жылғы орташа) { $count-shown } — бұл { $per-shown } адамға { $rate }, { $span ->
        [part] кезең үшін, жылға шаққанда { $rate-annual }
       *[year] жыл үшін (жылдық есеппен { $rate-annual })
    }{ $employed-known ->
        [yes] , барлық жұмыспен қамтылғандарға шаққанда { $rate-employed }.
       *[no] .
    }
figures-note-rate-base-assumed = Қанша адамға шағылғаны айтылмаған; 1000 адамға деп алынды.
figures-note-rate-over-base = Коэффициент өз негізінен үлкен бола алмайды.
figures-note-share-of-employed = Үлес — тәуекел емес, санның өзі де жарияланбаған. «{ $activity }» — жұмыспен қамтылғандардың { $employed } %-ы және осы жағдайлардың { $share } %-ы: екі үлестің қатынасы { $ratio }.
figures-note-share-beside-employed = «{ $activity }» — барлық жұмыспен қамтылғандардың { $employed } %-ы: екі үлестің қатынасы { $ratio }.
figures-note-share-no-denominator =
    Үлес — тәуекел емес: саны жарияланбаған, «{ $activity }» үшін бөлімі де жарияланбаған{ $mining ->
        [yes] {" "}(бұл — B секциясы және C секциясының бір бөлігі).
       *[no] .
    }
figures-note-share-unknown = Жарияланған деректердің ешқайсысы бұл үлесті растамайды да, жоққа шығармайды да; ал үлес — тәуекел емес.
figures-note-share-holds = { $whole-shown } ішінде { $part-shown } — бұл { $share } %; үлес — тәуекел емес.
figures-note-share-contradicted = { $whole-shown } ішінде { $part-shown } — бұл { $share } %.
figures-note-share-incomplete = { $whole-shown } ішінде { $part-shown } екені белгілі; кейбірі туралы бұл белгісіз, сондықтан үлес басқа болуы мүмкін.
figures-note-share-published = Жарияланған үлес осындай ({ $counter }, { $when }); санның өзі жарияланбаған. Үлес — тәуекел емес.
figures-note-share-published-otherwise = Жарияланған үлес — { $share } % ({ $counter }, { $when }).
figures-note-share-over-100 = Үлес 100 %-дан аса алмайды.
figures-note-shares-over-100 = Бір тұтастың бұл үлестері қосылғанда { $sum } % болады.
figures-note-fall-over-100 = Ештеңе 100 %-дан артық төмендей алмайды.
figures-note-deaths-over-injured = Зардап шеккен { $injured-shown } адамның ішінде { $deaths-shown } қаза тапқан бола алмайды.
figures-note-group-over-whole = Барлығы { $whole-shown } болса, бөлігі { $parts-shown } бола алмайды.
figures-note-parts-over-whole =
    { $single ->
        [yes] Бүкіл елде { $whole-shown } болса, бір өңірде { $parts-shown } бола алмайды.
       *[no] Аталған өңірлер қосылғанда { $parts-shown }, ал бүкіл елде { $whole-shown }.
    }
# $earlier: сол жылдың қысқарақ бөлігі
figures-note-cumulative-fallen = { $earlier } { $before-shown } болған; қаңтардан бергі сан { $count-shown } дейін кеми алмайды.
# $metric: саны бойынша не коэффициенті бойынша
figures-note-rank =
    { $metric ->
        [rate] Коэффициенті
       *[count] Саны
    } бойынша { $own } ({ $own-count-shown }) мен { $next } ({ $next-count-shown }) { $established ->
        [yes] кездейсоқтықтан артық ерекшеленеді
       *[no] кездейсоқтықтан артық ерекшеленбейді
    } (дәл p { $p }), сондықтан рет { $established ->
        [yes] анықталған
       *[no] анықталмаған
    }; сөз тек { $whose ->
        [text] мәтінде аталған өңірлер туралы, олар { $known-shown }; бұл сандарды ешкім жарияламаған.
        [both] саны белгілі өңірлер туралы, олар { $known-shown }; сандардың бір бөлігі тек мәтінде бар.
       *[published] саны жарияланған өңірлер туралы, олар { $known-shown }.
    }
figures-note-rank-by-rate = Жалдамалы қызметкерге шаққандағы коэффициент бойынша олардың ішінде бірінші — { $place } (елге қатынасы { $ratio }, 95 % { $lower }–{ $upper }), келесісінен — { $next } ({ $next-ratio }) — айырмасы { $established ->
        [yes] кездейсоқтықтан артық
       *[no] кездейсоқтықтан артық емес
    }; белгісіз өңірлер саны: { $missing-shown }.
figures-note-rank-no-rates = Өңірлер бойынша коэффициенттерге бөлім жоқ; белгісіз өңірлер саны: { $missing-shown }.
figures-note-rank-contradicted = { $position-shown }-орында { $place } тұр: { $count-shown }.
figures-note-rank-unknown = Осы рет негізделген сандар жарияланбаған.

## Түзетілген мәтін

figures-said-count =
    { $scope }{ $what ->
        [injured] жұмыста { $about ->
            [yes] шамамен { $count-shown }
           *[no] { $count-shown }
        } { $count ->
            [one] адам зардап шекті
           *[other] адам зардап шекті
        }
        [deaths] жұмыстағы жарақаттан { $about ->
            [yes] шамамен { $count-shown }
           *[no] { $count-shown }
        } { $count ->
            [one] адам қаза тапты
           *[other] адам қаза тапты
        }
        [accidents] жұмыста { $about ->
            [yes] шамамен { $count-shown }
           *[no] { $count-shown }
        } жазатайым оқиға есепке алынды
        [fatal-accidents] өліммен аяқталған { $about ->
            [yes] шамамен { $count-shown }
           *[no] { $count-shown }
        } жазатайым оқиға есепке алынды
        [severe] жұмыста { $about ->
            [yes] шамамен { $count-shown }
           *[no] { $count-shown }
        } адам ауыр зардап шекті
       *[other] { $about ->
            [yes] шамамен { $count-shown }
           *[no] { $count-shown }
        } жағдай аталды, тексерілмеді
    } ({ $published ->
        [no] мәтін бойынша;{" "}
       *[yes] {""}
    }95 % аралық { $lower }–{ $upper }{ $counted ->
        [yes] ; санаған: { $counter }, басқа есептермен салыстырылмайды
        [unclear] ; не саналғаны түсініксіз
       *[no] {""}
    }).
# $ordered: тізімдегі көршілер кездейсоқтықтан артық ерекшелене ме
figures-said-list =
    { $scope }{ figures-of-what } саны, аталған өңірлер бойынша: { $items } (жақшада 95 % аралықтар){ $ordered ->
        [yes] .
       *[no] ; көршілердің реті анықталмаған.
    }
figures-said-item = { $place } — { $count-shown } ({ $lower }–{ $upper }{ $published ->
        [no] {""}, мәтін бойынша
        [unclear] {""}, не саналғаны түсініксіз
       *[yes] {""}
    })
# Жақшада — елге қатынасы
figures-said-list-high = Жалдамалы қызметкерлер санына қарағанда елеулі көп, барлық өңірді ескергенде де: { $places }.
figures-said-list-low = Жалдамалы қызметкерлер санына қарағанда елеулі аз, барлық өңірді ескергенде де: { $places }.
figures-said-place = { $place } ({ $ratio })
figures-said-change =
    { $scope }{ figures-of-what } саны { $percent } %-ға { $way ->
        [down] азайды
       *[up] өсті
    }: бұрын ({ $base-when }) { $base-shown }, енді { $current-shown } (95 % аралық { $from-percent } % – { $to-percent } %; p { $p }{ $from ->
        [implied-base] ; { $base-shown } сандардың өзінен шығады
        [implied-current] ; { $current-shown } сандардың өзінен шығады
        [text] {""}; сандар мәтіннің өзінен
       *[both] {""}
    }){ $chance ->
        [no] ; бұл кездейсоқтықтан артық.
        [hardly] ; мұны тек кездейсоқтықпен түсіндіру қиын, бірақ дәлел әлсіз.
        [yes] ; мұны кездейсоқтықтан ажыратуға болмайды.
       *[unknown] .
    }
figures-said-change-assumed =
    { $scope }{ $over }{ figures-of-what } саны, айтылғандай, { $percent } %-ға { $way ->
        [down] азайған
       *[up] өскен
    }{ $chance ->
        [no] ; бұл кездейсоқтықтан артық
        [hardly] ; мұны тек кездейсоқтықпен түсіндіру қиын
        [yes] ; мұны кездейсоқтықтан ажыратуға болмайды
       *[unknown] {""}
    } (95 % аралық { $from-percent } % – { $to-percent } %, p { $p }, { $base-shown } және { $current-shown } шамасындағы сандар болды деп алғанда; екеуінің ешқайсысы жарияланбаған).
figures-said-rate =
    { $scope }{ figures-of-what }: { $per-shown } жалдамалы қызметкерге { $rate } (95 % аралық { $lower }–{ $upper }; жалдамалы қызметкерлер { $employees-shown }), { $span ->
        [part] кезең үшін өспелі қорытындымен, жылға шақпағанда.
       *[year] толық жыл үшін.
    }
figures-said-share =
    { $scope }{ figures-of-what } ішіндегі үлес, айтылғандай: { $activity } — { $figure } %{ $limits-known ->
        [yes] {" "}(95 % аралық { $lower }–{ $upper } %)
       *[no] {""}
    }{ $employed-known ->
        [yes] ; барлық жұмыспен қамтылғандардың { $employed } %-ы сонда істейді.
       *[no] ; онда қанша адам істейтіні жарияланбаған.
    } Үлес — тәуекел емес.
figures-said-share-recomputed = { $scope }{ figures-of-what } ішіндегі үлес — { $share } % ({ $whole-shown } ішінде { $part-shown }; 95 % аралық { $lower }–{ $upper } %). Үлес — тәуекел емес.
figures-said-rank =
    { $scope }{ figures-of-what } { $metric ->
        [rate] коэффициенті
       *[count] саны
    } бойынша { $own } ({ $own-count-shown }) { $whose ->
        [text] мәтінде аталған
        [both] саны жарияланған не мәтінде аталған
       *[published] саны жарияланған
    } { $known-shown } өңірдің ішінде { $position ->
        [1] бірінші орында
       *[other] { $position-shown }-орында
    }; көршісінен — { $next } ({ $next-count-shown }) — айырмасы { $established ->
        [yes] кездейсоқтықтан артық
       *[no] кездейсоқтықтан артық емес
    } (p { $p }){ $unclear ->
        [yes] ; не саналғаны түсініксіз
       *[no] {""}
    }. { $by-rate }
figures-said-group = «{ $words }» ({ $counter } осылай санаған; 95 % аралық { $lower }–{ $upper }).
figures-said-group-share = «{ $words }» ({ $whole-shown } ішінде { $part-shown }; 95 % аралық { $lower }–{ $upper } %). Үлес — тәуекел емес.
figures-said-share-published = «{ $words }» (айтылғандай; осылай жариялаған: { $counter }). Үлес — тәуекел емес.
figures-said-synthetic = (Мұндағы тізілім сандары ойдан шығарылған: бұл — синтетикалық деректер.)
figures-said-doubted = «{ $words }» — олай бола алмайды: { $why }
figures-said-mixed = «{ $words }» — бұл салыстыруға келмейтін нәрселерді салыстыру: { $why }
figures-said-rate-unclear = «{ $words }» (жарияланған сандар мұны растамайды да, жоққа шығармайды да, ал коэффициенттің кімдікі және қай уақыттікі екені айтылмаған).
figures-said-period-assumed = (Мәтінде кезең аталмаған; оның сандары { $when } болған жайт туралы.)
figures-said-unchecked = «{ $words }» (жарияланған сандар мұны растамайды да, жоққа шығармайды да).
figures-said-unchecked-sentence = (Тексерілмеді: жарияланған сандар мұны растамайды да, жоққа шығармайды да.)
