### Берілетін файлдарда көрсеткіштердің айналасында не тұрады: Excel кітаптары мен бюллетеньдер.

table-about = Деректер туралы
table-publisher = Жариялаған
table-published = Жарияланған уақыты (UTC)
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
