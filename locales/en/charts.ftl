### The pictures of the figures, and the tables under them.

## The frame

chart-table = Table
chart-save = Download as { $format }
chart-point = Point at a mark, or use Tab and the arrows, to read it here.
chart-nothing = There are no figures to show.
chart-none = none
chart-all = all

## What is there and what is not

chart-status-published = published
chart-status-suppressed = withheld
chart-status-missing = no data
chart-cases = { $count ->
    [one] { $shown } case
   *[other] { $shown } cases
 }

## Periods: $year is written in digits

chart-quarter-1 = Q1 { $year }
chart-quarter-2 = Q2 { $year }
chart-quarter-3 = Q3 { $year }
chart-quarter-4 = Q4 { $year }
chart-month-1 = January { $year }
chart-month-2 = February { $year }
chart-month-3 = March { $year }
chart-month-4 = April { $year }
chart-month-5 = May { $year }
chart-month-6 = June { $year }
chart-month-7 = July { $year }
chart-month-8 = August { $year }
chart-month-9 = September { $year }
chart-month-10 = October { $year }
chart-month-11 = November { $year }
chart-month-12 = December { $year }
chart-month-short-1 = Jan
chart-month-short-2 = Feb
chart-month-short-3 = Mar
chart-month-short-4 = Apr
chart-month-short-5 = May
chart-month-short-6 = Jun
chart-month-short-7 = Jul
chart-month-short-8 = Aug
chart-month-short-9 = Sep
chart-month-short-10 = Oct
chart-month-short-11 = Nov
chart-month-short-12 = Dec

## Columns of the tables

chart-column-kato = KATO code
chart-column-region = Region
chart-column-status = Status
chart-column-lower = Lower limit
chart-column-upper = Upper limit
chart-column-count = Cases
chart-column-exposure = Denominator
chart-column-id = Code
chart-column-name = Name
chart-column-beyond = Beyond the limit of
chart-column-series = Series
chart-column-period = Period
chart-column-nowcast = Expected with late reports
chart-column-change = Change on the year before
chart-column-cause = Cause
chart-column-share = Share
chart-column-cumulative = Cumulative share
chart-column-together = Together
chart-column-weekday = Weekday
chart-column-hour = Hour
chart-column-rank = Rank
chart-column-rank-lower = Rank, lower limit
chart-column-rank-upper = Rank, upper limit

## The map

chart-map-says = Regions with figures: { $shown } of { $all }. Highest: { $top }, { $topValue }; lowest: { $bottom }, { $bottomValue }.
chart-map-old-division = Shown in the borders before June 2022: Abai is part of East Kazakhstan region, Jetisu of Almaty region, Ulytau of Karaganda region.
chart-against-above = established above the country
chart-against-below = established below the country
chart-legend-interval = interval, on the same scale from zero in every tile
chart-legend-country = country: { $value }
chart-legend-missing = nobody has published it
chart-legend-suppressed = withheld, so that nobody is recognised

## The funnel: $level is a percentage

chart-funnel-says = Within what chance explains: { $inside } of { $all }. Above it: { $above }. Below it: { $below }.
chart-funnel-note = Chance alone puts a point between the dashed lines 95 times in 100, between the solid ones 99.8 times. A filled circle lies beyond the dashed line, a diamond beyond the solid one; the strokes through them are their intervals.
chart-funnel-inside = within the limits
chart-funnel-above = above the { $level } limit
chart-funnel-below = below the { $level } limit
chart-funnel-target = { $name }: { $value }

## The trend

chart-trend-says = { $name }: { $firstValue } in { $first }, { $lastValue } in { $last }.
chart-trend-band = The shaded band is the interval.
chart-trend-whiskers = The strokes through the points are their intervals.
chart-trend-nowcast = Hatched: what is expected once late reports are in, from limit to limit.
chart-trend-changes = A filled triangle marks a change on the year before that is established, a hollow one a change that may be chance; the dotted line stands at the value of the year before.
chart-change-established = { $period } against a year before: { $change }; the difference is established.
chart-change-noise = { $period } against a year before: { $change }; it cannot be told from chance.
chart-nowcast-value = expected { $value }

## The causes

chart-pareto-says = Most often: { $first }, { $share }. Causes that make up at least half: { $shown }, together { $cumulative }.
chart-pareto-note = The dashed line adds the shares up from the first cause down.
chart-pareto-note-strokes = The strokes on the bars are the intervals of the shares.
chart-pareto-axis = Share of all cases
chart-pareto-together = with those before it { $value }

## Hours and weekdays

chart-heat-says = Most in one hour: { $day }, { $hour }: { $value }. Cells withheld: { $shown }.
chart-heat-ties = As many in { $shown } hours of the week.
chart-weekday-1 = Monday
chart-weekday-2 = Tuesday
chart-weekday-3 = Wednesday
chart-weekday-4 = Thursday
chart-weekday-5 = Friday
chart-weekday-6 = Saturday
chart-weekday-7 = Sunday
chart-weekday-short-1 = Mon
chart-weekday-short-2 = Tue
chart-weekday-short-3 = Wed
chart-weekday-short-4 = Thu
chart-weekday-short-5 = Fri
chart-weekday-short-6 = Sat
chart-weekday-short-7 = Sun

## Ranked places

chart-bars-says = Highest: { $name }, { $value }.
chart-bars-first-open = Its first place is not established: it may be as low as { $last }.
chart-bars-first-sure = Its first place is established.
chart-bars-unknown = Ranks are among the published only; without figures: { $shown }.
chart-bars-note = The dots are values, the strokes their intervals.
chart-bars-note-ranked = Filled dots are values, hollow dots ranks; the strokes are their intervals.
chart-bars-note-band = The shaded band is the interval of the dashed line.
chart-rank = rank { $rank }
