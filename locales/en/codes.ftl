### Words for the codes of an injury. The codes themselves are data.

## Who reports

injury-source-employer = Employer
injury-source-health-organisation = Health organisation
injury-source-insurer = Insurer

## What kind of event

injury-kind-violence-against-health-worker = Violence against a health worker
injury-kind-violence = Other violence
injury-kind-fall-from-height = Fall from a height
injury-kind-fall-on-level = Fall on the level
injury-kind-struck = Struck by an object
injury-kind-machine = Machine
injury-kind-traffic = Road traffic
injury-kind-site-vehicle = Vehicle on the site
injury-kind-electricity = Electricity
injury-kind-collapse = Collapse of rock, earth, structure
injury-kind-explosion-or-fire = Explosion or fire
injury-kind-exposure = Gas, poison, infection
injury-kind-temperature = Heat, cold, burns
injury-kind-overexertion = Overexertion, lifting
injury-kind-other = Other

## What came of it

injury-outcome-fatal = Fatal
injury-outcome-lost-time = Days of work lost
injury-outcome-restricted = Restricted work
injury-outcome-medical = Medical treatment
injury-outcome-first-aid = First aid only

## Why it happened

injury-cause-work-organisation = Poor organisation of work
injury-cause-victim-negligence = Gross negligence of the injured person
injury-cause-traffic-rules = Traffic rules broken
injury-cause-safety-rules = Safety rules broken
injury-cause-training = No or poor training
injury-cause-equipment = Faulty equipment
injury-cause-premises = State of building, ground, workplace
injury-cause-protective-equipment = No or poor protective equipment
injury-cause-technology = Technology not followed
injury-cause-security = No guard, no alarm, late help
injury-cause-waiting = Long wait
injury-cause-other = Other

## Sex and age

injury-sex-f = Female
injury-sex-m = Male
injury-age-0-17 = Under 18
injury-age-18-24 = 18–24
injury-age-25-34 = 25–34
injury-age-35-44 = 35–44
injury-age-45-54 = 45–54
injury-age-55-64 = 55–64
injury-age-65 = 65 and over

## Sections of economic activity (NACE Rev. 2, OKED)

section-A = Agriculture, forestry, fishing
section-B = Mining and quarrying
section-C = Manufacturing
section-D = Electricity, gas, steam
section-E = Water supply, waste
section-F = Construction
section-G = Trade
section-H = Transport and storage
section-I = Accommodation and food
section-J = Information and communication
section-K = Finance and insurance
section-L = Real estate
section-M = Professional and scientific services
section-N = Administrative services
section-O = Public administration, defence
section-P = Education
section-Q = Health and social work
section-R = Arts and recreation
section-S = Other services
section-T = Households as employers
section-U = Extraterritorial organisations
