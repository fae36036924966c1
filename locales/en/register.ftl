### The register of injuries: what the server says of it.

## Signs of under-reporting, each with what it rests on

assumption-fatal-anchored = Assumes that every death is reported and that a section's work kills the same share of those it injures as in the EU-27 in 2022 (905 other injuries for each death).
assumption-silent = Assumes that workers of every region are injured as often as those of the country, and by chance alone.
assumption-capture = Assumes that being on one list says nothing about being on another, and that the lists are matched without error; lists that copy from each other make the estimate too low.
assumption-stalled = Assumes that the months without news are as dangerous as those before them.
assumption-unequal = Assumes that parts and whole were counted by the same rules on the same day.
