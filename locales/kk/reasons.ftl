### Сұраудағы мән неге жарамайды: одан кейін, кіші әріптен, нүктесіз айтылады. `reason-` кейінгісі — жауаптың
### программаларға арналған `code` мәні.

## Жарақатта не дұрыс емес

reason-too-early = есеп мұнша ертеден жүргізілмеген: жылын тексеріңіз
reason-in-the-future = бұл күн әлі келген жоқ
reason-before-it-happened = жарақат болғанға дейін хабарлануы мүмкін емес
reason-not-0-to-23 = сағат — 0-ден 23-ке дейінгі сан
reason-lost-time-without-days = жұмыс уақытын жоғалту — кемінде бір күн; әйтпесе нәтижесі `medical` немесе `restricted`
reason-days-without-lost-time = жұмыс күндері жоғалған, сондықтан нәтижесі — `lost-time`
reason-site-unknown = мұндай нысан жарияланбаған
reason-reason-needed = зардап шеккен туралы дерек себеппен ашылады, себебі жазылады
reason-required = мұны көрсету керек
# $known: the codes, with commas
reason-one-of = мыналардың бірі: { $known }
reason-code-unknown = мұндай код белгісіз
reason-twelve-digits = 12 цифр
reason-a-day = күн, 2026-03-01 сияқты
# $known: the codes, with commas
reason-age = толық жас немесе мыналардың бірі: { $known }
reason-field-unknown = мұндай өріс жоқ
# $most: how many characters
reason-too-long = { $most } таңбадан аспайды

## Сандар туралы сұрақта не дұрыс емес

reason-a-period = жыл `2025`, жартыжылдық `2025-H1`, тоқсан `2025-Q1`, ай `2025-03` немесе айлар `2025-01..09`
reason-a-level = 0-ден үлкен, 1-ден кіші сан
reason-a-cursor = алдыңғы беттің `next` мәні
reason-counted-by-twice = әр белгі бойынша бір рет саналады
reason-too-many-cells = ұяшық тым көп болар еді: белгіні азайтыңыз, кезеңді қысқартыңыз немесе zeros=false
reason-compared-already = айлар, тоқсандар мен жылдар онсыз да салыстырылады: басқа белгіні таңдаңыз
reason-one-measure = бір көрсеткіш, бірақ `severity` емес: жоғалған күндер тәуелсіз оқиғалар емес
reason-measure-of-persons = қызметкерлерге шаққан бір көрсеткіш, `incidence` сияқты
reason-all-beside-each-other = барлық өңір мен қызмет қатар қойылады: тек түрі не нәтижесі бойынша таңдаңыз
reason-strata = `section`, `division`, `group`, `class` бірі
reason-strata-of-persons = жынысы не жасы бойынша қанша адам жұмыс істейтінін ешбір қатар айтпайды: тек `section`, `division`, `group`, `class`
reason-no-series-of-persons = қызметкерлер саны бар қатар жоқ: алдымен оны қабылдаңыз
reason-series-unknown = мұнда мұндай қатарға бөлуге болмайды
reason-clock-crossed = жеке жарақаттарды көрмейтіндерге сағат пен апта күні басқа белгімен қиыстырылмайды
reason-clock-of-all = жеке жарақаттарды көрмейтіндерге сағат пен апта күні барлық зардап шеккендер бойынша ғана айтылады
reason-clock-of-quarters = жеке жарақаттарды көрмейтіндерге сағат пен апта күні тек тұтас тоқсандар бойынша айтылады

## Қатарда не шығарылымда не дұрыс емес

reason-an-id = a–z A–Z 0–9 . _ - таңбаларынан 1–64
reason-counter-needed = кім санайды: әртүрлі санаушының қатарлары араласпайды
reason-source-needed = қайда жарияланған
reason-figures-too-many = қатарда 1–100 000 сан, файлда 400 000-нан аспайды
reason-series-twice = файлда әр қатар бір рет болады
reason-figure-twice = екі сан бір кезеңге, өңірге және қызметке қатысты
reason-dimension-and-code = `sex:T,age:TOTAL` сияқты
reason-not-said = SDMX-CSV мұны айтпайды: файлдың жанында көрсетіңіз
reason-name-of-a-page = шығарылымдардың жанындағы бет осылай аталады; басқасын таңдаңыз
reason-not-begun = бұл кезең әлі басталған жоқ
reason-threshold-too-low = кемінде 3: одан аз болса, жеке адамдар туралы айтылып қалады
reason-published-meanwhile = осы арада біреу редакция жариялаған: алдымен соны қараңыз
reason-too-few-injured = зардап шеккендер аз болғандықтан, шығарылым олар туралы айтып қояр еді: ұзағырақ кезеңді жариялаңыз
reason-other-period = бұл коды бар шығарылым басқа айлар туралы: мынаған басқа код беріңіз
reason-too-little-changed = соңғы редакциядан бері хабар аз өзгергендіктен, айырма жеке адамдар туралы айтып қояр еді: кейінгі хабарлармен бірге жариялаңыз
reason-file-too-large = файл 4 ГиБ-тан аспайды: бөліктерге бөліңіз
