_vaxdash() {
    local i cur prev opts cmd
    COMPREPLY=()
    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
        cur="$2"
    else
        cur="${COMP_WORDS[COMP_CWORD]}"
    fi
    prev="$3"
    cmd=""
    opts=""

    for i in "${COMP_WORDS[@]:0:COMP_CWORD}"
    do
        case "${cmd},${i}" in
            ",$1")
                cmd="vaxdash"
                ;;
            vaxdash,activity)
                cmd="vaxdash__subcmd__activity"
                ;;
            vaxdash,audit)
                cmd="vaxdash__subcmd__audit"
                ;;
            vaxdash,boosters)
                cmd="vaxdash__subcmd__boosters"
                ;;
            vaxdash,campaign)
                cmd="vaxdash__subcmd__campaign"
                ;;
            vaxdash,check)
                cmd="vaxdash__subcmd__check"
                ;;
            vaxdash,cohorts)
                cmd="vaxdash__subcmd__cohorts"
                ;;
            vaxdash,compare)
                cmd="vaxdash__subcmd__compare"
                ;;
            vaxdash,completions)
                cmd="vaxdash__subcmd__completions"
                ;;
            vaxdash,dashboard)
                cmd="vaxdash__subcmd__dashboard"
                ;;
            vaxdash,first-dose)
                cmd="vaxdash__subcmd__first__subcmd__dose"
                ;;
            vaxdash,guide)
                cmd="vaxdash__subcmd__guide"
                ;;
            vaxdash,help)
                cmd="vaxdash__subcmd__help"
                ;;
            vaxdash,history)
                cmd="vaxdash__subcmd__history"
                ;;
            vaxdash,immunosuppressed)
                cmd="vaxdash__subcmd__immunosuppressed"
                ;;
            vaxdash,invites)
                cmd="vaxdash__subcmd__invites"
                ;;
            vaxdash,man)
                cmd="vaxdash__subcmd__man"
                ;;
            vaxdash,outcomes)
                cmd="vaxdash__subcmd__outcomes"
                ;;
            vaxdash,patients)
                cmd="vaxdash__subcmd__patients"
                ;;
            vaxdash,quality)
                cmd="vaxdash__subcmd__quality"
                ;;
            vaxdash,rules)
                cmd="vaxdash__subcmd__rules"
                ;;
            vaxdash,run)
                cmd="vaxdash__subcmd__run"
                ;;
            vaxdash,sample)
                cmd="vaxdash__subcmd__sample"
                ;;
            vaxdash,second-dose)
                cmd="vaxdash__subcmd__second__subcmd__dose"
                ;;
            vaxdash,sources)
                cmd="vaxdash__subcmd__sources"
                ;;
            vaxdash,trend)
                cmd="vaxdash__subcmd__trend"
                ;;
            vaxdash,uptake)
                cmd="vaxdash__subcmd__uptake"
                ;;
            vaxdash__subcmd__audit,help)
                cmd="vaxdash__subcmd__audit__subcmd__help"
                ;;
            vaxdash__subcmd__audit,verify)
                cmd="vaxdash__subcmd__audit__subcmd__verify"
                ;;
            vaxdash__subcmd__audit__subcmd__help,help)
                cmd="vaxdash__subcmd__audit__subcmd__help__subcmd__help"
                ;;
            vaxdash__subcmd__audit__subcmd__help,verify)
                cmd="vaxdash__subcmd__audit__subcmd__help__subcmd__verify"
                ;;
            vaxdash__subcmd__help,activity)
                cmd="vaxdash__subcmd__help__subcmd__activity"
                ;;
            vaxdash__subcmd__help,audit)
                cmd="vaxdash__subcmd__help__subcmd__audit"
                ;;
            vaxdash__subcmd__help,boosters)
                cmd="vaxdash__subcmd__help__subcmd__boosters"
                ;;
            vaxdash__subcmd__help,campaign)
                cmd="vaxdash__subcmd__help__subcmd__campaign"
                ;;
            vaxdash__subcmd__help,check)
                cmd="vaxdash__subcmd__help__subcmd__check"
                ;;
            vaxdash__subcmd__help,cohorts)
                cmd="vaxdash__subcmd__help__subcmd__cohorts"
                ;;
            vaxdash__subcmd__help,compare)
                cmd="vaxdash__subcmd__help__subcmd__compare"
                ;;
            vaxdash__subcmd__help,completions)
                cmd="vaxdash__subcmd__help__subcmd__completions"
                ;;
            vaxdash__subcmd__help,dashboard)
                cmd="vaxdash__subcmd__help__subcmd__dashboard"
                ;;
            vaxdash__subcmd__help,first-dose)
                cmd="vaxdash__subcmd__help__subcmd__first__subcmd__dose"
                ;;
            vaxdash__subcmd__help,guide)
                cmd="vaxdash__subcmd__help__subcmd__guide"
                ;;
            vaxdash__subcmd__help,help)
                cmd="vaxdash__subcmd__help__subcmd__help"
                ;;
            vaxdash__subcmd__help,history)
                cmd="vaxdash__subcmd__help__subcmd__history"
                ;;
            vaxdash__subcmd__help,immunosuppressed)
                cmd="vaxdash__subcmd__help__subcmd__immunosuppressed"
                ;;
            vaxdash__subcmd__help,invites)
                cmd="vaxdash__subcmd__help__subcmd__invites"
                ;;
            vaxdash__subcmd__help,man)
                cmd="vaxdash__subcmd__help__subcmd__man"
                ;;
            vaxdash__subcmd__help,outcomes)
                cmd="vaxdash__subcmd__help__subcmd__outcomes"
                ;;
            vaxdash__subcmd__help,patients)
                cmd="vaxdash__subcmd__help__subcmd__patients"
                ;;
            vaxdash__subcmd__help,quality)
                cmd="vaxdash__subcmd__help__subcmd__quality"
                ;;
            vaxdash__subcmd__help,rules)
                cmd="vaxdash__subcmd__help__subcmd__rules"
                ;;
            vaxdash__subcmd__help,run)
                cmd="vaxdash__subcmd__help__subcmd__run"
                ;;
            vaxdash__subcmd__help,sample)
                cmd="vaxdash__subcmd__help__subcmd__sample"
                ;;
            vaxdash__subcmd__help,second-dose)
                cmd="vaxdash__subcmd__help__subcmd__second__subcmd__dose"
                ;;
            vaxdash__subcmd__help,sources)
                cmd="vaxdash__subcmd__help__subcmd__sources"
                ;;
            vaxdash__subcmd__help,trend)
                cmd="vaxdash__subcmd__help__subcmd__trend"
                ;;
            vaxdash__subcmd__help,uptake)
                cmd="vaxdash__subcmd__help__subcmd__uptake"
                ;;
            vaxdash__subcmd__help__subcmd__audit,verify)
                cmd="vaxdash__subcmd__help__subcmd__audit__subcmd__verify"
                ;;
            *)
                ;;
        esac
    done

    case "${cmd}" in
        vaxdash)
            opts="-h -V --help --version uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 1 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__activity)
            opts="-o -f -q -h --by --chart --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --by)
                    COMPREPLY=($(compgen -W "practice pcn site brand supplier" -- "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__audit)
            opts="-h --help verify help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__audit__subcmd__help)
            opts="verify help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__audit__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__audit__subcmd__help__subcmd__verify)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__audit__subcmd__verify)
            opts="-h --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__boosters)
            opts="-o -f -q -h --by --chart --list --status --columns --invite-log --audit --reason --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --by)
                    COMPREPLY=($(compgen -W "practice pcn cohort age gender ethnicity imd" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=($(compgen -W "nhs_number title forename surname date_of_birth age gender ethnicity practice_code practice_name cohort status due_date days_overdue doses first_dose_date first_dose_brand first_dose_site second_dose_date second_dose_brand third_primary_date third_primary_due last_dose_date last_dose_brand boosters booster_due campaign_due declined_date contraindicated_date invited last_invited target round mobile telephone email address postcode immunosuppressed housebound restricted reason wrong event_date code supplier what_to_do" -- "${cur}"))
                    return 0
                    ;;
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__campaign)
            opts="-o -f -q -h --campaign --by --target --interval --chart --list --status --columns --invite-log --audit --reason --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --by)
                    COMPREPLY=($(compgen -W "practice pcn cohort age gender ethnicity imd group" -- "${cur}"))
                    return 0
                    ;;
                --target)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=($(compgen -W "nhs_number title forename surname date_of_birth age gender ethnicity practice_code practice_name cohort status due_date days_overdue doses first_dose_date first_dose_brand first_dose_site second_dose_date second_dose_brand third_primary_date third_primary_due last_dose_date last_dose_brand boosters booster_due campaign_due declined_date contraindicated_date invited last_invited target round mobile telephone email address postcode immunosuppressed housebound restricted reason wrong event_date code supplier what_to_do" -- "${cur}"))
                    return 0
                    ;;
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__check)
            opts="-o -f -q -h --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__cohorts)
            opts="-o -f -q -h --target --interval --chart --overdue-after --list --status --columns --invite-log --audit --reason --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --target)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --overdue-after)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=($(compgen -W "nhs_number title forename surname date_of_birth age gender ethnicity practice_code practice_name cohort status due_date days_overdue doses first_dose_date first_dose_brand first_dose_site second_dose_date second_dose_brand third_primary_date third_primary_due last_dose_date last_dose_brand boosters booster_due campaign_due declined_date contraindicated_date invited last_invited target round mobile telephone email address postcode immunosuppressed housebound restricted reason wrong event_date code supplier what_to_do" -- "${cur}"))
                    return 0
                    ;;
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__compare)
            opts="-o -f -q -h --practices --pcn --sheet --heading --as-at --old-as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --list --overdue-after --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --audit --reason --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --old-as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --overdue-after)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__completions)
            opts="-h --help bash zsh fish powershell elvish"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__dashboard)
            opts="-o -f -q -h --with-patients --organisation --all-sheets --overdue-after --campaign --invite-log --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --audit --reason --output --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --organisation)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --overdue-after)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__first__subcmd__dose)
            opts="-o -f -q -h --by --chart --list --status --columns --invite-log --audit --reason --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --by)
                    COMPREPLY=($(compgen -W "practice pcn cohort age gender ethnicity imd" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=($(compgen -W "nhs_number title forename surname date_of_birth age gender ethnicity practice_code practice_name cohort status due_date days_overdue doses first_dose_date first_dose_brand first_dose_site second_dose_date second_dose_brand third_primary_date third_primary_due last_dose_date last_dose_brand boosters booster_due campaign_due declined_date contraindicated_date invited last_invited target round mobile telephone email address postcode immunosuppressed housebound restricted reason wrong event_date code supplier what_to_do" -- "${cur}"))
                    return 0
                    ;;
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__guide)
            opts="-h --help new-extract doubts practice-lists monday second-dose letters campaigns immunosuppressed two-nights nightly publishing new-campaign own-target"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help)
            opts="uptake cohorts first-dose second-dose boosters campaign immunosuppressed trend activity quality patients sources dashboard invites outcomes compare run audit history check rules sample guide completions man help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__activity)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__audit)
            opts="verify"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__audit__subcmd__verify)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__boosters)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__campaign)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__check)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__cohorts)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__compare)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__completions)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__dashboard)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__first__subcmd__dose)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__guide)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__history)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__immunosuppressed)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__invites)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__man)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__outcomes)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__patients)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__quality)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__rules)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__run)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__sample)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__second__subcmd__dose)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__sources)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__trend)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__help__subcmd__uptake)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__history)
            opts="-o -f -q -h --nhs-number-file --no-names --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --overdue-after --disclosure --audit --reason --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --nhs-number-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --overdue-after)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__immunosuppressed)
            opts="-o -f -q -h --chart --list --status --columns --invite-log --audit --reason --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --status)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=($(compgen -W "nhs_number title forename surname date_of_birth age gender ethnicity practice_code practice_name cohort status due_date days_overdue doses first_dose_date first_dose_brand first_dose_site second_dose_date second_dose_brand third_primary_date third_primary_due last_dose_date last_dose_brand boosters booster_due campaign_due declined_date contraindicated_date invited last_invited target round mobile telephone email address postcode immunosuppressed housebound restricted reason wrong event_date code supplier what_to_do" -- "${cur}"))
                    return 0
                    ;;
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__invites)
            opts="-o -n -f -q -h --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --dose --status --due-within --target --channels --limit --include-visits --exclude --reinvite-after --reviewed --invite-log --max-contacts --round --escalate --wait --message --price --allow-old-data --list-targets --export-targets --targets --header --campaign --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --overdue-after --disclosure --audit --reason --output --format --width --dry-run --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --dose)
                    COMPREPLY=($(compgen -W "first second third-primary booster campaign" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --due-within)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --target)
                    COMPREPLY=($(compgen -W "accubook accurx-batch accurx-web patchs notify-sms notify-email notify-letter mailmerge emis systmone vision phone-list" -- "${cur}"))
                    return 0
                    ;;
                --channels)
                    COMPREPLY=($(compgen -W "sms email letter phone" -- "${cur}"))
                    return 0
                    ;;
                --limit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --exclude)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reinvite-after)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reviewed)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --max-contacts)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --round)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --wait)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --message)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --price)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --targets)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --overdue-after)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__man)
            opts="-o -f -h --output --force --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__outcomes)
            opts="-o -f -q -h --invite-log --chart --list --status --columns --audit --reason --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=($(compgen -W "nhs_number title forename surname date_of_birth age gender ethnicity practice_code practice_name cohort status due_date days_overdue doses first_dose_date first_dose_brand first_dose_site second_dose_date second_dose_brand third_primary_date third_primary_due last_dose_date last_dose_brand boosters booster_due campaign_due declined_date contraindicated_date invited last_invited target round mobile telephone email address postcode immunosuppressed housebound restricted reason wrong event_date code supplier what_to_do" -- "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__patients)
            opts="-o -f -q -h --by --list --status --columns --invite-log --audit --reason --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --by)
                    COMPREPLY=($(compgen -W "practice pcn cohort age gender ethnicity imd" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=($(compgen -W "nhs_number title forename surname date_of_birth age gender ethnicity practice_code practice_name cohort status due_date days_overdue doses first_dose_date first_dose_brand first_dose_site second_dose_date second_dose_brand third_primary_date third_primary_due last_dose_date last_dose_brand boosters booster_due campaign_due declined_date contraindicated_date invited last_invited target round mobile telephone email address postcode immunosuppressed housebound restricted reason wrong event_date code supplier what_to_do" -- "${cur}"))
                    return 0
                    ;;
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__quality)
            opts="-o -f -q -h --by --chart --list --status --columns --invite-log --audit --reason --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --by)
                    COMPREPLY=($(compgen -W "practice supplier" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=($(compgen -W "nhs_number title forename surname date_of_birth age gender ethnicity practice_code practice_name cohort status due_date days_overdue doses first_dose_date first_dose_brand first_dose_site second_dose_date second_dose_brand third_primary_date third_primary_due last_dose_date last_dose_brand boosters booster_due campaign_due declined_date contraindicated_date invited last_invited target round mobile telephone email address postcode immunosuppressed housebound restricted reason wrong event_date code supplier what_to_do" -- "${cur}"))
                    return 0
                    ;;
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__rules)
            opts="-o -f -q -h --as-at --rules --validate --export --doubts --outputs --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --validate)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --export)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --outputs)
                    COMPREPLY=($(compgen -W "dictionary schema" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__run)
            opts="-f -q -h --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --overdue-after --audit --reason --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --overdue-after)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__sample)
            opts="-o -f -q -h --patients --practices --seed --as-at --faults --output --threads --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --patients)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --seed)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --faults)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused columns-absent other-headings data-source-column na-words zero-removal death-9999 gender-decimal numbers-apostrophe ethnicity-words texts-refused births-utc births-year-first births-month-first words-unknown status-implausible rows-rejected practice-codes practice-names practice-first-row imd-version people-disagree rows-shifted row-names rows-short rows-cut open-quotes cut-off preamble null-words codes-decimal codes-apostrophe codes-damaged codes-unknown-covid rows-unlinkable dates-unreadable dates-repaired dates-future appointments not-done not-given-unknown rows-not-given action-letters action-unknown refresh-unknown events-empty file-empty file-unrecognised file-not-read file-xls file-psv sheets sheet-hidden practice-without-patients list-unmatched exclude-unmatched brand-before-launch dose-too-soon third-dose-too-soon under-licensed-age two-brands-one-day another-persons-details dose-number-contradicted declined-after-dose date-repaired rows-disagree no-contact no-ethnicity no-address immunosuppressed-on-one-list list" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__second__subcmd__dose)
            opts="-o -f -q -h --by --chart --overdue-after --list --status --columns --invite-log --audit --reason --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --by)
                    COMPREPLY=($(compgen -W "practice pcn cohort age gender ethnicity imd" -- "${cur}"))
                    return 0
                    ;;
                --overdue-after)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=($(compgen -W "nhs_number title forename surname date_of_birth age gender ethnicity practice_code practice_name cohort status due_date days_overdue doses first_dose_date first_dose_brand first_dose_site second_dose_date second_dose_brand third_primary_date third_primary_due last_dose_date last_dose_brand boosters booster_due campaign_due declined_date contraindicated_date invited last_invited target round mobile telephone email address postcode immunosuppressed housebound restricted reason wrong event_date code supplier what_to_do" -- "${cur}"))
                    return 0
                    ;;
                --invite-log)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --audit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__sources)
            opts="-o -f -q -h --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__trend)
            opts="-o -f -q -h --every --from --to --by --chart --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --every)
                    COMPREPLY=($(compgen -W "day week month" -- "${cur}"))
                    return 0
                    ;;
                --from)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --to)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --by)
                    COMPREPLY=($(compgen -W "practice pcn site brand supplier" -- "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        vaxdash__subcmd__uptake)
            opts="-o -f -q -h --by --detail --campaign --target --interval --chart --data --practices --pcn --sheet --heading --as-at --rules --accept --imd-year --threads --no-hash --rejects --strict --practice --cohort --age --gender --ethnicity --imd --immunosuppressed --housebound --brand --in-campaign --disclosure --format --output --width --no-bom --password-file --force --quiet --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --by)
                    COMPREPLY=($(compgen -W "practice pcn cohort age gender ethnicity imd" -- "${cur}"))
                    return 0
                    ;;
                --campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --target)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --data)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practices)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --pcn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sheet)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --heading)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-at)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rules)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --accept)
                    COMPREPLY=($(compgen -W "no-death-column no-removal-column no-restricted-column no-consent-column heading-unused file-unrecognised file-empty refresh-unknown rows-unlinkable rows-shifted rows-short rows-not-given status-implausible codes-damaged codes-unknown-covid dates-unreadable dates-repaired dates-future not-given-unknown action-unknown exclude-unmatched rows-rejected practice-codes practice-without-patients list-unmatched words-unknown people-disagree columns-absent file-not-read sheet-hidden imd-version" -- "${cur}"))
                    return 0
                    ;;
                --imd-year)
                    COMPREPLY=($(compgen -W "2019 2025" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --practice)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --cohort)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --gender)
                    COMPREPLY=($(compgen -W "male female indeterminate not-known" -- "${cur}"))
                    return 0
                    ;;
                --ethnicity)
                    COMPREPLY=($(compgen -W "white mixed asian black other not-known" -- "${cur}"))
                    return 0
                    ;;
                --imd)
                    COMPREPLY=($(compgen -W "1 2 3 4 5 not-known" -- "${cur}"))
                    return 0
                    ;;
                --brand)
                    COMPREPLY=($(compgen -W "Unknown AstraZeneca Bimervax Convidecia CoronaVac Covaxin Covishield Covovax Janssen Medicago Moderna Novavax Pfizer Sanofi Sinopharm Sputnik V Valneva" -- "${cur}"))
                    return 0
                    ;;
                --in-campaign)
                    COMPREPLY=($(compgen -W "spring-2022 autumn-2022 spring-2023 autumn-2023 spring-2024 autumn-2024 spring-2025 autumn-2025 spring-2026 autumn-2026" -- "${cur}"))
                    return 0
                    ;;
                --disclosure)
                    COMPREPLY=($(compgen -W "none nhs opensafely midpoint6" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table csv json xlsx html ndjson" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --password-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
    esac
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _vaxdash -o nosort -o bashdefault -o default vaxdash
else
    complete -F _vaxdash -o bashdefault -o default vaxdash
fi
