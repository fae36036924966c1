### Берілетін файлдарда көрсеткіштердің айналасында не тұрады: Excel кітаптары мен бюллетеньдер.

table-about = Деректер туралы
table-publisher = Жариялаған
table-as-of = Деректер күні
table-code = Коды
table-id = Коды
table-licence = Лицензиясы
table-source = Дереккөзі

## Ұяшықта көрсеткіш неге жоқ. Мәні ұяшықта тұрады, `.means` оны түсіндіреді.

table-missing-suppressed = жарияланбайды
    .means = көрсеткіш белгілі, бірақ ол арқылы зардап шеккен адамды тануға болады
table-missing-not-available = дерек жоқ
    .means = мұны ешкім санаған жоқ
table-missing-not-applicable = –
    .means = мұндай көрсеткіш болуы мүмкін емес

# $page: беттің нөмірі. $pages: барлығы неше бет
table-page = { $page }-бет, барлығы { $pages }

## Кезеңдер. $year: жыл, мәтін түрінде. $part: қай жартыжылдық (1, 2) немесе тоқсан (1–4). $from, $to: айлардың аттары

table-period-half = { $year } ж. { $part }-жартыжылдық
table-period-quarter = { $year } ж. { $part }-тоқсан
table-period-month = { $year } ж. { $from }
table-period-months = { $year } ж. { $from }–{ $to }
# $month: 1-ден 12-ге дейін
table-month = { $month ->
    [1] қаңтар
    [2] ақпан
    [3] наурыз
    [4] сәуір
    [5] мамыр
    [6] маусым
    [7] шілде
    [8] тамыз
    [9] қыркүйек
    [10] қазан
    [11] қараша
   *[12] желтоқсан
 }
