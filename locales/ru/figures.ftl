### Слова Saqta об опубликованных цифрах: пояснения к проверке заголовков и исправленный текст.
### $…-shown — число, как оно печатается; то же имя без -shown выбирает форму множественного числа.

## Где; сами названия — в places.ftl

figures-place-KZ =
    .in = в Казахстане
figures-place-10 =
    .in = в области Абай
figures-place-11 =
    .in = в Акмолинской области
figures-place-15 =
    .in = в Актюбинской области
figures-place-19 =
    .in = в Алматинской области
figures-place-23 =
    .in = в Атырауской области
figures-place-27 =
    .in = в Западно-Казахстанской области
figures-place-31 =
    .in = в Жамбылской области
figures-place-33 =
    .in = в области Жетісу
figures-place-35 =
    .in = в Карагандинской области
figures-place-39 =
    .in = в Костанайской области
figures-place-43 =
    .in = в Кызылординской области
figures-place-47 =
    .in = в Мангистауской области
figures-place-55 =
    .in = в Павлодарской области
figures-place-59 =
    .in = в Северо-Казахстанской области
figures-place-61 =
    .in = в Туркестанской области
figures-place-62 =
    .in = в области Ұлытау
figures-place-63 =
    .in = в Восточно-Казахстанской области
figures-place-71 =
    .in = в Астане
figures-place-75 =
    .in = в городе Алматы
figures-place-79 =
    .in = в Шымкенте
figures-place-almaty = Алматы (город или область, не сказано)
    .in = в Алматы (город или область, не сказано)
# Главные города областей
figures-town-10 = Семей
    .in = в Семее
figures-town-11 = Кокшетау
    .in = в Кокшетау
figures-town-15 = город Актобе
    .in = в городе Актобе
figures-town-19 = Конаев
    .in = в Конаеве
figures-town-23 = город Атырау
    .in = в городе Атырау
figures-town-27 = Уральск
    .in = в Уральске
figures-town-31 = Тараз
    .in = в Таразе
figures-town-33 = Талдыкорган
    .in = в Талдыкоргане
figures-town-35 = город Караганда
    .in = в городе Караганде
figures-town-39 = город Костанай
    .in = в городе Костанае
figures-town-43 = город Кызылорда
    .in = в городе Кызылорде
figures-town-47 = Актау
    .in = в Актау
figures-town-55 = город Павлодар
    .in = в городе Павлодаре
figures-town-59 = Петропавловск
    .in = в Петропавловске
figures-town-61 = город Туркестан
    .in = в городе Туркестане
figures-town-62 = Жезказган
    .in = в Жезказгане
figures-town-63 = Усть-Каменогорск
    .in = в Усть-Каменогорске
figures-place-elsewhere = неизвестный регион
    .in = в неизвестном регионе
figures-place-several = несколько регионов вместе
    .in = в нескольких регионах вместе
figures-place-site = предприятие
    .in = на предприятии
figures-place-unsaid = место не указано
    .in = без указания места

## Виды деятельности

figures-activity-A = сельское, лесное и рыбное хозяйство
figures-activity-B = добыча полезных ископаемых
figures-activity-C = обрабатывающая промышленность
figures-activity-D = электро- и теплоснабжение
figures-activity-E = водоснабжение и отходы
figures-activity-F = строительство
figures-activity-G = торговля
figures-activity-H = транспорт и складирование
figures-activity-I = проживание и питание
figures-activity-J = информация и связь
figures-activity-K = финансы и страхование
figures-activity-L = операции с недвижимостью
figures-activity-M = профессиональные и научные услуги
figures-activity-N = административные услуги
figures-activity-O = государственное управление и оборона
figures-activity-P = образование
figures-activity-Q = здравоохранение и социальные услуги
figures-activity-R = искусство и отдых
figures-activity-S = прочие услуги
figures-activity-mining-and-metallurgy = горно-металлургический комплекс

## Месяцы: первый в промежутке; .in — последний или единственный

figures-month-1 = январе
    .in = январе
figures-month-2 = феврале
    .in = феврале
figures-month-3 = марте
    .in = марте
figures-month-4 = апреле
    .in = апреле
figures-month-5 = мае
    .in = мае
figures-month-6 = июне
    .in = июне
figures-month-7 = июле
    .in = июле
figures-month-8 = августе
    .in = августе
figures-month-9 = сентябре
    .in = сентябре
figures-month-10 = октябре
    .in = октябре
figures-month-11 = ноябре
    .in = ноябре
figures-month-12 = декабре
    .in = декабре

## Периоды, как обстоятельства

figures-period-year = в { $year } году
figures-period-half-1 = в первом полугодии { $year } года
figures-period-half-2 = во втором полугодии { $year } года
figures-period-quarter-1 = в первом квартале { $year } года
figures-period-quarter-2 = во втором квартале { $year } года
figures-period-quarter-3 = в третьем квартале { $year } года
figures-period-quarter-4 = в четвёртом квартале { $year } года
figures-period-nine-months = за девять месяцев { $year } года
figures-period-month = в { $first } { $year } года
figures-period-months = в { $first } – { $last } { $year } года

## Где и когда

figures-scope = { $place } { $when }
figures-scope-activity = { $place } ({ $activity })
# Начало предложения
figures-lead = { $scope }{" "}
# За сколько лет изменение
figures-over-years =
    за { $years } { $years ->
        [one] год
        [few] года
        [many] лет
       *[other] года
    }{" "}
# Когда прежний период не назван
figures-before = прежде

## Кто считает

figures-counter-ministry = министерство
figures-counter-bureau = Бюро национальной статистики
figures-counter-register = реестр
figures-counter-unclear = не сказано, кто

## Что считают

figures-of-what =
    { $what ->
        [injured] пострадавших на производстве
        [deaths] погибших на производстве
        [accidents] несчастных случаев на производстве
        [fatal-accidents] несчастных случаев со смертельным исходом
        [severe] тяжело пострадавших на производстве
       *[other] случаев
    }

## Пояснения: одно-два предложения

figures-note-other = Ничто из опубликованного не говорит ни за, ни против этой цифры.
# $counter: кто считал, $when: за какой период
figures-note-count-holds =
    { $by ->
        [register] Столько и насчитывает реестр ({ $when }).
       *[other] Столько и опубликовано ({ $counter }, { $when }).
    } Такое число колеблется случайно: 95 % интервал { $lower }–{ $upper } (Гарвуд).
figures-note-count-bureau = Это опубликованное число другого ведомства ({ $counter }, { $when }; 95 % интервал { $lower }–{ $upper }). Министерство считает иначе, и эти ряды не смешивают.
figures-note-count-unclear = Это число опубликовано ({ $when }; { $counter } считал), но неясно, что именно считали; 95 % интервал { $lower }–{ $upper }.
figures-note-count-differs =
    { $by ->
        [register] В реестре другое число: { $published-shown } ({ $when }).
       *[other] Опубликовано другое число: { $published-shown } ({ $counter }, { $when }).
    }
figures-note-count-place-unsaid =
    Не сказано, где. { $by ->
        [register] По всей стране в реестре { $published-shown } ({ $when });
       *[other] По всей стране опубликовано { $published-shown } ({ $counter }, { $when });
    } если речь о другом месте, опубликованные цифры не говорят ни за, ни против.
figures-note-count-unpublished = Опубликованных чисел ни за, ни против нет. Такое число колеблется случайно: 95 % интервал { $lower }–{ $upper } (Гарвуд).
# Назван главный город области; $same: то ли же число опубликовано об области
figures-note-town =
    { $same ->
        [yes] Отдельно ничего не опубликовано ({ $town }); ровно столько опубликовано о целом: { $region }; возможно, речь о ней.
       *[no] Отдельно ничего не опубликовано ({ $town }); о целом ({ $region }) опубликовано { $published-shown }.
    }
# Область названа именем главного города
figures-note-shared-name = Понято как { $region }; если имеется в виду { $town }, о нём ничего не опубликовано.
# Имя, общее для двух мест, с числом, отличным от опубликованного о первом
figures-note-shared-differs = Опубликовано ({ $region }): { $published-shown } ({ $counter }, { $when }); если имеется в виду { $other }, ни за, ни против ничего не опубликовано.
figures-note-withheld = В выпуске этих данных это число скрыто, чтобы никого нельзя было узнать. Больше ничто не говорит ни за, ни против него.
figures-note-of-a-group = Речь лишь о части работающих. Ничто опубликованное о них не говорит ни за, ни против, а числа обо всех пострадавших о части не говорят ничего.
# $counter насчитал в группе $published, но известно это не обо всех
figures-note-group-incomplete =
    { $by ->
        [register] В реестре { $published-shown } ({ $when }),
       *[other] Опубликовано { $published-shown } ({ $counter }, { $when }),
    } но о некоторых пострадавших это не известно, так что могло быть и больше.
# Числа взяты из выпуска, помеченного как вымышленный
figures-note-synthetic = Использованные здесь числа реестра вымышлены: это синтетические данные демонстрации.
# $one и $other: кто считал; $unclear: неизвестно ли, что считал один из них
figures-note-counters-mixed =
    В тексте рядом стоят цифры из разных рядов{ $unclear ->
        [yes] , об одном из которых неясно, что считали; их не смешивают.
       *[no] : { $one } и { $other } считают не одно и то же, и эти ряды не смешивают.
    }
# $adjusted: p с поправкой на все $regions регионов: в сообщениях называют те, что выделяются
figures-note-expected =
    По числу наёмных работников здесь ожидалось бы { $expected }: отношение { $ratio } (95 % { $ratio-lower }–{ $ratio-upper }), { $differs ->
        [lower] значимо ниже, в том числе с поправкой на все регионы (их { $regions-shown }; p с поправкой { $adjusted }).
        [higher] значимо выше, в том числе с поправкой на все регионы (их { $regions-shown }; p с поправкой { $adjusted }).
        [lower-alone] само по себе ниже (p { $p }), но не с поправкой на все регионы (их { $regions-shown }): некоторые выделяются случайно, и называют именно их (p с поправкой { $adjusted }).
        [higher-alone] само по себе выше (p { $p }), но не с поправкой на все регионы (их { $regions-shown }): некоторые выделяются случайно, и называют именно их (p с поправкой { $adjusted }).
       *[no] от страны не отличить.
    }
figures-note-almaty =
    Если имеется в виду город, это { $city } от ожидаемого по числу наёмных работников ({ $differs ->
        [lower] значимо ниже
        [higher] значимо выше
        [lower-alone] само по себе ниже, но не с поправкой на все регионы
        [higher-alone] само по себе выше, но не с поправкой на все регионы
       *[no] от страны не отличить
    }); если область — { $region } ({ $region-differs ->
        [lower] значимо ниже
        [higher] значимо выше
        [lower-alone] само по себе ниже, но не с поправкой на все регионы
        [higher-alone] само по себе выше, но не с поправкой на все регионы
       *[no] от страны не отличить
    }).
# $from: какое из двух чисел следует из напечатанного изменения
figures-note-change =
    { $from ->
        [implied-base] Из цифр следует, что раньше было { $base-shown }.
        [implied-current] Из цифр следует, что теперь { $current-shown }.
        [text] Оба числа названы в тексте; опубликованы не оба.
       *[both] Оба числа известны.
    } { $base-shown } → { $current-shown }: отношение { $ratio } (95 % { $lower }–{ $upper }), точное p { $p }, { $strength ->
        [strong] больше случайного.
        [weak] значимо, но слабо.
       *[none] от случайности не отличить.
    }
# $when: период, опубликованное число которого взято
figures-note-change-assumed =
    Ни одно из двух чисел не опубликовано. Если взять числа порядка { $base-shown } → { $current-shown } (второе — как опубликовано { $when }): отношение { $ratio } (95 % { $lower }–{ $upper }), точное p { $p }, { $strength ->
        [strong] больше случайного.
        [weak] значимо, но слабо.
       *[none] от случайности не отличить.
    }
# Текст сам говорит то, что можно возразить
# $when: предположенный период
figures-note-period-assumed = Период в тексте не назван; предположено, что речь о том, что было { $when }: опубликованы эти же цифры.
figures-note-conceded = Текст сам это говорит.
figures-note-change-contradicted = { $base-shown } → { $current-shown } — это изменение на { $percent } %.
figures-note-change-impossible = Вместе с числом { $known-shown } такого изменения не даёт ни одно целое число случаев.
figures-note-change-counters = Эти цифры у разных ведомств, или неясно, что именно в одной из них считали; сравнивать их нельзя.
figures-note-change-periods = Эти цифры за разные по длине или по месяцам периоды, например за квартал и за полугодие; изменение между ними ни о чём не говорит.
figures-note-change-not-of-counts = Изменение коэффициента, доли или внутри отрасли: исходные цифры не опубликованы.
figures-note-change-of-rates = Изменение двух коэффициентов — не изменение числа случаев: округление до { $base } и { $current } допускает всё от { $lowest } % до { $highest } %.
figures-note-change-unknown = Ни одно из двух чисел не опубликовано, и сопоставимых тоже нет.
figures-note-rate-unknown = Не опубликовано либо число случаев, либо знаменатель.
figures-note-rate-unclear = В тексте не сказано, на кого и за какое время рассчитан коэффициент, а число случаев или знаменатель не опубликованы.
# $span: часть года или год; $unclear: неясны и знаменатель, и период, или только период
figures-note-rate-holds =
    { $count-shown } на { $employees-shown } наёмных работников ({ $employees-id }, среднее за { $employees-year } год): { $rate } на { $per-shown } { $span ->
        [part] за период, без пересчёта на год; в пересчёте на год { $rate-annual }.
       *[year] за год (в годовом исчислении { $rate-annual }).
    }
figures-note-rate-mixed =
    { $unclear ->
        [both] Не сказано, кто стоит в знаменателе и пересчитан ли коэффициент на год.
       *[period] Не сказано, пересчитан ли коэффициент на год.
    } { $count-shown } на { $employees-shown } наёмных работников ({ $employees-id }, среднее за { $employees-year } год) — это { $rate } на { $per-shown } { $span ->
        [part] нарастающим итогом за период, в пересчёте на год { $rate-annual }
       *[year] за год (в годовом исчислении { $rate-annual })
    }{ $employed-known ->
        [yes] ; на всех занятых было бы { $rate-employed }.
       *[no] .
    }
figures-note-rate-contradicted =
    Такого коэффициента не даёт ни один знаменатель: { $count-shown } на { $employees-shown } наёмных работников ({ $employees-id }, среднее за { $employees-year } год) — это { $rate } на { $per-shown } { $span ->
        [part] за период, в пересчёте на год { $rate-annual }
       *[year] за год (в годовом исчислении { $rate-annual })
    }{ $employed-known ->
        [yes] , на всех занятых { $rate-employed }.
       *[no] .
    }
figures-note-rate-base-assumed = В тексте не сказано, на сколько человек; принято на 1000.
figures-note-rate-over-base = Коэффициент не может быть больше своего основания.
figures-note-share-of-employed = Доля — не риск, и само число не опубликовано. Деятельность «{ $activity }» — это { $employed } % занятых и { $share } % этих случаев: отношение долей { $ratio }.
figures-note-share-beside-employed = Деятельность «{ $activity }» — это { $employed } % всех занятых: отношение долей { $ratio }.
figures-note-share-no-denominator =
    Доля — не риск: число не опубликовано, и для деятельности «{ $activity }» нет и опубликованного знаменателя{ $mining ->
        [yes] {" "}(это секция B и часть секции C).
       *[no] .
    }
figures-note-share-unknown = Ничто из опубликованного не говорит ни за, ни против этой доли, а доля — не риск.
figures-note-share-holds = { $part-shown } из { $whole-shown } — это { $share } %; доля — не риск.
figures-note-share-contradicted = { $part-shown } из { $whole-shown } — это { $share } %.
figures-note-share-incomplete = Известно о { $part-shown } из { $whole-shown }; о некоторых это не известно, так что доля может быть и другой.
figures-note-share-published = Такая доля и опубликована ({ $counter }, { $when }); само число не опубликовано. Доля — не риск.
figures-note-share-published-otherwise = Опубликована доля { $share } % ({ $counter }, { $when }).
figures-note-share-over-100 = Доля не может быть больше 100 %.
figures-note-shares-over-100 = Эти доли одного целого в сумме дают { $sum } %.
figures-note-fall-over-100 = Ничто не может снизиться больше чем на 100 %.
figures-note-deaths-over-injured = Среди { $injured-shown } пострадавших не может быть { $deaths-shown } погибших.
figures-note-group-over-whole = Часть не может составлять { $parts-shown }, если всего { $whole-shown }.
figures-note-parts-over-whole =
    { $single ->
        [yes] В регионе не может быть { $parts-shown }, если во всей стране { $whole-shown }.
       *[no] Названные регионы в сумме дают { $parts-shown }, а вся страна — { $whole-shown }.
    }
# $earlier: более короткая часть того же года
figures-note-cumulative-fallen = { $earlier } было уже { $before-shown }; счёт с января не может уменьшиться до { $count-shown }.
# $metric: по числу или по коэффициенту
figures-note-rank =
    По { $metric ->
        [rate] коэффициенту
       *[count] числу
    } { $own } ({ $own-count-shown }) и { $next } ({ $next-count-shown }) { $established ->
        [yes] различаются больше чем случайно
       *[no] различаются не больше чем случайно
    } (точное p { $p }), поэтому порядок { $established ->
        [yes] установлен
       *[no] не установлен
    }; речь лишь о регионах, { $whose ->
        [text] названных в тексте (их { $known-shown }); опубликованных чисел для них нет.
        [both] число по которым известно (их { $known-shown }); часть чисел есть только в тексте.
       *[published] число по которым опубликовано (их { $known-shown }).
    }
figures-note-rank-by-rate = По коэффициенту на наёмного работника среди них первая { $place } (отношение к стране { $ratio }, 95 % { $lower }–{ $upper }), отрыв от следующей — { $next } ({ $next-ratio }) — { $established ->
        [yes] больше случайного
       *[no] не больше случайного
    }; неизвестных регионов: { $missing-shown }.
figures-note-rank-no-rates = Знаменателей для коэффициентов по регионам нет; неизвестных регионов: { $missing-shown }.
figures-note-rank-contradicted = На месте { $position-shown } стоит { $place }: { $count-shown }.
figures-note-rank-unknown = Числа, по которым построен этот порядок, не опубликованы.

## Исправленный текст

figures-said-count =
    { $scope }{ $what ->
        [injured] на производстве { $count ->
            [one] пострадал
            [few] пострадали
            [many] пострадали
           *[other] пострадали
        }
        [deaths] от травм на производстве { $count ->
            [one] погиб
            [few] погибли
            [many] погибли
           *[other] погибли
        }
        [accidents] учтено несчастных случаев на производстве:
        [fatal-accidents] учтено несчастных случаев со смертельным исходом:
        [severe] на производстве тяжело { $count ->
            [one] пострадал
            [few] пострадали
            [many] пострадали
           *[other] пострадали
        }
       *[other] названо, без проверки, случаев:
    } { $about ->
        [yes] около { $count-shown }{ $what ->
            [accidents] {""}
            [fatal-accidents] {""}
            [injured] {" "}чел.
            [deaths] {" "}чел.
            [severe] {" "}чел.
           *[other] {""}
        }
       *[no] { $count-shown }{ $what ->
            [accidents] {""}
            [fatal-accidents] {""}
            [injured] {" "}{ $count ->
                [one] человек
                [few] человека
                [many] человек
               *[other] человека
            }
            [deaths] {" "}{ $count ->
                [one] человек
                [few] человека
                [many] человек
               *[other] человека
            }
            [severe] {" "}{ $count ->
                [one] человек
                [few] человека
                [many] человек
               *[other] человека
            }
           *[other] {""}
        }
    } ({ $published ->
        [no] по сообщению;{" "}
       *[yes] {""}
    }95 % интервал { $lower }–{ $upper }{ $counted ->
        [yes] ; считает { $counter }, с другими подсчётами не сравнивать
        [unclear] ; что считали, неясно
       *[no] {""}
    }).
# $ordered: различаются ли соседи в списке больше чем случайно
figures-said-list =
    { $scope }число { figures-of-what }, по названным регионам: { $items } (в скобках 95 % интервалы){ $ordered ->
        [yes] .
       *[no] ; порядок соседей не установлен.
    }
figures-said-item = { $place } — { $count-shown } ({ $lower }–{ $upper }{ $published ->
        [no] {""}, по сообщению
        [unclear] {""}, что считали, неясно
       *[yes] {""}
    })
# В скобках — отношение к стране
figures-said-list-high = Для своего числа наёмных работников это значимо много, в том числе с поправкой на все регионы: { $places }.
figures-said-list-low = Для своего числа наёмных работников это значимо мало, в том числе с поправкой на все регионы: { $places }.
figures-said-place = { $place } ({ $ratio })
figures-said-change =
    { $scope }число { figures-of-what } { $way ->
        [down] снизилось
       *[up] выросло
    } с { $base-shown } ({ $base-when }) до { $current-shown }, на { $percent } % (95 % интервал от { $from-percent } % до { $to-percent } %; p { $p }{ $from ->
        [implied-base] ; { $base-shown } следует из самих цифр
        [implied-current] ; { $current-shown } следует из самих цифр
        [text] {""}; числа — из самого текста
       *[both] {""}
    }){ $chance ->
        [no] ; это больше случайного.
        [hardly] ; одной случайностью это вряд ли объяснить, но свидетельство слабое.
        [yes] ; от случайности это не отличить.
       *[unknown] .
    }
figures-said-change-assumed =
    { $scope }{ $over }число { figures-of-what }, как сказано, { $way ->
        [down] снизилось
       *[up] выросло
    } на { $percent } %{ $chance ->
        [no] ; это больше случайного
        [hardly] ; одной случайностью это вряд ли объяснить
        [yes] ; от случайности это не отличить
       *[unknown] {""}
    } (95 % интервал от { $from-percent } % до { $to-percent } %, p { $p }, если предположить числа порядка { $base-shown } и { $current-shown }; ни одно из двух не опубликовано).
figures-said-rate =
    { $scope }это { $rate } { figures-of-what } на { $per-shown } наёмных работников (95 % интервал { $lower }–{ $upper }; наёмных работников { $employees-shown }), { $span ->
        [part] нарастающим итогом за период, без пересчёта на год.
       *[year] за весь год.
    }
figures-said-share =
    { $scope }{ $figure } % { figures-of-what } приходится на деятельность «{ $activity }», как сказано{ $limits-known ->
        [yes] {" "}(95 % интервал { $lower }–{ $upper } %)
       *[no] {""}
    }{ $employed-known ->
        [yes] ; там работают { $employed } % всех занятых.
       *[no] ; сколько там работает людей, не опубликовано.
    } Доля — не риск.
figures-said-share-recomputed = { $scope }это { $share } % { figures-of-what } ({ $part-shown } из { $whole-shown }; 95 % интервал { $lower }–{ $upper } %). Доля — не риск.
figures-said-rank =
    { $scope }по { $metric ->
        [rate] коэффициенту
       *[count] числу
    } { figures-of-what } { $own } ({ $own-count-shown }) { $position ->
        [1] на первом месте
       *[other] на месте { $position-shown }
    } среди регионов{ $whose ->
        [text] , названных в тексте
        [both] {" "}с опубликованным или названным в тексте числом
       *[published] {" "}с опубликованным числом
    } (их { $known-shown }); отличие от места рядом — { $next } ({ $next-count-shown }) — { $established ->
        [yes] больше случайного
       *[no] не больше случайного
    } (p { $p }){ $unclear ->
        [yes] ; что считали, неясно
       *[no] {""}
    }. { $by-rate }
figures-said-group = «{ $words }» (так считает { $counter }; 95 % интервал { $lower }–{ $upper }).
figures-said-group-share = «{ $words }» ({ $part-shown } из { $whole-shown }; 95 % интервал { $lower }–{ $upper } %). Доля — не риск.
figures-said-share-published = «{ $words }» (как сказано, так и опубликовано: { $counter }). Доля — не риск.
figures-said-synthetic = (Числа реестра здесь вымышлены: это синтетические данные.)
figures-said-doubted = «{ $words }» — так быть не может: { $why }
figures-said-mixed = «{ $words }» — это сравнение несравнимого: { $why }
figures-said-rate-unclear = «{ $words }» (опубликованные цифры не говорят ни за, ни против, а чей это показатель и за какое время, не сказано).
figures-said-period-assumed = (Период в тексте не назван; его цифры — о том, что было { $when }.)
figures-said-unchecked = «{ $words }» (опубликованные цифры не говорят ни за, ни против).
figures-said-unchecked-sentence = (Не проверено: опубликованные цифры не говорят ни за, ни против.)
