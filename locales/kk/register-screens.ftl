### Тізілім экрандары: тізім, бір жарақат, пішін.

## Тізім

register-title = Жарақаттар тізілімі
register-report = Жарақат туралы хабарлау
register-csv = Көрсетілгеннің CSV файлы ({ $count })
register-behind = Ең жаңа хабарлар болмауы мүмкін
register-behind-detail = Тізілім журналды қуып жетуде. Ештеңе жоғалған жоқ.
register-none = Әзірге жарақат жоқ
register-none-detail = Қолмен, дабыл бойынша немесе файлмен хабарланғандар осында тұрады.
register-none-such = Ештеңе табылмады
register-none-such-detail = Құқығыңыз бен осы сүзгілер шегінде жарақат жоқ.
register-all = Барлығын көрсету
register-shown = { $count ->
    [one] { $count } жарақат көрсетілді.
   *[other] { $count } жарақат көрсетілді.
 }
register-shown-all = Бәрі осы.
register-unknown = белгісіз
register-yes = иә
register-period = Кезең
register-period-wrong = 2025, 2025-H1, 2025-Q1, 2025-03 немесе 2025-01..09
register-column-kind = Не болды
register-column-outcome = Соңы
register-column-place = Қайда
register-column-cause = Себебі
register-column-sources = Кім хабарлады

## Бір жарақат

register-back = Барлық жарақат
register-known = Не белгілі
register-sealed-elsewhere = Кім зардап шеккені — жабық мәлімет, мұнда көрсетілмейді. Оны әр ашу — журналдағы оқиға.
open-injured = Кім зардап шеккенін ашу
open-reason = Не үшін ашылады
open-recorded = Бірдеңе көрсетілместен бұрын атыңыз, уақыты мен осы себеп журналға жазылады.
open-submit = Жазып, ашу
open-close = Қайта жабу
open-nobody = Бірде-бір хабарда кім зардап шеккені айтылмаған.
open-erased = Өшірілген: кілті жойылды, оны енді ешкім оқи алмайды.
sealed-erased = Кім зардап шеккені өшірілген: кілті жойылды, оны енді ешкім оқи алмайды. Жарақат бұрынғыша есептеледі.
register-history = Тарихы
register-history-detail = Ештеңе қайта жазылмайды. Әр жазбаның журналда өз орны бар, соның бойынша оны дәлелдеуге болады. Кім зардап шеккенін кім ашқаны да осында тұрады.
history-opened = Кім зардап шеккені ашылды
history-erased = Кім зардап шеккені өшірілді
# $reason: мұны істеген адамның сөзімен.
history-reason = Себебі: { $reason }
history-reason-gone = Себебін енді оқу мүмкін емес.
history-restored = Бұрынғы сақтық көшірмеден қалпына келтірілген соң қайта жазылды.
report-first = Хабарланды
report-revised = Нақтыланды
report-withdrawn = Есептен шығарылды
report-imported = файлмен жүктелді
report-position = журналдағы орны { $position }
report-positions = журналдағы орындары { $first }–{ $last }
report-same = ештеңе өзгерген жоқ

## Нақтылау

revise-open = Нақтылау
revise-title = Енді не белгілі
revise-detail = Бұл жаңа хабар болады. Бұрынғысы сол күйінде қалады.
revise-note = Неге өзгереді
revise-submit = Хабарды жазу
note-sealed = Жабық: тек ашуға құқығы бар адам оқиды.
reason-missing = Себебін жазыңыз.
sure-missing = Алдымен осыны белгілеңіз.

## Шығару

withdraw-open = Есептен шығару
withdraw-title = Бұл жарақатты есептен шығару керек пе?
withdraw-detail = Хабарлары журналда қалады. Ол енді ешбір санда есептелмейді.
withdraw-note = Неге есептелмейді
withdraw-submit = Шығару
withdraw-done = Енді есептелмейді
withdraw-done-detail = Журнал оның барлық хабарын сақтайды. Өз нөмірімен қайта хабарланса, қайта есептеледі.

## Кім зардап шеккенін өшіру

erase-open = Кім зардап шеккенін өшіру
erase-title = Кім зардап шеккенін біржола өшіру керек пе?
erase-lost = Осы жарақат туралы барлық хабардағы аты-жөні, ЖСН, туған күні, кәсібі және не болғаны туралы сөздер баршаға, сотқа да, қолжетімсіз болады.
erase-kept = Жарақат барлық санда бұрынғыша есептеледі. Хабарлары адамсыз қалады, журнал бұрынғыша тексеруден өтеді.
erase-later = Адам туралы кейін хабарланғаны да сақталмайды. Бұрын жасалған сақтық көшірмелерде кілт олар жойылғанша қалады.
erase-reason = Неге өшіріледі
erase-recorded = Атыңыз, уақыты және осы себеп жазылып, жарақаттың тарихында тұрады. Мұнда адамның атын атамаңыз.
erase-sure = Мұны ешкім кері қайтара алмайтынын түсінемін
erase-submit = Біржола өшіру
erase-elsewhere = Кім зардап шеккенін тек әкімші өшіреді: оған осы беттің мекенжайын жіберіңіз.
erase-blind = Сіздің рөліңіз өшіреді, бірақ жарақаттың өзін көрмейді. Нөмірін өтінішпен салыстырыңыз.
erase-injury = Жарақаттың нөмірі
erase-done = Өшірілді
erase-done-detail = Кім зардап шеккенін енді ешкім оқи алмайды. Жарақат бұрынғыша есептеледі.

## Пішін

report-title = Жарақат туралы хабарлау
report-lead = Тек күні, түрі және соңы міндетті. Білмегеніңізді бос қалдырыңыз: кейін нақтылауға болады.
report-lead-alarm = Дабыл бойынша толтырылды. Тексеріп, соңы немен біткенін қосыңыз; тек күні, түрі және соңы міндетті.
report-submit = Хабарлау
report-clear = Басынан бастау
report-kept = Жоба осы браузерде сақталды, жабық бөлімі жоқ
report-faults = { $count ->
    [one] { $count } өрісті тексеріңіз
   *[other] { $count } өрісті тексеріңіз
 }
choose = Таңдаңыз
choose-nothing = Ештеңе табылмады
part-event = Не болды
part-place = Қайда және жұмыс беруші кім
part-why = Неге және қалай
part-person = Адам туралы, сандар үшін
part-person-detail = Есептеледі, бірақ ешқашан атымен бірге көрсетілмейді.
part-sealed = Жабық: кім зардап шекті
part-sealed-detail = Бұл бөлімді сервер жабады. Ол жобада сақталмайды, тізімде де, сандарда да жоқ; әр ашу жазылады. Қажет болмаса, бос қалдырыңыз.

field-date = Күні
field-month = Айы
field-hour = Сағаты
field-kind = Оқиғаның түрі
field-outcome = Соңы
field-severe = Ауыр
field-days_lost = Жоғалған жұмыс күндері
field-days_restricted = Жеңілдетілген жұмыс күндері
field-site = Нысан
field-region = Өңір
field-activity = Қызмет түрі (ЭҚЖЖ)
field-employer = Жұмыс берушінің БСН-і
field-host = Тапсырыс берушінің БСН-і
field-source = Кім хабарлайды
field-reported = Хабарлаушы тіркеген күн
field-cause = Себебі
field-deviation = Не бұзылды (ESAW ауытқуы)
field-contact = Не жарақаттады (ESAW жанасуы)
field-injury_type = Жарақаттың түрі (ESAW)
field-body_part = Дене мүшесі (ESAW)
field-sex = Жынысы
field-age = Жасы
field-number = Оқиға нөмірі
sealed-name = Аты-жөні
sealed-iin = ЖСН
sealed-born = Туған күні
sealed-occupation = Мамандығы
sealed-circumstances = Не болды, өз сөзіңізбен

hint-hour = Сол күннің сағаты, 0-ден 23-ке дейін, жергілікті уақытпен
hint-days-lost = Толық күнтізбелік күндер, сол күннің өзі саналмайды
hint-severe = Медициналық қорытынды бойынша
hint-site = Өңірді, қызметті және жұмыс берушіні толтырады
hint-activity = Мысалы, Q, 86 немесе 86.10
hint-employer = 12 цифр
hint-host = 12 цифр; мердігер біреуде жұмыс істесе
hint-number = Хабарлаушының өз нөмірі: сол нөмір — сол жарақат

wrong-date = Күнін көрсетіңіз; ол болашақта бола алмайды.
wrong-hour = 0-ден 23-ке дейінгі сағат.
wrong-kind = Оқиғаның түрін таңдаңыз.
wrong-outcome = Соңы немен біткенін таңдаңыз.
wrong-days_lost = Бүтін сан. Күн жоғалса, соңы — «жұмыс күндері жоғалды» немесе «қаза тапты».
wrong-days_restricted = Бүтін күн саны.
wrong-site = Бұл нысан жарияланбаған немесе сіздікі емес.
wrong-region = Өңірді таңдаңыз.
wrong-activity = Q, 86, 86.1 немесе 86.10 түріндегі код.
wrong-employer = 12 цифр.
wrong-host = 12 цифр.
wrong-source = Кім хабарлайтынын таңдаңыз.
wrong-reported = Күн, жарақаттан бұрын емес және болашақта емес.
wrong-cause = Себепті тізімнен таңдаңыз.
wrong-deviation = Кодты тізімнен таңдаңыз.
wrong-contact = Кодты тізімнен таңдаңыз.
wrong-injury_type = Кодты тізімнен таңдаңыз.
wrong-body_part = Кодты тізімнен таңдаңыз.
wrong-sex = Таңдаңыз немесе бос қалдырыңыз.
wrong-age = Таңдаңыз немесе бос қалдырыңыз.
wrong-number = 100 таңбадан аспасын.
wrong-name = 4000 таңбадан аспасын.
wrong-iin = 12 цифр.
wrong-born = Күнді көрсетіңіз.
wrong-occupation = 4000 таңбадан аспасын.
wrong-circumstances = 4000 таңбадан аспасын.

## Хабарланғаннан кейін

recorded-recorded = Жазылды
recorded-reported = Жазылды: бұл жарақат туралы басқа дереккөз хабарлап қойған
recorded-revised = Жазылды: белгілі мәлімет нақтыланды
recorded-unchanged = Бұрыннан белгілі; жазатын жаңалық жоқ
recorded-detail = Хабар журналда, орны { $position }, жоғалмайды.
recorded-open = Ашу
recorded-list = Тізілімге
recorded-another = Тағы бірін хабарлау
recorded-by-others = Оны қауіпсіздік инженері мен инспектор көреді. Сіздің рөліңіз жарақат туралы хабарлайды, бірақ тізілімді көрмейді.
