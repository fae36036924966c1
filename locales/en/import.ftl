### What is wrong with a file that is brought into the register. The value of each message says what is wrong, its
### attribute `.do` what to do about it. Where it is wrong is said by `import-at-line` or `import-at-cell`, in front.

## Where

# $line: the line of a text file, from 1. $column: the header of the column
import-at-line = Line { $line }, column “{ $column }”
# $line: the line of a text file, from 1
import-at-row = Line { $line }
# $sheet: the name of the sheet. $cell: the cell as Excel names it, C17
import-at-cell = Sheet “{ $sheet }”, cell { $cell }
# $sheet: the name of the sheet. $line: the row as Excel numbers it
import-at-sheet-row = Sheet “{ $sheet }”, row { $line }

## The file as a whole

import-empty = The file has no header
    .do = Check that the right file, sheet and header row were chosen.
import-no-row = The file has a header and no row
    .do = Check that the right file or sheet was chosen.
import-no-file = There is no such file
    .do = Check its name and its folder.
import-file-not-utf-8 = The file is not in UTF-8
    .do = Save it as “CSV UTF-8 (comma delimited)”, or send the xlsx file itself.
import-file-spreadsheet = This is an Excel workbook, not CSV
    .do = Send it as xlsx together with a mapping file, or save it as “CSV UTF-8”.
import-file-no-spreadsheet = This is no xlsx workbook that can be read
    .do = Open it in Excel, remove the password if there is one, and save it as “Excel workbook (.xlsx)”.
import-file-too-large = The workbook unpacks to more than can be read
    .do = Send the register as CSV, or in parts.
# $sheet: the name of the sheet
import-no-sheet = The workbook has no sheet “{ $sheet }”
    .do = Rename the sheet, or correct its name in the mapping file.
import-unreadable = The file could not be read to its end
    .do = Send the file again.
import-columns = The columns of the file do not do
    .do = Correct the header of the file or the mapping file, and send it again.

## The header

# $column, $field: the documented name of the column
import-column-missing = There is no column “{ $column }”
    .do = Add the column “{ $field }”, name the one that stands for it in the mapping file, or give its value for all rows under [fixed].
# $column: the header in the file. $field: the documented name that was probably meant
import-column-unknown = The column “{ $column }” is not known and is not read
    .do = If it matters, name it in the mapping file; if not, list it there as ignored.
    .do-nearest = Did you mean “{ $field }”? Rename the column, or list it as ignored in the mapping file.
# $column: the header of the second column. $field: what both stand for
import-column-twice = The column “{ $column }” is a second one for “{ $field }”
    .do = Remove one of the two, or list one as ignored in the mapping file.

## A row. $value: what stands in the cell

import-missing = Nothing stands here
    .do = Fill it in: no injury is registered without it.
import-not-utf-8 = The letters of this cell cannot be read: they are not in UTF-8
    .do = Save the file as “CSV UTF-8”.
# $known: the words of the list, with commas. $nearest: the word that was probably meant
import-unknown-word = “{ $value }” is not in the list
    .do = Use one of: { $known }. Or say in the mapping file which of them it means.
    .do-nearest = Did you mean “{ $nearest }”? The list: { $known }.
import-not-a-date = “{ $value }” is no date that can be read
    .do = Write year-month-day, as 2025-03-14, or add the way your dates are written to the mapping file.
import-not-an-hour = “{ $value }” is no hour
    .do = Write the hour from 0 to 23, or the time as 14:30.
import-not-a-region = “{ $value }” is no region
    .do = Write the first two digits of its KATO code or its full name (Almaty city or Almaty region), or say in the mapping file which region the name means.
import-not-a-bin = “{ $value }” is no BIN
    .do = Write all 12 digits. Format the column as text, so that Excel keeps the leading zeros.
import-not-an-iin = This is no IIN
    .do = Write all 12 digits, or leave the cell empty.
import-not-an-activity = “{ $value }” is no activity
    .do = Write a section letter from A to U, or two to five digits of OKED, as 86.10.
import-not-a-code = “{ $value }” is no code of this ESAW list
    .do = Take the code from the list in the handbook, or leave the cell empty.
import-not-a-number = “{ $value }” is no number of days
    .do = Write a whole number from 0 to 65535.
import-not-an-age = “{ $value }” is no age
    .do = Write full years, as 34, or a band, as 25-34.
import-not-yes-or-no = “{ $value }” is neither yes nor no
    .do = Write yes or no, or say in the mapping file which of them it means.
import-not-an-id = “{ $value }” cannot be the id of a site
    .do = Write the id from the declaration: letters A to Z, digits, dot, underscore and hyphen.
# $most: how many characters the column takes
import-too-long = The text is longer than { $most } characters
    .do = Shorten it.
import-born-later = The day of birth is after the day of the injury
    .do = Check both days.
# $expected: as many cells as the header has. $found: as many as the row has
import-cell-count = The row has another number of cells than the header: { $found } instead of { $expected }
    .do = Look for a missing or an extra delimiter, or for a quote that is not closed.
import-too-early = “{ $value }” is before 1950
    .do = Check the year.
import-in-the-future = “{ $value }” has not come yet
    .do = Check the day, the month and the year.
import-before-it-happened = “{ $value }” is before the day of the injury
    .do = Check both days.
import-lost-time-without-days = The outcome is lost time, and no day was lost
    .do = Give the days lost, or choose the outcome medical or restricted.
import-days-without-lost-time = Days were lost, and the outcome says that none were
    .do = Choose the outcome lost-time, or leave the days lost empty.
import-impossible = “{ $value }” contradicts the rest of the row
    .do = Check the row.
import-site-unknown = No site “{ $value }” is declared here
    .do = Write the id of a declared site, or leave the cell empty and give region and activity.
import-not-yours = This place is outside what you may report for
    .do = Take the row out, or let somebody bring it who is responsible for that place.
import-endless = The row does not end: nothing after it was read
    .do = Look for a quote that is opened here and not closed.

## A file of figures that others count

import-series-clash = One series has two different values of “{ $column }”
    .do = Give each series its own id, or write the same value in all of its rows.
import-series-twice = The same period, region and activity stand there twice
    .do = Remove one of the two rows.
import-another-person = The case “{ $value }” stands in row { $line } already, with another day, sex or age
    .do = Where several people were hurt in one accident, give each a number of their own, as 17-1 and 17-2.
import-not-a-period = “{ $value }” is no period
    .do = Write a year, as 2025; a half, as 2025-S1; a quarter, as 2025-Q1; or a month, as 2025-03.
import-not-a-count = “{ $value }” is no whole number
    .do = Give single persons or hours, not thousands and not a rate.
import-no-choice = “{ $column }” has several values: the rows count different things
    .do = Choose one value of it, so that they are not added up.

## The mapping file. $table: the table in it. $field: the column of the register. $value: what stands there

import-mapping-unreadable = The mapping file cannot be read: { $value }
    .do = Correct this place. How a mapping file is written stands in the handbook.
import-mapping-field = The mapping file names “{ $field }” under [{ $table }], and the register has no such column
    .do = Take the name from the list of columns in the handbook.
import-mapping-no-words = The column “{ $field }” has no words that could be translated
    .do = Remove [{ $table }.{ $field }] from the mapping file.
import-mapping-value = The mapping file says “{ $value }” where “{ $field }” cannot have it
    .do = Take the value from the list of columns in the handbook.
import-mapping-twice = The mapping file has “{ $value }” twice; case and blanks make no difference
    .do = Remove one of the two.
import-mapping-format = “{ $value }” under [{ $table }] gives no day
    .do = Use %d for the day, %m for the month and %Y for the year, as %d.%m.%Y.
