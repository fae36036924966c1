### Saqta's words about published figures: notes of the headline check, and the corrected text.
### $…-shown is the number as printed; the same name without -shown chooses the plural form.

## In places; their names stand in places.ftl

figures-place-KZ =
    .in = in Kazakhstan
figures-place-10 =
    .in = in Abai region
figures-place-11 =
    .in = in Akmola region
figures-place-15 =
    .in = in Aktobe region
figures-place-19 =
    .in = in Almaty region
figures-place-23 =
    .in = in Atyrau region
figures-place-27 =
    .in = in West Kazakhstan region
figures-place-31 =
    .in = in Zhambyl region
figures-place-33 =
    .in = in Jetisu region
figures-place-35 =
    .in = in Karaganda region
figures-place-39 =
    .in = in Kostanay region
figures-place-43 =
    .in = in Kyzylorda region
figures-place-47 =
    .in = in Mangystau region
figures-place-55 =
    .in = in Pavlodar region
figures-place-59 =
    .in = in North Kazakhstan region
figures-place-61 =
    .in = in Turkistan region
figures-place-62 =
    .in = in Ulytau region
figures-place-63 =
    .in = in East Kazakhstan region
figures-place-71 =
    .in = in Astana
figures-place-75 =
    .in = in the city of Almaty
figures-place-79 =
    .in = in Shymkent
figures-place-almaty = Almaty (city or region, not said)
    .in = in Almaty (city or region, not said)
# Chief towns of regions
figures-town-10 = Semey
    .in = in Semey
figures-town-11 = Kokshetau
    .in = in Kokshetau
figures-town-15 = the city of Aktobe
    .in = in the city of Aktobe
figures-town-19 = Konaev
    .in = in Konaev
figures-town-23 = the city of Atyrau
    .in = in the city of Atyrau
figures-town-27 = Uralsk
    .in = in Uralsk
figures-town-31 = Taraz
    .in = in Taraz
figures-town-33 = Taldykorgan
    .in = in Taldykorgan
figures-town-35 = the city of Karaganda
    .in = in the city of Karaganda
figures-town-39 = the city of Kostanay
    .in = in the city of Kostanay
figures-town-43 = the city of Kyzylorda
    .in = in the city of Kyzylorda
figures-town-47 = Aktau
    .in = in Aktau
figures-town-55 = the city of Pavlodar
    .in = in the city of Pavlodar
figures-town-59 = Petropavl
    .in = in Petropavl
figures-town-61 = the city of Turkistan
    .in = in the city of Turkistan
figures-town-62 = Zhezkazgan
    .in = in Zhezkazgan
figures-town-63 = Ust-Kamenogorsk
    .in = in Ust-Kamenogorsk
figures-place-elsewhere = a region that is not known
    .in = in a region that is not known
figures-place-several = several regions together
    .in = in several regions together
figures-place-site = the workplace
    .in = at the workplace
figures-place-unsaid = a place that is not said
    .in = in a place that is not said

## Economic activities

figures-activity-A = agriculture, forestry and fishing
figures-activity-B = mining and quarrying
figures-activity-C = manufacturing
figures-activity-D = electricity, gas and steam
figures-activity-E = water supply and waste
figures-activity-F = construction
figures-activity-G = trade
figures-activity-H = transport and storage
figures-activity-I = accommodation and food
figures-activity-J = information and communication
figures-activity-K = finance and insurance
figures-activity-L = real estate
figures-activity-M = professional and scientific services
figures-activity-N = administrative services
figures-activity-O = public administration and defence
figures-activity-P = education
figures-activity-Q = health and social work
figures-activity-R = arts and recreation
figures-activity-S = other services
figures-activity-mining-and-metallurgy = mining and metallurgy

## Months: the first of a range; .in ends a range or stands alone

figures-month-1 = January
    .in = January
figures-month-2 = February
    .in = February
figures-month-3 = March
    .in = March
figures-month-4 = April
    .in = April
figures-month-5 = May
    .in = May
figures-month-6 = June
    .in = June
figures-month-7 = July
    .in = July
figures-month-8 = August
    .in = August
figures-month-9 = September
    .in = September
figures-month-10 = October
    .in = October
figures-month-11 = November
    .in = November
figures-month-12 = December
    .in = December

## Periods, as adverbs

figures-period-year = in { $year }
figures-period-half-1 = in the first half of { $year }
figures-period-half-2 = in the second half of { $year }
figures-period-quarter-1 = in the first quarter of { $year }
figures-period-quarter-2 = in the second quarter of { $year }
figures-period-quarter-3 = in the third quarter of { $year }
figures-period-quarter-4 = in the fourth quarter of { $year }
figures-period-nine-months = in the first nine months of { $year }
figures-period-month = in { $first } { $year }
figures-period-months = in { $first }–{ $last } { $year }

## Where and when

figures-scope = { $place }, { $when }
figures-scope-activity = { $place } ({ $activity })
# The beginning of a sentence
figures-lead = { $scope },{" "}
# So many years that a change is over
figures-over-years =
    over { $years } { $years ->
        [one] year
       *[other] years
    }{" "}
# Where no earlier period is named
figures-before = before

## Who counts

figures-counter-ministry = the ministry
figures-counter-bureau = the Bureau of National Statistics
figures-counter-register = the register
figures-counter-unclear = not said who

## What is counted

figures-of-what =
    { $what ->
        [injured] people injured at work
        [deaths] people killed at work
        [accidents] accidents at work
        [fatal-accidents] fatal accidents at work
        [severe] people severely injured at work
       *[other] cases
    }

## Notes: one or two sentences

figures-note-other = Nothing published speaks for or against this figure.
# $counter: who counted, $when: in which period
figures-note-count-holds =
    { $by ->
        [register] This is what the register counts ({ $when }).
       *[other] This is the published count ({ $counter }, { $when }).
    } A count like this varies by chance: 95% interval { $lower }–{ $upper } (Garwood).
figures-note-count-bureau = This is a published count of another counter ({ $counter }, { $when }; 95% interval { $lower }–{ $upper }). The ministry counts otherwise, and the two are never mixed.
figures-note-count-unclear = This number was published ({ $when }; { $counter } counted), but it is unclear what was counted; 95% interval { $lower }–{ $upper }.
figures-note-count-differs =
    { $by ->
        [register] The register counts { $published-shown } ({ $when }).
       *[other] The published count is { $published-shown } ({ $counter }, { $when }).
    }
figures-note-count-place-unsaid =
    The text does not say where. { $by ->
        [register] For the whole country the register counts { $published-shown } ({ $when });
       *[other] For the whole country { $published-shown } are published ({ $counter }, { $when });
    } if another place is meant, no published count speaks for or against this one.
figures-note-count-unpublished = No published count speaks for or against it. A count like this varies by chance: 95% interval { $lower }–{ $upper } (Garwood).
# The chief town of a region is named; $same: whether the region's count is the one printed
figures-note-town =
    { $same ->
        [yes] Of { $town } alone nothing is published; for { $region } it is just this count: the region may be meant.
       *[no] Of { $town } alone nothing is published; for { $region } { $published-shown } are.
    }
# A region by the name of its chief town
figures-note-shared-name = Taken for { $region }; if { $town } is meant, nothing is published about it.
# A name that two places share, with a count that is not the published one of the first
figures-note-shared-differs = For { $region } { $published-shown } are published ({ $counter }, { $when }); if { $other } is meant, nothing is published for or against it.
figures-note-withheld = A release of these figures withholds this one so that nobody can be recognised. Nothing else speaks for or against it.
figures-note-of-a-group = This is about some of the people at work. Nothing published of them speaks for or against it, and figures of all the injured say nothing of some.
# $counter counted $published of the group, but not of everybody is it known
figures-note-group-incomplete =
    { $by ->
        [register] The register counts { $published-shown } ({ $when }),
       *[other] Published are { $published-shown } ({ $counter }, { $when }),
    } but of some of the injured this is not known, so there may have been more.
# The figures come from a release that is flagged as synthetic
figures-note-synthetic = The register's figures used here are synthetic: invented data of a demonstration.
# $one and $other: who counted; $unclear: whether nobody knows what one of them counted
figures-note-counters-mixed =
    The text sets figures of different counters side by side{ $unclear ->
        [yes] , of one of which it is unclear what was counted; they are never mixed.
       *[no] : { $one } and { $other } do not count the same thing, and the two are never mixed.
    }
# $adjusted: the p-value allowing for all $regions regions, of which releases name those that stand out
figures-note-expected =
    By its wage employees { $expected } would be expected here: ratio { $ratio } (95% { $ratio-lower }–{ $ratio-upper }), { $differs ->
        [lower] significantly low, also when allowing for all { $regions-shown } regions (adjusted p { $adjusted }).
        [higher] significantly high, also when allowing for all { $regions-shown } regions (adjusted p { $adjusted }).
        [lower-alone] low by itself (p { $p }), but not when allowing for all { $regions-shown } regions, of which some stand out by chance and are the ones that get named (adjusted p { $adjusted }).
        [higher-alone] high by itself (p { $p }), but not when allowing for all { $regions-shown } regions, of which some stand out by chance and are the ones that get named (adjusted p { $adjusted }).
       *[no] not distinguishable from the country.
    }
figures-note-almaty =
    If the city is meant, that is { $city } times what its wage employees lead one to expect ({ $differs ->
        [lower] significantly low
        [higher] significantly high
        [lower-alone] low by itself, but not when allowing for all regions
        [higher-alone] high by itself, but not when allowing for all regions
       *[no] not distinguishable from the country
    }); if the region, { $region } times ({ $region-differs ->
        [lower] significantly low
        [higher] significantly high
        [lower-alone] low by itself, but not when allowing for all regions
        [higher-alone] high by itself, but not when allowing for all regions
       *[no] not distinguishable from the country
    }).
# $from: which of the two counts the printed change implies
figures-note-change =
    { $from ->
        [implied-base] The figures imply { $base-shown } before.
        [implied-current] The figures imply { $current-shown } now.
        [text] The text gives both counts; not both are published.
       *[both] Both counts are known.
    } { $base-shown } → { $current-shown }: ratio { $ratio } (95% { $lower }–{ $upper }), exact p { $p }, { $strength ->
        [strong] more than chance.
        [weak] significant but weak.
       *[none] not distinguishable from chance.
    }
# $when: the period whose published count was taken
figures-note-change-assumed =
    Neither count is published. Assuming counts such as { $base-shown } → { $current-shown } (the latter as published { $when }): ratio { $ratio } (95% { $lower }–{ $upper }), exact p { $p }, { $strength ->
        [strong] more than chance.
        [weak] significant but weak.
       *[none] not distinguishable from chance.
    }
# The text says itself what could be said against the claim
# $when: the period that was assumed
figures-note-period-assumed = The text names no period; it is taken to be about what happened { $when }, whose published figures it gives.
figures-note-conceded = The text says so itself.
figures-note-change-contradicted = { $base-shown } → { $current-shown } is a change of { $percent }%.
figures-note-change-impossible = No whole number of cases gives this change together with { $known-shown }.
figures-note-change-counters = The two figures come from different counters, or from one of which it is unclear what was counted; they cannot be compared.
figures-note-change-periods = The two figures are of unlike periods, such as a quarter and a half-year; a change between them says nothing.
figures-note-change-not-of-counts = A change of a rate, of a share or within an activity: the figures it goes by are not published.
figures-note-change-of-rates = A change of two rates is not one of counts: rounding them to { $base } and { $current } leaves open anything from { $lowest }% to { $highest }%.
figures-note-change-unknown = Neither of the two figures is published, and nothing like them is.
figures-note-rate-unknown = The count or the denominator is not published.
figures-note-rate-unclear = The text does not say whose rate over which time it is, and the count or the denominator is not published.
# $span: part of a year, or a year; $unclear: both denominator and period, or the period only
figures-note-rate-holds =
    { $count-shown } over { $employees-shown } wage employees ({ $employees-id }, average of { $employees-year }): { $rate } per { $per-shown } { $span ->
        [part] for the period, not annualised; annualised { $rate-annual }.
       *[year] for the year (at an annual rate { $rate-annual }).
    }
figures-note-rate-mixed =
    { $unclear ->
        [both] The text does not say who stands under the rate, nor whether it is annualised.
       *[period] The text does not say whether the rate is annualised.
    } { $count-shown } over { $employees-shown } wage employees ({ $employees-id }, average of { $employees-year }) is { $rate } per { $per-shown } { $span ->
        [part] cumulative for the period, annualised { $rate-annual }
       *[year] for the year (at an annual rate { $rate-annual })
    }{ $employed-known ->
        [yes] ; over all employed people it would be { $rate-employed }.
       *[no] .
    }
figures-note-rate-contradicted =
    No denominator gives this rate: { $count-shown } over { $employees-shown } wage employees ({ $employees-id }, average of { $employees-year }) is { $rate } per { $per-shown } { $span ->
        [part] for the period, annualised { $rate-annual }
       *[year] for the year (at an annual rate { $rate-annual })
    }{ $employed-known ->
        [yes] , over all employed people { $rate-employed }.
       *[no] .
    }
figures-note-rate-base-assumed = The text names no base; per 1,000 is assumed.
figures-note-rate-over-base = A rate cannot be higher than its base.
figures-note-share-of-employed = A share is not a risk, and its count is not published. For { $activity }, { $employed }% of the employed stand beside { $share }% of these cases: the ratio of the two shares is { $ratio }.
figures-note-share-beside-employed = Of all employed people, { $employed }% work in { $activity }: the ratio of the two shares is { $ratio }.
figures-note-share-no-denominator =
    A share is not a risk: the count is not published, and for { $activity } no denominator is either{ $mining ->
        [yes] {" "}(it is section B and part of section C).
       *[no] .
    }
figures-note-share-unknown = Nothing published speaks for or against this share, and a share is not a risk.
figures-note-share-holds = { $part-shown } of { $whole-shown } is { $share }%; a share is not a risk.
figures-note-share-contradicted = { $part-shown } of { $whole-shown } is { $share }%.
figures-note-share-incomplete = { $part-shown } of { $whole-shown } are known to belong here; of some this is not known, so the share may be another.
figures-note-share-published = This is the published share ({ $counter }, { $when }); its count is not published. A share is not a risk.
figures-note-share-published-otherwise = The published share is { $share }% ({ $counter }, { $when }).
figures-note-share-over-100 = A share cannot be over 100%.
figures-note-shares-over-100 = These shares of one whole add up to { $sum }%.
figures-note-fall-over-100 = Nothing can fall by more than 100%.
figures-note-deaths-over-injured = { $deaths-shown } dead cannot be among { $injured-shown } injured.
figures-note-group-over-whole = { $parts-shown } cannot be a part where all together are { $whole-shown }.
figures-note-parts-over-whole =
    { $single ->
        [yes] A region cannot have { $parts-shown } where the whole country has { $whole-shown }.
       *[no] The regions named add up to { $parts-shown }, the whole country has { $whole-shown }.
    }
# $earlier: a shorter stretch of the same year
figures-note-cumulative-fallen = There were { $before-shown } { $earlier } already; a count from January on cannot fall to { $count-shown }.
# $metric: by count or by rate
figures-note-rank =
    By { $metric ->
        [rate] rate
       *[count] count
    } { $own } ({ $own-count-shown }) and { $next } ({ $next-count-shown }) { $established ->
        [yes] differ by more than chance
       *[no] differ by no more than chance
    } (exact p { $p }), so the order { $established ->
        [yes] is
       *[no] is not
    } established, among the { $known-shown } regions { $whose ->
        [text] named in the text; nobody published these counts.
        [both] with a count, some of which only the text gives.
       *[published] with a published count.
    }
figures-note-rank-by-rate = By rate per wage employee { $place } comes first among them (ratio to the country { $ratio }, 95% { $lower }–{ $upper }), before { $next } ({ $next-ratio }), { $established ->
        [yes] by more than chance
       *[no] by no more than chance
    }; { $missing-shown } regions are unknown.
figures-note-rank-no-rates = No denominators are known for rates by region; { $missing-shown } regions are unknown.
figures-note-rank-contradicted = At place { $position-shown } stands { $place } with { $count-shown }.
figures-note-rank-unknown = The counts that this order goes by are not published.

## The corrected text

figures-said-count =
    { $scope }{ $about ->
        [yes] about { $count-shown }
       *[no] { $count-shown }
    } { $what ->
        [injured] { $count ->
            [one] person was injured at work
           *[other] people were injured at work
        }
        [deaths] { $count ->
            [one] person died of an injury at work
           *[other] people died of injuries at work
        }
        [accidents] { $count ->
            [one] accident at work was counted
           *[other] accidents at work were counted
        }
        [fatal-accidents] { $count ->
            [one] fatal accident at work was counted
           *[other] fatal accidents at work were counted
        }
        [severe] { $count ->
            [one] person was severely injured at work
           *[other] people were severely injured at work
        }
       *[other] { $count ->
            [one] case was stated, not checked
           *[other] cases were stated, not checked
        }
    } ({ $published ->
        [no] according to the text;{" "}
       *[yes] {""}
    }95% interval { $lower }–{ $upper }{ $counted ->
        [yes] ; counted by { $counter }, not comparable with other counters
        [unclear] ; it is unclear what was counted
       *[no] {""}
    }).
# $ordered: whether neighbours in the list differ by more than chance
figures-said-list =
    { $scope }{ figures-of-what }, among the regions named: { $items } (95% intervals in brackets){ $ordered ->
        [yes] .
       *[no] ; the order of neighbours is not established.
    }
figures-said-item = { $place } { $count-shown } ({ $lower }–{ $upper }{ $published ->
        [no] {""}, according to the text
        [unclear] {""}, it is unclear what was counted
       *[yes] {""}
    })
# Their ratios to the country stand in brackets
figures-said-list-high = For its number of wage employees, this is significantly high, also when allowing for all regions: { $places }.
figures-said-list-low = For its number of wage employees, this is significantly low, also when allowing for all regions: { $places }.
figures-said-place = { $place } ({ $ratio })
figures-said-change =
    { $scope }the number of { figures-of-what } went { $way ->
        [down] down
       *[up] up
    } from { $base-shown } ({ $base-when }) to { $current-shown }, by { $percent }% (95% interval { $from-percent }% to { $to-percent }%; p { $p }{ $from ->
        [implied-base] ; { $base-shown } is what the figures imply
        [implied-current] ; { $current-shown } is what the figures imply
        [text] {""}; the figures are those of the text
       *[both] {""}
    }){ $chance ->
        [no] , which is more than chance.
        [hardly] , which is hardly chance alone, though the evidence is weak.
        [yes] , which is not distinguishable from chance.
       *[unknown] .
    }
figures-said-change-assumed =
    { $scope }{ $over }the number of { figures-of-what } is said to have gone { $way ->
        [down] down
       *[up] up
    } by { $percent }%{ $chance ->
        [no] , which is more than chance
        [hardly] , which is hardly chance alone
        [yes] , which is not distinguishable from chance
       *[unknown] {""}
    } (95% interval { $from-percent }% to { $to-percent }%, p { $p }, assuming counts such as { $base-shown } and { $current-shown }; neither count is published).
figures-said-rate =
    { $scope }that is { $rate } { figures-of-what } per { $per-shown } wage employees (95% interval { $lower }–{ $upper }; { $employees-shown } wage employees), { $span ->
        [part] cumulative for the period, not annualised.
       *[year] for the whole year.
    }
figures-said-share =
    { $scope }{ $figure }% of { figures-of-what } were in { $activity }, as stated{ $limits-known ->
        [yes] {" "}(95% interval { $lower }–{ $upper }%)
       *[no] {""}
    }{ $employed-known ->
        [yes] ; { $employed }% of all employed people work there.
       *[no] ; how many people work there is not published.
    } A share is not a risk.
figures-said-share-recomputed = { $scope }that is { $share }% of { figures-of-what } ({ $part-shown } of { $whole-shown }; 95% interval { $lower }–{ $upper }%). A share is not a risk.
figures-said-rank =
    { $scope }by the { $metric ->
        [rate] rate
       *[count] count
    } of { figures-of-what }, { $own } ({ $own-count-shown }) is { $position ->
        [1] first
       *[other] number { $position-shown }
    } among the { $known-shown } regions { $whose ->
        [text] named in the text
        [both] with a count, published or named in the text
       *[published] with a published count
    }; the difference from { $next } ({ $next-count-shown }) { $established ->
        [yes] is more than chance
       *[no] is no more than chance
    } (p { $p }){ $unclear ->
        [yes] ; it is unclear what was counted
       *[no] {""}
    }. { $by-rate }
figures-said-group = “{ $words }” (as counted by { $counter }; 95% interval { $lower }–{ $upper }).
figures-said-group-share = “{ $words }” ({ $part-shown } of { $whole-shown }; 95% interval { $lower }–{ $upper }%). A share is not a risk.
figures-said-share-published = “{ $words }” (as stated, and as published by { $counter }). A share is not a risk.
figures-said-synthetic = (The register's figures here are synthetic: invented data.)
figures-said-doubted = “{ $words }” cannot be: { $why }
figures-said-mixed = “{ $words }” is no comparison of like with like: { $why }
figures-said-rate-unclear = “{ $words }” (published figures say nothing for or against it, and the text does not say whose rate over which time it is).
figures-said-period-assumed = (The text names no period; its figures are those of what happened { $when }.)
figures-said-unchecked = “{ $words }” (published figures say nothing for or against it).
figures-said-unchecked-sentence = (Not checked: published figures say nothing for or against this.)
