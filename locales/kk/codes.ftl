### Жарақат кодтарының сөздері. Кодтардың өзі — дерек.

## Кім хабарлайды

injury-source-employer = Жұмыс беруші
injury-source-health-organisation = Медициналық ұйым
injury-source-insurer = Сақтандырушы

## Оқиғаның түрі

injury-kind-violence-against-health-worker = Медицина қызметкеріне зорлық
injury-kind-violence = Басқа зорлық
injury-kind-fall-from-height = Биіктіктен құлау
injury-kind-fall-on-level = Тегіс жерде құлау
injury-kind-struck = Заттың соғуы
injury-kind-machine = Машина, механизм әсері
injury-kind-traffic = Жол қозғалысы
injury-kind-site-vehicle = Алаңдағы көлік
injury-kind-electricity = Электр тогы
injury-kind-collapse = Опырылу, құлап қалу
injury-kind-explosion-or-fire = Жарылыс немесе өрт
injury-kind-exposure = Газ, у, жұқпа
injury-kind-temperature = Ыстық, суық, күйік
injury-kind-overexertion = Шамадан тыс күш, ауыр көтеру
injury-kind-other = Басқа

## Соңы немен бітті

injury-outcome-fatal = Қаза тапты
injury-outcome-lost-time = Жұмыс күндері жоғалды
injury-outcome-restricted = Жеңілдетілген жұмыс
injury-outcome-medical = Медициналық көмек
injury-outcome-first-aid = Тек алғашқы көмек

## Себебі

injury-cause-work-organisation = Жұмысты нашар ұйымдастыру
injury-cause-victim-negligence = Зардап шегушінің өрескел абайсыздығы
injury-cause-traffic-rules = Жол қозғалысы ережесін бұзу
injury-cause-safety-rules = Қауіпсіздік ережесін бұзу
injury-cause-training = Оқыту болмаған не нашар
injury-cause-equipment = Ақаулы жабдық
injury-cause-premises = Ғимараттың, аумақтың, жұмыс орнының жайы
injury-cause-protective-equipment = Қорғаныс құралы жоқ не нашар
injury-cause-technology = Технологияны бұзу
injury-cause-security = Күзет, дабыл жоқ не көмек кешікті
injury-cause-waiting = Ұзақ күту
injury-cause-other = Басқа

## Жыныс пен жас

injury-sex-f = Әйел
injury-sex-m = Ер
injury-age-0-17 = 18-ге дейін
injury-age-18-24 = 18–24 жас
injury-age-25-34 = 25–34 жас
injury-age-35-44 = 35–44 жас
injury-age-45-54 = 45–54 жас
injury-age-55-64 = 55–64 жас
injury-age-65 = 65 және одан үлкен

## Қызмет түрлерінің секциялары (ЭҚЖЖ)

section-A = Ауыл, орман және балық шаруашылығы
section-B = Тау-кен өндіру өнеркәсібі
section-C = Өңдеу өнеркәсібі
section-D = Электр қуаты, газ, бу
section-E = Сумен жабдықтау, қалдықтар
section-F = Құрылыс
section-G = Сауда
section-H = Көлік және қоймалау
section-I = Тұру және тамақтану
section-J = Ақпарат және байланыс
section-K = Қаржы және сақтандыру
section-L = Жылжымайтын мүлік
section-M = Кәсіби және ғылыми қызмет
section-N = Әкімшілік қызмет көрсету
section-O = Мемлекеттік басқару, қорғаныс
section-P = Білім беру
section-Q = Денсаулық сақтау және әлеуметтік қызметтер
section-R = Өнер және демалыс
section-S = Өзге де қызметтер
section-T = Жұмыскері бар үй шаруашылықтары
section-U = Аумақтан тыс ұйымдар
