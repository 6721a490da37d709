
use builtin;
use str;

set edit:completion:arg-completer[vaxdash] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'vaxdash'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'vaxdash'= {
            cand -h 'Print help'
            cand --help 'Print help'
            cand -V 'Print version'
            cand --version 'Print version'
            cand uptake 'Show uptake: who has had a first dose, primary course and booster, by practice or any other group'
            cand invites 'Write the import files of a booking or messaging system for people who are due a dose'
            cand history 'Show every event of one person, whether it counts and why, and what is due, with the rule and the facts'
            cand check 'Show what each file is, which practices are in scope, and where every row went'
            cand rules 'Show the rules in force: cohorts, intervals, campaigns, each with its source and what is assumed'
            cand sample 'Make a data set of invented people, for training, demonstration, tests and benchmarks'
            cand completions 'Write the completion script of a shell to standard output'
            cand man 'Show the manual page, or write every page to a folder'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'vaxdash;uptake'= {
            cand --data 'A file or folder of extract files (repeatable; folders are not searched deeper)'
            cand --practices 'Your practice list (repeatable); lists inside the data are then ignored'
            cand --as-at 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today'
            cand --rules 'A folder of rule files that replace the built-in ones'
            cand --rejects 'Write the rejected rows to this CSV file: file, row, column, reason'
            cand --by 'The groups: practice, pcn, cohort, age, gender, ethnicity, imd, or several with commas'
            cand --campaign 'Add the members of a campaign''s groups and how many have had its dose'
            cand --practice 'Only these practices, by ODS code (repeatable)'
            cand --cohort 'Only these cohorts: 1 to 17, or none (such as 1,6,13)'
            cand --age 'Only these ages: 16-17, 75+ or 42'
            cand --gender 'Only these genders: male, female, indeterminate, not-known'
            cand --ethnicity 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known'
            cand --imd 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known'
            cand --format 'The format; without it, by the ending of the output file, else a table'
            cand -o 'Write to this file (- for standard output)'
            cand --output 'Write to this file (- for standard output)'
            cand --width 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)'
            cand --strict 'Exit with code 3 if any row was rejected'
            cand --detail 'Show the course status of every patient instead of doses'
            cand --immunosuppressed 'Only the immunosuppressed'
            cand --housebound 'Only the housebound'
            cand --no-bom 'Write CSV files without a byte-order mark'
            cand -f 'Replace files that exist'
            cand --force 'Replace files that exist'
            cand -q 'Say nothing on standard error but errors'
            cand --quiet 'Say nothing on standard error but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'vaxdash;invites'= {
            cand --data 'A file or folder of extract files (repeatable; folders are not searched deeper)'
            cand --practices 'Your practice list (repeatable); lists inside the data are then ignored'
            cand --as-at 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today'
            cand --rules 'A folder of rule files that replace the built-in ones'
            cand --rejects 'Write the rejected rows to this CSV file: file, row, column, reason'
            cand --dose 'The dose; without it, what each person is due next'
            cand --status 'The statuses to invite, such as due,overdue; without it, everybody due on or before as-at'
            cand --due-within 'Invite also those who fall due within this many days'
            cand --target 'The system that reads the files; --list-targets shows them all'
            cand --channels 'Reach each person in the first of these ways that is possible, each in one file only'
            cand --limit 'At most this many rows a practice, in list order'
            cand --exclude 'A file of people invited already (repeatable): any with an NHS number column, or a list of numbers'
            cand --reinvite-after 'Where a file of --exclude has dates: invite again after this many days'
            cand --invite-log 'Add everybody invited to this log; --exclude with the same file invites nobody twice'
            cand --targets 'A file of targets instead of the built-in ones'
            cand --campaign 'Only members of this campaign''s groups'
            cand --practice 'Only these practices, by ODS code (repeatable)'
            cand --cohort 'Only these cohorts: 1 to 17, or none (such as 1,6,13)'
            cand --age 'Only these ages: 16-17, 75+ or 42'
            cand --gender 'Only these genders: male, female, indeterminate, not-known'
            cand --ethnicity 'Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known'
            cand --imd 'Only these IMD quintiles: 1 (most deprived) to 5, or not-known'
            cand --overdue-after 'Days after the first dose from which a second dose is overdue, instead of the rule''s'
            cand -o 'The folder to write to; it is made if it is not there'
            cand --output 'The folder to write to; it is made if it is not there'
            cand --strict 'Exit with code 3 if any row was rejected'
            cand --include-visits 'Keep care-home residents and the housebound, who else go to the visit list'
            cand --allow-old-data 'Invite from data more than 14 days old, in spite of who may have been vaccinated or died since'
            cand --list-targets 'Show every target: its system, file, columns, and how sure it is'
            cand --header 'Begin the files with their headings, for targets that have none'
            cand --immunosuppressed 'Only the immunosuppressed'
            cand --housebound 'Only the housebound'
            cand -n 'Show the count of every step and write nothing'
            cand --dry-run 'Show the count of every step and write nothing'
            cand -f 'Replace files that exist'
            cand --force 'Replace files that exist'
            cand -q 'Say nothing on standard error but errors'
            cand --quiet 'Say nothing on standard error but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'vaxdash;history'= {
            cand --nhs-number-file 'A file that holds the NHS number (- for standard input)'
            cand --data 'A file or folder of extract files (repeatable; folders are not searched deeper)'
            cand --practices 'Your practice list (repeatable); lists inside the data are then ignored'
            cand --as-at 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today'
            cand --rules 'A folder of rule files that replace the built-in ones'
            cand --overdue-after 'Days after the first dose from which a second dose is overdue, instead of the rule''s'
            cand --format 'The format; without it, by the ending of the output file, else a table'
            cand -o 'Write to this file (- for standard output)'
            cand --output 'Write to this file (- for standard output)'
            cand --width 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)'
            cand --no-bom 'Write CSV files without a byte-order mark'
            cand -f 'Replace files that exist'
            cand --force 'Replace files that exist'
            cand -q 'Say nothing on standard error but errors'
            cand --quiet 'Say nothing on standard error but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'vaxdash;check'= {
            cand --data 'A file or folder of extract files (repeatable; folders are not searched deeper)'
            cand --practices 'Your practice list (repeatable); lists inside the data are then ignored'
            cand --as-at 'The date of the report: DD/MM/YYYY, YYYY-MM-DD or today'
            cand --rules 'A folder of rule files that replace the built-in ones'
            cand --rejects 'Write the rejected rows to this CSV file: file, row, column, reason'
            cand --format 'The format; without it, by the ending of the output file, else a table'
            cand -o 'Write to this file (- for standard output)'
            cand --output 'Write to this file (- for standard output)'
            cand --width 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)'
            cand --no-bom 'Write CSV files without a byte-order mark'
            cand -f 'Replace files that exist'
            cand --force 'Replace files that exist'
            cand -q 'Say nothing on standard error but errors'
            cand --quiet 'Say nothing on standard error but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'vaxdash;rules'= {
            cand --as-at 'The date: DD/MM/YYYY, YYYY-MM-DD or today (default)'
            cand --rules 'A folder of rule files that replace the built-in ones'
            cand --validate 'Check a folder of rule files; exit 3 if anything is wrong'
            cand --export 'Write the built-in rule files to this folder'
            cand --format 'The format; without it, by the ending of the output file, else a table'
            cand -o 'Write to this file (- for standard output)'
            cand --output 'Write to this file (- for standard output)'
            cand --width 'Fit tables to this many columns (default: the terminal''s; as wide as needed elsewhere)'
            cand --no-bom 'Write CSV files without a byte-order mark'
            cand -f 'Replace files that exist'
            cand --force 'Replace files that exist'
            cand -q 'Say nothing on standard error but errors'
            cand --quiet 'Say nothing on standard error but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'vaxdash;sample'= {
            cand -o 'The folder to write to; it is made if it is not there'
            cand --output 'The folder to write to; it is made if it is not there'
            cand --patients 'How many patient rows'
            cand --practices 'How many practices'
            cand --seed 'Another seed gives other people'
            cand --as-at 'The date that the data are as at: DD/MM/YYYY, YYYY-MM-DD or today'
            cand --threads 'How many threads (default: one for each processor)'
            cand -f 'Replace files that exist'
            cand --force 'Replace files that exist'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'vaxdash;completions'= {
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'vaxdash;man'= {
            cand -o 'Write vaxdash.1 and one page a command to this folder'
            cand --output 'Write vaxdash.1 and one page a command to this folder'
            cand -f 'Replace files that exist'
            cand --force 'Replace files that exist'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'vaxdash;help'= {
            cand uptake 'Show uptake: who has had a first dose, primary course and booster, by practice or any other group'
            cand invites 'Write the import files of a booking or messaging system for people who are due a dose'
            cand history 'Show every event of one person, whether it counts and why, and what is due, with the rule and the facts'
            cand check 'Show what each file is, which practices are in scope, and where every row went'
            cand rules 'Show the rules in force: cohorts, intervals, campaigns, each with its source and what is assumed'
            cand sample 'Make a data set of invented people, for training, demonstration, tests and benchmarks'
            cand completions 'Write the completion script of a shell to standard output'
            cand man 'Show the manual page, or write every page to a folder'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'vaxdash;help;uptake'= {
        }
        &'vaxdash;help;invites'= {
        }
        &'vaxdash;help;history'= {
        }
        &'vaxdash;help;check'= {
        }
        &'vaxdash;help;rules'= {
        }
        &'vaxdash;help;sample'= {
        }
        &'vaxdash;help;completions'= {
        }
        &'vaxdash;help;man'= {
        }
        &'vaxdash;help;help'= {
        }
    ]
    $completions[$command]
}
