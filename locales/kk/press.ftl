### Шақыру беті: түнгі төртте үрейленген адам оқитын жалғыз түйме.
### Тек хабарлар мен { $values }: бет Fluent-тен бұдан артықты білмейді.

press-title = Saqta: көмек шақыру

## Басқанға дейін

press-help = Көмек шақыру
press-help-again = Тағы шақыру
press-hold = Басып тұрыңыз
press-tap = Басыңыз
press-hold-longer = Сәл ұзағырақ басып тұрыңыз
# kind-assist сөзімен бірдей
press-assist = Қасыма келіңіз
press-place = Көмек осында келеді
press-place-uncertain = Орны нақты емес
press-place-uncertain-detail = Шақыру бәрібір жіберіледі.
press-phones = Телефондар
press-police = Полиция
press-rescue = Құтқару қызметі

## Шақырудың жайы. $time: нысандағы сағат пен минут; $name: күзетшінің аты

press-sending = Жіберіліп жатыр…
press-sending-detail = Әлі жіберілген жоқ.
press-sent = ЖІБЕРІЛДІ { $time }
press-sent-detail = Күзеттің көруін күтіп тұрмыз.
press-sent-again = Күзетті қайта күтіп тұрмыз.
press-seen = КӨРДІ { $time }
press-seen-by = { $name } шақыруыңызды көрді.
press-seen-by-somebody = Күзет шақыруыңызды көрді.
press-coming = КЕЛЕ ЖАТЫР { $time }
press-coming-by = { $name } сізге келе жатыр.
press-coming-by-somebody = Күзет сізге келе жатыр.
press-arrived = КЕЛДІ { $time }
press-arrived-by = { $name } оқиға орнында.
press-arrived-by-somebody = Күзет оқиға орнында.
press-closed = Аяқталды { $time }
press-closed-no-danger = Қауіп табылмады
press-closed-no-danger-detail = Аяқталды { $time }. Шақырғаныңыз дұрыс болды.
press-closed-real = Қауіп расталды.
press-closed-test = Бұл тексеру болды.
press-contested = Сіз қауіп шын болғанын айттыңыз. Диспетчер қайта қарайды.
press-stale = Байланыс жоқ: мәлімет ескірген болуы мүмкін.
press-put-away = Жинап қою

## ЖЕТКЕН ЖОҚ

press-not-delivered = ЖЕТКЕН ЖОҚ
press-not-recorded = ЖАЗЫЛҒАН ЖОҚ
press-call-now = Қазір қоңырау шалыңыз
press-keeps-trying = Телефон жіберуді жалғастырып жатыр.
press-why-offline = Желі жоқ.
press-why-no-answer = Сервер жауап бермейді.
press-why-not-recorded = Сервер шақыруды жаза алмады.
press-why-unknown-phone = Сервер бұл телефонды танымайды. Күзет бастығынан жаңа код сұраңыз.

## «Келіспеймін: қауіп шын болды»

press-contest = Келіспеймін: қауіп шын болды
press-contest-note = Не болды? Жазбасаңыз да болады.
press-contest-send = Жіберу
press-contest-failed = Жіберілмеді. Жазғаныңыз сақталды: қайталап көріңіз.
press-back = Артқа

## Сервермен байланыс және әріптестер

press-link-lost = Сервермен байланыс жоқ. Шақыру сақталып, мүмкіндік туған бойда жіберіледі. Көмек қазір керек болса, қоңырау шалыңыз.
press-link-stranger = Сервер бұл телефонды танымайды. Күзет бастығынан жаңа код сұраңыз, оған дейін қоңырау шалыңыз.
# $zone: орынның атауы
press-colleague = Көмек шақырылды: { $zone }
press-colleague-somewhere = Жұмыс орныңызда көмек шақырылды
press-hide = Жасыру

## Телефон әлі қосылмаған

press-enrol-title = Бұл телефон әлі қосылмаған
press-enrol-how = Күзет бастығынан өз кодыңызды сұрап, камераны соған бағыттаңыз немесе сізге жіберілген сілтемені ашыңыз.
press-enrol-paste = Немесе сілтемені осында қойыңыз
press-enrol-go = Қосу
press-enrol-wrong = Бұл ондай сілтеме емес. Оны түгел, # белгісінен кейінгісімен бірге көшіріңіз.
press-enrol-until = Оған дейін қоңырау шалыңыз

## Баптаулар

press-settings = Баптаулар
press-set-silent = Дыбыссыз
press-set-silent-detail = Дыбыс та, діріл де жоқ. Шақырудан кейін жағдайды кішкентай нүкте көрсетеді; оқу үшін оны түртіңіз.
press-set-hold = Түймені қанша басып тұру керек
# $seconds: мысалы, 0,3
press-set-hold-value = { $seconds } с
press-set-language = Тіл
press-close = Жабу
press-sign-legend = Нүкте нені білдіреді
press-sign-sending = жіберіліп жатыр
press-sign-sent = жіберілді
press-sign-seen = көрді
press-sign-coming = келе жатыр
press-sign-arrived = келді
press-sign-closed = аяқталды
press-sign-show = Шақырудың жайы
