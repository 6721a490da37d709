# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_vaxdash_global_optspecs
    string join \n h/help V/version
end

function __fish_vaxdash_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_vaxdash_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_vaxdash_using_subcommand
    set -l cmd (__fish_vaxdash_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c vaxdash -n "__fish_vaxdash_needs_command" -s h -l help -d 'Print help'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -s V -l version -d 'Print version'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "uptake" -d 'Show uptake: who has had a first dose, primary course and booster, by practice or any other group'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "cohorts" -d 'Show the JCVI priority groups (cohorts 1 to 17) and what each is due; --list names the people'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "first-dose" -d 'Show who has no dose yet, and whether the first is due; --list names them'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "second-dose" -d 'Show who had a first dose only, and whether the second is due or overdue; --list names them'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "boosters" -d 'Show the way to a first booster, and the time since the primary course; --list names the people'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "campaign" -d 'Show a seasonal campaign by practice and group, and who is still due its dose; --list names the people'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "immunosuppressed" -d 'Show third primary doses of the immunosuppressed of 12 and over, and what else they are due; --list names them'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "trend" -d 'Show the doses of every week since the programme began, and how uptake grew'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "activity" -d 'Show the doses given yesterday, this week and this month beside those of last week, last month and last campaign'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "quality" -d 'Show which records are to be mended, by what is wrong and practice or supplier; --list names them, with what to do'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "patients" -d 'Show how many patients are registered; --list is the Patient Download, with whatever filters are chosen'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "sources" -d 'Show where the data come from, when each source was last refreshed, and what to know of it'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "dashboard" -d 'Write the dashboard: one workbook or page with a sheet and charts for every report'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "invites" -d 'Write the import files of a booking or messaging system for people who are due a dose'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "outcomes" -d 'Show what became of the people who were invited: vaccinated, declined, left, still due; --list names those still due'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "compare" -d 'Compare two extracts: who entered and left each list, and why, and how uptake moved; --list names them'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "run" -d 'Run a preset of vaxdash.toml: several reports and invite files as at one date, from one load of the data'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "audit" -d 'Check an audit log: that no line of it was changed, moved or taken out'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "history" -d 'Show every event of one person, whether it counts and why, and what is due, with the rule and the facts'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "check" -d 'Say what the data are fit for, and what each file, heading and row was taken for'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "rules" -d 'Show the rules in force: cohorts, intervals, campaigns, each with its source and what is assumed'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "sample" -d 'Make a data set of invented people, for training, demonstration, tests and benchmarks'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "guide" -d 'Show the page of a task, with commands that can be tried: the dashboard every Monday, recalls, letters, campaigns …'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "completions" -d 'Write the completion script of a shell to standard output'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "man" -d 'Show the manual page, or write every page to a folder'
complete -c vaxdash -n "__fish_vaxdash_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l by -d 'The groups: practice (default), pcn, cohort, age, gender, ethnicity, imd, or several with commas' -r -f -a "practice\t''
pcn\t''
cohort\t''
age\t''
gender\t''
ethnicity\t''
imd\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l campaign -d 'Add the members of a campaign\'s groups and how many have had its dose' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l target -d 'The uptake aimed at, in per cent: adds how many more people it needs' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l detail -d 'Show the course status of every patient instead of doses'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l interval -d 'Add the 95 % limits of each percentage: how far chance alone may carry it (Wilson)'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand uptake" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l target -d 'The uptake aimed at, in per cent: adds how many more people it needs' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l overdue-after -d 'Days after the first dose from which a second dose is overdue, instead of the rule\'s' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l status -d 'List only these people (--list need not be said): the columns of the table, such as due,overdue' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l columns -d 'The columns of the list, in this order' -r -f -a "nhs_number\t''
title\t''
forename\t''
surname\t''
date_of_birth\t''
age\t''
gender\t''
ethnicity\t''
practice_code\t''
practice_name\t''
cohort\t''
status\t''
due_date\t''
days_overdue\t''
doses\t''
first_dose_date\t''
first_dose_brand\t''
first_dose_site\t''
second_dose_date\t''
second_dose_brand\t''
third_primary_date\t''
third_primary_due\t''
last_dose_date\t''
last_dose_brand\t''
boosters\t''
booster_due\t''
campaign_due\t''
declined_date\t''
contraindicated_date\t''
invited\t''
last_invited\t''
target\t''
round\t''
mobile\t''
telephone\t''
email\t''
address\t''
postcode\t''
immunosuppressed\t''
housebound\t''
restricted\t''
reason\t''
wrong\t''
event_date\t''
code\t''
supplier\t''
what_to_do\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l invite-log -d 'Add the columns invited (times) and last_invited to the list, from this log of `vaxdash invites`' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l interval -d 'Add the 95 % limits of each percentage: how far chance alone may carry it (Wilson)'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l list -d 'List the people instead of counting them: by practice, then most overdue'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand cohorts" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l by -d 'The groups: practice (default), pcn, cohort, age, gender, ethnicity, imd, or several with commas' -r -f -a "practice\t''
pcn\t''
cohort\t''
age\t''
gender\t''
ethnicity\t''
imd\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l status -d 'List only these people (--list need not be said): the columns of the table, such as due,overdue' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l columns -d 'The columns of the list, in this order' -r -f -a "nhs_number\t''
title\t''
forename\t''
surname\t''
date_of_birth\t''
age\t''
gender\t''
ethnicity\t''
practice_code\t''
practice_name\t''
cohort\t''
status\t''
due_date\t''
days_overdue\t''
doses\t''
first_dose_date\t''
first_dose_brand\t''
first_dose_site\t''
second_dose_date\t''
second_dose_brand\t''
third_primary_date\t''
third_primary_due\t''
last_dose_date\t''
last_dose_brand\t''
boosters\t''
booster_due\t''
campaign_due\t''
declined_date\t''
contraindicated_date\t''
invited\t''
last_invited\t''
target\t''
round\t''
mobile\t''
telephone\t''
email\t''
address\t''
postcode\t''
immunosuppressed\t''
housebound\t''
restricted\t''
reason\t''
wrong\t''
event_date\t''
code\t''
supplier\t''
what_to_do\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l invite-log -d 'Add the columns invited (times) and last_invited to the list, from this log of `vaxdash invites`' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l list -d 'List the people instead of counting them: by practice, then most overdue'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand first-dose" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l by -d 'The groups: practice (default), pcn, cohort, age, gender, ethnicity, imd, or several with commas' -r -f -a "practice\t''
pcn\t''
cohort\t''
age\t''
gender\t''
ethnicity\t''
imd\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l overdue-after -d 'Days after the first dose from which a second dose is overdue, instead of the rule\'s' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l status -d 'List only these people (--list need not be said): the columns of the table, such as due,overdue' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l columns -d 'The columns of the list, in this order' -r -f -a "nhs_number\t''
title\t''
forename\t''
surname\t''
date_of_birth\t''
age\t''
gender\t''
ethnicity\t''
practice_code\t''
practice_name\t''
cohort\t''
status\t''
due_date\t''
days_overdue\t''
doses\t''
first_dose_date\t''
first_dose_brand\t''
first_dose_site\t''
second_dose_date\t''
second_dose_brand\t''
third_primary_date\t''
third_primary_due\t''
last_dose_date\t''
last_dose_brand\t''
boosters\t''
booster_due\t''
campaign_due\t''
declined_date\t''
contraindicated_date\t''
invited\t''
last_invited\t''
target\t''
round\t''
mobile\t''
telephone\t''
email\t''
address\t''
postcode\t''
immunosuppressed\t''
housebound\t''
restricted\t''
reason\t''
wrong\t''
event_date\t''
code\t''
supplier\t''
what_to_do\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l invite-log -d 'Add the columns invited (times) and last_invited to the list, from this log of `vaxdash invites`' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l list -d 'List the people instead of counting them: by practice, then most overdue'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand second-dose" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l by -d 'The groups: practice (default), pcn, cohort, age, gender, ethnicity, imd, or several with commas' -r -f -a "practice\t''
pcn\t''
cohort\t''
age\t''
gender\t''
ethnicity\t''
imd\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l status -d 'List only these people (--list need not be said): the columns of the table, such as due,overdue' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l columns -d 'The columns of the list, in this order' -r -f -a "nhs_number\t''
title\t''
forename\t''
surname\t''
date_of_birth\t''
age\t''
gender\t''
ethnicity\t''
practice_code\t''
practice_name\t''
cohort\t''
status\t''
due_date\t''
days_overdue\t''
doses\t''
first_dose_date\t''
first_dose_brand\t''
first_dose_site\t''
second_dose_date\t''
second_dose_brand\t''
third_primary_date\t''
third_primary_due\t''
last_dose_date\t''
last_dose_brand\t''
boosters\t''
booster_due\t''
campaign_due\t''
declined_date\t''
contraindicated_date\t''
invited\t''
last_invited\t''
target\t''
round\t''
mobile\t''
telephone\t''
email\t''
address\t''
postcode\t''
immunosuppressed\t''
housebound\t''
restricted\t''
reason\t''
wrong\t''
event_date\t''
code\t''
supplier\t''
what_to_do\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l invite-log -d 'Add the columns invited (times) and last_invited to the list, from this log of `vaxdash invites`' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l list -d 'List the people instead of counting them: by practice, then most overdue'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand boosters" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l campaign -d 'The same as ID' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l by -d 'The groups: practice, pcn, cohort, age, gender, ethnicity, imd, group (of the campaign), or several with commas' -r -f -a "practice\t''
pcn\t''
cohort\t''
age\t''
gender\t''
ethnicity\t''
imd\t''
group\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l target -d 'The uptake aimed at, in per cent: adds how many more people it needs' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l status -d 'List only these people (--list need not be said): the columns of the table, such as due,overdue' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l columns -d 'The columns of the list, in this order' -r -f -a "nhs_number\t''
title\t''
forename\t''
surname\t''
date_of_birth\t''
age\t''
gender\t''
ethnicity\t''
practice_code\t''
practice_name\t''
cohort\t''
status\t''
due_date\t''
days_overdue\t''
doses\t''
first_dose_date\t''
first_dose_brand\t''
first_dose_site\t''
second_dose_date\t''
second_dose_brand\t''
third_primary_date\t''
third_primary_due\t''
last_dose_date\t''
last_dose_brand\t''
boosters\t''
booster_due\t''
campaign_due\t''
declined_date\t''
contraindicated_date\t''
invited\t''
last_invited\t''
target\t''
round\t''
mobile\t''
telephone\t''
email\t''
address\t''
postcode\t''
immunosuppressed\t''
housebound\t''
restricted\t''
reason\t''
wrong\t''
event_date\t''
code\t''
supplier\t''
what_to_do\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l invite-log -d 'Add the columns invited (times) and last_invited to the list, from this log of `vaxdash invites`' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l interval -d 'Add the 95 % limits of each percentage: how far chance alone may carry it (Wilson)'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l list -d 'List the people instead of counting them: by practice, then most overdue'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand campaign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l status -d 'List only these people (--list need not be said): the columns of the table, such as due,overdue' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l columns -d 'The columns of the list, in this order' -r -f -a "nhs_number\t''
title\t''
forename\t''
surname\t''
date_of_birth\t''
age\t''
gender\t''
ethnicity\t''
practice_code\t''
practice_name\t''
cohort\t''
status\t''
due_date\t''
days_overdue\t''
doses\t''
first_dose_date\t''
first_dose_brand\t''
first_dose_site\t''
second_dose_date\t''
second_dose_brand\t''
third_primary_date\t''
third_primary_due\t''
last_dose_date\t''
last_dose_brand\t''
boosters\t''
booster_due\t''
campaign_due\t''
declined_date\t''
contraindicated_date\t''
invited\t''
last_invited\t''
target\t''
round\t''
mobile\t''
telephone\t''
email\t''
address\t''
postcode\t''
immunosuppressed\t''
housebound\t''
restricted\t''
reason\t''
wrong\t''
event_date\t''
code\t''
supplier\t''
what_to_do\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l invite-log -d 'Add the columns invited (times) and last_invited to the list, from this log of `vaxdash invites`' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l list -d 'List the people instead of counting them: by practice, then most overdue'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand immunosuppressed" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l every -d 'A row a day (the last 28 unless --from says otherwise), week or month' -r -f -a "day\t'A row a day: the last 28, unless --from says otherwise'
week\t'A row a week, by its Monday'
month\t'A row a month, by its first day'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l from -d 'The first day: DD/MM/YYYY or YYYY-MM-DD' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l to -d 'The last day, instead of the date of the report' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l by -d 'What doses are broken down by: practice, pcn, site, brand or supplier' -r -f -a "practice\t''
pcn\t''
site\t''
brand\t''
supplier\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand trend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l by -d 'What doses are broken down by: practice, pcn, site, brand or supplier' -r -f -a "practice\t''
pcn\t''
site\t''
brand\t''
supplier\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand activity" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l by -d 'What the records are counted by: practice, or the supplier who sent the event' -r -f -a "practice\t'The practice of the patient'
supplier\t'Who sent the event'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l status -d 'List only these people (--list need not be said): the columns of the table, such as due,overdue' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l columns -d 'The columns of the list, in this order' -r -f -a "nhs_number\t''
title\t''
forename\t''
surname\t''
date_of_birth\t''
age\t''
gender\t''
ethnicity\t''
practice_code\t''
practice_name\t''
cohort\t''
status\t''
due_date\t''
days_overdue\t''
doses\t''
first_dose_date\t''
first_dose_brand\t''
first_dose_site\t''
second_dose_date\t''
second_dose_brand\t''
third_primary_date\t''
third_primary_due\t''
last_dose_date\t''
last_dose_brand\t''
boosters\t''
booster_due\t''
campaign_due\t''
declined_date\t''
contraindicated_date\t''
invited\t''
last_invited\t''
target\t''
round\t''
mobile\t''
telephone\t''
email\t''
address\t''
postcode\t''
immunosuppressed\t''
housebound\t''
restricted\t''
reason\t''
wrong\t''
event_date\t''
code\t''
supplier\t''
what_to_do\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l invite-log -d 'Add the columns invited (times) and last_invited to the list, from this log of `vaxdash invites`' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l list -d 'List the people instead of counting them: by practice, then most overdue'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand quality" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l by -d 'The groups: practice (default), pcn, cohort, age, gender, ethnicity, imd, or several with commas' -r -f -a "practice\t''
pcn\t''
cohort\t''
age\t''
gender\t''
ethnicity\t''
imd\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l status -d 'List only these people (--list need not be said): the columns of the table, such as due,overdue' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l columns -d 'The columns of the list, in this order' -r -f -a "nhs_number\t''
title\t''
forename\t''
surname\t''
date_of_birth\t''
age\t''
gender\t''
ethnicity\t''
practice_code\t''
practice_name\t''
cohort\t''
status\t''
due_date\t''
days_overdue\t''
doses\t''
first_dose_date\t''
first_dose_brand\t''
first_dose_site\t''
second_dose_date\t''
second_dose_brand\t''
third_primary_date\t''
third_primary_due\t''
last_dose_date\t''
last_dose_brand\t''
boosters\t''
booster_due\t''
campaign_due\t''
declined_date\t''
contraindicated_date\t''
invited\t''
last_invited\t''
target\t''
round\t''
mobile\t''
telephone\t''
email\t''
address\t''
postcode\t''
immunosuppressed\t''
housebound\t''
restricted\t''
reason\t''
wrong\t''
event_date\t''
code\t''
supplier\t''
what_to_do\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l invite-log -d 'Add the columns invited (times) and last_invited to the list, from this log of `vaxdash invites`' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l list -d 'List the people instead of counting them: by practice, then most overdue'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand patients" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sources" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l organisation -d 'Whose dashboard it is, instead of the practice or PCN of your practice list' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l overdue-after -d 'Days after the first dose from which a second dose is overdue, instead of the rule\'s' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l campaign -d 'The campaign of the campaign sheet and list, instead of the one open as at or the latest' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l invite-log -d 'Add what became of those invited, from this log of `vaxdash invites`; it is only read' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -s o -l output -d 'The workbook (.xlsx) or page (.html) to write' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l with-patients -d 'Add the lists: second doses, boosters, campaign, immunosuppressed, records to mend'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l all-sheets -d 'Give sheets to offers that are over, too: second doses, boosters, third primary doses'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand dashboard" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l dose -d 'The dose; without it, what each person is due next' -r -f -a "first\t'First dose'
second\t'Second dose'
third-primary\t'Third primary dose of the immunosuppressed'
booster\t'First booster'
campaign\t'Dose of the campaign that is open'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l status -d 'The statuses to invite, such as due,overdue; without it, everybody due on or before as-at' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l due-within -d 'Invite also those who fall due within this many days' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l target -d 'The system that reads the files; --list-targets shows them all' -r -f -a "accubook\t''
accurx-batch\t''
accurx-web\t''
patchs\t''
notify-sms\t''
notify-email\t''
notify-letter\t''
mailmerge\t''
emis\t''
systmone\t''
vision\t''
phone-list\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l channels -d 'Reach each person in the first of these ways that is possible, each in one file only' -r -f -a "sms\t''
email\t''
letter\t''
phone\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l limit -d 'At most this many rows a practice, in list order' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l exclude -d 'A file of people invited already (repeatable): any with an NHS number column, or a list of numbers' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l reinvite-after -d 'The least days between two contacts: of the dates in --exclude, and of --invite-log for the same dose. [default: 14]' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l reviewed -d 'A file of people at whose records a clinician has looked (repeatable): NHS number and date reviewed' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l invite-log -d 'Read who was contacted before from this log, and add everybody invited to it' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l max-contacts -d 'At most this many contacts about one dose or campaign, those of --invite-log counted' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l round -d 'Only people for whom this is the N-th contact about the dose or campaign' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l wait -d 'Wait at most this long for another run that has the invite log' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l message -d 'A template of the text message, such as "Dear ((first name))": its fragments are counted as GOV.UK Notify does' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l price -d 'What a fragment of a text message costs, in pence; the summary shows the cost' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l targets -d 'A file of targets that adds to the built-in ones; one of the same name takes its place' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l campaign -d 'The campaign to whose dose people are invited, instead of the one that is open' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l overdue-after -d 'Days after the first dose from which a second dose is overdue, instead of the rule\'s' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -s o -l output -d 'The folder to write to; do not open and save its files in Excel, which takes the first 0 of numbers' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l format -d 'How the counts of the steps are shown: json prints them on standard output, for programs' -r -f -a "table\t'A table for people'
json\t'JSON, for programs'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l width -d 'Fit the table of steps to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l include-visits -d 'Keep care-home residents and the housebound, who else go to the visit list'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l escalate -d 'Move people one channel on at each contact: text message, e-mail, letter, telephone call'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l allow-old-data -d 'Invite from data more than 14 days old, in spite of who may have been vaccinated or died since'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l list-targets -d 'Show every target: its system, file, columns, and how sure it is'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l export-targets -d 'Print the built-in table of targets: the start of a file for --targets'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l header -d 'Begin the files with their headings, for targets that have none'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -s n -l dry-run -d 'Show the count of every step and write nothing'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -s f -l force -d 'Replace files that exist, and all that the folder\'s manifest.json names: those that this run does not write go'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand invites" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l invite-log -d 'The log of who was contacted. It is only read; contacts after the date of the report are left out' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l status -d 'List only these people (--list need not be said): the columns of the table, such as due,overdue' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l columns -d 'The columns of the list, in this order' -r -f -a "nhs_number\t''
title\t''
forename\t''
surname\t''
date_of_birth\t''
age\t''
gender\t''
ethnicity\t''
practice_code\t''
practice_name\t''
cohort\t''
status\t''
due_date\t''
days_overdue\t''
doses\t''
first_dose_date\t''
first_dose_brand\t''
first_dose_site\t''
second_dose_date\t''
second_dose_brand\t''
third_primary_date\t''
third_primary_due\t''
last_dose_date\t''
last_dose_brand\t''
boosters\t''
booster_due\t''
campaign_due\t''
declined_date\t''
contraindicated_date\t''
invited\t''
last_invited\t''
target\t''
round\t''
mobile\t''
telephone\t''
email\t''
address\t''
postcode\t''
immunosuppressed\t''
housebound\t''
restricted\t''
reason\t''
wrong\t''
event_date\t''
code\t''
supplier\t''
what_to_do\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l chart -d 'Draw the table as bars, too'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l list -d 'List the people instead of counting them: by practice, then most overdue'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand outcomes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l practices -d 'Your practice list (repeatable); lists inside the newer data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l sheet -d 'The sheet to read of workbooks, instead of the first that is recognised' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l as-at -d 'The date of the newer data: DD/MM/YYYY, YYYY-MM-DD or today (default: their newest refresh)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l old-as-at -d 'The date of the older data: DD/MM/YYYY or YYYY-MM-DD (default: their newest refresh)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l overdue-after -d 'Days after the first dose from which a second dose is overdue, instead of the rule\'s' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l practice -d 'Only these practices, by ODS code (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l cohort -d 'Only these cohorts: 1 to 17, or none (such as 1,6,13)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l age -d 'Only these ages: 16-17, 75+ or 42' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l gender -d 'Only these genders: male, female, indeterminate, not-known' -r -f -a "male\t''
female\t''
indeterminate\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l ethnicity -d 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known' -r -f -a "white\t''
mixed\t''
asian\t''
black\t''
other\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l imd -d 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known' -r -f -a "1\t''
2\t''
3\t''
4\t''
5\t''
not-known\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l brand -d 'Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna' -r -f -a "Unknown\t''
AstraZeneca\t''
Bimervax\t''
Convidecia\t''
CoronaVac\t''
Covaxin\t''
Covishield\t''
Covovax\t''
Janssen\t''
Medicago\t''
Moderna\t''
Novavax\t''
Pfizer\t''
Sanofi\t''
Sinopharm\t''
Sputnik V\t''
Valneva\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l in-campaign -d 'Only members of this campaign\'s groups, such as spring-2022' -r -f -a "spring-2022\t''
autumn-2022\t''
spring-2023\t''
autumn-2023\t''
spring-2024\t''
autumn-2024\t''
spring-2025\t''
autumn-2025\t''
spring-2026\t''
autumn-2026\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l list -d 'List the people who entered and left instead of counting them'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l immunosuppressed -d 'Only the immunosuppressed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l housebound -d 'Only the housebound'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand compare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l overdue-after -d 'Days after the first dose from which a second dose is overdue, instead of the rule\'s' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand audit; and not __fish_seen_subcommand_from verify help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand audit; and not __fish_seen_subcommand_from verify help" -f -a "verify" -d 'Name the first broken line, and exit with code 3; else give the number of lines and the last hash'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand audit; and not __fish_seen_subcommand_from verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Name the first broken line, and exit with code 3; else give the number of lines and the last hash'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l nhs-number-file -d 'A file that holds the NHS number (- for standard input)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l overdue-after -d 'Days after the first dose from which a second dose is overdue, instead of the rule\'s' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l audit -d 'Add a line to this log for every output that names people: who had it, when, of which practices' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l reason -d 'Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l no-names -d 'Leave out forename, surname and date of birth, which stand at the top to tell who this is'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l data -d 'A file or folder of extract files (repeatable; folders are not searched deeper)' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l practices -d 'Your practice list (repeatable); lists inside the data are then ignored' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l pcn -d 'Only practices of this Primary Care Network (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l sheet -d 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l heading -d 'A heading of your own with its field, as HEADING=FIELD (repeatable)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l as-at -d 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l accept -d 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
file-unrecognised\t''
file-empty\t''
refresh-unknown\t''
rows-unlinkable\t''
rows-shifted\t''
rows-short\t''
rows-not-given\t''
status-implausible\t''
codes-damaged\t''
codes-unknown-covid\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
not-given-unknown\t''
action-unknown\t''
exclude-unmatched\t''
rows-rejected\t''
practice-codes\t''
practice-without-patients\t''
list-unmatched\t''
words-unknown\t''
people-disagree\t''
columns-absent\t''
file-not-read\t''
sheet-hidden\t''
imd-version\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l imd-year -d 'The year of the deprivation ranks (IMD), where the ranks do not show it' -r -f -a "2019\t'The ranks are of 2019 (32,844 areas)'
2025\t'The ranks are of 2025 (33,755 areas)'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l threads -d 'How many threads read large files (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l rejects -d 'Write the rejected rows to this CSV file: file, row, column, reason' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l disclosure -d 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6' -r -f -a "none\t'Exact counts, for direct care'
nhs\t'1 to 7 kept back and protected, else to the nearest 5'
opensafely\t'1 to 7 kept back, else to the nearest 5, totals of what is shown'
midpoint6\t'The middle of a range of six'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l no-hash -d 'Leave the SHA-256 of the files out of what is written: reading is faster without'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l strict -d 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -l as-at -d 'The date: DD/MM/YYYY, YYYY-MM-DD or today (default)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -l rules -d 'A folder of rule files that replace the built-in ones' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -l validate -d 'Check a folder of rule files; exit 3 if anything is wrong' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -l export -d 'Write the built-in rule files to this folder' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -l outputs -d 'Show what the outputs hold instead: dictionary (every table, its keys, kinds and meaning) or schema (the JSON Schema of reports)' -r -f -a "dictionary\t'Every table, its keys, kinds and meaning'
schema\t'The JSON Schema of reports'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -l format -d 'The format; without it, by the ending of the output file, else a table' -r -f -a "table\t'Tables for people'
csv\t'Comma-separated values, for spreadsheets and scripts'
json\t'JSON, for programs'
xlsx\t'A workbook, for Excel'
html\t'A page with charts, in one file, for any browser and for print'
ndjson\t'A JSON object a line, of lists: for pipes'"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -s o -l output -d 'Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -l width -d 'Fit tables to this many columns (default: the terminal\'s; as wide as needed elsewhere)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -l password-file -d 'Encrypt the workbook: it opens with the password on the one line of this file' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -l doubts -d 'Show the doubts instead: when each stands, what follows, from which share, and what to do'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -l no-bom -d 'Write CSV files without a byte-order mark'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand rules" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sample" -l patients -d 'How many patient rows' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sample" -l practices -d 'How many practices' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sample" -l seed -d 'Another seed gives other people' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sample" -l as-at -d 'The date that the data are as at: DD/MM/YYYY, YYYY-MM-DD or today' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sample" -l faults -d 'Faults to make on purpose, so that people and tests meet them; `list` shows them all' -r -f -a "no-death-column\t''
no-removal-column\t''
no-restricted-column\t''
no-consent-column\t''
heading-unused\t''
columns-absent\t''
other-headings\t''
data-source-column\t''
na-words\t''
zero-removal\t''
death-9999\t''
gender-decimal\t''
numbers-apostrophe\t''
ethnicity-words\t''
texts-refused\t''
births-utc\t''
births-year-first\t''
births-month-first\t''
words-unknown\t''
status-implausible\t''
rows-rejected\t''
practice-codes\t''
practice-names\t''
practice-first-row\t''
imd-version\t''
people-disagree\t''
rows-shifted\t''
row-names\t''
rows-short\t''
rows-cut\t''
open-quotes\t''
cut-off\t''
preamble\t''
null-words\t''
codes-decimal\t''
codes-apostrophe\t''
codes-damaged\t''
codes-unknown-covid\t''
rows-unlinkable\t''
dates-unreadable\t''
dates-repaired\t''
dates-future\t''
appointments\t''
not-done\t''
not-given-unknown\t''
rows-not-given\t''
action-letters\t''
action-unknown\t''
refresh-unknown\t''
events-empty\t''
file-empty\t''
file-unrecognised\t''
file-not-read\t''
file-xls\t''
file-psv\t''
sheets\t''
sheet-hidden\t''
practice-without-patients\t''
list-unmatched\t''
exclude-unmatched\t''
brand-before-launch\t''
dose-too-soon\t''
third-dose-too-soon\t''
under-licensed-age\t''
two-brands-one-day\t''
another-persons-details\t''
dose-number-contradicted\t''
declined-after-dose\t''
date-repaired\t''
rows-disagree\t''
no-contact\t''
no-ethnicity\t''
no-address\t''
immunosuppressed-on-one-list\t''
list\t''"
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sample" -s o -l output -d 'The folder to write to; it is made if it is not there' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sample" -l threads -d 'How many threads (default: one for each processor)' -r
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sample" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sample" -s q -l quiet -d 'Say nothing but errors'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand sample" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand guide" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand man" -s o -l output -d 'Write vaxdash.1 and one page a command to this folder' -r -F
complete -c vaxdash -n "__fish_vaxdash_using_subcommand man" -s f -l force -d 'Replace files that exist'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "uptake" -d 'Show uptake: who has had a first dose, primary course and booster, by practice or any other group'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "cohorts" -d 'Show the JCVI priority groups (cohorts 1 to 17) and what each is due; --list names the people'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "first-dose" -d 'Show who has no dose yet, and whether the first is due; --list names them'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "second-dose" -d 'Show who had a first dose only, and whether the second is due or overdue; --list names them'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "boosters" -d 'Show the way to a first booster, and the time since the primary course; --list names the people'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "campaign" -d 'Show a seasonal campaign by practice and group, and who is still due its dose; --list names the people'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "immunosuppressed" -d 'Show third primary doses of the immunosuppressed of 12 and over, and what else they are due; --list names them'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "trend" -d 'Show the doses of every week since the programme began, and how uptake grew'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "activity" -d 'Show the doses given yesterday, this week and this month beside those of last week, last month and last campaign'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "quality" -d 'Show which records are to be mended, by what is wrong and practice or supplier; --list names them, with what to do'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "patients" -d 'Show how many patients are registered; --list is the Patient Download, with whatever filters are chosen'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "sources" -d 'Show where the data come from, when each source was last refreshed, and what to know of it'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "dashboard" -d 'Write the dashboard: one workbook or page with a sheet and charts for every report'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "invites" -d 'Write the import files of a booking or messaging system for people who are due a dose'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "outcomes" -d 'Show what became of the people who were invited: vaccinated, declined, left, still due; --list names those still due'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "compare" -d 'Compare two extracts: who entered and left each list, and why, and how uptake moved; --list names them'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "run" -d 'Run a preset of vaxdash.toml: several reports and invite files as at one date, from one load of the data'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "audit" -d 'Check an audit log: that no line of it was changed, moved or taken out'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "history" -d 'Show every event of one person, whether it counts and why, and what is due, with the rule and the facts'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "check" -d 'Say what the data are fit for, and what each file, heading and row was taken for'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "rules" -d 'Show the rules in force: cohorts, intervals, campaigns, each with its source and what is assumed'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "sample" -d 'Make a data set of invented people, for training, demonstration, tests and benchmarks'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "guide" -d 'Show the page of a task, with commands that can be tried: the dashboard every Monday, recalls, letters, campaigns …'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "completions" -d 'Write the completion script of a shell to standard output'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "man" -d 'Show the manual page, or write every page to a folder'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and not __fish_seen_subcommand_from uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c vaxdash -n "__fish_vaxdash_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "verify" -d 'Name the first broken line, and exit with code 3; else give the number of lines and the last hash'
