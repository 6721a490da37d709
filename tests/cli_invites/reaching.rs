//! By which contact each target reaches a person, and by which it does not.

use serde_json::{Value, json};

use super::waterfall_of;
use crate::data::{Row, dose, extract, on, patient};
use crate::harness::Folder;

/// A person whom nothing reaches, due a second dose.
fn silent() -> Row {
    patient(1).with("Mobile Telephone", "")
}

/// The steps that hold the person, and the detail of the exception.
#[track_caller]
fn ends(person: Row, args: &[&str]) -> (Value, String) {
    let (folder, out) = (extract(&[person], &[dose(1, "20210301")]), Folder::new());
    let args = [&["--allow-old-data", "--dose", "second"], args].concat();
    let steps = waterfall_of(&folder, &args);
    on(&folder, "invites", &[&args[..], &["-o", out.arg()]].concat()).ended(0);
    let exceptions =
        super::files_in(&out).into_iter().find(|(name, _)| name.starts_with("exceptions_")).unwrap_or_default().1;
    let detail = exceptions.lines().nth(1).map_or("", |line| line.splitn(4, ',').last().unwrap());
    (steps, detail.to_owned())
}

#[track_caller]
fn reached(person: Row, target: &str) {
    assert_eq!(
        ends(person, &["--target", target]),
        (json!([["Eligible", 1], ["Written", 1]]), String::new()),
        "{target}"
    );
}

#[track_caller]
fn unreached(person: Row, target: &str, step: &str, detail: &str) {
    let (steps, found) = ends(person, &["--target", target]);
    assert_eq!(steps, json!([["Eligible", 1], [step, 1]]), "{target}");
    assert!(found.contains(detail), "{target}: {found}");
}

fn mobile() -> Row {
    silent().with("Mobile Telephone", "07700900001")
}

fn email() -> Row {
    silent().with("Email", "ada@example.org")
}

fn address() -> Row {
    silent().with("Address 1", "2 High Street").with("Postcode", "LS71 1AA")
}

const NO_CONTACT: &str = "No usable contact";
const BAD_CELL: &str = "A cell the target cannot take";

#[test]
fn text_messages_need_a_mobile_and_nobody_who_declined_them() {
    for target in ["accubook", "accurx-batch", "notify-sms", "patchs"] {
        reached(mobile(), target);
        reached(silent().with("Contact number", "07700 900001"), target);
        unreached(silent(), target, NO_CONTACT, "");
        unreached(silent().with("Home Telephone", "01632 960001"), target, NO_CONTACT, "mobile");
    }
    for target in ["accubook", "accurx-batch", "accurx-web", "notify-sms", "patchs"] {
        unreached(
            mobile().with("sms_consent", "N").with("Email", "ada@example.org"),
            target,
            "Text messages declined",
            "",
        );
    }
    for target in ["notify-email", "notify-letter", "mailmerge", "emis", "systmone", "vision"] {
        let all = address().with("Email", "ada@example.org").with("sms_consent", "N");
        reached(all, target);
    }
}

#[test]
fn letters_of_notify_need_both_names_and_those_of_a_word_processor_one() {
    reached(address().with("Title", ""), "notify-letter");
    for name in ["Forename", "Surname"] {
        reached(address().with("Title", "").with(name, ""), "mailmerge");
        unreached(address().with(name, ""), "notify-letter", BAD_CELL, "it is blank");
    }
    // The forces' post stands for a postcode; a mark that nobody sees does not hide how a line begins.
    reached(address().with("Postcode", "BFPO 57"), "notify-letter");
    unreached(address().with("Address 1", "\u{200b}@ 2 High Street"), "notify-letter", BAD_CELL, "begins with");
}

#[test]
fn what_the_validator_of_notify_refuses_is_not_written() {
    // Ranges, not numbers: none of these is anybody's.
    let number = |start: &str| format!("{start}{}", "0".repeat(11 - start.len()));
    for start in ["079113", "079114", "079115", "079116", "079119", "076245", "076247"] {
        let person = silent().with("Mobile Telephone", number(start));
        unreached(person.clone(), "notify-sms", NO_CONTACT, "no usable mobile");
        reached(person.clone(), "accubook");
        // The next number will do.
        reached(person.with("Contact number", "07700900001"), "notify-sms");
    }
    for start in ["079111", "079112", "076244"] {
        reached(silent().with("Mobile Telephone", number(start)), "notify-sms");
    }
    for address in ["ada@example.c0m", "ada@example.x-y"] {
        unreached(silent().with("Email", address), "notify-email", NO_CONTACT, "e-mail address");
        reached(silent().with("Email", address), "patchs");
    }
    reached(silent().with("Email", "ada@example.xn--p1ai"), "notify-email");
}

#[test]
fn mobiles_one_slip_from_valid_are_mended() {
    for number in [
        "+07700900100",
        "0+447700900101",
        "000007700900102",
        "0+44(0)7700900103",
        "7700900105.0",
        "'07700900106",
        "=\"07700900107\"",
    ] {
        reached(silent().with("Mobile Telephone", number), "notify-sms");
    }
}

#[test]
fn a_record_number_is_all_that_some_systems_need() {
    for target in ["accurx-web", "emis", "systmone", "vision"] {
        reached(silent(), target);
        reached(silent().with("Surname", "=Fell"), target);
    }
}

#[test]
fn e_mails_need_an_address_that_can_be_written_to() {
    for target in ["notify-email", "patchs"] {
        reached(email(), target);
        for cell in ["none", "ada@example", "ada@example.org; bea@example.org", "ada @example.org"] {
            unreached(silent().with("Email", cell), target, NO_CONTACT, "e-mail address");
        }
    }
    // Of two columns, the first that can be used.
    reached(silent().with("Email", "none at all").with("E-mail Address", "ada@example.org"), "notify-email");
    // A file with no number in it reaches nobody by text.
    reached(email().with("Mobile Telephone", "07700900001"), "patchs");
}

#[test]
fn letters_need_an_address_where_somebody_lives() {
    for target in ["notify-letter", "mailmerge"] {
        reached(address(), target);
        for (heading, cell, detail) in [
            ("Address 1", "", "no address"),
            ("Postcode", "", "no postcode"),
            ("Postcode", "Elderton", "not a UK postcode"),
            // An area that nobody has, and one outside the United Kingdom.
            ("Postcode", "QQ71 1AA", "not a UK postcode"),
            ("Postcode", "GX11 1AA", "not a UK postcode"),
            ("Postcode", "ZZ99 3CZ", "pseudo postcode"),
            ("Postcode", "ZZZ 1AA", "pseudo postcode"),
            ("Address 2", "No fixed abode", "no fixed abode"),
            ("Address 1", "NFA", "no fixed abode"),
        ] {
            unreached(address().with(heading, cell), target, NO_CONTACT, detail);
        }
        unreached(address().with("Forename", "").with("Surname", ""), target, NO_CONTACT, "no name");
        unreached(address().with("Address 2", "Mill\nHouse"), target, BAD_CELL, "address line 3");
        unreached(address().with("Address 2", "-Mill"), target, BAD_CELL, "address line 3");
    }
    // GOV.UK Notify refuses lines that a word processor prints.
    for cell in ["(Flat 2)", "/2", "<x", "\"Mill\""] {
        unreached(address().with("Address 2", cell), "notify-letter", BAD_CELL, "address line 3");
        reached(address().with("Address 2", cell), "mailmerge");
    }
}

#[test]
fn the_phone_list_is_for_everybody_with_a_number_to_ring() {
    reached(silent().with("Home Telephone", "01632 960001"), "phone-list");
    reached(silent().with("Mobile Telephone", "01632 960001"), "phone-list");
    reached(mobile().with("Home Telephone", "01632 960001"), "phone-list");
    reached(silent().with("Home Telephone", "+44 7700 900001"), "phone-list");
    // A personal number is charged like no telephone.
    let personal = ["070", "1234", "5678"].join(" ");
    unreached(silent().with("Home Telephone", personal), "phone-list", NO_CONTACT, "no usable telephone number");
    unreached(silent(), "phone-list", NO_CONTACT, "no telephone number");
    unreached(
        silent().with("Home Telephone", "01632 960001 (son)"),
        "phone-list",
        NO_CONTACT,
        "no usable telephone number",
    );
    unreached(
        silent().with("Home Telephone", "+33 1 63 29 60 00"),
        "phone-list",
        NO_CONTACT,
        "no usable telephone number",
    );
}

#[test]
fn a_blank_that_the_system_refuses_is_an_exception() {
    for target in ["notify-sms", "notify-email"] {
        let person = email().with("Mobile Telephone", "07700900001");
        unreached(person.clone().with("Forename", ""), target, BAD_CELL, "first name: the system needs it");
        reached(person.with("Surname", ""), target);
    }
    reached(mobile().with("Forename", ""), "accubook");
}

#[test]
fn a_letter_that_could_not_be_read_is_an_exception() {
    // Good UTF-8 for the most part, with one bad byte: what was meant is not known.
    let text: Vec<u8> = crate::data::csv(&[mobile().with("Surname", "Br#nt"), patient(2).with("Surname", "Zoë Žižka")])
        .bytes()
        .map(|byte| if byte == b'#' { 0xEB } else { byte })
        .collect();
    let folder = extract(&[], &[dose(1, "20210301")]).with("patients.csv", text);
    let steps = waterfall_of(&folder, &["--allow-old-data", "--dose", "second", "--target", "accubook"]);
    assert_eq!(steps, json!([["Eligible", 1], [BAD_CELL, 1]]));
}

/// The steps and the channel of the person.
#[track_caller]
fn by_channel(person: Row, channels: &str) -> String {
    let (folder, out) = (extract(&[person], &[dose(1, "20210301")]), Folder::new());
    let args = ["--allow-old-data", "--dose", "second", "--channels", channels, "-o", out.arg()];
    on(&folder, "invites", &args).ended(0);
    let files = super::files_in(&out);
    assert_eq!(files.len(), 1, "{files:?}");
    files.keys().next().unwrap().split('_').next().unwrap().to_owned()
}

#[test]
fn the_first_channel_that_reaches_a_person_does() {
    let all = || address().with("Email", "ada@example.org").with("Mobile Telephone", "07700900001");
    for (person, order, target) in [
        (all(), "sms,email,letter,phone", "notify-sms"),
        (all(), "letter,email,sms", "notify-letter"),
        (all(), "phone,sms", "phone-list"),
        (all().with("sms_consent", "N"), "sms,email,letter,phone", "notify-email"),
        (all().with("Mobile Telephone", "07700900001 (wife)"), "sms,letter,email", "notify-letter"),
        (email(), "sms,email,letter,phone", "notify-email"),
        (address(), "sms,email,letter,phone", "notify-letter"),
        (silent().with("Home Telephone", "01632960001"), "sms,email,letter,phone", "phone-list"),
        // The mobile of somebody who declined texts rings like any other telephone.
        (mobile().with("sms_consent", "N"), "sms,email,letter,phone", "phone-list"),
        // A cell that one channel cannot take does not close the next.
        (all().with("Forename", ""), "sms,email,letter=mailmerge", "mailmerge"),
        (silent(), "sms,email,letter,phone", "exceptions"),
        (silent().with("Email", "no"), "sms,email", "exceptions"),
    ] {
        assert_eq!(by_channel(person, order), target, "{order}");
    }
}

#[test]
fn nobody_is_in_two_files_and_each_is_counted_once() {
    let everybody: Vec<Row> =
        [mobile(), email(), address(), silent(), mobile().with("sms_consent", "N"), address().with("Surname", "=x")]
            .into_iter()
            .zip(1..)
            .map(|(row, n)| row.with("NHS Number", crate::data::nhs(n)))
            .collect();
    let events: Vec<Row> = (1..=6).map(|n| dose(n, "20210301")).collect();
    let (folder, out) = (extract(&everybody, &events), Folder::new());
    let args = ["--allow-old-data", "--dose", "second", "--channels", "sms,email,letter,phone"];
    let expected = json!([["Eligible", 6], [NO_CONTACT, 1], [BAD_CELL, 1], ["Written", 4]]);
    assert_eq!(waterfall_of(&folder, &args), expected);
    let run = on(&folder, "invites", &[&args[..], &["-o", out.arg()]].concat()).ended(0);
    let rows: usize = super::files_in(&out).values().map(|text| text.lines().count() - 1).sum();
    assert_eq!(rows, 6);
    for line in ["sms       notify-sms", "email     notify-email", "letter    notify-letter", "phone     phone-list"] {
        assert!(run.err.lines().any(|found| found.starts_with(line) && found.ends_with(" 1")), "{line}: {}", run.err);
    }
    // The limit is that of a practice, whatever the channel.
    let limited = waterfall_of(&folder, &[&args[..], &["--limit", "3"]].concat());
    assert_eq!(
        limited,
        json!([["Eligible", 6], [NO_CONTACT, 1], [BAD_CELL, 1], ["Beyond the limit", 1], ["Written", 3]])
    );
    // One channel alone is its target.
    let texts = |way: &[&str]| waterfall_of(&folder, &[&args[..3], way].concat());
    assert_eq!(texts(&["--channels", "sms"]), texts(&["--target", "notify-sms"]));
}

#[test]
fn a_channel_names_the_target_that_serves_it() {
    let named = by_channel(mobile(), "sms=accubook,letter=mailmerge,phone");
    assert_eq!(named, "accubook");
    let letter = by_channel(address(), "sms=accubook,letter=mailmerge,phone");
    assert_eq!(letter, "mailmerge");
    let (folder, out) = (extract(&[mobile()], &[dose(1, "20210301")]), Folder::new());
    let refused = |channels: &str| {
        let args = ["--allow-old-data", "--dose", "second", "--channels", channels, "-o", out.arg()];
        on(&folder, "invites", &args).ended(2).err
    };
    assert!(refused("letter=accubook").contains("Those that do are: notify-letter, mailmerge"));
    assert!(refused("sms=pigeon").contains("there is no target"));
    assert!(refused("sms=patchs,email=patchs").contains("one file for both"));
    assert!(super::files_in(&out).is_empty());
}

#[test]
fn channels_and_a_target_do_not_go_together() {
    let folder = extract(&[mobile()], &[]);
    let usage = |args: &[&str]| on(&folder, "invites", &[&["--allow-old-data", "-n"], args].concat()).ended(2).err;
    assert!(usage(&["--channels", "sms", "--target", "emis"]).contains("--channels"));
    assert!(usage(&["--channels", "sms,sms"]).contains("twice"));
    assert!(usage(&["--channels", "pigeon"]).contains("letter"));
    assert!(usage(&["--channels", "sms", "--header"]).contains("--header"));
}
