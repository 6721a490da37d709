
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'vaxdash' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'vaxdash'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'vaxdash' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('uptake', 'uptake', [CompletionResultType]::ParameterValue, 'Show uptake: who has had a first dose, primary course and booster, by practice or any other group')
            [CompletionResult]::new('cohorts', 'cohorts', [CompletionResultType]::ParameterValue, 'Show the JCVI priority groups (cohorts 1 to 17) and what each is due; --list names the people')
            [CompletionResult]::new('second-dose', 'second-dose', [CompletionResultType]::ParameterValue, 'Show who had a first dose only, and whether the second is due or overdue; --list names them')
            [CompletionResult]::new('boosters', 'boosters', [CompletionResultType]::ParameterValue, 'Show the way to a first booster, and the time since the primary course; --list names the people')
            [CompletionResult]::new('campaign', 'campaign', [CompletionResultType]::ParameterValue, 'Show a seasonal campaign by practice and group, and who is still due its dose; --list names the people')
            [CompletionResult]::new('immunosuppressed', 'immunosuppressed', [CompletionResultType]::ParameterValue, 'Show third primary doses of the immunosuppressed of 12 and over, and what else they are due; --list names them')
            [CompletionResult]::new('trend', 'trend', [CompletionResultType]::ParameterValue, 'Show the doses of every week since the programme began, and how uptake grew')
            [CompletionResult]::new('patients', 'patients', [CompletionResultType]::ParameterValue, 'Show how many patients are registered; --list is the Patient Download, with whatever filters are chosen')
            [CompletionResult]::new('sources', 'sources', [CompletionResultType]::ParameterValue, 'Show where the data come from, when each source was last refreshed, and what to know of it')
            [CompletionResult]::new('dashboard', 'dashboard', [CompletionResultType]::ParameterValue, 'Write the dashboard: one workbook with a sheet and charts for every report')
            [CompletionResult]::new('invites', 'invites', [CompletionResultType]::ParameterValue, 'Write the import files of a booking or messaging system for people who are due a dose')
            [CompletionResult]::new('compare', 'compare', [CompletionResultType]::ParameterValue, 'Compare two extracts: who entered and left each list, and why, and how uptake moved; --list names them')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run a preset of vaxdash.toml: several reports and invite files as at one date, from one load of the data')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Check an audit log: that no line of it was changed, moved or taken out')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show every event of one person, whether it counts and why, and what is due, with the rule and the facts')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what the data are fit for, and what each file, heading and row was taken for')
            [CompletionResult]::new('rules', 'rules', [CompletionResultType]::ParameterValue, 'Show the rules in force: cohorts, intervals, campaigns, each with its source and what is assumed')
            [CompletionResult]::new('sample', 'sample', [CompletionResultType]::ParameterValue, 'Make a data set of invented people, for training, demonstration, tests and benchmarks')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Write the completion script of a shell to standard output')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Show the manual page, or write every page to a folder')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'vaxdash;uptake' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The groups: practice (default), pcn, cohort, age, gender, ethnicity, imd, or several with commas')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Add the members of a campaign''s groups and how many have had its dose')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--detail', '--detail', [CompletionResultType]::ParameterName, 'Show the course status of every patient instead of doses')
            [CompletionResult]::new('--chart', '--chart', [CompletionResultType]::ParameterName, 'Draw the table as bars, too')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;cohorts' {
            [CompletionResult]::new('--overdue-after', '--overdue-after', [CompletionResultType]::ParameterName, 'Days after the first dose from which a second dose is overdue, instead of the rule''s')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'List only people with these statuses: the columns of the table, such as due,overdue')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'The columns of the list, in this order')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only members of this campaign''s groups, such as spring-2022')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--chart', '--chart', [CompletionResultType]::ParameterName, 'Draw the table as bars, too')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the people instead of counting them: by practice, then most overdue')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;second-dose' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The groups: practice (default), pcn, cohort, age, gender, ethnicity, imd, or several with commas')
            [CompletionResult]::new('--overdue-after', '--overdue-after', [CompletionResultType]::ParameterName, 'Days after the first dose from which a second dose is overdue, instead of the rule''s')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'List only people with these statuses: the columns of the table, such as due,overdue')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'The columns of the list, in this order')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only members of this campaign''s groups, such as spring-2022')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the people instead of counting them: by practice, then most overdue')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;boosters' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The groups: practice (default), pcn, cohort, age, gender, ethnicity, imd, or several with commas')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'List only people with these statuses: the columns of the table, such as due,overdue')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'The columns of the list, in this order')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only members of this campaign''s groups, such as spring-2022')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--chart', '--chart', [CompletionResultType]::ParameterName, 'Draw the table as bars, too')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the people instead of counting them: by practice, then most overdue')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;campaign' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The groups: practice, pcn, cohort, age, gender, ethnicity, imd, group (of the campaign), or several with commas')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The uptake aimed at, in per cent: adds how many more people it needs')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'List only people with these statuses: the columns of the table, such as due,overdue')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'The columns of the list, in this order')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only members of this campaign''s groups, such as spring-2022')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--chart', '--chart', [CompletionResultType]::ParameterName, 'Draw the table as bars, too')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the people instead of counting them: by practice, then most overdue')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;immunosuppressed' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'List only people with these statuses: the columns of the table, such as due,overdue')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'The columns of the list, in this order')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only members of this campaign''s groups, such as spring-2022')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the people instead of counting them: by practice, then most overdue')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;trend' {
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only members of this campaign''s groups, such as spring-2022')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--chart', '--chart', [CompletionResultType]::ParameterName, 'Draw the table as bars, too')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;patients' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'The groups: practice (default), pcn, cohort, age, gender, ethnicity, imd, or several with commas')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'List only people with these statuses: the columns of the table, such as due,overdue')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'The columns of the list, in this order')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only members of this campaign''s groups, such as spring-2022')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the people instead of counting them: by practice, then most overdue')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;sources' {
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;dashboard' {
            [CompletionResult]::new('--organisation', '--organisation', [CompletionResultType]::ParameterName, 'Whose dashboard it is, instead of the practice or PCN of your practice list')
            [CompletionResult]::new('--overdue-after', '--overdue-after', [CompletionResultType]::ParameterName, 'Days after the first dose from which a second dose is overdue, instead of the rule''s')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only members of this campaign''s groups, such as spring-2022')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The workbook to write')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The workbook to write')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--with-patients', '--with-patients', [CompletionResultType]::ParameterName, 'Add the lists: second doses, boosters, campaign, immunosuppressed')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;invites' {
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--dose', '--dose', [CompletionResultType]::ParameterName, 'The dose; without it, what each person is due next')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'The statuses to invite, such as due,overdue; without it, everybody due on or before as-at')
            [CompletionResult]::new('--due-within', '--due-within', [CompletionResultType]::ParameterName, 'Invite also those who fall due within this many days')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The system that reads the files; --list-targets shows them all')
            [CompletionResult]::new('--channels', '--channels', [CompletionResultType]::ParameterName, 'Reach each person in the first of these ways that is possible, each in one file only')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most this many rows a practice, in list order')
            [CompletionResult]::new('--exclude', '--exclude', [CompletionResultType]::ParameterName, 'A file of people invited already (repeatable): any with an NHS number column, or a list of numbers')
            [CompletionResult]::new('--reinvite-after', '--reinvite-after', [CompletionResultType]::ParameterName, 'Where a file of --exclude has dates: invite again after this many days')
            [CompletionResult]::new('--reviewed', '--reviewed', [CompletionResultType]::ParameterName, 'A file of people at whose records a clinician has looked (repeatable): NHS number and date reviewed')
            [CompletionResult]::new('--invite-log', '--invite-log', [CompletionResultType]::ParameterName, 'Add everybody invited to this log; --exclude with the same file invites nobody twice')
            [CompletionResult]::new('--targets', '--targets', [CompletionResultType]::ParameterName, 'A file of targets instead of the built-in ones')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only members of this campaign''s groups')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--overdue-after', '--overdue-after', [CompletionResultType]::ParameterName, 'Days after the first dose from which a second dose is overdue, instead of the rule''s')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The folder to write to; it is made if it is not there')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The folder to write to; it is made if it is not there')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the counts of the steps are shown: json prints them on standard output, for programs')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--include-visits', '--include-visits', [CompletionResultType]::ParameterName, 'Keep care-home residents and the housebound, who else go to the visit list')
            [CompletionResult]::new('--allow-old-data', '--allow-old-data', [CompletionResultType]::ParameterName, 'Invite from data more than 14 days old, in spite of who may have been vaccinated or died since')
            [CompletionResult]::new('--list-targets', '--list-targets', [CompletionResultType]::ParameterName, 'Show every target: its system, file, columns, and how sure it is')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Begin the files with their headings, for targets that have none')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the count of every step and write nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the count of every step and write nothing')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;compare' {
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the newer data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of workbooks, instead of the first that is recognised')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the newer data: DD/MM/YYYY, YYYY-MM-DD or today (default: their newest refresh)')
            [CompletionResult]::new('--old-as-at', '--old-as-at', [CompletionResultType]::ParameterName, 'The date of the older data: DD/MM/YYYY or YYYY-MM-DD (default: their newest refresh)')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--overdue-after', '--overdue-after', [CompletionResultType]::ParameterName, 'Days after the first dose from which a second dose is overdue, instead of the rule''s')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only members of this campaign''s groups, such as spring-2022')
            [CompletionResult]::new('--practice', '--practice', [CompletionResultType]::ParameterName, 'Only these practices, by ODS code (repeatable)')
            [CompletionResult]::new('--cohort', '--cohort', [CompletionResultType]::ParameterName, 'Only these cohorts: 1 to 17, or none (such as 1,6,13)')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Only these ages: 16-17, 75+ or 42')
            [CompletionResult]::new('--gender', '--gender', [CompletionResultType]::ParameterName, 'Only these genders: male, female, indeterminate, not-known')
            [CompletionResult]::new('--ethnicity', '--ethnicity', [CompletionResultType]::ParameterName, 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known')
            [CompletionResult]::new('--imd', '--imd', [CompletionResultType]::ParameterName, 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the people who entered and left instead of counting them')
            [CompletionResult]::new('--immunosuppressed', '--immunosuppressed', [CompletionResultType]::ParameterName, 'Only the immunosuppressed')
            [CompletionResult]::new('--housebound', '--housebound', [CompletionResultType]::ParameterName, 'Only the housebound')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;run' {
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--overdue-after', '--overdue-after', [CompletionResultType]::ParameterName, 'Days after the first dose from which a second dose is overdue, instead of the rule''s')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;audit' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Name the first broken line, and exit with code 3; else give the number of lines and the last hash')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'vaxdash;audit;verify' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;audit;help' {
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Name the first broken line, and exit with code 3; else give the number of lines and the last hash')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'vaxdash;audit;help;verify' {
            break
        }
        'vaxdash;audit;help;help' {
            break
        }
        'vaxdash;history' {
            [CompletionResult]::new('--nhs-number-file', '--nhs-number-file', [CompletionResultType]::ParameterName, 'A file that holds the NHS number (- for standard input)')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--overdue-after', '--overdue-after', [CompletionResultType]::ParameterName, 'Days after the first dose from which a second dose is overdue, instead of the rule''s')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--audit', '--audit', [CompletionResultType]::ParameterName, 'Add a line to this log for every output that names people: who had it, when, of which practices')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why people are named, for the audit log')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;check' {
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'A file or folder of extract files (repeatable; folders are not searched deeper)')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'Your practice list (repeatable); lists inside the data are then ignored')
            [CompletionResult]::new('--pcn', '--pcn', [CompletionResultType]::ParameterName, 'Only practices of this Primary Care Network (repeatable)')
            [CompletionResult]::new('--sheet', '--sheet', [CompletionResultType]::ParameterName, 'The sheet to read of the workbooks in --data, hidden or not, instead of every visible one')
            [CompletionResult]::new('--heading', '--heading', [CompletionResultType]::ParameterName, 'A heading of your own with its field, as HEADING=FIELD (repeatable)')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone')
            [CompletionResult]::new('--imd-year', '--imd-year', [CompletionResultType]::ParameterName, 'The year of the deprivation ranks (IMD), where the ranks do not show it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads read large files (default: one for each processor)')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Write the rejected rows to this CSV file: file, row, column, reason')
            [CompletionResult]::new('--disclosure', '--disclosure', [CompletionResultType]::ParameterName, 'What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--no-hash', '--no-hash', [CompletionResultType]::ParameterName, 'Leave the SHA-256 of the files out of what is written: reading is faster without')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;rules' {
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date: DD/MM/YYYY, YYYY-MM-DD or today (default)')
            [CompletionResult]::new('--rules', '--rules', [CompletionResultType]::ParameterName, 'A folder of rule files that replace the built-in ones')
            [CompletionResult]::new('--validate', '--validate', [CompletionResultType]::ParameterName, 'Check a folder of rule files; exit 3 if anything is wrong')
            [CompletionResult]::new('--export', '--export', [CompletionResultType]::ParameterName, 'Write the built-in rule files to this folder')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, by the ending of the output file, else a table')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (- for standard output)')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'Encrypt the workbook: it opens with the password on the one line of this file')
            [CompletionResult]::new('--doubts', '--doubts', [CompletionResultType]::ParameterName, 'Show the doubts instead: when each stands, what follows, from which share, and what to do')
            [CompletionResult]::new('--no-bom', '--no-bom', [CompletionResultType]::ParameterName, 'Write CSV files without a byte-order mark')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;sample' {
            [CompletionResult]::new('--patients', '--patients', [CompletionResultType]::ParameterName, 'How many patient rows')
            [CompletionResult]::new('--practices', '--practices', [CompletionResultType]::ParameterName, 'How many practices')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Another seed gives other people')
            [CompletionResult]::new('--as-at', '--as-at', [CompletionResultType]::ParameterName, 'The date that the data are as at: DD/MM/YYYY, YYYY-MM-DD or today')
            [CompletionResult]::new('--faults', '--faults', [CompletionResultType]::ParameterName, 'Faults to make on purpose, so that people and tests meet them; `list` shows them all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The folder to write to; it is made if it is not there')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The folder to write to; it is made if it is not there')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads (default: one for each processor)')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;completions' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;man' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write vaxdash.1 and one page a command to this folder')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write vaxdash.1 and one page a command to this folder')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'vaxdash;help' {
            [CompletionResult]::new('uptake', 'uptake', [CompletionResultType]::ParameterValue, 'Show uptake: who has had a first dose, primary course and booster, by practice or any other group')
            [CompletionResult]::new('cohorts', 'cohorts', [CompletionResultType]::ParameterValue, 'Show the JCVI priority groups (cohorts 1 to 17) and what each is due; --list names the people')
            [CompletionResult]::new('second-dose', 'second-dose', [CompletionResultType]::ParameterValue, 'Show who had a first dose only, and whether the second is due or overdue; --list names them')
            [CompletionResult]::new('boosters', 'boosters', [CompletionResultType]::ParameterValue, 'Show the way to a first booster, and the time since the primary course; --list names the people')
            [CompletionResult]::new('campaign', 'campaign', [CompletionResultType]::ParameterValue, 'Show a seasonal campaign by practice and group, and who is still due its dose; --list names the people')
            [CompletionResult]::new('immunosuppressed', 'immunosuppressed', [CompletionResultType]::ParameterValue, 'Show third primary doses of the immunosuppressed of 12 and over, and what else they are due; --list names them')
            [CompletionResult]::new('trend', 'trend', [CompletionResultType]::ParameterValue, 'Show the doses of every week since the programme began, and how uptake grew')
            [CompletionResult]::new('patients', 'patients', [CompletionResultType]::ParameterValue, 'Show how many patients are registered; --list is the Patient Download, with whatever filters are chosen')
            [CompletionResult]::new('sources', 'sources', [CompletionResultType]::ParameterValue, 'Show where the data come from, when each source was last refreshed, and what to know of it')
            [CompletionResult]::new('dashboard', 'dashboard', [CompletionResultType]::ParameterValue, 'Write the dashboard: one workbook with a sheet and charts for every report')
            [CompletionResult]::new('invites', 'invites', [CompletionResultType]::ParameterValue, 'Write the import files of a booking or messaging system for people who are due a dose')
            [CompletionResult]::new('compare', 'compare', [CompletionResultType]::ParameterValue, 'Compare two extracts: who entered and left each list, and why, and how uptake moved; --list names them')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run a preset of vaxdash.toml: several reports and invite files as at one date, from one load of the data')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Check an audit log: that no line of it was changed, moved or taken out')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show every event of one person, whether it counts and why, and what is due, with the rule and the facts')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what the data are fit for, and what each file, heading and row was taken for')
            [CompletionResult]::new('rules', 'rules', [CompletionResultType]::ParameterValue, 'Show the rules in force: cohorts, intervals, campaigns, each with its source and what is assumed')
            [CompletionResult]::new('sample', 'sample', [CompletionResultType]::ParameterValue, 'Make a data set of invented people, for training, demonstration, tests and benchmarks')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Write the completion script of a shell to standard output')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Show the manual page, or write every page to a folder')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'vaxdash;help;uptake' {
            break
        }
        'vaxdash;help;cohorts' {
            break
        }
        'vaxdash;help;second-dose' {
            break
        }
        'vaxdash;help;boosters' {
            break
        }
        'vaxdash;help;campaign' {
            break
        }
        'vaxdash;help;immunosuppressed' {
            break
        }
        'vaxdash;help;trend' {
            break
        }
        'vaxdash;help;patients' {
            break
        }
        'vaxdash;help;sources' {
            break
        }
        'vaxdash;help;dashboard' {
            break
        }
        'vaxdash;help;invites' {
            break
        }
        'vaxdash;help;compare' {
            break
        }
        'vaxdash;help;run' {
            break
        }
        'vaxdash;help;audit' {
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Name the first broken line, and exit with code 3; else give the number of lines and the last hash')
            break
        }
        'vaxdash;help;audit;verify' {
            break
        }
        'vaxdash;help;history' {
            break
        }
        'vaxdash;help;check' {
            break
        }
        'vaxdash;help;rules' {
            break
        }
        'vaxdash;help;sample' {
            break
        }
        'vaxdash;help;completions' {
            break
        }
        'vaxdash;help;man' {
            break
        }
        'vaxdash;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
