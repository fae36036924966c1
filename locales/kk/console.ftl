### Пульт, кіру беті және басты бет.

## Басты бет

landing-title = Түйме басылды — көмек келеді
landing-lead = Saqta күзетті көмек сұраған адамға жеткізеді әрі не болғанын сақтайды.
landing-console = Күзет пульті
landing-console-detail = Әр дабылды бірден көру, қабылдау, жету, жабу.
landing-press = Көмекке шақыру
landing-press-detail = Телефондағы бір түйме. Қосылған телефонда жүйеге кірудің керегі жоқ.
landing-trust = Құрылғының сенімі
landing-trust-detail = Осы жүйенің сертификатын телефон мен компьютерге орнату.
landing-emergency = Өмірге қауіп төніп тұр, ал мұнда ешкім жауап бермей ме? 112-ге қоңырау шалыңыз.

## Баптаулар мен ортақ сөздер

language = Тіл
theme-to-light = Ашық түске ауысу
theme-to-dark = Күңгірт түске ауысу
dismiss = Жабу
cancel = Бас тарту
reload = Бетті қайта жүктеу
refresh = Жаңарту
try-again = Қайталау
loading = Жүктеліп жатыр…
trouble-away = Сервер жауап бермейді
trouble-away-detail = Қадамыңыз жазылды ма, жоқ па — белгісіз.
trouble-away-do = Дабылға қайта қарап, әрекетті қайталаңыз. Шұғыл болса, дауыстап не телефонмен әрекет етіңіз.
screen-broken = Бұл экранда ақау болды
screen-broken-detail = Дабылдар серверде сақтаулы, бірақ мұнда көрінбейді.
screen-broken-do = Бетті қайта жүктеңіз. Қайталанса, басқа компьютерге ауысып, әкімшіге хабарлаңыз.

## Кіру

sign-in = Кіру
sign-in-login = Логин
sign-in-password = Құпиясөз
sign-in-show-password = Құпиясөзді көрсету
sign-in-submit = Кіру
# $seconds: неше секундтан кейін қайталауға болады
sign-in-wait =
    { $seconds ->
        [one] { $seconds } секундтан кейін қайталаңыз.
       *[other] { $seconds } секундтан кейін қайталаңыз.
    }
sign-in-press = Көмек керек пе?
session-ended = Сіз жүйеден шықтыңыз: дабылдар мұнда көрінбейді
session-ended-detail = Кіру мерзімі бітті. Қайта кіріп, ауысымды бастаңыз.
sign-out = Шығу

## Ауысымның басы

# $name: күзетшінің аты
start-shift-greeting = Сәлеметсіз бе, { $name }
start-shift = Ауысымды бастау
start-shift-detail = Қысқа дыбыс естіледі. Демек, осы компьютерде дабылдар естілетін болады.
start-shift-mute = Компьютерден дыбыс шықпай тұр
start-shift-mute-do = Үндеткішті, дыбыс деңгейін және браузердегі дыбыс рұқсатын тексеріңіз. Содан кейін ауысымды қайта бастаңыз.
start-shift-without-sound = Дыбыссыз жалғастыру

## Пульттің жақтауы

console-title = Saqta – пульт
views = Нені көрсету керек
# $count: неше дабыл ашық
view-open = Ашық: { $count }
view-history = Тарих
on-shift = Ауысымда
view-only = тек көру
# $seconds: серверден соңғы белгі келгеннен бері неше секунд өтті
link-age = Байланыс { $seconds } с
link-detail = Серверден соңғы белгі қанша уақыт бұрын келді. 5 секундқа дейін — қалыпты.
sound-armed = Дыбыс қосулы
sound-siren = Дабыл соғылып тұр
sound-suspended = Дыбыс жоқ
sound-off = Дыбыс жоқ

fault-stream-silent = Сервермен байланыс жоқ: жаңа дабылдар көрінбейді
fault-stream-silent-do = Телефон жанында болып, бөлімшелерге ескертіңіз. Желі кабелін тексеріңіз. Экран байланысты өзі қалпына келтіріп, өткізіп алғанын көрсетеді.
fault-sound-suspended = Дыбыс өшірулі: дабылды естімейсіз
fault-sound-suspended-do = Түймені басыңыз. Дыбыс шықпаса, үндеткішті тексеріп, экраннан көз алмаңыз.
fault-sound-suspended-button = Дыбысты қосу

## Пернелер

keys-title = Пернелер
key-space = Бос орын
key-step = Жоғарғы дабылдың келесі қадамы: қабылдау, одан кейін «жолда»
key-choose = Басқа дабылды таңдау
key-attend = Таңдалған дабыл үшін «орнында»
key-help = Осы тізім
key-escape = Өрістен не терезеден шығу

## Орындар

places = Орындар
places-none = Орындар әлі енгізілмеген.
place-calm = тыныш
# $name: орынның атауы
place-unfold = Ішіндегісін көрсету не жасыру: { $name }

## Ашық дабылдар

open-alarms = Ашық дабылдар
# $count: ашық дабылдар, $waiting: ешкім қабылдамағаны
open-alarms-counts =
    { $waiting ->
        [0] барлығы { $count }, бәрі қабылданды
        [one] барлығы { $count }, қабылданбағаны { $waiting }
       *[other] барлығы { $count }, қабылданбағаны { $waiting }
    }
# $waiting: ешкім қабылдамаған дабылдар
waiting-announcement =
    { $waiting ->
        [one] { $waiting } дабыл қабылданбаған
       *[other] { $waiting } дабыл қабылданбаған
    }
# $kind, $place, $time: сөздер; $count: жолдағы дабыл саны
row-label =
    { $count ->
        [one] { $kind }, { $place }, { $time }
       *[other] { $kind }, { $count } дабыл, { $place }, { $time }
    }
drill = Жаттығу
contested = Шақырған адам келіспейді
contested-detail = Адам қауіп әлі сейілмегенін айтады. Шешімді диспетчер қабылдап, өзі жабады.
pressed-at = Жіберушінің сағаты бойынша { $time } басылды
# $waiting: жолдағы қабылданбаған дабылдар
still-waiting = қабылданбағаны: { $waiting }
# $waiting: жолдағы қабылданбаған дабылдар, $count: барлығы
waiting-of = { $count } дабылдың { $waiting } қабылданбаған
# $count: тағы неше белгі бар
more-flags = +{ $count }
calm = Бәрі тыныш
calm-detail = Ашық дабыл жоқ. Экран тыңдап тұр, дабыл түссе, дыбыс береді.
list-unknown = Белгісіз
list-unknown-detail = Бұл экранға жетпеген дабылдар болуы мүмкін.
loading-alarms = Ашық дабылдар жүктеліп жатыр…
loading-alarms-detail = Осы арада жаңалары да қабылданады.
unrecorded = ЖАЗЫЛМАДЫ
unrecorded-detail = Адам көмекке шақырып жатыр, бірақ шақыруды жазу мүмкін болмады. Қазір барыңыз не қоңырау шалыңыз.
unrecorded-seen = Көмек кетті
no-right = Мұнда дабылдарды көре алмайсыз
no-right-detail = Рөліңіз бұл орынның дабылдарын көруге құқық бермейді.
no-right-do = Құқықты әкімшіден сұраңыз немесе басқа тіркелгімен кіріңіз.

## Қадамдар

step-acknowledge = Қабылдау
step-respond = Жолдамын
step-attend = Орнындамын
step-close = Жабу
step-release = Қайтару
step-reopen = Қайта ашу

## Таңдалған дабыл

chosen-alarm = Таңдалған дабыл
nothing-chosen = Дабыл таңдалмаған
nothing-chosen-detail = Дабыл туралы белгілі жайттың бәрі осында көрінеді.
nobody-yet = Әзірге ешкім шыққан жоқ
flags = Белгілер
phones = Телефондар
# $count: жағдайдағы дабыл саны
members =
    { $count ->
        [one] Осы жағдайда { $count } дабыл
       *[other] Осы жағдайда { $count } дабыл
    }
timeline = Не болды
add-note = Жазба
note = Жазба
note-hint = Қысқа әрі нақты. Оны осы дабылды көре алатындардың бәрі оқиды.
note-submit = Жазбаны сақтау
draft-kept = Жоба сақталды
close-title = Дабылды жабу
close-outcome = Немен аяқталды?
close-outcome-missing = Немен аяқталғанын таңдаңыз.
close-factors = Не себеп болды?
# $count: жағдайдағы дабыл саны
close-all =
    { $count ->
        [one] Осы жағдайдағы { $count } дабылды жабу
       *[other] Осы жағдайдағы { $count } дабылдың бәрін жабу
    }
close-submit = Дабылды жабу
close-hurt = Зардап шеккен бар: жауып, хабарлау
hurt-blocked = Жарақат туралы пішін ашылмады
hurt-blocked-detail = Дабыл жабылды. Пішінді жабылған дабылдағы «Жарақат туралы хабарлау» батырмасымен ашыңыз.
report-hurt = Жарақат туралы хабарлау

## Не болды (оқиға барысы). -by болса: $name — адамның аты

happened-raised = Дабыл түсті
happened-raised-by = Шақырған: { $name }
happened-acknowledged = Қабылданды
happened-acknowledged-by = Қабылдаған: { $name }
happened-responding = Жолда
happened-responding-by = Жолда: { $name }
happened-attended = Орнында
happened-attended-by = Орнында: { $name }
happened-closed = Жабылды
happened-closed-by = Жапқан: { $name }
happened-released = Қайтарылды
happened-released-by = Қайтарған: { $name }
happened-noted = Жазба
happened-noted-by = Жазба: { $name }
happened-reopened = Қайта ашылды
happened-reopened-by = Қайта ашқан: { $name }
happened-contested = Қарсылық бар
happened-contested-by = Қауіп әлі сейілмеген: { $name }
happened-repeated = Сол белгі қайта келді
happened-repeated-by = Сол белгі қайта келді: { $name }
happened-joined = Белгінің толығырақ көшірмесі келді
happened-joined-by = Белгінің толығырақ көшірмесі келді: { $name }
happened-signalled = Құрылғы хабары
happened-signalled-by = Құрылғы хабары: { $name }
# $said: жіберуші көрсеткен, бірақ Saqta анықтамалықтан таппаған дерек
claimed = Жіберілген күйі: { $said }
# $account: аспап жіберетін нысан нөмірі
signal-account = Панель { $account }
# $point: number of the button or sensor, as the panel sends it
signal-point = нүкте { $point }
# $area: number of the area, as the panel sends it
signal-area = бөлім { $area }

## Тарих

history-none = Мұндай дабыл жоқ
history-none-detail = Бұл шарттарға ештеңе сай келмейді.
history-behind = Мұнда соңғы өзгерістер болмауы мүмкін
history-behind-detail = Сервердегі тізімдер үлгермей жатыр: дискі толған болуы мүмкін. Дабылдар бұрынғыдай жазылып, бірден көрсетіледі. Әкімшіге хабарлаңыз.
load-more = Тағы көрсету
export-csv = CSV
export-failed = Файл жасалмады. Қайталаңыз.
print = Басып шығару
filter-site = Нысан
filter-kind = Түрі
filter-outcome = Нәтижесі
filter-from = Қай күннен
filter-to = Қай күнге дейін
filter-any = Бәрі
filter-clear = Шартты алып тастау
column-id = Нөмірі
column-raised = Түскен уақыты
column-kind = Түрі
column-place = Орны
column-site = Нысан
column-zone = Аймақ
column-state = Күйі
column-outcome = Нәтижесі
column-factors = Не себеп болды
column-who = Кім
column-flags = Белгілер
