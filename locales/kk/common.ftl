### Пульт, шақыру беті және сервер үшін ортақ сөздер: бір сөз — бір ұғым.

## Дабыл түрлері

kind-assist = Қасыма келіңіз
kind-panic = Дабыл түймесі
kind-duress = Мәжбүрлеу
kind-holdup = Тонау
kind-medical = Дәрігер керек
kind-fire = Өрт
kind-gas = Газ
kind-man-down = Адам құлады
kind-intrusion = Бөтен адам кірді
kind-tamper = Құрылғы ашылды
kind-technical = Ақау
kind-test = Тексеру

## Дабылдың күйі

state-raised = Қабылданбаған
state-acknowledged = Қабылданды
state-responding = Жолда
state-attended = Орнында
state-closed = Жабылды

## Немен аяқталды

outcome-real = Расталды
outcome-no-danger = Қауіп табылмады
outcome-test = Тексеру

## Не себеп болды (күту барлық тізімде бірінші тұрады)

factor-waiting = Ұзақ күту
factor-intoxication = Мас күй
factor-mental-state = Психикалық жай-күй
factor-dispute-over-care = Ем жөніндегі дау
factor-other = Басқа

## Дабыл түскенде Saqta байқаған жайт

flag-unknown-kind = Түрі танылмады, дабыл деп алынды
flag-unknown-zone = Бұл аймақ анықтамалықта жоқ
flag-unknown-device = Бұл құрылғы анықтамалықта жоқ
flag-revoked-token = Күші жойылған токенмен жіберілді
flag-unreadable-body = Хабар толық оқылмады
flag-place-uncertain = Орны нақты емес
flag-key-reused = Кілті бұрын басқа дабылда болған
flag-unknown-account = Нысан нөмірі анықтамалықта жоқ
flag-unknown-code = Коды танылмады
flag-wrong-clock = Жіберушінің сағаты қате
flag-late = Басылғаннан көп кейін келді
flag-bad-checksum = Бақылау сомасы сәйкес емес
flag-undecryptable = Шифры ашылмады
flag-foreign-origin = Басқа веб-мекенжайдан жіберілді
flag-no-account = Хабарда нысан нөмірі жоқ
flag-wrong-value = Мәні рұқсат етілген шектен тыс
flag-text-cut = Мәтін қысқартылды
flag-not-encrypted = Құрылғының кілті бола тұра, ашық мәтінмен келді
flag-unreadable-data = Хабардың деректері оқылмады

## Кім көтерді

origin-person = Адам көтерді
origin-device = Құрылғы көтерді
origin-system = Saqta көтерді

## Рөлдер

role-worker = Қызметкер
role-guard = Күзетші
role-dispatcher = Диспетчер
role-safety-officer = Еңбек қауіпсіздігі маманы
role-inspector = Еңбек инспекторы
role-analyst = Талдаушы
role-auditor = Аудитор
role-admin = Әкімші

## Аты жоқ нәрселердің атауы

person-unnamed = Аты өшірілген
place-unknown = Орны белгісіз
zone-none = Аймағы көрсетілмеген
silent-alarm = Үнсіз дабыл

## Тілдер, әрқайсысы өз тілінде

language-kk = Қазақша
language-ru = Русский
language-en = English
